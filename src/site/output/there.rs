//! What already stands in the output folder, held against what is to stand there.

use super::{OutputError, Staging};
use crate::cache::Stamp;
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

struct There {
    /// None when it is no regular file.
    file: Option<std::fs::File>,
    length: u64,
    stamp: Option<Stamp>,
    ours: bool,
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
        Ok(if there.ours {
            Before::Other
        } else {
            Before::Foreign
        })
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
        Ok(if there.ours {
            Before::Other
        } else {
            Before::Foreign
        })
    }

    /// Whether the folders above `path` in the output folder are folders, or not there yet. A symbolic link is neither.
    pub(super) fn is_in_sound_folder(&self, path: &str) -> bool {
        let Some((folder, _)) = path.rsplit_once('/') else {
            return true;
        };
        if let Some(known) = self.state().sound.get(folder) {
            return *known;
        }
        let is_sound = |folder: &str| match self.place.output.join(folder).symlink_metadata() {
            Ok(data) => data.is_dir(),
            Err(error) => error.kind() == io::ErrorKind::NotFound,
        };
        let ancestors = folder
            .match_indices('/')
            .map(|(at, _)| &folder[..at])
            .chain(std::iter::once(folder));
        let sound = ancestors.into_iter().all(is_sound);
        self.state().sound.insert(folder.to_owned(), sound);
        sound
    }

    /// The file at `path` in the output folder.
    fn there(&self, path: &str) -> Result<Option<There>, OutputError> {
        use rustix::fs::{Mode, OFlags};
        use rustix::io::Errno;
        if !self.had_output {
            return Ok(None);
        }
        if !self.is_in_sound_folder(path) {
            return Ok(Some(There {
                file: None,
                length: 0,
                stamp: None,
                ours: false,
            }));
        }
        let at = self.place.output.join(path);
        let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
        let file = match rustix::fs::open(&at, flags, Mode::empty()) {
            Ok(file) => std::fs::File::from(file),
            Err(Errno::NOENT) => return Ok(None),
            Err(Errno::LOOP | Errno::NOTDIR | Errno::NXIO) => {
                return Ok(Some(There {
                    file: None,
                    length: 0,
                    stamp: None,
                    ours: false,
                }));
            }
            Err(error) => return Err(OutputError::Io(at, error.into())),
        };
        let data = file.metadata().map_err(OutputError::io(&at))?;
        let ours = self.last.as_ref().is_some_and(|last| last.contains(path));
        Ok(Some(There {
            file: data.is_file().then_some(file),
            length: data.len(),
            stamp: Stamp::of(&data),
            ours,
        }))
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
