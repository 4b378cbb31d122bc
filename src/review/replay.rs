//! Old files put back: dates do not always tell, but git's history knows what stood there before.

use super::change::Ends;
use super::git::history::Brought;
use super::git::{Blob, Blobs, Git, GitError, Oid};
use super::known::Known;
use super::past::unseen;
use super::submission::{Sound, Submission, digest};
use crate::diagnostic::{Code, Diagnostic};
use crate::identifier::Digest;
use crate::project::CONFIGURATION;
use crate::signature::{Action, SIZE_LIMIT};
use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

/// How many files by the same key are looked into: one person may sign for many organisations.
const KIN_LIMIT: usize = 64;

/// How long git may look through the history: it takes long only where there are very many commits.
const TIME: Duration = Duration::from_secs(40);

/// The submissions that an earlier state of their own path was, or of another organisation's, in the history that the
/// change comes to; `others` are the signatures that have something in common with the change.
///
/// Under the same name only those are looked for that dates do not refuse: of the very day of the file that they
/// replace, and by another key than that one.
///
/// # Errors
/// When git fails.
pub fn check(
    git: &Git,
    ends: &Ends,
    submissions: &[Submission],
    others: &[Known],
) -> Result<Vec<Diagnostic>, GitError> {
    let all: BTreeSet<&str> = submissions
        .iter()
        .flat_map(|submission| paths(submission, others))
        .collect();
    if all.is_empty() {
        return Ok(Vec::new());
    }
    let whole = |path: &str| format!("{}{path}", ends.prefix);
    let asked: Vec<String> = all.iter().map(|path| whole(path)).collect();
    let Some(states) = git.states(&ends.since, &asked, TIME)? else {
        return Ok(vec![unseen(CONFIGURATION, "states", TIME.as_secs() as usize)]);
    };
    let mut past = Past::default();
    let mut blobs = git.blobs();
    for state in states.iter().filter(|state| state.side.mode.is_file()) {
        past.take(&mut blobs, state)?;
    }
    let mut faults = Vec::new();
    for submission in submissions {
        let Some(sound) = &submission.sound else { continue };
        for path in paths(submission, others) {
            if let Some(commit) = past.before_now(whole(path).as_bytes(), &sound.digest) {
                let fault = Diagnostic::new(Code::SignatureReplayed, sound.marks.date.clone());
                faults.push(fault.with("other", path).with("commit", commit.short()));
                break;
            }
        }
    }
    Ok(faults)
}

/// What stood at some paths, the newest first.
#[derive(Default)]
struct Past<'a> {
    digests: BTreeMap<&'a Oid, Option<Digest>>,
    states: BTreeMap<&'a [u8], Vec<(Digest, &'a Oid)>>,
}

impl<'a> Past<'a> {
    fn take(&mut self, blobs: &mut Blobs<'_>, state: &'a Brought) -> Result<(), GitError> {
        let oid = &state.side.oid;
        let digest = match self.digests.get(oid) {
            Some(known) => *known,
            None => match blobs.read(oid, SIZE_LIMIT)? {
                Blob::Bytes(bytes) => Some(digest(&bytes)),
                Blob::TooLarge(_) => None,
            },
        };
        self.digests.insert(oid, digest);
        if let Some(digest) = digest {
            self.states
                .entry(&state.path)
                .or_default()
                .push((digest, &state.commit));
        }
        Ok(())
    }

    /// The commit that brought this very file to `path`, unless it is what stands there now: that, under another name, is a
    /// copy, and told as such.
    fn before_now(&self, path: &[u8], wanted: &Digest) -> Option<&'a Oid> {
        let states = self.states.get(path)?;
        let (present, _) = states.first()?;
        if present == wanted {
            return None;
        }
        states
            .iter()
            .find(|(digest, _)| digest == wanted)
            .map(|(_, commit)| *commit)
    }
}

/// Whether git has anything to tell of these submissions.
pub fn is_asked(submissions: &[Submission], others: &[Known]) -> bool {
    submissions
        .iter()
        .any(|submission| !paths(submission, others).is_empty())
}

/// The paths at which a submission could have stood before.
fn paths<'a>(submission: &'a Submission, others: &'a [Known]) -> BTreeSet<&'a str> {
    let Some(sound) = &submission.sound else {
        return BTreeSet::new();
    };
    let kin = others.iter().filter(|known| {
        known.key == Some(sound.key)
            && known.text == submission.text
            && known.organisation != submission.organisation
    });
    let mut paths: BTreeSet<&str> = kin.map(|known| known.path.as_str()).take(KIN_LIMIT).collect();
    if dates_do_not_tell(submission, sound) {
        paths.insert(&submission.path);
    }
    paths
}

/// Whether a submission could be an earlier state of the file that it replaces, as far as its date goes.
fn dates_do_not_tell(submission: &Submission, sound: &Sound) -> bool {
    let Some(before) = &submission.before else {
        return false;
    };
    let (old, new) = (&before.adherence, &sound.adherence);
    let comes_back = old.action == Action::Withdraw && new.action == Action::Sign;
    let same_day = old.date == new.date && !comes_back;
    before.digest != sound.digest && (same_day || before.key != sound.key)
}
