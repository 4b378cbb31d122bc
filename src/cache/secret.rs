//! The reader's own secret, with which lists are sealed: it never lies in a project.

use crate::identifier::Digest;
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

/// Thirty-two random bytes.
#[derive(Clone, Copy)]
pub struct Secret([u8; 32]);

impl std::fmt::Debug for Secret {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Secret")
    }
}

impl Secret {
    /// The secret with these bytes.
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The reader's secret, made at the first use; none where the reader has no folder to keep it in.
    pub fn of_reader() -> Option<Self> {
        Self::in_folder(&cache_folder(|name| std::env::var_os(name))?).ok()
    }

    /// The secret kept in `folder`, made at the first use.
    ///
    /// # Errors
    /// Those of the system.
    pub fn in_folder(folder: &Path) -> io::Result<Self> {
        let path = folder.join("secret");
        if let Ok(secret) = read(&path) {
            return Ok(secret);
        }
        std::fs::create_dir_all(folder)?;
        let mut bytes = [0; 32];
        getrandom::fill(&mut bytes).map_err(io::Error::other)?;
        // A process that is quicker wins: a secret is put there whole or not at all.
        let temporary = folder.join(format!("secret.{}", std::process::id()));
        private(&temporary)?.write_all(&bytes)?;
        let linked = std::fs::hard_link(&temporary, &path);
        std::fs::remove_file(&temporary)?;
        match linked {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(error),
            _ => read(&path),
        }
    }

    /// The seal of `bytes`: nobody without the secret can make it.
    pub(super) fn seal(&self, bytes: &[u8]) -> Digest {
        // Of a fixed length, so that nothing can be added at its end.
        let mut whole = [0; 64];
        whole[..32].copy_from_slice(&self.0);
        whole[32..].copy_from_slice(Digest::of(bytes).as_bytes());
        Digest::of(&whole)
    }
}

fn read(path: &Path) -> io::Result<Secret> {
    let mut bytes = [0; 32];
    std::fs::File::open(path)?.read_exact(&mut bytes)?;
    Ok(Secret(bytes))
}

/// A new file that only its owner can read.
fn private(path: &Path) -> io::Result<std::fs::File> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// `$XDG_CACHE_HOME/paraphe`, or the same below the home folder.
fn cache_folder(variable: impl Fn(&str) -> Option<std::ffi::OsString>) -> Option<PathBuf> {
    let folder = |name| {
        variable(name)
            .map(PathBuf::from)
            .filter(|path| path.is_absolute())
    };
    let base = folder("XDG_CACHE_HOME")
        .or_else(|| folder("HOME").map(|home| home.join(".cache")))
        .or_else(|| folder("LOCALAPPDATA"));
    base.map(|base| base.join("paraphe"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_made_once_and_kept_private() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path().join("a/b");
        let first = Secret::in_folder(&folder).unwrap();
        assert_eq!(Secret::in_folder(&folder).unwrap().0, first.0);
        assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 1);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            let mode = std::fs::metadata(folder.join("secret"))
                .unwrap()
                .permissions()
                .mode();
            assert_eq!(mode & 0o077, 0);
        }
    }

    #[test]
    fn lies_where_the_reader_keeps_such_things() {
        let of = |pairs: &[(&str, &str)]| {
            cache_folder(|name| {
                pairs
                    .iter()
                    .find(|(key, _)| *key == name)
                    .map(|(_, value)| value.into())
            })
        };
        assert_eq!(of(&[("HOME", "/home/a")]), Some("/home/a/.cache/paraphe".into()));
        assert_eq!(
            of(&[("HOME", "/home/a"), ("XDG_CACHE_HOME", "/c")]),
            Some("/c/paraphe".into())
        );
        assert_eq!(of(&[("XDG_CACHE_HOME", "relative")]), None);
        assert_eq!(of(&[]), None);
    }
}
