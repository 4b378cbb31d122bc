//! Old files put back: on one and the same day dates tell nothing, but git's history knows what stood there before.

use super::change::Ends;
use super::git::{Blob, Git, GitError};
use super::submission::{Before, Sound, Submission, digest};
use crate::diagnostic::{Code, Diagnostic};
use crate::signature::{Action, SIZE_LIMIT};
use std::collections::BTreeSet;

/// The submissions that an earlier state of their own path was, in the history that the change starts from.
///
/// Only those of the very day of the file that they replace are looked for: an earlier date is refused anyway, and
/// so is every signature of the day of a withdrawal.
///
/// # Errors
/// When git fails.
pub fn check(git: &Git, ends: &Ends, submissions: &[Submission]) -> Result<Vec<Diagnostic>, GitError> {
    let mut faults = Vec::new();
    for submission in submissions {
        let (Some(sound), Some(before)) = (&submission.sound, &submission.before) else {
            continue;
        };
        let (old, new) = (&before.adherence, &sound.adherence);
        let comes_back = old.action == Action::Withdraw && new.action == Action::Sign;
        if old.date == new.date && before.digest != sound.digest && !comes_back {
            faults.extend(earlier_state(git, ends, &submission.path, sound, before)?);
        }
    }
    Ok(faults)
}

fn earlier_state(
    git: &Git,
    ends: &Ends,
    path: &str,
    sound: &Sound,
    before: &Before,
) -> Result<Option<Diagnostic>, GitError> {
    let mut blobs = git.blobs();
    let mut seen = BTreeSet::new();
    for state in git.states(&ends.base, &format!("{}{path}", ends.prefix))? {
        if !state.side.mode.is_file() || !seen.insert(state.side.oid.clone()) {
            continue;
        }
        let same = match blobs.read(&state.side.oid, SIZE_LIMIT)? {
            Blob::Bytes(bytes) => digest(&bytes) == sound.digest,
            Blob::TooLarge(_) => false,
        };
        if same {
            let fault = Diagnostic::new(Code::SignatureReplayed, sound.marks.date.clone());
            return Ok(Some(
                fault
                    .with("date", before.adherence.date.to_string())
                    .with("commit", state.commit.short()),
            ));
        }
    }
    Ok(None)
}
