//! Files on their way into the new site.

use super::there::Before;
use super::{Fate, OutputError, Staging, make_folder_of};
use crate::cache::Stamp;
use crate::identifier::Digest;
use rustix::fd::BorrowedFd;
use rustix::fs::{Mode, OFlags, fstat, openat};
use std::io::{self, Read as _, Write};

impl Staging {
    /// Puts a file into the new site.
    ///
    /// # Errors
    /// When it can't be written, or two files have one path.
    pub fn write(&self, path: &str, bytes: &[u8]) -> Result<(), OutputError> {
        self.write_from(None, path, bytes)
    }

    /// The same for a file that seldom changes: the one that is there is not read when it is known to have these bytes.
    ///
    /// # Errors
    /// As for [`write`](Self::write).
    pub fn write_same(&self, path: &str, bytes: &[u8]) -> Result<(), OutputError> {
        let inputs = Digest::of(bytes);
        if self.keep_made(&[(&inputs, path)]) {
            return Ok(());
        }
        self.write_from(Some(&inputs), path, bytes)
    }

    /// Puts a file into the new site, and remembers what it was made from: `inputs` is the digest of everything that has a part in it.
    ///
    /// # Errors
    /// As for [`write`](Self::write).
    pub fn write_from(&self, inputs: Option<&Digest>, path: &str, bytes: &[u8]) -> Result<(), OutputError> {
        match self.compare(path, bytes)? {
            Before::Same(stamp) => self.note(path, Fate::Kept, inputs, stamp),
            Before::Foreign => self.foreign(path),
            Before::Other => {
                let mut file = self.create(path)?;
                file.write_all(bytes).map_err(self.at(path))?;
                self.note(path, Fate::Written, inputs, stamp_of(&file));
            }
        }
        Ok(())
    }

    /// Puts a file into the new site that is too large to be held in memory, made from what `inputs` is the digest of.
    ///
    /// # Errors
    /// As for [`write`](Self::write), and those of `fill`.
    pub fn write_with(
        &self,
        inputs: &Digest,
        path: &str,
        fill: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    ) -> Result<(), OutputError> {
        if self.keep_made(&[(inputs, path)]) {
            return Ok(());
        }
        let mut out = io::BufWriter::with_capacity(64 * 1024, self.create(path)?);
        fill(&mut out).and_then(|()| out.flush()).map_err(self.at(path))?;
        let stamp = stamp_of(out.get_ref());
        drop(out);
        let staged = self.folder.join(path);
        match self.compare_files(path, &staged)? {
            Before::Same(stamp) => {
                std::fs::remove_file(&staged).map_err(OutputError::io(&staged))?;
                self.note(path, Fate::Kept, Some(inputs), stamp);
            }
            Before::Foreign => self.foreign(path),
            Before::Other => self.note(path, Fate::Written, Some(inputs), stamp),
        }
        Ok(())
    }

    /// Takes a file over from the last site, when that site has one there and `is_good` says so of its bytes; whether it
    /// did.
    ///
    /// # Errors
    /// When the system does not let it be looked at.
    pub fn keep(&self, path: &str, is_good: impl FnOnce(&[u8]) -> bool) -> Result<bool, OutputError> {
        let (true, Some(there)) = (self.is_ours(path), self.there(path)?) else {
            return Ok(false);
        };
        let mut bytes = Vec::new();
        let is_read = there
            .file
            .is_some_and(|mut file| file.read_to_end(&mut bytes).is_ok());
        let is_kept = is_read && is_good(&bytes);
        if is_kept {
            self.note(path, Fate::Kept, None, there.stamp);
        }
        Ok(is_kept)
    }

    fn create(&self, path: &str) -> Result<std::fs::File, OutputError> {
        let flags = OFlags::WRONLY | OFlags::CREATE | OFlags::EXCL | OFlags::CLOEXEC;
        let open =
            |folder: BorrowedFd<'_>, name: &str| openat(folder, name, flags, Mode::from_raw_mode(0o666));
        let file = match self.made.at(path, open) {
            Ok(file) => file.map(Into::into).map_err(Into::into),
            // The long way tells why.
            Err(_) => {
                let staged = self.folder.join(path);
                make_folder_of(&staged)?;
                std::fs::File::create_new(staged)
            }
        };
        file.map_err(|error| match error.kind() {
            io::ErrorKind::AlreadyExists => OutputError::Twice(self.place.output.join(path)),
            _ => self.at(path)(error),
        })
    }
}

fn stamp_of(file: &std::fs::File) -> Option<Stamp> {
    fstat(file).ok().as_ref().and_then(Stamp::of_stat)
}
