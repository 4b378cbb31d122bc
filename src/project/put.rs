//! Writing a file of the project: whole or not at all, and nowhere else.

use std::io::{Error, ErrorKind, Result, Write as _};
use std::path::Path;

/// Writes the file at `path`, relative to `root`, with `/` between its parts.
///
/// The folders on the way are made; none of them may be a link. A reader sees the file as it was or as it is, never a
/// part of it. Unless `replace` is given, there must be no such file.
///
/// # Errors
/// What the system says; [`ErrorKind::AlreadyExists`] when the file is there and may not be replaced.
pub fn put(root: &Path, path: &str, content: &[u8], replace: bool) -> Result<()> {
    let mut parts: Vec<&str> = path.split('/').collect();
    let name = parts.pop().unwrap_or_default();
    let mut folder = root.to_owned();
    for part in parts {
        folder.push(part);
        match folder.symlink_metadata() {
            Ok(found) if found.is_dir() => {}
            Ok(_) => return Err(Error::other(format!("{part} is not a folder"))),
            Err(error) if error.kind() == ErrorKind::NotFound => std::fs::create_dir(&folder)?,
            Err(error) => return Err(error),
        }
    }
    let target = folder.join(name);
    if !replace && target.symlink_metadata().is_ok() {
        return Err(Error::from(ErrorKind::AlreadyExists));
    }
    // Names that start with a dot are passed over when a project is read.
    let draft = folder.join(format!(".{name}.{}", std::process::id()));
    let written = write_new(&draft, content).and_then(|()| {
        if replace {
            std::fs::rename(&draft, &target)
        } else {
            place_new(&draft, &target)
        }
    });
    if written.is_err() {
        // The first failure is the one to know.
        let _ = std::fs::remove_file(&draft);
    }
    written
}

fn write_new(path: &Path, content: &[u8]) -> Result<()> {
    let mut file = std::fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(path)?;
    file.write_all(content)?;
    file.sync_all()
}

/// Gives `draft` its name, if nothing has it. A link can't replace a file, as a renaming would.
fn place_new(draft: &Path, target: &Path) -> Result<()> {
    match std::fs::hard_link(draft, target) {
        Ok(()) => std::fs::remove_file(draft),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Err(error),
        // Some file systems have no links; the name was free a moment ago.
        Err(_) => std::fs::rename(draft, target),
    }
}

#[cfg(test)]
mod tests {
    use super::put;
    use std::io::ErrorKind;

    #[test]
    fn a_file_is_made_with_its_folders_and_replaced_only_when_told() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        put(root, "a/b/c.yaml", b"1", false).unwrap();
        let error = put(root, "a/b/c.yaml", b"2", false).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::AlreadyExists);
        assert_eq!(std::fs::read(root.join("a/b/c.yaml")).unwrap(), b"1");
        put(root, "a/b/c.yaml", b"2", true).unwrap();
        assert_eq!(std::fs::read(root.join("a/b/c.yaml")).unwrap(), b"2");
        assert_eq!(std::fs::read_dir(root.join("a/b")).unwrap().count(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn nothing_is_written_through_a_link() {
        let (folder, elsewhere) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        std::os::unix::fs::symlink(elsewhere.path(), folder.path().join("signatures")).unwrap();
        assert!(put(folder.path(), "signatures/a.yaml", b"1", true).is_err());
        assert_eq!(std::fs::read_dir(elsewhere.path()).unwrap().count(), 0);
    }
}
