//! The state that a change leads to: the working tree, or a commit.

use super::git::{Blob, Blobs, Git, GitError, Mode, Oid, Side, TreeEntry};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::project::files;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The state that a change leads to.
pub struct Head<'g> {
    source: Source<'g>,
}

enum Source<'g> {
    /// The files of the project folder.
    WorkTree { root: PathBuf },
    /// The files of a commit below `content/` and `signatures/`.
    Commit {
        entries: BTreeMap<String, Side>,
        blobs: Box<Blobs<'g>>,
    },
}

/// What stands at a path.
#[derive(Clone, Debug)]
pub enum Content {
    /// Nothing.
    Absent,
    /// A file, with its bytes.
    Bytes(Vec<u8>),
    /// Something that is not read: a link, a submodule, a file too large or unreadable.
    Refused(Diagnostic),
}

impl Content {
    /// The bytes, where there are any.
    pub fn bytes(&self) -> Option<&[u8]> {
        match self {
            Self::Bytes(bytes) => Some(bytes),
            Self::Absent | Self::Refused(_) => None,
        }
    }
}

impl<'g> Head<'g> {
    /// The working tree of the project at `root`.
    pub fn work_tree(root: &Path) -> Self {
        Self {
            source: Source::WorkTree {
                root: root.to_owned(),
            },
        }
    }

    /// A commit, in which the project's folder is `prefix` (empty, or ended by `/`).
    ///
    /// # Errors
    /// When git fails.
    pub fn commit(git: &'g Git, commit: &Oid, prefix: &str) -> Result<Self, GitError> {
        let folders = ["content", "signatures"].map(|folder| format!("{prefix}{folder}"));
        let entries = git.tree(commit, &folders)?;
        let mut named = BTreeMap::new();
        for TreeEntry { path, side } in entries {
            let Ok(path) = String::from_utf8(path) else {
                continue;
            };
            let Some(inner) = path.strip_prefix(prefix) else {
                continue;
            };
            // Git itself makes no such tree, and which of the two would be checked out is anybody's guess.
            if named.insert(inner.to_owned(), side).is_some() {
                return Err(GitError::NamedTwice(path));
            }
        }
        Ok(Self {
            source: Source::Commit {
                entries: named,
                blobs: Box::new(git.blobs()),
            },
        })
    }

    /// The project folder, when this is the working tree.
    pub fn folder(&self) -> Option<&Path> {
        match &self.source {
            Source::WorkTree { root } => Some(root),
            Source::Commit { .. } => None,
        }
    }

    /// The files of the commit, when this is one.
    pub fn entries(&self) -> Option<&BTreeMap<String, Side>> {
        match &self.source {
            Source::WorkTree { .. } => None,
            Source::Commit { entries, .. } => Some(entries),
        }
    }

    /// What stands at `path`, below `content/` or `signatures/`, in at most `limit` bytes.
    ///
    /// # Errors
    /// When git fails.
    pub fn read(&mut self, path: &str, limit: usize) -> Result<Content, GitError> {
        match &mut self.source {
            Source::WorkTree { root } => Ok(read_file(root, path, limit)),
            Source::Commit { entries, blobs } => match entries.get(path) {
                None => Ok(Content::Absent),
                Some(side) => read_blob(blobs, side, path, limit),
            },
        }
    }

    /// The names in `folder`, files and folders, in no order.
    pub fn names(&self, folder: &str) -> Vec<String> {
        match &self.source {
            Source::WorkTree { root } => {
                let entries = std::fs::read_dir(root.join(folder))
                    .into_iter()
                    .flatten()
                    .flatten();
                entries
                    .filter_map(|entry| entry.file_name().into_string().ok())
                    .collect()
            }
            Source::Commit { entries, .. } => {
                let start = format!("{folder}/");
                let below = entries.range(start.clone()..);
                let below = below.map_while(|(path, _)| path.strip_prefix(&start));
                let mut names: Vec<String> = below
                    .map(|rest| rest.split('/').next().unwrap_or(rest).to_owned())
                    .collect();
                names.dedup();
                names
            }
        }
    }

    /// The paths below `folder`, in the order of their bytes.
    pub fn paths(&self, folder: &str) -> Vec<String> {
        match &self.source {
            Source::WorkTree { root } => files::find(root, folder).paths,
            Source::Commit { entries, .. } => {
                let start = format!("{folder}/");
                let below = entries.range(start.clone()..);
                let below = below.take_while(|(path, _)| path.starts_with(&start));
                below.map(|(path, _)| path.clone()).collect()
            }
        }
    }
}

/// Reads the object of one side of a difference.
///
/// # Errors
/// When git fails.
pub fn read_blob(blobs: &mut Blobs<'_>, side: &Side, path: &str, limit: usize) -> Result<Content, GitError> {
    if let Some(code) = not_a_file(side.mode) {
        return Ok(Content::Refused(Diagnostic::new(code, Place::file(path))));
    }
    Ok(match blobs.read(&side.oid, limit)? {
        Blob::Bytes(bytes) => Content::Bytes(bytes),
        Blob::TooLarge(size) => Content::Refused(too_large(path, size, limit)),
    })
}

/// Reads a file of the project folder; no part of its path may be a link.
pub fn read_file(root: &Path, path: &str, limit: usize) -> Content {
    let mut whole = root.to_owned();
    for part in path.split('/') {
        whole.push(part);
        match std::fs::symlink_metadata(&whole) {
            Err(error) if is_absence(&error) => return Content::Absent,
            Ok(kind) if kind.is_symlink() => {
                return Content::Refused(Diagnostic::new(Code::SymbolicLink, Place::file(path)));
            }
            _ => {}
        }
    }
    match files::read(root, path, limit) {
        Ok(bytes) => Content::Bytes(bytes),
        Err(fault) => Content::Refused(fault),
    }
}

fn is_absence(error: &std::io::Error) -> bool {
    use std::io::ErrorKind;
    matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory)
}

/// The rule that something other than a file breaks.
pub fn not_a_file(mode: Mode) -> Option<Code> {
    match mode {
        Mode::File | Mode::Executable => None,
        Mode::Link => Some(Code::SymbolicLink),
        Mode::Submodule => Some(Code::Submodule),
    }
}

/// The diagnostic for a file that is not even read.
pub fn too_large(path: &str, size: u64, limit: usize) -> Diagnostic {
    Diagnostic::new(Code::FileTooLarge, Place::file(path))
        .with("size", size)
        .with("limit", limit)
}
