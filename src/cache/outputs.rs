//! The files of the site that earlier builds made, known again without looking inside.
//!
//! A file is known by the digest of everything that it was made from, with its path. Whether the one on disk is still
//! that file is told by its size, time and inode, as git's index does; a file so young that a later change could have
//! left the same time is not trusted.

use super::buckets::Buckets;
use super::sealed::{self, Found, Head};
use super::{Discarded, FOLDER, Secret};
use crate::identifier::Digest;
use rayon::prelude::*;
use std::fs::Metadata;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

const NAME: &str = "outputs";

const HEAD: &Head = b"paraphe outputs 1 ";

/// The length of a stamp.
const STAMP: usize = 24;

/// The length of a record.
const LENGTH: usize = 32 + STAMP;

/// By how much the times of a file system may lag behind the clock.
const TICK: Duration = Duration::from_millis(20);

/// The same where a file system counts whole seconds, or every second one.
const COARSE: Duration = Duration::from_millis(2500);

/// What a file on disk is recognised by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stamp {
    size: u64,
    /// Nanoseconds since 1970.
    time: u64,
    inode: u64,
}

impl Stamp {
    /// The stamp of a file; none where the system tells no time.
    pub fn of(data: &Metadata) -> Option<Self> {
        let time = data
            .modified()
            .ok()?
            .duration_since(SystemTime::UNIX_EPOCH)
            .ok()?;
        #[cfg(unix)]
        let inode = std::os::unix::fs::MetadataExt::ino(data);
        #[cfg(not(unix))]
        let inode = 0;
        Some(Self {
            size: data.len(),
            time: u64::try_from(time.as_nanos()).ok()?,
            inode,
        })
    }

    /// The same, of what the system told of a file by its descriptor or name.
    #[cfg(unix)]
    pub fn of_stat(data: &rustix::fs::Stat) -> Option<Self> {
        // Systems have other types for the same numbers.
        let number = |number: i128| u64::try_from(number).ok();
        let time = i128::from(data.st_mtime) * 1_000_000_000 + i128::from(data.st_mtime_nsec);
        Some(Self {
            size: number(i128::from(data.st_size))?,
            time: number(time)?,
            inode: number(i128::from(data.st_ino))?,
        })
    }

    /// How many files a folder has, in the place of a file's stamp.
    pub fn of_count(files: usize) -> Self {
        Self {
            size: files as u64,
            time: 0,
            inode: 0,
        }
    }

    /// The file's size.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// Whether the file can't have been changed at `now` or later without a trace in its time.
    pub fn is_settled(&self, now: SystemTime) -> bool {
        let whole = self.time.is_multiple_of(1_000_000_000);
        let time = SystemTime::UNIX_EPOCH + Duration::from_nanos(self.time);
        time + if whole { COARSE } else { TICK } < now
    }
}

/// A file of the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Record {
    /// What it was made from, and its path: see [`Outputs::key`].
    pub key: Digest,
    /// The file on disk.
    pub stamp: Stamp,
}

/// Records, found by their keys.
#[derive(Debug, Default)]
pub struct Records {
    /// Sorted.
    list: Vec<Record>,
    buckets: Buckets,
}

impl Records {
    /// `list` is sorted.
    fn new(list: Vec<Record>) -> Self {
        let buckets = Buckets::new(list.iter().map(|record| &record.key));
        Self { list, buckets }
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// All of them, by key.
    pub fn iter(&self) -> impl Iterator<Item = &Record> {
        self.list.iter()
    }

    /// The stamp of the file with that key.
    pub fn find(&self, key: &Digest) -> Option<Stamp> {
        let near = &self.list[self.buckets.around(key)];
        near.iter()
            .find(|record| record.key == *key)
            .map(|record| record.stamp)
    }
}

/// The files of the site that earlier builds made.
#[derive(Debug, Default)]
pub struct Outputs {
    known: Arc<Records>,
    /// Where the list is kept; nowhere when nothing is to be remembered after this run.
    file: Option<(PathBuf, Secret)>,
}

impl Outputs {
    /// Nothing is known, and what is found is kept for as long as the process runs.
    pub fn in_memory() -> Self {
        Self::default()
    }

    /// What is remembered in the project at `root`, and whether what was there had to be thrown away.
    pub fn open(root: &Path, secret: Secret) -> (Self, Option<Discarded>) {
        let path = root.join(FOLDER).join(NAME);
        let (known, discarded) = match sealed::read(&path, HEAD, &secret) {
            Found::Sound(bytes) => match parse(&bytes) {
                Some(known) => (known, None),
                None => (Vec::new(), Some(Discarded::Foreign)),
            },
            Found::Nothing | Found::OtherBuild => (Vec::new(), None),
            Found::Foreign => (Vec::new(), Some(Discarded::Foreign)),
        };
        let outputs = Self {
            known: Arc::new(Records::new(known)),
            file: Some((path, secret)),
        };
        (outputs, discarded)
    }

