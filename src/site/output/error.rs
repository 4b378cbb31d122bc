//! What can be wrong with an output folder.

use crate::diagnostic::{Code, Diagnostic, Place, reason};
use std::path::{Path, PathBuf};

/// Why the output folder could not be filled. The last good site is still there.
#[derive(Debug)]
pub enum OutputError {
    /// The path is a file, or leads through one.
    NotAFolder(PathBuf),
    /// The folder is the project's own, holds it, or is one of those that the site is made from.
    InTheWay(PathBuf),
    /// Another build is writing there.
    Busy(PathBuf),
    /// Files that this program did not write stand where pages belong.
    Foreign(Vec<PathBuf>),
    /// Two pages have one address.
    Twice(PathBuf),
    /// The system said no.
    Io(PathBuf, std::io::Error),
}

impl OutputError {
    /// An error of the system at `path`.
    pub(super) fn io(path: &Path) -> impl FnOnce(std::io::Error) -> Self + '_ {
        move |error| Self::Io(path.to_owned(), error)
    }

    /// The error as diagnostics.
    pub fn diagnostics(&self) -> Vec<Diagnostic> {
        let at = |path: &Path| Place::file(path.to_string_lossy().into_owned());
        match self {
            Self::NotAFolder(path) => vec![Diagnostic::new(Code::OutputNotAFolder, at(path))],
            Self::InTheWay(path) => vec![Diagnostic::new(Code::OutputInProject, at(path))],
            Self::Busy(path) => vec![Diagnostic::new(Code::OutputBusy, at(path))],
            Self::Foreign(paths) => paths
                .iter()
                .map(|path| Diagnostic::new(Code::OutputForeignFile, at(path)))
                .collect(),
            Self::Twice(path) => {
                let reason = "two pages have this address";
                vec![Diagnostic::new(Code::OutputUnwritable, at(path)).with("reason", reason)]
            }
            Self::Io(path, error) => {
                let reason = reason(error);
                vec![Diagnostic::new(Code::OutputUnwritable, at(path)).with("reason", reason)]
            }
        }
    }
}

impl std::fmt::Display for OutputError {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NotAFolder(path) => write!(out, "{} is not a folder", path.display()),
            Self::InTheWay(path) => write!(out, "{} belongs to the project itself", path.display()),
            Self::Busy(path) => write!(out, "another build is writing {}", path.display()),
            Self::Foreign(paths) => {
                let paths: Vec<_> = paths.iter().map(|path| path.display().to_string()).collect();
                write!(out, "not written by this program: {}", paths.join(", "))
            }
            Self::Twice(path) => write!(out, "two pages have the address {}", path.display()),
            Self::Io(path, error) => write!(out, "{}: {error}", path.display()),
        }
    }
}

impl std::error::Error for OutputError {}
