//! Which files `verify` looks at.

use super::console::Failure;
use crate::project::{CONFIGURATION, files};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use walkdir::WalkDir;

/// A folder with files to check.
#[derive(Debug)]
pub struct Folder {
    /// Where it is; empty for the working folder.
    pub path: PathBuf,
    /// The same as the person gave it.
    shown: PathBuf,
    /// Its path in the project, when it is or lies in `signatures/` of one.
    place: Option<String>,
}

/// A file to check.
#[derive(Debug)]
pub struct File {
    /// The folder that it stands in.
    pub folder: Arc<Folder>,
    /// Its name there.
    pub name: String,
}

impl File {
    /// The path as the person gave it.
    pub fn shown(&self) -> String {
        self.folder.shown.join(&self.name).display().to_string()
    }

    /// The path in the project, when it lies in one.
    pub fn place(&self) -> Option<String> {
        let folder = self.folder.place.as_ref()?;
        Some(format!("{folder}/{}", self.name))
    }
}

/// Every signed file that is named or lies in a named folder.
///
/// # Errors
/// The first path or folder that can't be read.
pub fn find(directory: &Path, paths: &[PathBuf]) -> Result<Vec<File>, Failure> {
    let mut files = Vec::new();
    for path in paths {
        let whole = directory.join(path);
        let kind = std::fs::metadata(&whole).map_err(|error| Failure::io(path, &error))?;
        if kind.is_dir() {
            find_below(&whole, path, &mut files)?;
        } else {
            let (inside, name) = split(&whole);
            let shown = path.parent().unwrap_or(Path::new(""));
            files.push(File {
                folder: folder(inside, shown),
                name: name.to_owned(),
            });
        }
    }
    Ok(files)
}

fn find_below(whole: &Path, shown: &Path, files: &mut Vec<File>) -> Result<(), Failure> {
    // Outside a project every YAML file is looked at.
    let loose = super::find_root(whole).is_none();
    let mut last: Option<Arc<Folder>> = None;
    for entry in WalkDir::new(whole).sort_by_file_name() {
        let entry = entry.map_err(|error| {
            let reason = error.io_error().map_or_else(|| error.to_string(), files::reason);
            let place = error.path().unwrap_or(shown).display().to_string();
            Failure::message("io-failure", &[("path", place.into()), ("reason", reason.into())])
        })?;
        // A name that is no text can't be opened under the one shown, and is reported so.
        let name = entry.file_name().to_string_lossy();
        if !entry.file_type().is_file() || !name.ends_with(".yaml") {
            continue;
        }
        let parent = entry.path().parent().unwrap_or(whole);
        let known = last.take().filter(|folder| folder.path == parent);
        let folder = last.insert(known.unwrap_or_else(|| {
            let inner = parent.strip_prefix(whole).unwrap_or(parent);
            folder(parent, &shown.join(inner))
        }));
        let signed = parent.components().any(|part| part.as_os_str() == "signatures");
        if signed || loose && name != CONFIGURATION {
            files.push(File {
                folder: folder.clone(),
                name: name.into_owned(),
            });
        }
    }
    Ok(())
}

fn folder(path: &Path, shown: &Path) -> Arc<Folder> {
    let absolute = super::absolute(&path.join("x"));
    let place = super::find_root(&absolute).and_then(|root| {
        let inner = absolute.parent()?.strip_prefix(root).ok()?;
        let parts: Option<Vec<&str>> = inner.components().map(|part| part.as_os_str().to_str()).collect();
        parts
            .filter(|parts| parts.first() == Some(&"signatures"))
            .map(|parts| parts.join("/"))
    });
    Arc::new(Folder {
        path: path.to_owned(),
        shown: shown.to_owned(),
        place,
    })
}

/// The folder and the name of a file.
pub fn split(path: &Path) -> (&Path, &str) {
    let name = path
        .file_name()
        .and_then(|name| name.to_str())
        .unwrap_or_default();
    (path.parent().unwrap_or(Path::new("")), name)
}
