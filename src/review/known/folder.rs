//! Folders of the working tree, from which a hundred thousand small files are read with one buffer.

use std::path::Path;

/// The last line of a signed file.
#[cfg(unix)]
const END: &[u8] = b"-----END SSH SIGNATURE-----\n";

/// A folder whose files are read one after the other.
pub struct Folder {
    #[cfg(unix)]
    open: rustix::fd::OwnedFd,
    #[cfg(not(unix))]
    path: std::path::PathBuf,
}

#[cfg(unix)]
impl Folder {
    /// Opens the folder at `folder`, relative to `root`; none when it is a link or can't be read.
    pub fn open(root: &Path, folder: &str) -> Option<Self> {
        use rustix::fs::{Mode, OFlags};
        let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::NOFOLLOW | OFlags::CLOEXEC;
        let open = rustix::fs::open(root.join(folder), flags, Mode::empty()).ok()?;
        Some(Self { open })
    }

    /// The bytes of a file that is no link and not too large.
    ///
    /// A piece that leaves room in the buffer and ends as signed files end is taken for the whole: asking for more would
    /// tell nothing new of a regular file.
    pub fn read<'b>(&self, name: &str, buffer: &'b mut [u8]) -> Option<&'b [u8]> {
        use rustix::fs::{Mode, OFlags};
        let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
        let file = rustix::fs::openat(&self.open, name, flags, Mode::empty()).ok()?;
        let mut length = 0;
        loop {
            match rustix::io::read(&file, &mut buffer[length..]) {
                Ok(0) => return Some(&buffer[..length]),
                Ok(read) => {
                    length += read;
                    if length < buffer.len() && buffer[..length].ends_with(END) {
                        return Some(&buffer[..length]);
                    }
                }
                Err(error) if error == rustix::io::Errno::INTR => {}
                Err(_) => return None,
            }
            if length == buffer.len() {
                return None;
            }
        }
    }
}

#[cfg(not(unix))]
impl Folder {
    /// Opens the folder at `folder`, relative to `root`; none when it is a link or can't be read.
    pub fn open(root: &Path, folder: &str) -> Option<Self> {
        Some(Self {
            path: root.join(folder),
        })
    }

    /// The bytes of a file that is no link and not too large.
    pub fn read<'b>(&self, name: &str, buffer: &'b mut [u8]) -> Option<&'b [u8]> {
        let limit = buffer.len() - 1;
        let bytes = crate::project::files::read(&self.path, name, limit).ok()?;
        let buffer = &mut buffer[..bytes.len()];
        buffer.copy_from_slice(&bytes);
        Some(buffer)
    }
}
