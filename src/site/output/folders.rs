//! The folders below one folder, opened once for all the files in them: a short name is found faster than a long path.

use rustix::fd::{AsFd as _, BorrowedFd, OwnedFd};
use rustix::fs::{AtFlags, CWD, FileType, Mode, OFlags, mkdirat, openat, statat};
use rustix::io::{Errno, Result};
use rustix::process::{Resource, getrlimit};
use std::collections::HashMap;
use std::path::Path;
use std::sync::{PoisonError, RwLock};

/// How many folders are held open at most; fewer where a process may open few files.
const LIMIT: usize = 256;

/// Folders, none of which is a link, but for the one above all.
#[derive(Debug)]
pub(super) struct Folders {
    top: OwnedFd,
    /// Whether those that are not there are made.
    are_made: bool,
    limit: usize,
    known: RwLock<HashMap<Box<str>, Known>>,
}

/// A folder that was looked at.
#[derive(Debug)]
enum Known {
    /// It is open.
    Open(OwnedFd),
    /// It is one, and is not held open.
    Closed,
    /// There is none.
    Missing,
    /// It is a link, or no folder.
    Unsound,
}

/// Why a file is not to be looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Without {
    /// Its folder is not there.
    Folder,
    /// What should be a folder above it is none.
    Sound,
}

impl Folders {
    /// The folders below `top`, as they are.
    pub(super) fn there(top: &Path) -> Result<Self> {
        Self::open(top, false)
    }

    /// The folders below `top`, which are made where they are missing.
    pub(super) fn made(top: &Path) -> Result<Self> {
        Self::open(top, true)
    }

    fn open(top: &Path, are_made: bool) -> Result<Self> {
        Ok(Self {
            top: openat(CWD, top, flags() & !OFlags::NOFOLLOW, Mode::empty())?,
            are_made,
            limit: limit(),
            known: RwLock::default(),
        })
    }

    /// Does something with the file at `path`, given its folder and its name in there.
    pub(super) fn at<'p, T>(
        &self,
        path: &'p str,
        act: impl FnOnce(BorrowedFd<'_>, &'p str) -> T,
    ) -> std::result::Result<T, Without> {
        let Some((folder, name)) = path.rsplit_once('/') else {
            return Ok(act(self.top.as_fd(), path));
        };
        loop {
            let known = self.known.read().unwrap_or_else(PoisonError::into_inner);
            match known.get(folder) {
                Some(Known::Open(folder)) => return Ok(act(folder.as_fd(), name)),
                Some(Known::Closed) => return Ok(act(self.top.as_fd(), path)),
                Some(Known::Missing) => return Err(Without::Folder),
                Some(Known::Unsound) => return Err(Without::Sound),
                None => drop(known),
            }
            let mut known = self.known.write().unwrap_or_else(PoisonError::into_inner);
            self.meet(&mut known, folder);
        }
    }

    /// Looks at a folder, and at those above it.
    fn meet(&self, known: &mut HashMap<Box<str>, Known>, folder: &str) {
        if known.contains_key(folder) {
            return;
        }
        let found = match folder.rsplit_once('/') {
            None => self.look(self.top.as_fd(), folder, known.len()),
            Some((above, name)) => {
                self.meet(known, above);
                match known.get(above) {
                    Some(Known::Open(above)) => self.look(above.as_fd(), name, known.len()),
                    Some(Known::Closed) => self.look(self.top.as_fd(), folder, known.len()),
                    Some(Known::Missing) => Known::Missing,
                    Some(Known::Unsound) | None => Known::Unsound,
                }
            }
        };
        known.insert(folder.into(), found);
    }

    fn look(&self, above: BorrowedFd<'_>, name: &str, number: usize) -> Known {
        if self.are_made {
            // Whatever is wrong with it is told of the file in it.
            let _ = mkdirat(above, name, Mode::from_raw_mode(0o777));
        }
        if number < self.limit
            && let Ok(folder) = openat(above, name, flags(), Mode::empty())
        {
            return Known::Open(folder);
        }
        match statat(above, name, AtFlags::SYMLINK_NOFOLLOW) {
            Ok(data) if FileType::from_raw_mode(data.st_mode) == FileType::Directory => Known::Closed,
            Err(Errno::NOENT) => Known::Missing,
            _ => Known::Unsound,
        }
    }
}

/// A quarter of what the process may open, for each of two.
fn limit() -> usize {
    let all = getrlimit(Resource::Nofile).current;
    let all = all.map_or(usize::MAX, |all| usize::try_from(all).unwrap_or(usize::MAX));
    LIMIT.min(all / 4)
}

fn flags() -> OFlags {
    OFlags::RDONLY | OFlags::DIRECTORY | OFlags::NOFOLLOW | OFlags::CLOEXEC
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_are_told_from_links_and_files_and_from_nothing() {
        let room = tempfile::tempdir().unwrap();
        std::fs::create_dir_all(room.path().join("a/b")).unwrap();
        std::fs::write(room.path().join("a/b/file"), "text").unwrap();
        std::os::unix::fs::symlink("a", room.path().join("link")).unwrap();
        let folders = Folders::there(room.path()).unwrap();
        let size = |path: &str| {
            folders.at(path, |folder, name| {
                Some(statat(folder, name, AtFlags::empty()).ok()?.st_size)
            })
        };
        for _ in 0..2 {
            assert_eq!(size("a/b/file"), Ok(Some(4)));
            assert_eq!(size("a/b/none"), Ok(None));
            assert_eq!(size("a/c/none"), Err(Without::Folder));
            assert_eq!(size("none/c/none"), Err(Without::Folder));
            assert_eq!(size("link/b/file"), Err(Without::Sound));
            assert_eq!(size("a/b/file/x"), Err(Without::Sound));
        }
    }

    #[test]
    fn more_folders_than_are_held_open_are_found_and_made_all_the_same() {
        let room = tempfile::tempdir().unwrap();
        let made = Folders::made(room.path()).unwrap();
        let number = LIMIT + 20;
        for at in 0..number {
            let path = format!("a/{at}/b/file");
            let flags = OFlags::WRONLY | OFlags::CREATE | OFlags::EXCL;
            let file = made.at(&path, |folder, name| {
                openat(folder, name, flags, Mode::from_raw_mode(0o666))
            });
            file.unwrap().unwrap();
        }
        let folders = Folders::there(room.path()).unwrap();
        for at in 0..number {
            let path = format!("a/{at}/b/file");
            let found = folders.at(&path, |folder, name| {
                statat(folder, name, AtFlags::empty()).is_ok()
            });
            assert_eq!(found, Ok(true));
        }
        let open = folders.known.read().unwrap();
        let open = open
            .values()
            .filter(|known| matches!(known, Known::Open(_)))
            .count();
        assert_eq!(open, limit());
    }
}
