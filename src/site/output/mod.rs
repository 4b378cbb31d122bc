//! The output folder: a new site takes the place of the last one in one step, or not at all.
//!
//! A build fills a folder beside the output folder and then exchanges the two. What this program did not write is
//! carried over; `.paraphe-manifest` in the output folder lists what it did. A build that is killed leaves the last
//! site as it was, and the next build clears away what it left. Where the folder can't be exchanged – it is a mount
//! point, or the folder around it can't be written – and where only a few of many files change, files are brought in one
//! by one, after a list of them that the next build finishes if this one is killed on the way.

mod error;
mod folders;
mod in_place;
mod kept;
mod lock;
mod manifest;
mod place;
mod same;
mod swap;
#[cfg(test)]
mod tests;
mod there;
mod walk;

pub use error::OutputError;
pub use manifest::NAME as MANIFEST;
pub use same::{has_list, is_as_listed};

use crate::cache::{Listed, Outputs, Record, Records, Stamp};
use crate::identifier::Digest;
use folders::Folders;
use kept::Whole;
use lock::Lock;
use manifest::Manifest;
use place::Place;
use rayon::prelude::*;
use rustix::fd::BorrowedFd;
use rustix::fs::{AtFlags, Mode, OFlags, fstat, linkat, openat};
use std::io::{self, Read as _, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use there::Before;

/// Of how many files one may change for the changes to be brought in file by file: giving a second place to each of a
/// hundred thousand files takes longer than all the rest.
const FEW: usize = 64;

/// What a build changed in the output folder.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Files that are new or differ from the last site's.
    pub written: usize,
    /// Files that are as they were.
    pub unchanged: usize,
    /// Files of the last site that the new one does not have.
    pub removed: usize,
}

/// A build that has come to its end.
#[derive(Debug)]
pub struct Committed {
    /// What changed.
    pub changes: Changes,
    /// What the next build is to know of the files.
    pub records: Vec<Record>,
    /// What the files will be recognised by, where that was asked for and is known.
    pub listed: Option<Listed>,
}

/// An output folder that nobody else writes into, with nothing left to be finished.
#[derive(Debug)]
struct Room {
    place: Place,
    /// Whether a build may work beside it.
    beside: bool,
    /// What the last build wrote.
    last: Option<Manifest>,
    lock: Lock,
}

impl Room {
    /// Locks `output`, and finishes or clears away what an interrupted build left.
    fn open(output: &Path, project: &Path) -> Result<Self, OutputError> {
        let place = Place::find(output, project)?;
        for folder in [&place.new, &place.old, &place.output.join(in_place::FOLDER)] {
            place::refuse_link(folder)?;
        }
        let beside = place.can_work_beside()?;
        let lock_path = if beside || !place.output.exists() {
            place.lock.clone()
        } else {
            place.output.join(".paraphe-lock")
        };
        let lock = Lock::take(lock_path, &place.output)?;
        if beside {
            swap::recover(&place)?;
        }
        in_place::recover(&place.output)?;
        let last = Manifest::read(&place.output).map_err(OutputError::io(&place.output))?;
        Ok(Self {
            place,
            beside,
            last,
            lock,
        })
    }
}

/// A new site on its way into the output folder.
#[derive(Debug)]
pub struct Staging {
    place: Place,
    /// Where files go until the site is complete.
    folder: PathBuf,
    in_place: bool,
    /// What the last build wrote.
    last: Option<Manifest>,
    /// What earlier builds made their files from.
    known: Arc<Records>,
    /// Whether it is to be told what each file will be recognised by.
    is_listed: bool,
    /// The folders of the output folder, when there was one already.
    there: Option<Folders>,
    /// The folders of the working folder.
    made: Folders,
    state: Mutex<State>,
    finished: bool,
    _lock: Lock,
}

#[derive(Debug, Default)]
struct State {
    files: Vec<Noted>,
    wholes: Vec<Whole>,
    foreign: Vec<PathBuf>,
}

/// A file of the new site.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Noted {
    path: Box<str>,
    fate: Fate,
    /// What it was made from, where that is known: the key of its record.
    key: Option<Digest>,
    /// What it is recognised by.
    stamp: Option<Stamp>,
}

