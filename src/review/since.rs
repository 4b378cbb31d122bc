//! What came to the branch that a change is made against after the change started from it.
//!
//! Whoever makes a change chooses where it starts from. What was signed since is held against it all the same: once
//! merged, the two stand side by side.

use super::change::Ends;
use super::git::{Git, GitError, Side};
use super::head::{Content, Head, read_blob};
use super::known::{self, Found, Wanted};
use crate::phases::Phases;
use crate::signature::SIZE_LIMIT;
use std::collections::BTreeMap;

/// The files below `signatures/` that differ, by path; none where a file is gone.
#[derive(Debug, Default)]
pub struct Since(BTreeMap<String, Option<Side>>);

impl Since {
    /// Compares the two commits.
    ///
    /// # Errors
    /// When git fails.
    pub fn read(git: &Git, ends: &Ends) -> Result<Self, GitError> {
        if ends.since == ends.base {
            return Ok(Self::default());
        }
        let mut files = BTreeMap::new();
        for difference in git.differences(&ends.base, &ends.since)? {
            let path = String::from_utf8(difference.path).ok();
            let path = path.as_deref().and_then(|path| path.strip_prefix(&ends.prefix));
            if let Some(path) = path.filter(|path| known::is_signature(path)) {
                files.insert(path.to_owned(), difference.new);
            }
        }
        Ok(Self(files))
    }

    /// The paths that differ.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// What has something in common with the change among the signatures that came or changed.
    ///
    /// # Errors
    /// When git fails.
    pub fn signatures(&self, git: &Git, wanted: &Wanted) -> Result<Found, GitError> {
        let files = self.0.iter();
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
        match self.0.get(path) {
            None => head.read(path, SIZE_LIMIT),
            Some(None) => Ok(Content::Absent),
            Some(Some(side)) => read_blob(&mut git.blobs(), side, path, SIZE_LIMIT),
        }
    }
}
