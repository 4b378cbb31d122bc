//! Which files `verify` looks at.

use crate::cli::console::Failure;
use crate::project::CONFIGURATION;
use rayon::prelude::*;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A folder with files to check.
#[derive(Debug)]
pub struct Folder {
    /// Where it is; empty for the working folder.
    pub path: PathBuf,
    /// The names of the files in it, in their order: of all signed ones, or of one that is named.
    names: Vec<String>,
    /// Whether those are all signed files in it.
    whole: bool,
    /// What stands before a name in the path as the person gave it.
    shown: String,
    /// Its path in the project, when it is or lies in `signatures/` of one.
    place: Option<String>,
}

impl Folder {
    fn new(path: &Path, shown: &Path, names: Vec<String>, whole: bool) -> Self {
        let absolute = crate::cli::absolute(&path.join("x"));
        let place = crate::cli::find_root(&absolute).and_then(|root| {
            let inner = absolute.parent()?.strip_prefix(root).ok()?;
            let parts: Option<Vec<&str>> = inner.components().map(|part| part.as_os_str().to_str()).collect();
            parts
                .filter(|parts| parts.first() == Some(&"signatures"))
                .map(|parts| parts.join("/"))
        });
        Self {
            path: path.to_owned(),
            names,
            whole,
            shown: shown.join("").display().to_string(),
            place,
        }
    }

    /// Whether its files were found to be regular ones.
    pub fn is_listed(&self) -> bool {
        self.whole
    }

    /// Whether a signed file of this name may be in it.
    pub fn may_hold(&self, name: &str) -> bool {
        !self.whole
            || self
                .names
                .binary_search_by(|other| other.as_str().cmp(name))
                .is_ok()
    }

    /// The path, as the person gave it, of the file of this name.
    pub fn shown(&self, name: &str) -> String {
        [&self.shown, name].concat()
    }
}

/// A file to check.
#[derive(Clone, Debug)]
pub struct File {
    /// The folder that it stands in.
    pub folder: Arc<Folder>,
    at: usize,
}

impl File {
    /// The one at `path`, which the person calls `shown`; whatever it is.
    fn named(path: &Path, shown: &Path) -> Self {
        let (inside, name) = split(path);
        let shown = shown.parent().unwrap_or(Path::new(""));
        let folder = Arc::new(Folder::new(inside, shown, vec![name.to_owned()], false));
        Self { folder, at: 0 }
    }

    /// Its name in the folder.
    pub fn name(&self) -> &str {
        &self.folder.names[self.at]
    }

    /// The path in the project, when it lies in one.
    pub fn place(&self) -> Option<String> {
        let folder = self.folder.place.as_ref()?;
        Some(format!("{folder}/{}", self.name()))
    }
}

/// Every signed file that is named or lies in a named folder, in the order of the folders' names.
///
/// # Errors
/// The first path or folder that can't be read.
pub fn find(directory: &Path, paths: &[PathBuf]) -> Result<Vec<File>, Failure> {
    let mut files = Vec::new();
    for path in paths {
        let whole = directory.join(path);
        let data = std::fs::symlink_metadata(&whole).map_err(|error| Failure::io(path, &error))?;
        if data.is_dir() {
            // Outside a project every YAML file is looked at.
            let loose = crate::cli::find_root(&whole).is_none();
            files.extend(find_below(&whole, path, loose)?);
        } else {
            files.push(File::named(&whole, path));
        }
    }
    Ok(files)
}

/// The files in one folder, and then those in the folders in it, which are looked at side by side.
fn find_below(path: &Path, shown: &Path, loose: bool) -> Result<Vec<File>, Failure> {
    let listed = list(path).map_err(|error| Failure::io(path, &error))?;
    let signed = path.components().any(|part| part.as_os_str() == "signatures");
    let is_looked_at = |name: &String| name.ends_with(".yaml") && (signed || loose && name != CONFIGURATION);
    let names = listed.files.into_iter().filter(is_looked_at).collect();
    let folder = Arc::new(Folder::new(path, shown, names, true));
    let files = (0..folder.names.len()).map(|at| File {
        folder: folder.clone(),
        at,
    });
    let mut files: Vec<File> = files.collect();
    // What can't be looked at is told of, where it has a signed file's name or may hide some: nothing is passed over in silence.
    let is_told = |name: &String| is_looked_at(name) || signed && path.join(name).is_dir();
    let odd = listed.odd.into_iter().filter(is_told);
    files.extend(odd.map(|name| File::named(&path.join(&name), &shown.join(&name))));
    let folders = listed.folders;
    let below: Vec<Result<Vec<File>, Failure>> = folders
        .par_iter()
        .map(|name| find_below(&path.join(name), &shown.join(name), loose))
        .collect();
    for found in below {
        files.extend(found?);
    }
    Ok(files)
}

/// The names in a folder, each kind in its order.
#[derive(Debug, Default)]
struct Listed {
    files: Vec<String>,
    folders: Vec<OsString>,
    /// Links, pipes and the like.
    odd: Vec<String>,
}

fn list(path: &Path) -> std::io::Result<Listed> {
    let mut listed = Listed::default();
    for entry in std::fs::read_dir(path)? {
        let entry = entry?;
        let kind = entry.file_type()?;
        // A name that is no text can't be opened under the one shown, and is reported so.
        let name = || entry.file_name().to_string_lossy().into_owned();
        if kind.is_file() {
            listed.files.push(name());
        } else if kind.is_dir() {
            listed.folders.push(entry.file_name());
        } else {
            listed.odd.push(name());
        }
    }
    listed.files.sort_unstable();
    listed.folders.sort_unstable();
    listed.odd.sort_unstable();
    Ok(listed)
}

/// The folder and the name of a file.
pub fn split(path: &Path) -> (&Path, &str) {
    let name = path
        .file_name()
        .and_then(|name| name.to_str())
        .unwrap_or_default();
    (path.parent().unwrap_or(Path::new("")), name)
}
