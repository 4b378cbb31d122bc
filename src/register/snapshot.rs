//! The files that a register is read from, as digests: where they are the same, so are register and diagnostics.
//!
//! A register is a function of its files' paths and of what they say in the one spelling of `format.md`: with LF line
//! ends, texts without byte-order mark. Pictures count byte for byte.

use super::{PICTURE_LIMIT, Register};
use crate::identifier::{Digest, unix_line_ends};
use crate::phases::{Phase, Phases};
use crate::project::files::{self, Folder};
use crate::signature;
use crate::text::{self, Page};
use rayon::prelude::*;
use sha2::{Digest as _, Sha256};
use std::ops::Range;
use std::path::Path;

/// How many files of one folder are read one after the other.
const LENGTH: usize = 256;

/// The digests of the files of `register`, in which nothing was found wrong. The pictures' own digests are asked for.
pub fn of_register(
    register: &Register,
    picture: impl Fn(&str) -> Option<Digest> + Sync + Send,
) -> Option<Vec<Digest>> {
    let texts = register.texts.par_iter().flat_map_iter(|text| &text.versions);
    let mut all: Vec<(String, Digest)> = texts.map(|text| (text.path(), text.digest)).collect();
    let page = |page: &Page| (Page::path_of(&page.slug), Digest::of(page.source.as_bytes()));
    all.extend(register.pages.iter().map(page));
    let pictures = register.pictures.par_iter();
    let pictures = pictures.map(|path| Some((path.clone(), picture(path)?)));
    all.extend(pictures.collect::<Option<Vec<_>>>()?);
    all.par_extend(register.entries.par_iter().flat_map_iter(|entry| {
        let attestation = entry.attestation.as_ref().map(|attested| {
            let path = entry.adherence.text.attestation_path(&entry.organisation);
            (path, attested.digest)
        });
        std::iter::once((entry.path(), entry.digest)).chain(attestation)
    }));
    all.par_sort_unstable();
    let (paths, digests): (Vec<String>, Vec<Digest>) = all.into_iter().unzip();
    let parts = parts(&paths).into_iter().map(|part| of_part(&digests[part]));
    Some(std::iter::once(of_paths(&paths)).chain(parts).collect())
}

/// Whether the files of the project at `root` have these digests. Most changes are seen before all files are read.
pub fn is_of_files(root: &Path, digests: &[Digest], phases: &Phases) -> bool {
    let mut paths = Vec::new();
    for folder in ["content", "signatures"] {
        let found = files::find(root, folder);
        if !found.faults.is_empty() {
            return false;
        }
        paths.extend(found.paths);
    }
    let parts = parts(&paths);
    let Some((first, rest)) = digests.split_first() else {
        return false;
    };
    if rest.len() != parts.len() || of_paths(&paths) != *first {
        return false;
    }
    phases.enter(Phase::Changes, paths.len());
    let is_same = |(part, digest): (&Range<usize>, &Digest)| {
        let read = read(root, &paths[part.clone()], phases);
        read.is_some_and(|digests| of_part(&digests) == *digest)
    };
    parts.par_iter().zip(rest).all(is_same)
}

/// The digests of files that stand in one folder.
fn read(root: &Path, paths: &[String], phases: &Phases) -> Option<Vec<Digest>> {
    let folder = Folder::open(root, folder_of(paths.first()?).to_owned()).ok()?;
    let digest = |path: &String| {
        phases.step();
        if path.starts_with("signatures/") {
            let bytes = folder.read(path, signature::SIZE_LIMIT).ok()?;
            Some(Digest::of(&unix_line_ends(&bytes)))
        } else if path.ends_with(".md") {
            let bytes = folder.read(path, text::SIZE_LIMIT).ok()?;
            Some(Digest::of_text(&bytes))
        } else {
            let bytes = folder.read(path, PICTURE_LIMIT).ok()?;
            Some(Digest::of(&bytes))
        }
    };
    paths.iter().map(digest).collect()
}

/// Neighbours of one folder, not too many at once.
fn parts(paths: &[String]) -> Vec<Range<usize>> {
    let mut parts: Vec<Range<usize>> = Vec::new();
    for (at, path) in paths.iter().enumerate() {
        match parts.last_mut() {
            Some(part) if part.len() < LENGTH && folder_of(&paths[part.start]) == folder_of(path) => {
                part.end = at + 1;
            }
            _ => parts.push(at..at + 1),
        }
    }
    parts
}

fn folder_of(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

fn of_paths(paths: &[String]) -> Digest {
    let mut hash = Sha256::new();
    for path in paths {
        hash.update(path.as_bytes());
        hash.update([0]);
    }
    Digest::from_bytes(hash.finalize().into())
}

fn of_part(digests: &[Digest]) -> Digest {
    let mut hash = Sha256::new();
    for digest in digests {
        hash.update(digest.as_bytes());
    }
    Digest::from_bytes(hash.finalize().into())
}
