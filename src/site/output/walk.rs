//! Going from file to file of an output folder by descriptors of the folders between, none of which may be a link.

use rustix::fd::{AsFd as _, BorrowedFd, OwnedFd};
use rustix::fs::{AtFlags, CWD, Mode, OFlags, Stat, openat, statat};
use std::io::Read as _;
use std::path::Path;
use std::sync::Arc;

/// The folders on the way to the file that was looked at last: neighbours in a sorted list share most of them.
#[derive(Clone, Debug)]
pub struct Folders {
    top: Arc<OwnedFd>,
    path: String,
    /// The open folders of `path`, with the length of each one's own path.
    open: Vec<(usize, Arc<OwnedFd>)>,
}

impl Folders {
    /// Opens the folder that paths are relative to.
    pub fn open(top: &Path) -> rustix::io::Result<Self> {
        Ok(Self {
            top: Arc::new(open(CWD, top)?),
            path: String::new(),
            open: Vec::new(),
        })
    }

    /// What the system says of the file at `path`, of a link itself.
    pub fn look(&mut self, path: &str) -> Option<Stat> {
        let (folder, name) = self.enter(path)?;
        statat(folder, name, AtFlags::SYMLINK_NOFOLLOW).ok()
    }

    /// What is in the file at `path`, which is no link.
    pub fn read(&mut self, path: &str) -> Option<Vec<u8>> {
        let (folder, name) = self.enter(path)?;
        let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
        let file = openat(folder, name, flags, Mode::empty()).ok()?;
        let mut bytes = Vec::new();
        std::fs::File::from(file).read_to_end(&mut bytes).ok()?;
        Some(bytes)
    }

    /// The folder of the file at `path`, and the file's name.
    fn enter<'p>(&mut self, path: &'p str) -> Option<(BorrowedFd<'_>, &'p str)> {
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        if self.path != folder {
            self.change(folder)?;
        }
        let last = self.open.last().map_or(&self.top, |(_, folder)| folder);
        Some((last.as_fd(), name))
    }

    fn change(&mut self, folder: &str) -> Option<()> {
        let is_above = |above: &str| {
            let rest = folder.strip_prefix(above);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        while self
            .open
            .pop_if(|(length, _)| !is_above(&self.path[..*length]))
            .is_some()
        {}
        let mut length = self.open.last().map_or(0, |(length, _)| *length);
        self.path.truncate(length);
        while length < folder.len() {
            let start = if length == 0 { 0 } else { length + 1 };
            let end = folder[start..].find('/').map_or(folder.len(), |at| start + at);
            let last = self.open.last().map_or(&self.top, |(_, folder)| folder);
            let next = open(last.as_fd(), &folder[start..end]).ok()?;
            self.open.push((end, Arc::new(next)));
            self.path.replace_range(.., &folder[..end]);
            length = end;
        }
        Some(())
    }
}

fn open(at: BorrowedFd<'_>, path: impl rustix::path::Arg) -> rustix::io::Result<OwnedFd> {
    let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::NOFOLLOW | OFlags::CLOEXEC;
    openat(at, path, flags, Mode::empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_is_found_in_any_order_and_none_behind_a_link() {
        let room = tempfile::tempdir().unwrap();
        for path in ["a", "b/c", "b/d/e", "b/d/f/g", "b-d/e", "bd/e"] {
            let path = room.path().join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(&path, path.to_str().unwrap()).unwrap();
        }
        std::os::unix::fs::symlink("b", room.path().join("link")).unwrap();
        std::os::unix::fs::symlink("a", room.path().join("file")).unwrap();
        let mut folders = Folders::open(room.path()).unwrap();
        for path in [
            "a", "b/c", "b/d/e", "b/d/f/g", "b-d/e", "b/c", "bd/e", "b/d/f/g", "a", "b/d/e",
        ] {
            let bytes = folders.read(path).unwrap();
            assert_eq!(bytes, room.path().join(path).to_str().unwrap().as_bytes());
            assert_eq!(folders.look(path).unwrap().st_size as usize, bytes.len());
        }
        for none in ["link/c", "file", "b/d/x/y", "b/x", "b/c/d"] {
            assert!(folders.read(none).is_none(), "{none}");
        }
        assert!(folders.look("link/c").is_none() && folders.look("b/d/f/g").is_some());
    }
}
