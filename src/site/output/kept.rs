//! What is taken over from the last site because it was made from the same, and what the next build is to know.

use super::{Fate, Noted, Staging};
use crate::cache::{Outputs, Record, Stamp};
use crate::identifier::Digest;
use rustix::fd::BorrowedFd;
use rustix::fs::{AtFlags, FileType, statat};
use std::collections::HashSet;

/// A folder whose files are all made from the same: its path, and the digest of what they are made from.
#[derive(Debug)]
pub(super) struct Whole {
    folder: String,
    inputs: Digest,
    /// Whether its files were taken over without a look at what each of them is made from.
    kept: bool,
}

impl Staging {
    /// Takes files over from the last site that were made from the same, without looking inside; all of them, or none
    /// and false.
    pub fn keep_made(&self, files: &[(&Digest, &str)]) -> bool {
        // Without a list of the last site there is nothing that is known to be ours.
        if self.known.is_empty() || self.last.is_none() {
            return false;
        }
        let made = |(inputs, path): &(&Digest, &str)| self.made_from(inputs, path);
        let Some(records) = files.iter().map(made).collect::<Option<Vec<Record>>>() else {
            return false;
        };
        for ((_, path), record) in files.iter().zip(records) {
            self.add(path, Fate::Kept, Some(record.key), Some(record.stamp));
        }
        true
    }

    /// Takes over all files that the last site has in `folder` itself, when [`complete`](Self::complete) was said of it
    /// with the same digest; all of them, or none and false.
    pub fn keep_folder(&self, inputs: &Digest, folder: &str) -> bool {
        let (Some(last), Some(count)) = (&self.last, self.known.find(&whole_key(inputs, folder))) else {
            return false;
        };
        let paths: Vec<&str> = last.inside(folder).collect();
        if count != Stamp::of_count(paths.len()) {
            return false;
        }
        let files: Vec<(&Digest, &str)> = paths.into_iter().map(|path| (inputs, path)).collect();
        let kept = self.keep_made(&files);
        if kept {
            self.note_whole(inputs, folder, true);
        }
        kept
    }

    /// Says that all files in `folder` itself have been put in, and that `inputs` is the digest of what they are made
    /// from together.
    pub fn complete(&self, inputs: &Digest, folder: &str) {
        self.note_whole(inputs, folder, false);
    }

    fn note_whole(&self, inputs: &Digest, folder: &str, kept: bool) {
        self.state().wholes.push(Whole {
            folder: folder.to_owned(),
            inputs: *inputs,
            kept,
        });
    }

    /// The record of the file at `path`, when it still is the one that an earlier build made from `inputs`.
    fn made_from(&self, inputs: &Digest, path: &str) -> Option<Record> {
        let key = Outputs::key(inputs, path);
        let stamp = self.known.find(&key)?;
        let look = |folder: BorrowedFd<'_>, name: &str| statat(folder, name, AtFlags::SYMLINK_NOFOLLOW);
        let data = self.there.as_ref()?.at(path, look).ok()?.ok()?;
        let is_file = FileType::from_raw_mode(data.st_mode) == FileType::RegularFile;
        (is_file && Stamp::of_stat(&data) == Some(stamp)).then_some(Record { key, stamp })
    }

    /// What the next build is to know of the files, which are in the order of their paths.
    pub(super) fn records(&self, files: &[Noted], wholes: &[Whole]) -> Vec<Record> {
        let mut records: Vec<Record> = Vec::with_capacity(files.len());
        records.extend(files.iter().filter_map(Noted::record));
        let mut kept: HashSet<Stamp> = HashSet::new();
        for whole in wholes {
            let start = format!("{}/", whole.folder);
            let at = files.partition_point(|noted| *noted.path < *start);
            let below = files[at..]
                .iter()
                .take_while(|noted| noted.path.starts_with(&start));
            let stamps: Vec<(&Noted, Stamp)> = below
                .filter(|noted| is_inside(&noted.path, &whole.folder))
                .filter_map(|noted| Some((noted, noted.record()?.stamp)))
                .collect();
            records.push(Record {
                key: whole_key(&whole.inputs, &whole.folder),
                stamp: Stamp::of_count(stamps.len()),
            });
            for (noted, stamp) in stamps {
                if whole.kept {
                    kept.insert(stamp);
                } else {
                    let key = Outputs::key(&whole.inputs, &noted.path);
                    records.push(Record { key, stamp });
                }
            }
        }
        // What each of these was made from by itself is still so.
        let still = self.known.iter().filter(|record| kept.contains(&record.stamp));
        records.extend(still.copied());
        records
    }
}

fn whole_key(inputs: &Digest, folder: &str) -> Digest {
    Outputs::key(inputs, &format!("{folder}/"))
}

/// Whether a path is in that folder itself, not below.
pub(super) fn is_inside(path: &str, folder: &str) -> bool {
    let name = path.strip_prefix(folder).and_then(|path| path.strip_prefix('/'));
    name.is_some_and(|name| !name.contains('/'))
}