impl Noted {
    /// What the next build is to know of it.
    fn record(&self) -> Option<Record> {
        let (key, stamp) = (self.key?, self.stamp?);
        Some(Record { key, stamp })
    }
}

/// What becomes of a file of the new site.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fate {
    /// It was written into the working folder.
    Written,
    /// The last site has the same.
    Kept,
}

impl Staging {
    /// Locks `output`, finishes or clears away what an interrupted build left, and starts a new site.
    ///
    /// # Errors
    /// When the folder can't be used: it is then as it was.
    pub fn open(
        output: &Path,
        project: &Path,
        in_place: bool,
        outputs: &Outputs,
    ) -> Result<Self, OutputError> {
        let Room {
            place,
            beside,
            last,
            lock,
        } = Room::open(output, project)?;
        let had_output = place.output.symlink_metadata().is_ok();
        let in_place = in_place || !beside;
        let folder = if in_place {
            place.output.join(in_place::FOLDER)
        } else {
            place.new.clone()
        };
        std::fs::create_dir_all(&folder).map_err(OutputError::io(&folder))?;
        let open = |folder: &Path, open: fn(&Path) -> rustix::io::Result<Folders>| {
            open(folder).map_err(|error| OutputError::Io(folder.to_owned(), error.into()))
        };
        let there = had_output
            .then(|| open(&place.output, Folders::there))
            .transpose()?;
        // About as many files as the last site had.
        let files = Vec::with_capacity(last.as_ref().map_or(0, |last| last.len() + 64));
        let state = State {
            files,
            ..State::default()
        };
        let staging = Self {
            there,
            made: open(&folder, Folders::made)?,
            place,
            folder,
            in_place,
            last,
            known: outputs.known(),
            is_listed: false,
            state: Mutex::new(state),
            finished: false,
            _lock: lock,
        };
        let marker = staging.folder.join(swap::UNFINISHED);
        std::fs::write(&marker, "").map_err(OutputError::io(&marker))?;
        Ok(staging)
    }

    /// Whether it is to be told at the end what each file will be recognised by.
    pub fn list(mut self, wanted: bool) -> Self {
        self.is_listed = wanted;
        self
    }

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

    /// Makes the new site the public one.
    ///
    /// # Errors
    /// The last site is then still there.
    pub fn commit(mut self) -> Result<Committed, OutputError> {
        let State {
            mut files,
            wholes,
            mut foreign,
            ..
        } = std::mem::take(&mut *self.state());
        if !foreign.is_empty() {
            foreign.sort();
            foreign.dedup();
            return Err(OutputError::Foreign(foreign));
        }
        files.par_sort_unstable();
        let manifest = Manifest::new(files.iter().map(|noted| &*noted.path));
        let same = self.last.as_ref() == Some(&manifest);
        let removed: Vec<&str> = match &self.last {
            Some(last) if !same => last.without(&manifest),
            _ => Vec::new(),
        };
        let written = files.iter().filter(|noted| noted.fate == Fate::Written).count();
        let changes = Changes {
            written,
            unchanged: files.len() - written,
            removed: removed.len(),
        };
        let (records, listed) = rayon::join(
            || self.records(&files, &wholes),
            || self.is_listed.then(|| self.listed(&files, &manifest)).flatten(),
        );
        let committed = Committed {
            changes,
            records,
            listed,
        };
        if written == 0 && same {
            return Ok(committed);
        }
        let list = self.folder.join(manifest::NAME);
        std::fs::write(&list, manifest.text()).map_err(OutputError::io(&list))?;
        let few = (written + removed.len()) * FEW < files.len();
        let exchanged = !self.in_place && !few && self.exchange(&files)?;
        if !exchanged {
            self.bring_in(&files, &removed)?;
        }
        // What was brought in file by file leaves nothing to finish.
        self.finished = exchanged;
        if exchanged {
            swap::finish(&self.place)?;
        }
        Ok(committed)
    }

