//! Opening and reading with as few calls of the system as are safe.

use crate::diagnostic::{Code, Diagnostic, Place, reason};
use std::io;
use std::path::Path;

/// Why a file was not read.
#[derive(Debug)]
pub(super) enum Fault {
    /// A symbolic link.
    Link,
    /// What the system says.
    Unreadable(io::Error),
    /// More bytes than are read: how many there are, as far as is known.
    TooLarge(u64),
}

impl Fault {
    /// The fault as a diagnostic about the file at `path`.
    pub(super) fn at(self, path: &str, limit: usize) -> Diagnostic {
        match self {
            Self::Link => Diagnostic::new(Code::SymbolicLink, Place::file(path)),
            Self::Unreadable(error) => {
                Diagnostic::new(Code::FileUnreadable, Place::file(path)).with("reason", reason(&error))
            }
            Self::TooLarge(size) => Diagnostic::new(Code::FileTooLarge, Place::file(path))
                .with("size", size)
                .with("limit", limit),
        }
    }
}

#[cfg(unix)]
pub(super) use unix::{File, Folder, file, read, read_found};

#[cfg(unix)]
mod unix {
    use super::{Fault, Path, io};
    use rustix::fs::{CWD, FileType, Mode, OFlags, fstat, openat};
    use std::os::fd::{AsFd, OwnedFd};

    impl From<rustix::io::Errno> for Fault {
        fn from(error: rustix::io::Errno) -> Self {
            match error {
                // The answer to `NOFOLLOW`.
                rustix::io::Errno::LOOP => Self::Link,
                _ => Self::Unreadable(error.into()),
            }
        }
    }

    /// An open file.
    pub(in super::super) type File = OwnedFd;

    /// More than most signed files have.
    const USUAL: usize = 2048;

    /// An open folder.
    #[derive(Debug)]
    pub(in super::super) struct Folder(OwnedFd);

    impl Folder {
        pub(in super::super) fn open(path: &Path) -> Result<Self, Fault> {
            let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::NOFOLLOW | OFlags::CLOEXEC;
            Ok(Self(openat(CWD, path, flags, Mode::empty())?))
        }

        pub(in super::super) fn file(&self, name: &str) -> Result<OwnedFd, Fault> {
            Ok(openat(self.0.as_fd(), name, flags(), Mode::empty())?)
        }
    }

    /// Neither a link, nor a pipe that would never end.
    fn flags() -> OFlags {
        OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC
    }

    /// Opens a file for reading.
    pub(in super::super) fn file(path: &Path) -> Result<OwnedFd, Fault> {
        Ok(openat(CWD, path, flags(), Mode::empty())?)
    }

    /// Reads all of a regular file.
    pub(in super::super) fn read(file: OwnedFd, limit: usize) -> Result<Vec<u8>, Fault> {
        read_rest(&file, Vec::new(), limit)
    }

    /// Reads all of a file that was found to be a regular one: most are read at once, and nothing is asked about them.
    pub(in super::super) fn read_found(file: OwnedFd, limit: usize) -> Result<Vec<u8>, Fault> {
        let mut bytes = Vec::with_capacity(USUAL);
        let (got, room) = read_more(&file, &mut bytes)?;
        // A regular file gives all that it has and there is room for. Some file systems over a network give less: what does
        // not end as a signed file does is looked at again.
        if got < room && bytes.len() <= limit && bytes.ends_with(b"\n") {
            return Ok(bytes);
        }
        read_rest(&file, bytes, limit)
    }

    /// Reads what comes after `bytes` in a regular file.
    fn read_rest(file: &OwnedFd, mut bytes: Vec<u8>, limit: usize) -> Result<Vec<u8>, Fault> {
        let data = fstat(file)?;
        if FileType::from_raw_mode(data.st_mode) != FileType::RegularFile {
            return Err(Fault::Unreadable(io::Error::other("not a regular file")));
        }
        let size = u64::try_from(data.st_size).unwrap_or_default();
        if size > limit as u64 {
            return Err(Fault::TooLarge(size));
        }
        bytes.reserve_exact((size as usize + 1).saturating_sub(bytes.len()));
        loop {
            let (got, room) = read_more(file, &mut bytes)?;
            // The whole size and less than there was room for: the end of a regular file, without asking again.
            if got == 0 || (got < room && bytes.len() as u64 >= size) {
                return Ok(bytes);
            }
            if bytes.len() > limit {
                return Err(Fault::TooLarge(bytes.len() as u64));
            }
            bytes.reserve(4096);
        }
    }

