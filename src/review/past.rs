//! What a request was before its last state: merging it publishes every file that any of its commits ever held.

use super::change::{Ends, READ_LIMIT, Touched, shown};
use super::git::history::Brought;
use super::git::{Git, GitError, Oid};
use super::secret::private_key;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::project::CONFIGURATION;
use std::collections::{BTreeMap, HashSet};

/// How many commits of a request are looked at.
pub const COMMIT_LIMIT: usize = 1000;

/// How many bytes of earlier states are read.
const TOTAL_LIMIT: usize = 256 * 1024 * 1024;

/// The private keys in the earlier states of a change; those that it still holds are told elsewhere.
///
/// # Errors
/// When git fails.
pub fn check(git: &Git, ends: &Ends, touched: &[Touched]) -> Result<Vec<Diagnostic>, GitError> {
    let mut faults = Vec::new();
    let (commits, mut brought) = git.brought(&ends.since, &ends.tip, COMMIT_LIMIT)?;
    if commits > COMMIT_LIMIT {
        faults.push(unseen(CONFIGURATION, "commits", COMMIT_LIMIT));
    }
    for (commit, message) in git.messages(&ends.since, &ends.tip, COMMIT_LIMIT)? {
        if private_key(CONFIGURATION, &message, false).is_some() {
            faults.push(before(CONFIGURATION, &commit));
        }
    }
    // What a shallow clone ends with seems to bring every file there is, and hides what came before.
    let cut_off = git.cut_off();
    let whole = brought.len();
    brought.retain(|state| !cut_off.contains(&state.commit));
    if brought.len() < whole {
        faults.push(unseen(CONFIGURATION, "history", 0));
    }
    let read: HashSet<&Oid> = touched.iter().filter_map(|file| file.blob.as_ref()).collect();
    // From the newest commit to the oldest: what stays is where a state came from.
    let mut states: BTreeMap<&Oid, &Brought> = BTreeMap::new();
    for state in brought.iter().filter(|state| state.side.mode.is_file()) {
        if !read.contains(&state.side.oid) {
            states.insert(&state.side.oid, state);
        }
    }
    let states: Vec<&Brought> = states.into_values().collect();
    let oids: Vec<&Oid> = states.iter().map(|state| &state.side.oid).collect();
    let mut seen = vec![false; states.len()];
    let mut total = 0;
    if !oids.is_empty() {
        git.each_blob(&oids, READ_LIMIT, |at, bytes| {
            seen[at] = true;
            total += bytes.len();
            if total <= TOTAL_LIMIT {
                faults.extend(in_state(states[at], bytes, ends, touched));
            }
            total <= TOTAL_LIMIT
        })?;
    }
    if total > TOTAL_LIMIT {
        faults.push(unseen(CONFIGURATION, "data", TOTAL_LIMIT));
    } else if let Some(at) = seen.iter().position(|seen| !seen) {
        faults.push(unseen(
            &shown(&ends.prefix, &states[at].path).0,
            "file",
            READ_LIMIT,
        ));
    }
    Ok(faults)
}

fn in_state(state: &Brought, bytes: &[u8], ends: &Ends, touched: &[Touched]) -> Option<Diagnostic> {
    let (path, _) = shown(&ends.prefix, &state.path);
    let guarded = ["signatures/", "content/"]
        .iter()
        .any(|folder| path.starts_with(folder));
    private_key(&path, bytes, guarded)?;
    // A file that git has not looked at since it was written may still hold the very same.
    if touched.iter().any(|file| file.new.bytes() == Some(bytes)) {
        return None;
    }
    Some(before(&path, &state.commit))
}

fn before(path: &str, commit: &Oid) -> Diagnostic {
    Diagnostic::new(Code::PrivateKeyBefore, Place::file(path)).with("commit", commit.short())
}

/// Says that a bound was reached.
pub fn unseen(path: &str, part: &str, limit: usize) -> Diagnostic {
    Diagnostic::new(Code::NotAllSeen, Place::file(path))
        .with("part", part)
        .with("limit", limit)
}
