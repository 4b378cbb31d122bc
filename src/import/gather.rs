//! What is there: files, folders, messages and standard input, as candidates.

use super::message;
use super::{COUNT_LIMIT, SIZE_LIMIT, as_signed, looks_signed};
use crate::diagnostic::{Code, Diagnostic, Place, reason};
use crate::project::files;
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// Something that may be a signed file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Where it was found, for people: `courrier.eml › regie.yaml`. It may be hostile.
    pub shown: String,
    /// The last part of its own name; empty when it has none. It may be hostile.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Everything that was found.
#[derive(Clone, Debug, Default)]
pub struct Gathered {
    /// What may be signed files.
    pub candidates: Vec<Candidate>,
    /// What was passed over in messages and folders, as it is shown.
    pub passed: Vec<String>,
    /// What could not be read.
    pub faults: Vec<Diagnostic>,
}

/// A path that a person named and that can't be looked at.
#[derive(Debug)]
pub struct Unreadable {
    /// The path.
    pub path: PathBuf,
    /// Why.
    pub error: std::io::Error,
}

impl Gathered {
    /// Whether nothing more is looked at. The first time, that is said.
    pub(super) fn is_full(&mut self, shown: &str) -> bool {
        let full = self.candidates.len() >= COUNT_LIMIT || self.passed.len() >= COUNT_LIMIT;
        if full && !self.faults.iter().any(|fault| fault.code == Code::FileTooLarge) {
            let fault = Diagnostic::new(Code::FileTooLarge, Place::file(shown));
            self.faults.push(
                fault
                    .with("size", self.candidates.len() + 1)
                    .with("limit", COUNT_LIMIT),
            );
        }
        full
    }
}

/// Finds everything at `paths`, which are relative to `directory`; `-` is what `input` reads.
///
/// # Errors
/// [`Unreadable`], when a path that a person named is not there or can't be read.
pub fn gather(
    directory: &Path,
    paths: &[PathBuf],
    input: &dyn Fn() -> std::io::Result<Vec<u8>>,
) -> Result<Gathered, Unreadable> {
    let mut found = Gathered::default();
    for path in paths {
        let unreadable = |error| Unreadable {
            path: path.clone(),
            error,
        };
        let shown = path.display().to_string();
        if path.as_os_str() == "-" {
            let bytes = input().map_err(unreadable)?;
            take_file(&mut found, &shown, "", bytes, true);
            continue;
        }
        let whole = directory.join(path);
        if std::fs::metadata(&whole).map_err(unreadable)?.is_dir() {
            walk(&mut found, path, &whole);
        } else {
            read(&mut found, &shown, &whole, true);
        }
    }
    Ok(found)
}

/// Looks through a folder, without following links and without its hidden files.
fn walk(found: &mut Gathered, path: &Path, whole: &Path) {
    let hidden = |entry: &walkdir::DirEntry| {
        entry.depth() > 0 && entry.file_name().as_encoded_bytes().starts_with(b".")
    };
    let entries = WalkDir::new(whole)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(|entry| !hidden(entry));
    for entry in entries {
        match entry {
            Ok(entry) if entry.file_type().is_dir() => {}
            Ok(entry) => {
                let inner = entry.path().strip_prefix(whole).unwrap_or(entry.path());
                let shown = path.join(inner).display().to_string();
                if found.is_full(&shown) {
                    return;
                }
                let yaml = entry.path().extension().is_some_and(|ending| ending == "yaml");
                read(found, &shown, entry.path(), yaml);
            }
            Err(error) => {
                let place = error.path().unwrap_or(path).display().to_string();
                let reason = error.io_error().map_or_else(|| error.to_string(), reason);
                found
                    .faults
                    .push(Diagnostic::new(Code::FileUnreadable, Place::file(place)).with("reason", reason));
            }
        }
    }
}

/// Reads one file; `meant` says that it is told as a signed file even when it does not look like one.
fn read(found: &mut Gathered, shown: &str, whole: &Path, meant: bool) {
    let folder = whole.parent().unwrap_or(Path::new(""));
    let Some(name) = whole.file_name().and_then(|name| name.to_str()) else {
        found.passed.push(shown.to_owned());
        return;
    };
    match files::read(folder, name, SIZE_LIMIT) {
        Ok(bytes) => take_file(found, shown, name, bytes, meant),
        Err(mut fault) => {
            shown.clone_into(&mut fault.place.path);
            found.faults.push(fault);
        }
    }
}

fn take_file(found: &mut Gathered, shown: &str, name: &str, bytes: Vec<u8>, meant: bool) {
    if name.to_lowercase().ends_with(".eml") || message::looks_like_one(&bytes) {
        message::open(found, shown, &bytes);
    } else if let Some(bytes) = as_signed(&bytes) {
        let own = name.ends_with(".yaml");
        found.candidates.push(Candidate {
            shown: shown.to_owned(),
            name: if own { name.to_owned() } else { String::new() },
            bytes,
        });
    } else if meant || looks_signed(&bytes) {
        found.candidates.push(Candidate {
            shown: shown.to_owned(),
            name: name.to_owned(),
            bytes,
        });
    } else {
        message::look_for_a_key(found, shown, &bytes);
        found.passed.push(shown.to_owned());
    }
}
