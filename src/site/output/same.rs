//! Whether an output folder is as a build left it.

use super::manifest::{self, Manifest};
use super::walk::Folders;
use super::{Room, Staging};
use crate::cache::{Listed, Stamp};
use crate::identifier::Digest;
use rayon::prelude::*;
use rustix::fs::FileType;
use std::path::Path;
use std::time::SystemTime;

/// How many files are looked at one after the other.
const LENGTH: usize = 1024;

/// Of how many bytes the digest is taken at most of files that were written a moment ago.
const YOUNG_LIMIT: u64 = 16 * 1024 * 1024;

/// Whether the list in the folder is the one that a build left: a first look, which changes nothing.
pub fn has_list(output: &Path, listed: &Listed) -> bool {
    std::fs::read(output.join(manifest::NAME)).is_ok_and(|bytes| Digest::of(&bytes) == listed.manifest)
}

/// Whether each file of the site is the one that a build left in the folder, after what an interrupted build left there
/// was finished or cleared away. Foreign files don't count.
pub fn is_as_listed(output: &Path, project: &Path, listed: &Listed) -> bool {
    let Ok(room) = Room::open(output, project) else {
        return false;
    };
    let Some(list) = room
        .last
        .as_ref()
        .filter(|list| list.len() == listed.stamps.len())
    else {
        return false;
    };
    let Ok(top) = Folders::open(&room.place.output) else {
        return false;
    };
    Digest::of(list.text().as_bytes()) == listed.manifest
        && (0..list.len().div_ceil(LENGTH)).into_par_iter().all(|part| {
            let places = part * LENGTH..list.len().min((part + 1) * LENGTH);
            are_as_listed(top.clone(), list, listed, places)
        })
}

fn are_as_listed(
    mut folders: Folders,
    list: &Manifest,
    listed: &Listed,
    places: std::ops::Range<usize>,
) -> bool {
    let start = listed.young.partition_point(|(at, _)| *at < places.start);
    let mut young = listed.young[start..].iter().peekable();
    list.paths_at(places.clone()).zip(places).all(|(path, at)| {
        let Some(data) = folders.look(path) else {
            return false;
        };
        let is_file = FileType::from_raw_mode(data.st_mode) == FileType::RegularFile;
        let same = match young.next_if(|(place, _)| *place == at) {
            Some((_, digest)) => folders
                .read(path)
                .is_some_and(|bytes| Digest::of(&bytes) == *digest),
            None => Stamp::of_stat(&data) == Some(listed.stamps[at]),
        };
        is_file && same
    })
}

impl Staging {
    /// What the files of the new site will be recognised by; none where that is not known of each of them.
    pub(super) fn listed(&self, files: &[super::Noted], manifest: &Manifest) -> Option<Listed> {
        let now = SystemTime::now();
        let mut stamps = Vec::with_capacity(files.len());
        for noted in files {
            stamps.push(noted.stamp?);
        }
        let young = stamps
            .iter()
            .enumerate()
            .filter(|(_, stamp)| !stamp.is_settled(now));
        let young: Vec<usize> = young.map(|(at, _)| at).collect();
        if young.iter().map(|at| stamps[*at].size()).sum::<u64>() > YOUNG_LIMIT {
            return None;
        }
        let digest = |at: &usize| {
            let noted = &files[*at];
            let written = noted.fate == super::Fate::Written;
            let bytes = std::fs::read(self.folder.join(&*noted.path)).ok();
            Some((*at, Digest::of(&bytes.filter(|_| written)?)))
        };
        Some(Listed {
            manifest: Digest::of(manifest.text().as_bytes()),
            young: young.par_iter().map(digest).collect::<Option<_>>()?,
            stamps,
        })
    }
}