    /// What is remembered.
    pub fn known(&self) -> Arc<Records> {
        Arc::clone(&self.known)
    }

    /// The key of the file at `path` of a site, made from what `inputs` is the digest of.
    pub fn key(inputs: &Digest, path: &str) -> Digest {
        let mut bytes = Vec::with_capacity(32 + path.len());
        bytes.extend(inputs.as_bytes());
        bytes.extend(path.as_bytes());
        Digest::of(&bytes)
    }

    /// Remembers `records`, and nothing else, for the next build. That they can't be kept only makes it slower.
    pub fn settle(&mut self, mut records: Vec<Record>) {
        let now = SystemTime::now();
        records.retain(|record| record.stamp.is_settled(now));
        records.par_sort_unstable();
        records.dedup_by_key(|record| record.key);
        if self.known.list == records {
            return;
        }
        self.known = Arc::new(Records::new(records));
        if let Some((path, secret)) = &self.file {
            let _ = sealed::write(path, HEAD, secret, self.known.list.iter().map(to_bytes));
        }
    }
}

fn to_bytes(record: &Record) -> [u8; LENGTH] {
    let mut bytes = [0; LENGTH];
    bytes[..32].copy_from_slice(record.key.as_bytes());
    bytes[32..].copy_from_slice(&stamp_to(&record.stamp));
    bytes
}

pub(super) fn stamp_to(stamp: &Stamp) -> [u8; STAMP] {
    let Stamp { size, time, inode } = *stamp;
    let mut bytes = [0; STAMP];
    for (part, number) in bytes.as_chunks_mut::<8>().0.iter_mut().zip([size, time, inode]) {
        *part = number.to_le_bytes();
    }
    bytes
}

pub(super) fn stamp_from(bytes: &[u8; STAMP]) -> Stamp {
    let (parts, _) = bytes.as_chunks::<8>();
    let number = |at: usize| u64::from_le_bytes(parts[at]);
    Stamp {
        size: number(0),
        time: number(1),
        inode: number(2),
    }
}

fn parse(bytes: &[u8]) -> Option<Vec<Record>> {
    let (records, rest) = bytes.as_chunks::<LENGTH>();
    let record = |bytes: &[u8; LENGTH]| Record {
        key: Digest::from_bytes(std::array::from_fn(|at| bytes[at])),
        stamp: stamp_from(&std::array::from_fn(|at| bytes[32 + at])),
    };
    let records: Vec<Record> = records.par_iter().map(record).collect();
    (rest.is_empty() && records.is_sorted()).then_some(records)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(number: u8, time: u64) -> Record {
        let stamp = Stamp {
            size: 3,
            time,
            inode: u64::from(number),
        };
        Record {
            key: Digest::of(&[number]),
            stamp,
        }
    }

    #[test]
    fn is_read_as_it_was_kept_and_young_files_are_left_out() {
        let root = tempfile::tempdir().unwrap();
        let secret = Secret::from_bytes([1; 32]);
        let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap();
        let young = u64::try_from(now.as_nanos()).unwrap() + 1_000_000_000;
        let (mut outputs, _) = Outputs::open(root.path(), secret);
        outputs.settle(vec![record(1, 1_000_000_001), record(2, young), record(3, 5)]);
        let (outputs, discarded) = Outputs::open(root.path(), secret);
        let mut expected = vec![record(1, 1_000_000_001), record(3, 5)];
        expected.sort();
        assert_eq!((&outputs.known.list, discarded), (&expected, None));
        let stamps = [1, 2].map(|number| outputs.known.find(&record(number, 0).key));
        assert_eq!(stamps, [Some(record(1, 1_000_000_001).stamp), None]);
        let (outputs, discarded) = Outputs::open(root.path(), Secret::from_bytes([2; 32]));
        assert_eq!(
            (outputs.known.list.len(), discarded),
            (0, Some(Discarded::Foreign))
        );
    }

    #[test]
    fn a_file_is_not_trusted_in_the_tick_it_was_written_in() {
        let at = |nanoseconds: u64| Stamp {
            size: 0,
            time: nanoseconds,
            inode: 0,
        };
        let now = SystemTime::UNIX_EPOCH + Duration::from_secs(100);
        assert!(!at(100_000_000_000).is_settled(now));
        assert!(!at(99_999_000_000).is_settled(now));
        assert!(at(99_900_000_000).is_settled(now));
        // Whole seconds: the file system may count no smaller parts.
        assert!(!at(99_000_000_000).is_settled(now));
        assert!(at(97_000_000_000).is_settled(now));
    }
}
