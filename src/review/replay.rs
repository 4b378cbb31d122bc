//! Old files put back: dates do not always tell, but git's history knows what stood there before.

use super::change::Ends;
use super::git::{Blob, Blobs, Git, GitError};
use super::known::Known;
use super::submission::{Sound, Submission, digest};
use crate::diagnostic::{Code, Diagnostic};
use crate::signature::{Action, SIZE_LIMIT};
use std::collections::BTreeSet;

/// How many files by the same key are looked into: one person may sign for many organisations.
const KIN_LIMIT: usize = 64;

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
    let mut faults = Vec::new();
    let mut blobs = git.blobs();
    for submission in submissions {
        let Some(sound) = &submission.sound else { continue };
        for path in paths(submission, others) {
            if let Some(commit) = earlier_state(git, &mut blobs, ends, path, sound)? {
                let fault = Diagnostic::new(Code::SignatureReplayed, sound.marks.date.clone());
                faults.push(fault.with("other", path).with("commit", commit));
                break;
            }
        }
    }
    Ok(faults)
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

/// The commit that brought the submission's very bytes to `path`, if it is not what stands there now.
fn earlier_state(
    git: &Git,
    blobs: &mut Blobs<'_>,
    ends: &Ends,
    path: &str,
    sound: &Sound,
) -> Result<Option<String>, GitError> {
    let mut seen = BTreeSet::new();
    for (at, state) in git
        .states(&ends.since, &format!("{}{path}", ends.prefix))?
        .into_iter()
        .enumerate()
    {
        if !state.side.mode.is_file() || !seen.insert(state.side.oid.clone()) {
            continue;
        }
        let same = match blobs.read(&state.side.oid, SIZE_LIMIT)? {
            Blob::Bytes(bytes) => digest(&bytes) == sound.digest,
            Blob::TooLarge(_) => false,
        };
        if same {
            // The present state, under another name, is a copy: told as such.
            return Ok((at > 0).then(|| state.commit.short().to_owned()));
        }
    }
    Ok(None)
}