    /// Completes the working folder and exchanges it for the output folder; false when that can't be done.
    fn exchange(&self, files: &[Noted]) -> Result<bool, OutputError> {
        let Some(foreign) = swap::foreign(&self.place.output, self.last.as_ref())? else {
            return Ok(false);
        };
        let kept: Vec<&str> = files
            .iter()
            .filter(|noted| noted.fate == Fate::Kept)
            .map(|noted| &*noted.path)
            .collect();
        kept.par_iter().with_min_len(64).try_for_each(|path| {
            if self.link(path) {
                return Ok(());
            }
            let to = self.folder.join(path);
            make_folder_of(&to)?;
            swap::link_or_copy(&self.place.output.join(path), &to)
        })?;
        let last = self.last.as_ref();
        let ours = |folder: &Path| {
            folder
                .to_str()
                .is_some_and(|folder| last.is_some_and(|last| last.has_folder(folder)))
        };
        swap::carry(&foreign, &self.place.output, &self.folder, ours)?;
        if let Ok(data) = self.place.output.metadata() {
            let _ = std::fs::set_permissions(&self.folder, data.permissions());
        }
        Ok(swap::exchange(&self.place)? == swap::Exchange::Done)
    }

    /// Brings the written files into the output folder one by one.
    fn bring_in(&self, files: &[Noted], removed: &[&str]) -> Result<(), OutputError> {
        let inside = self.place.output.join(in_place::FOLDER);
        if self.folder != inside {
            // The working folder was made beside an output folder that turned out not to be exchangeable.
            std::fs::create_dir_all(&inside).map_err(OutputError::io(&inside))?;
            for path in written(files) {
                let target = inside.join(path);
                make_folder_of(&target)?;
                let staged = self.folder.join(path);
                if std::fs::rename(&staged, &target).is_err() {
                    std::fs::copy(&staged, &target).map_err(OutputError::io(&target))?;
                }
            }
        }
        in_place::apply(&self.place.output, written(files), removed.iter().copied())
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

    /// Gives a file of the last site a second place in the working folder; whether that could be done.
    fn link(&self, path: &str) -> bool {
        let both = self.there.as_ref().map(|there| {
            there.at(path, |from, name| {
                let link = |to: BorrowedFd<'_>, name_there: &str| {
                    linkat(from, name, to, name_there, AtFlags::empty())
                };
                self.made.at(path, link)
            })
        });
        matches!(both, Some(Ok(Ok(Ok(())))))
    }

    /// An error of the system at a file of the site.
    fn at<'a>(&'a self, path: &'a str) -> impl Fn(io::Error) -> OutputError + 'a {
        move |error| OutputError::Io(self.place.output.join(path), error)
    }

    /// Notes a file; `inputs` is the digest of what it was made from, where that is known.
    fn note(&self, path: &str, fate: Fate, inputs: Option<&Digest>, stamp: Option<Stamp>) {
        let key = inputs.map(|inputs| Outputs::key(inputs, path));
        self.add(path, fate, key, stamp);
    }

    fn add(&self, path: &str, fate: Fate, key: Option<Digest>, stamp: Option<Stamp>) {
        self.state().files.push(Noted {
            path: path.into(),
            fate,
            key,
            stamp,
        });
    }

    fn foreign(&self, path: &str) {
        self.state().foreign.push(self.place.output.join(path));
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        if !self.finished {
            let _ = if self.in_place {
                std::fs::remove_dir_all(&self.folder).map_err(OutputError::io(&self.folder))
            } else {
                swap::discard(&self.folder)
            };
            if self.in_place && self.there.is_none() {
                let _ = std::fs::remove_dir(&self.place.output);
            }
        }
    }
}

fn make_folder_of(path: &Path) -> Result<(), OutputError> {
    let folder = path.parent().unwrap_or(path);
    std::fs::create_dir_all(folder).map_err(OutputError::io(folder))
}

fn stamp_of(file: &std::fs::File) -> Option<Stamp> {
    fstat(file).ok().as_ref().and_then(Stamp::of_stat)
}

/// The files that the new site brings, the manifest last.
fn written(files: &[Noted]) -> impl Iterator<Item = &str> {
    let written = files
        .iter()
        .filter(|noted| noted.fate == Fate::Written)
        .map(|noted| &*noted.path);
    written.chain(std::iter::once(manifest::NAME))
}
