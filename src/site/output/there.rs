//! What already stands in the output folder, held against what is to stand there.

use super::folders::Without;
use super::{OutputError, Staging};
use crate::cache::Stamp;
use rustix::fd::BorrowedFd;
use rustix::fs::{FileType, Mode, OFlags, fstat, openat};
use rustix::io::Errno;
use std::io::{self, Read as _};
use std::path::Path;

/// What stands at a path.
pub(super) enum Before {
    /// The same bytes.
    Same(Option<Stamp>),
    /// Nothing, or something of ours that will be replaced.
    Other,
    /// Something that this program did not write.
    Foreign,
}

/// The file that stands at a path.
#[derive(Default)]
pub(super) struct There {
    /// None when it is no regular file.
    pub(super) file: Option<std::fs::File>,
    length: u64,
    pub(super) stamp: Option<Stamp>,
}

impl Staging {
    /// What is at `path` in the output folder, beside what is to stand there.
    pub(super) fn compare(&self, path: &str, bytes: &[u8]) -> Result<Before, OutputError> {
        let Some(mut there) = self.there(path)? else {
            return Ok(Before::Other);
        };
        let Some(file) = &mut there.file else {
            return Ok(Before::Foreign);
        };
        if there.length == bytes.len() as u64 {
            let mut last = Vec::with_capacity(bytes.len());
            if file.read_to_end(&mut last).is_ok() && last == bytes {
                return Ok(Before::Same(there.stamp));
            }
        }
        Ok(self.other(path))
    }

    pub(super) fn compare_files(&self, path: &str, staged: &Path) -> Result<Before, OutputError> {
        let Some(mut there) = self.there(path)? else {
            return Ok(Before::Other);
        };
        let Some(file) = &mut there.file else {
            return Ok(Before::Foreign);
        };
        let mut new = std::fs::File::open(staged).map_err(OutputError::io(staged))?;
        let length = new.metadata().map_err(OutputError::io(staged))?.len();
        if length == there.length && same_content(file, &mut new).unwrap_or(false) {
            return Ok(Before::Same(there.stamp));
        }
        Ok(self.other(path))
    }

    /// The file at `path` in the output folder.
    pub(super) fn there(&self, path: &str) -> Result<Option<There>, OutputError> {
        let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
        let open = |folder: BorrowedFd<'_>, name: &str| openat(folder, name, flags, Mode::empty());
        let Some(there) = &self.there else {
            return Ok(None);
        };
        let file = match there.at(path, open) {
            Ok(Ok(file)) => std::fs::File::from(file),
            Ok(Err(Errno::NOENT)) | Err(Without::Folder) => return Ok(None),
            Ok(Err(Errno::LOOP | Errno::NOTDIR | Errno::NXIO)) | Err(Without::Sound) => {
                return Ok(Some(There::default()));
            }
            Ok(Err(error)) => return Err(self.at(path)(error.into())),
        };
        let data = fstat(&file).map_err(|error| self.at(path)(error.into()))?;
        let is_file = FileType::from_raw_mode(data.st_mode) == FileType::RegularFile;
        Ok(Some(There {
            file: is_file.then_some(file),
            length: u64::try_from(data.st_size).unwrap_or_default(),
            stamp: Stamp::of_stat(&data),
        }))
    }

    /// Whether the last build wrote a file at `path`.
    pub(super) fn is_ours(&self, path: &str) -> bool {
        self.last.as_ref().is_some_and(|last| last.contains(path))
    }

    /// What becomes of something else than what is to stand at `path`.
    fn other(&self, path: &str) -> Before {
        if self.is_ours(path) {
            Before::Other
        } else {
            Before::Foreign
        }
    }
}

fn same_content(one: &mut std::fs::File, other: &mut std::fs::File) -> io::Result<bool> {
    let (mut a, mut b) = (vec![0; 64 * 1024], vec![0; 64 * 1024]);
    loop {
        let read = one.read(&mut a)?;
        if read == 0 {
            return Ok(other.read(&mut b)? == 0);
        }
        if other.read_exact(&mut b[..read]).is_err() || a[..read] != b[..read] {
            return Ok(false);
        }
    }
}
