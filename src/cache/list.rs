//! The list on disk: a head that names the build, the entries, and a seal over both.

use super::Secret;
use crate::identifier::Digest;
use std::io::{self, Write as _};
use std::path::Path;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

/// The name of the file.
pub(super) const NAME: &str = "checks";

const HEAD: &[u8; 16] = b"paraphe checks 1";

/// More than a million entries are no list of ours.
const LIMIT: usize = 64 * 1024 * 1024;

/// What is at the place of the list.
pub(super) enum Found {
    /// No list.
    Nothing,
    /// Entries, sorted.
    Sound(Vec<Digest>),
    /// The list of another build of the program.
    OtherBuild,
    /// Something else.
    Foreign,
}

/// Reads the list at `path`.
pub(super) fn read(path: &Path, secret: &Secret) -> Found {
    let (Some(folder), Some(name)) = (path.parent(), path.file_name().and_then(|name| name.to_str())) else {
        return Found::Nothing;
    };
    if path.symlink_metadata().is_err() {
        return Found::Nothing;
    }
    match crate::project::files::read(folder, name, LIMIT) {
        Ok(bytes) => parse(&bytes, secret),
        Err(_) => Found::Foreign,
    }
}

fn parse(bytes: &[u8], secret: &Secret) -> Found {
    let Some((rest, seal)) = bytes.split_last_chunk::<32>() else {
        return Found::Foreign;
    };
    if secret.seal(rest).as_bytes() != seal {
        return Found::Foreign;
    }
    let Some(rest) = rest.strip_prefix(HEAD) else {
        return Found::OtherBuild;
    };
    let Some(entries) = rest.strip_prefix(build().as_bytes()) else {
        return Found::OtherBuild;
    };
    let (entries, rest) = entries.as_chunks::<32>();
    if !rest.is_empty() || !entries.is_sorted() {
        return Found::Foreign;
    }
    Found::Sound(entries.iter().map(|entry| Digest::from_bytes(*entry)).collect())
}

/// Writes the list to `path` in one step.
pub(super) fn write(path: &Path, secret: &Secret, entries: &[Digest]) -> io::Result<()> {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let mut bytes = Vec::with_capacity(HEAD.len() + 64 + entries.len() * 32);
    bytes.extend(HEAD);
    bytes.extend(build().as_bytes());
    entries.iter().for_each(|entry| bytes.extend(entry.as_bytes()));
    let seal = secret.seal(&bytes);
    bytes.extend(seal.as_bytes());
    let folder = path.parent().unwrap_or(path);
    std::fs::create_dir_all(folder)?;
    // No other thread or process uses that name, and a file that was left by one that was killed is in nobody's way.
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    let temporary = folder.join(format!("{NAME}.{}-{number}", std::process::id()));
    let written = std::fs::File::create(&temporary)
        .and_then(|mut file| file.write_all(&bytes))
        .and_then(|()| std::fs::rename(&temporary, path));
    if written.is_err() {
        let _ = std::fs::remove_file(&temporary);
    }
    written
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
