//! Finding and reading the project's files: sizes bounded, links never followed, names looked at.

mod open;

use crate::diagnostic::{Code, Diagnostic, Place, reason};
use crate::identifier::is_forbidden;
use rayon::prelude::*;
use std::ffi::OsString;
use std::fs::FileType;
use std::path::Path;

/// The files below a folder.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// Their paths, relative to the project folder, with `/` between the parts, in the order of their bytes.
    pub paths: Vec<String>,
    /// Links, unreadable folders and names that can't be shown.
    pub faults: Vec<Diagnostic>,
}

/// Finds every file below `folder` of the project at `root`; none when the folder does not exist.
///
/// Names that start with a dot are passed over, as git's own and the desktop's are.
pub fn find(root: &Path, folder: &str) -> Found {
    let mut found = Found::default();
    match std::fs::symlink_metadata(root.join(folder)) {
        Err(_) => {}
        Ok(data) if data.is_dir() => found.visit(root, folder),
        Ok(data) => found.add(folder.to_owned(), data.file_type()),
    }
    found
}

impl Found {
    /// Looks at one folder. The names are taken in the order of their bytes, with a `/` after those of folders: which is
    /// the order of the paths.
    fn visit(&mut self, root: &Path, folder: &str) {
        let mut names: Vec<(String, FileType)> = Vec::new();
        let entries = std::fs::read_dir(root.join(folder)).map(|entries| {
            for entry in entries {
                match entry.and_then(|entry| Ok((entry.file_name(), entry.file_type()?))) {
                    Ok((name, kind)) => self.name(folder, name, kind, &mut names),
                    Err(error) => self.unreadable(folder, reason(&error)),
                }
            }
        });
        if let Err(error) = entries {
            self.unreadable(folder, reason(&error));
        }
        names.sort_unstable_by(|(a, _), (b, _)| a.cmp(b));
        let mut below = names
            .par_iter()
            .filter(|(_, kind)| kind.is_dir())
            .map(|(name, _)| {
                let mut found = Self::default();
                found.visit(root, &format!("{folder}/{}", name.trim_end_matches('/')));
                found
            })
            .collect::<Vec<Self>>()
            .into_iter();
        self.paths.reserve(names.len());
        for (name, kind) in names {
            if !kind.is_dir() {
                self.add(format!("{folder}/{name}"), kind);
            } else if let Some(found) = below.next() {
                self.paths.extend(found.paths);
                self.faults.extend(found.faults);
            }
        }
    }

    fn name(&mut self, folder: &str, name: OsString, kind: FileType, names: &mut Vec<(String, FileType)>) {
        match name.into_string() {
            Ok(name) if name.starts_with('.') => {}
            Ok(mut name) if kind.is_symlink() || !name.chars().any(is_forbidden) => {
                if kind.is_dir() {
                    name.push('/');
                }
                names.push((name, kind));
            }
            Ok(name) => self.misnamed(folder, &name),
            Err(name) => self.misnamed(folder, &name.to_string_lossy()),
        }
    }

    fn add(&mut self, path: String, kind: FileType) {
        if kind.is_symlink() {
            self.faults
                .push(Diagnostic::new(Code::SymbolicLink, Place::file(path)));
        } else if kind.is_file() {
            self.paths.push(path);
        } else {
            self.unreadable(&path, "not a regular file".to_owned());
        }
    }

    fn misnamed(&mut self, folder: &str, name: &str) {
        let fault = Diagnostic::new(Code::FileName, Place::file(format!("{folder}/{name}")));
        self.faults.push(fault.with("expected", "[a-z0-9-]"));
    }

    fn unreadable(&mut self, path: &str, reason: String) {
        let fault = Diagnostic::new(Code::FileUnreadable, Place::file(path));
        self.faults.push(fault.with("reason", reason));
    }
}

/// Reads the file at `path`, relative to `root`, of at most `limit` bytes.
///
/// # Errors
/// When it is a link, can't be read, or is larger than `limit`: then nothing of it is read.
pub fn read(root: &Path, path: &str, limit: usize) -> Result<Vec<u8>, Diagnostic> {
    open::file(&root.join(path))
        .and_then(|file| open::read(file, limit))
        .map_err(|fault| fault.at(path, limit))
}

/// A folder of the project, opened once for all the files in it.
#[derive(Debug)]
pub struct Folder {
    path: String,
    open: open::Folder,
}

impl Folder {
    /// Opens the folder at `path`, relative to `root`.
    ///
    /// # Errors
    /// When it is a link or can't be read.
    pub fn open(root: &Path, path: String) -> Result<Self, Diagnostic> {
        match open::Folder::open(&root.join(&path)) {
            Ok(open) => Ok(Self { path, open }),
            Err(fault) => Err(fault.at(&path, 0)),
        }
    }

    /// Reads the file in the folder that the last part of `path` names, as [`read`] does. It was found to be a regular one.
    ///
    /// # Errors
    /// As for [`read`].
    pub fn read(&self, path: &str, limit: usize) -> Result<Vec<u8>, Diagnostic> {
        self.read_by(path, limit, open::read_found)
    }

    /// The same of what may be a pipe or a device, and is refused then.
    ///
    /// # Errors
    /// As for [`read`].
    pub fn read_unknown(&self, path: &str, limit: usize) -> Result<Vec<u8>, Diagnostic> {
        self.read_by(path, limit, open::read)
    }

    fn read_by(
        &self,
        path: &str,
        limit: usize,
        read: impl Fn(open::File, usize) -> Result<Vec<u8>, open::Fault>,
    ) -> Result<Vec<u8>, Diagnostic> {
        let name = path.rsplit('/').next().unwrap_or_default();
        self.open
            .file(name)
            .and_then(|file| read(file, limit))
            .map_err(|fault| fault.at(&format!("{}/{name}", self.path), limit))
    }
}
