//! One build at a time for one output folder.

use super::OutputError;
use rustix::fs::{FlockOperation, OFlags, flock};
use std::fs::{File, OpenOptions};
use std::os::unix::fs::{MetadataExt as _, OpenOptionsExt as _};
use std::path::{Path, PathBuf};

/// A lock that ends with the process, however it ends.
#[derive(Debug)]
pub(super) struct Lock {
    path: PathBuf,
    _file: File,
}

impl Lock {
    /// Locks `output` by the file at `path`.
    pub(super) fn take(path: PathBuf, output: &Path) -> Result<Self, OutputError> {
        loop {
            let file = OpenOptions::new()
                .create(true)
                .write(true)
                .truncate(false)
                .custom_flags(OFlags::NOFOLLOW.bits() as i32)
                .open(&path)
                .map_err(OutputError::io(&path))?;
            match flock(&file, FlockOperation::NonBlockingLockExclusive) {
                Ok(()) => {}
                Err(rustix::io::Errno::WOULDBLOCK) => return Err(OutputError::Busy(output.to_owned())),
                Err(error) => return Err(OutputError::Io(path, error.into())),
            }
            // Whoever held the lock before may have removed the file between our opening and locking it.
            let ours = file.metadata().map_err(OutputError::io(&path))?;
            if std::fs::metadata(&path)
                .is_ok_and(|there| (there.dev(), there.ino()) == (ours.dev(), ours.ino()))
            {
                return Ok(Self { path, _file: file });
            }
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Before the lock goes: so nobody can hold a lock on a file that is no longer there.
        let _ = std::fs::remove_file(&self.path);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_one_holds_it_and_nothing_stays() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("lock");
        let lock = Lock::take(path.clone(), folder.path()).unwrap();
        assert!(matches!(
            Lock::take(path.clone(), folder.path()),
            Err(OutputError::Busy(_))
        ));
        drop(lock);
        assert!(!path.exists());
        assert!(Lock::take(path, folder.path()).is_ok());
    }
}
