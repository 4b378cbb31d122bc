//! The output folder: a new site takes the place of the last one in one step, or not at all.
//!
//! A build fills a folder beside the output folder and then exchanges the two. What this program did not write is
//! carried over; `.paraphe-manifest` in the output folder lists what it did. A build that is killed leaves the last
//! site as it was, and the next build clears away what it left. Where the folder can't be exchanged – it is a mount
//! point, or the folder around it can't be written – and where only a few of many files change, files are brought in one
//! by one, after a list of them that the next build finishes if this one is killed on the way.

mod commit;
mod error;
mod folders;
mod in_place;
mod kept;
mod lock;
mod manifest;
mod place;
mod room;
mod same;
mod swap;
#[cfg(test)]
mod tests;
mod there;
mod walk;
mod write;

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
use room::Room;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

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