    /// Reads as much as there is room for: how much came, and how much could have.
    fn read_more(file: &OwnedFd, bytes: &mut Vec<u8>) -> rustix::io::Result<(usize, usize)> {
        let room = bytes.capacity() - bytes.len();
        loop {
            match rustix::io::read(file, rustix::buffer::spare_capacity(bytes)) {
                Err(rustix::io::Errno::INTR) => {}
                got => return Ok((got?, room)),
            }
        }
    }
}

#[cfg(not(unix))]
pub(super) use elsewhere::{File, Folder, file, read, read as read_found};

#[cfg(not(unix))]
mod elsewhere {
    use super::{Fault, Path, io};
    pub(in super::super) use std::fs::File;
    use std::io::Read as _;
    use std::path::PathBuf;

    impl From<io::Error> for Fault {
        fn from(error: io::Error) -> Self {
            Self::Unreadable(error)
        }
    }

    /// A folder.
    #[derive(Debug)]
    pub(in super::super) struct Folder(PathBuf);

    impl Folder {
        pub(in super::super) fn open(path: &Path) -> Result<Self, Fault> {
            Ok(Self(path.to_owned()))
        }

        pub(in super::super) fn file(&self, name: &str) -> Result<File, Fault> {
            file(&self.0.join(name))
        }
    }

    /// Opens a file for reading: neither a link nor a folder.
    pub(in super::super) fn file(path: &Path) -> Result<File, Fault> {
        let data = std::fs::symlink_metadata(path)?;
        if data.is_symlink() {
            Err(Fault::Link)
        } else if data.is_file() {
            Ok(File::open(path)?)
        } else {
            Err(io::Error::other("not a regular file").into())
        }
    }

    /// Reads all of a file.
    pub(in super::super) fn read(file: File, limit: usize) -> Result<Vec<u8>, Fault> {
        let size = file.metadata()?.len();
        if size > limit as u64 {
            return Err(Fault::TooLarge(size));
        }
        let mut bytes = Vec::with_capacity(size as usize + 1);
        file.take(limit as u64 + 1).read_to_end(&mut bytes)?;
        if bytes.len() > limit {
            Err(Fault::TooLarge(bytes.len() as u64))
        } else {
            Ok(bytes)
        }
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_was_found_is_read_as_any_other() {
        let room = tempfile::tempdir().unwrap();
        let path = room.path().join("file");
        for size in [0, 1, 2047, 2048, 2049, 5000, 5001, 9000] {
            for last in [b'a', b'\n'] {
                let mut bytes: Vec<u8> = (0..size).map(|at| (at % 251) as u8).collect();
                if let Some(end) = bytes.last_mut() {
                    *end = last;
                }
                std::fs::write(&path, &bytes).unwrap();
                for read in [read, read_found] {
                    match read(file(&path).unwrap(), 5000) {
                        Ok(read) => assert!(read == bytes && size <= 5000, "{size}"),
                        Err(Fault::TooLarge(told)) => assert!(told == size && size > 5000, "{size}"),
                        Err(fault) => panic!("{size}: {fault:?}"),
                    }
                }
            }
        }
    }

    #[test]
    fn what_is_no_file_is_not_read() {
        let room = tempfile::tempdir().unwrap();
        let path = room.path().join("pipe");
        let made = std::process::Command::new("mkfifo").arg(&path).status().unwrap();
        assert!(made.success());
        for read in [read, read_found] {
            for path in [&path, room.path()] {
                let fault = file(path).and_then(|file| read(file, 5000));
                assert!(matches!(fault, Err(Fault::Unreadable(_))), "{fault:?}");
            }
        }
    }
}
