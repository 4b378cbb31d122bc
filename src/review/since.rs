//! What came to the branch that a change is made against after the change started from it.
//!
//! Whoever makes a change chooses where it starts from. What was signed since is held against it all the same: once
//! merged, the two stand side by side.

use super::change::Ends;
use super::git::{Difference, Git, GitError, Side};
use super::head::{Content, Head, read_blob};
use super::known::{self, Found, Wanted};
use crate::phases::Phases;
use crate::signature::SIZE_LIMIT;
use std::collections::{BTreeMap, HashMap};

/// The files that differ, by path; none where a file is gone.
#[derive(Debug, Default)]
pub struct Since {
    /// Those below `signatures/`, as the project names them.
    signatures: BTreeMap<String, Option<Side>>,
    /// All of them, as the repository does.
    all: HashMap<Vec<u8>, Option<Side>>,
}

impl Since {
    /// Compares the two commits.
    ///
    /// # Errors
    /// When git fails.
    pub fn read(git: &Git, ends: &Ends) -> Result<Self, GitError> {
        if ends.since == ends.base {
            return Ok(Self::default());
        }
        let mut since = Self::default();
        for difference in git.differences(&ends.base, &ends.since)? {
            let path = std::str::from_utf8(&difference.path).ok();
            let path = path.and_then(|path| path.strip_prefix(&ends.prefix));
            if let Some(path) = path.filter(|path| known::is_signature(path)) {
                since.signatures.insert(path.to_owned(), difference.new.clone());
            }
            since.all.insert(difference.path, difference.new);
        }
        Ok(since)
    }

    /// What a change differs in from what is there now, of what it differs in from where it started: a name that was free
    /// there may have been taken since. What is there already is no difference any more.
    pub fn held_against_now(&self, differences: Vec<Difference>) -> Vec<Difference> {
        let held = |difference: Difference| match self.all.get(&difference.path) {
            Some(now) if *now == difference.new => None,
            Some(now) => Some(Difference {
                old: now.clone(),
                ..difference
            }),
            None => Some(difference),
        };
        differences.into_iter().filter_map(held).collect()
    }

    /// The paths that differ.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.signatures.keys().map(String::as_str)
    }

    /// What has something in common with the change among the signatures that came or changed.
    ///
    /// # Errors
    /// When git fails.
    pub fn signatures(&self, git: &Git, wanted: &Wanted) -> Result<Found, GitError> {
        let files = self.signatures.iter();
        let sides: Vec<_> = files
            .filter_map(|(path, side)| Some((path.as_str(), side.as_ref()?)))
            .filter(|(path, side)| side.mode.is_file() && !wanted.except.contains(*path))
            .map(|(path, side)| (path, &side.oid))
            .collect();
        known::in_commit(git, &sides, wanted, &Phases::default())
    }

    /// A signature as it will stand beside the change: as it came since, or as it is in `head`.
    ///
    /// # Errors
    /// When git fails.
    pub fn read_signature(&self, git: &Git, head: &mut Head<'_>, path: &str) -> Result<Content, GitError> {
        match self.signatures.get(path) {
            None => head.read(path, SIZE_LIMIT),
            Some(None) => Ok(Content::Absent),
            Some(Some(side)) => read_blob(&mut git.blobs(), side, path, SIZE_LIMIT),
        }
    }
}
