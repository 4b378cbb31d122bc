//! The signatures of the working tree, read before it is known what is looked for in them.

use super::lines::Lines;
use super::{Found, Wanted, is_signature, is_signature_name};
use crate::project::files::Folder;
use crate::review::fold::Fold;
use crate::review::git::Listing;
use crate::signature::SIZE_LIMIT;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::ops::Range;
use std::path::Path;

/// Where those who sign the charter are.
const CHARTER: &str = "signatures/charter";

/// Where those who sign adaptations are, each in a folder of its own.
const TERRITORIES: &str = "signatures/territories";

/// How many files are read one after the other.
const SHARE: usize = 256;

/// Every signature of a project folder, reduced to the lines that are looked at: about 150 bytes of each.
#[derive(Debug, Default)]
pub struct Everyone {
    read: Vec<Share>,
    /// Files that came since, by path: they stand for what was read there.
    came: BTreeMap<String, Share>,
}

/// Some files of one folder.
#[derive(Debug)]
struct Share {
    folder: String,
    /// The pieces of all files, one behind the other.
    bytes: Vec<u8>,
    /// Where the pieces of each file end.
    ends: Vec<[u32; PIECES]>,
}

/// More than what is kept of most files, in bytes.
const USUAL: usize = 192;

/// A file is kept as its name and the nine pieces of [`Lines`].
const PIECES: usize = 10;

impl Everyone {
    /// Reads the signatures of the project at `root`.
    pub fn read(root: &Path) -> Self {
        let mut folders = vec![CHARTER.to_owned()];
        folders.extend(
            names(root, TERRITORIES)
                .into_iter()
                .map(|name| format!("{TERRITORIES}/{name}")),
        );
        let read_folder = |folder: String| {
            let mut names = names(root, &folder);
            names.retain(|name| is_signature_name(name));
            Share::of_folder(root, &folder, &names)
        };
        Self::of_shares(folders.into_par_iter().flat_map(read_folder).collect())
    }

    fn of_shares(read: Vec<Share>) -> Self {
        let came = BTreeMap::new();
        Self { read, came }
    }

    /// Takes in a signature that was put at `path` since.
    pub fn put(&mut self, path: &str, bytes: &[u8]) {
        if let Some((folder, name)) = path.rsplit_once('/').filter(|_| is_signature(path)) {
            let mut share = Share::new(folder, 1);
            share.add(name, bytes);
            self.came.insert(path.to_owned(), share);
        }
    }

    /// Reads those of the signatures of the project at `root` that are in a `listing` of its repository, in which it has the
    /// folder `prefix`.
    pub fn listed(root: &Path, prefix: &str, listing: &Listing) -> Self {
        let adapted = is_no_link(&root.join(TERRITORIES));
        let is_of_signatures = |folder: &str| folder == CHARTER || adapted && is_of_territory(folder);
        // The files of a folder come one after another; growing step by step would take longer than finding them.
        let mut all = Vec::with_capacity(listing.all().count());
        let mut folders: Vec<(&str, Range<usize>)> = Vec::new();
        let paths = listing
            .all()
            .filter_map(|path| path.strip_prefix(prefix.as_bytes()));
        for path in paths.filter_map(|path| std::str::from_utf8(path).ok()) {
            let Some((folder, name)) = path.rsplit_once('/') else {
                continue;
            };
            if !is_signature_name(name) || name.starts_with('.') {
                continue;
            }
            match folders.last_mut() {
                Some((last, names)) if *last == folder => names.end += 1,
                _ if is_of_signatures(folder) => folders.push((folder, all.len()..all.len() + 1)),
                _ => continue,
            }
            all.push(name);
        }
        let read_folder = |(folder, names): (&str, Range<usize>)| Share::of_folder(root, folder, &all[names]);
        Self::of_shares(folders.into_par_iter().flat_map(read_folder).collect())
    }

