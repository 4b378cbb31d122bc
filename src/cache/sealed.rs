//! A file of the cache: a head that names its kind and the build, what is remembered, and a seal over all of it.

use super::Secret;
use crate::identifier::Digest;
use std::io::{self, Write as _};
use std::path::Path;
use std::sync::OnceLock;

/// The first bytes of a file, which tell its kind and the version of its form.
pub(super) type Head = [u8; 18];

/// More than a million entries are no list of ours.
const LIMIT: usize = 128 * 1024 * 1024;

/// What is at the place of the file.
pub(super) enum Found {
    /// No file.
    Nothing,
    /// What was remembered.
    Sound(Vec<u8>),
    /// The file of another build of the program.
    OtherBuild,
    /// Something else.
    Foreign,
}

/// Reads the file at `path`.
pub(super) fn read(path: &Path, head: &Head, secret: &Secret) -> Found {
    let (Some(folder), Some(name)) = (path.parent(), path.file_name().and_then(|name| name.to_str())) else {
        return Found::Nothing;
    };
    if !is_own(folder) || path.symlink_metadata().is_err() {
        return Found::Nothing;
    }
    match crate::project::files::read(folder, name, LIMIT) {
        Ok(bytes) => open(bytes, head, secret),
        Err(_) => Found::Foreign,
    }
}

fn open(mut bytes: Vec<u8>, head: &Head, secret: &Secret) -> Found {
    let Some((rest, seal)) = bytes.split_last_chunk::<32>() else {
        return Found::Foreign;
    };
    if secret.seal(rest).as_bytes() != seal {
        return Found::Foreign;
    }
    let start = head.len() + 32;
    let ours = rest
        .strip_prefix(head)
        .is_some_and(|rest| rest.starts_with(build().as_bytes()));
    if !ours {
        return Found::OtherBuild;
    }
    bytes.truncate(bytes.len() - 32);
    bytes.drain(..start);
    Found::Sound(bytes)
}

/// Writes the file at `path` in one step.
pub(super) fn write<T: AsRef<[u8]>>(
    path: &Path,
    head: &Head,
    secret: &Secret,
    content: impl Iterator<Item = T> + Clone,
) -> io::Result<()> {
    let length: usize = content.clone().map(|part| part.as_ref().len()).sum();
    let mut bytes = Vec::with_capacity(head.len() + 64 + length);
    bytes.extend(head);
    bytes.extend(build().as_bytes());
    content.for_each(|part| bytes.extend_from_slice(part.as_ref()));
    let seal = secret.seal(&bytes);
    bytes.extend(seal.as_bytes());
    let (folder, name) = (
        path.parent().unwrap_or(path),
        path.file_name().unwrap_or_default(),
    );
    std::fs::create_dir_all(folder)?;
    if !is_own(folder) {
        return Err(io::ErrorKind::NotADirectory.into());
    }
    // Under a name that nothing has yet: it can be no link, and no other thread or process uses it.
    let mut prefix = name.to_owned();
    prefix.push(".");
    let mut file = tempfile::Builder::new().prefix(&prefix).tempfile_in(folder)?;
    file.write_all(&bytes)?;
    file.persist(path)?;
    Ok(())
}

/// Deletes the file at `path`, where it is one of the cache's.
pub(super) fn remove(path: &Path) {
    if path.parent().is_some_and(is_own) {
        let _ = std::fs::remove_file(path);
    }
}

/// Whether the cache's folder is one, and no link: a repository could come with one that leads anywhere.
fn is_own(folder: &Path) -> bool {
    folder.symlink_metadata().is_ok_and(|data| data.is_dir())
}

/// Tells this build of the program from others: its version, and the size and age of its file.
fn build() -> Digest {
    static BUILD: OnceLock<Digest> = OnceLock::new();
    *BUILD.get_or_init(|| {
        let data = std::env::current_exe().and_then(|path| path.metadata());
        let age = data.as_ref().ok().and_then(|data| data.modified().ok());
        let length = data.map(|data| data.len()).unwrap_or_default();
        Digest::of(format!("{} {length} {age:?}", env!("CARGO_PKG_VERSION")).as_bytes())
    })
}
