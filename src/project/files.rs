//! Finding and reading the project's files: sizes bounded, links never followed, names looked at.

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::identifier::is_forbidden;
use std::io::Read as _;
use std::path::Path;
use walkdir::WalkDir;

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
    let top = root.join(folder);
    if std::fs::symlink_metadata(&top).is_err() {
        return found;
    }
    let hidden = |entry: &walkdir::DirEntry| {
        entry.depth() > 0
            && entry
                .file_name()
                .to_str()
                .is_some_and(|name| name.starts_with('.'))
    };
    for entry in WalkDir::new(&top)
        .follow_root_links(false)
        .into_iter()
        .filter_entry(|entry| !hidden(entry))
    {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                let path = error
                    .path()
                    .map_or_else(|| folder.to_owned(), |path| relative(root, path));
                let reason = error.io_error().map_or_else(|| error.to_string(), reason);
                found
                    .faults
                    .push(Diagnostic::new(Code::FileUnreadable, Place::file(path)).with("reason", reason));
                continue;
            }
        };
        let path = relative(root, entry.path());
        let kind = entry.file_type();
        if kind.is_symlink() {
            found
                .faults
                .push(Diagnostic::new(Code::SymbolicLink, Place::file(path)));
        } else if entry
            .file_name()
            .to_str()
            .is_none_or(|name| name.chars().any(is_forbidden))
        {
            let fault = Diagnostic::new(Code::FileName, Place::file(path));
            found.faults.push(fault.with("expected", "[a-z0-9-]"));
        } else if kind.is_file() {
            found.paths.push(path);
        } else if !kind.is_dir() {
            let fault = Diagnostic::new(Code::FileUnreadable, Place::file(path));
            found.faults.push(fault.with("reason", "not a regular file"));
        }
    }
    found.paths.sort_unstable();
    found
}

/// Reads the file at `path`, relative to `root`, of at most `limit` bytes.
///
/// # Errors
/// When it is a link, can't be read, or is larger than `limit`: then nothing of it is read.
pub fn read(root: &Path, path: &str, limit: usize) -> Result<Vec<u8>, Diagnostic> {
    let unreadable = |error: std::io::Error| {
        Diagnostic::new(Code::FileUnreadable, Place::file(path)).with("reason", reason(&error))
    };
    let too_large = |size: u64| {
        Diagnostic::new(Code::FileTooLarge, Place::file(path))
            .with("size", size)
            .with("limit", limit)
    };
    let file = open_regular(&root.join(path)).map_err(unreadable)?;
    let size = file.metadata().map_err(unreadable)?.len();
    if size > limit as u64 {
        return Err(too_large(size));
    }
    let mut bytes = Vec::with_capacity(size as usize + 1);
    file.take(limit as u64 + 1)
        .read_to_end(&mut bytes)
        .map_err(unreadable)?;
    if bytes.len() > limit {
        Err(too_large(bytes.len() as u64))
    } else {
        Ok(bytes)
    }
}

/// Opens a file for reading: neither a link, nor a folder, nor a pipe that would never end.
#[cfg(unix)]
fn open_regular(path: &Path) -> std::io::Result<std::fs::File> {
    use rustix::fs::{Mode, OFlags};
    let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
    let file = std::fs::File::from(rustix::fs::open(path, flags, Mode::empty())?);
    if file.metadata()?.is_file() {
        Ok(file)
    } else {
        Err(std::io::Error::other("not a regular file"))
    }
}

/// Opens a file for reading: neither a link nor a folder.
#[cfg(not(unix))]
fn open_regular(path: &Path) -> std::io::Result<std::fs::File> {
    if std::fs::symlink_metadata(path)?.is_file() {
        std::fs::File::open(path)
    } else {
        Err(std::io::Error::other("not a regular file"))
    }
}

/// What the system says of an error, without Rust's own additions.
pub fn reason(error: &std::io::Error) -> String {
    let text = error.to_string();
    text.split_once(" (os error")
        .map_or(text.as_str(), |(reason, _)| reason)
        .to_owned()
}

fn relative(root: &Path, path: &Path) -> String {
    let inner = path.strip_prefix(root).unwrap_or(path);
    let parts = inner.components().map(|part| part.as_os_str().to_string_lossy());
    parts.collect::<Vec<_>>().join("/")
}