    /// Looks through all of them, in no order.
    pub fn find(&self, wanted: &Wanted) -> Found {
        let is_passed = |path: &str| wanted.except.contains(path) || self.came.contains_key(path);
        let find = |share: &Share| share.find(wanted, is_passed);
        let read = self.read.par_iter().map(find).reduce(Found::default, Found::join);
        self.came
            .values()
            .map(|share| share.find(wanted, |path| wanted.except.contains(path)))
            .fold(read, Found::join)
    }
}

impl Share {
    /// Reads the files `names` of a folder that is no link.
    fn of_folder<N: AsRef<str> + Sync>(root: &Path, folder: &str, names: &[N]) -> Vec<Self> {
        let Ok(open) = Folder::open(root, folder.to_owned()) else {
            return Vec::new();
        };
        let shares = names.par_chunks(SHARE);
        shares.map(|names| Self::read(folder, &open, names)).collect()
    }

    /// Room for that many files of `folder`.
    fn new(folder: &str, count: usize) -> Self {
        Self {
            folder: folder.to_owned(),
            bytes: Vec::with_capacity(count * USUAL),
            ends: Vec::with_capacity(count),
        }
    }

    fn read<N: AsRef<str>>(folder: &str, open: &Folder, names: &[N]) -> Self {
        let mut share = Self::new(folder, names.len());
        for name in names.iter().map(AsRef::as_ref) {
            share.add(name, &open.read(name, SIZE_LIMIT).unwrap_or_default());
        }
        share
    }

    fn add(&mut self, name: &str, bytes: &[u8]) {
        if let Some(lines) = Lines::read(bytes) {
            self.keep(name, &lines);
        }
    }

    fn keep(&mut self, name: &str, lines: &Lines<'_>) {
        let pieces = [
            name.as_bytes(),
            lines.action,
            lines.text,
            lines.version,
            lines.name,
            lines.city,
            lines.rna.unwrap_or_default(),
            lines.siren.unwrap_or_default(),
            lines.armour[0],
            lines.armour[1],
        ];
        self.ends.push(pieces.map(|piece| {
            self.bytes.extend_from_slice(piece);
            self.bytes.len() as u32
        }));
    }

    fn find(&self, wanted: &Wanted, is_passed: impl Fn(&str) -> bool) -> Found {
        let mut found = Found::default();
        let mut fold = Fold::default();
        let mut path = format!("{}/", self.folder);
        let mut start = 0;
        for ends in &self.ends {
            let [name, action, text, version, own, city, rna, siren, first, second] = ends.map(|end| {
                let piece = &self.bytes[start..end as usize];
                start = end as usize;
                piece
            });
            path.truncate(self.folder.len() + 1);
            path.push_str(&String::from_utf8_lossy(name));
            if is_passed(&path) {
                continue;
            }
            let lines = Lines {
                action,
                text,
                version,
                name: own,
                city,
                rna: Some(rna).filter(|rna| !rna.is_empty()),
                siren: Some(siren).filter(|siren| !siren.is_empty()),
                armour: [first, second],
            };
            found.look(&mut fold, wanted, &path, &lines);
        }
        found
    }
}

/// Whether the signatures of an adaptation stand in a folder of the project.
fn is_of_territory(path: &str) -> bool {
    let name = path
        .strip_prefix(TERRITORIES)
        .and_then(|rest| rest.strip_prefix('/'));
    name.is_some_and(|name| !name.contains('/') && !name.starts_with('.'))
}

/// Whether there is a folder at `path` that is no link.
fn is_no_link(path: &Path) -> bool {
    std::fs::symlink_metadata(path).is_ok_and(|kind| kind.is_dir())
}

/// The names in a folder that is no link; those that are not text can't be signatures.
fn names(root: &Path, folder: &str) -> Vec<String> {
    let path = root.join(folder);
    if !is_no_link(&path) {
        return Vec::new();
    }
    let entries = std::fs::read_dir(path).into_iter().flatten().flatten();
    let names = entries.filter_map(|entry| entry.file_name().into_string().ok());
    names.filter(|name| !name.starts_with('.')).collect()
}
