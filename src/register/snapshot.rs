//! The files that a register is read from, as digests: where they are the same, so are register and diagnostics.
//!
//! A register is a function of its files' paths and of what they say in the one spelling of `format.md`: with LF line
//! ends, texts without byte-order mark. Pictures count byte for byte.

use super::{Entry, PICTURE_LIMIT, Register, RegisterFiles};
use crate::identifier::{Digest, unix_line_ends};
use crate::phases::{Phase, Phases};
use crate::project::files::Folder;
use crate::signature;
use crate::text::{self, Page};
use rayon::prelude::*;
use sha2::{Digest as _, Sha256};
use std::ops::Range;
use std::path::Path;

/// How many files of one folder are read one after the other.
const LENGTH: usize = 256;

/// The digests of the files of `register`, in which nothing was found wrong. The pictures' own digests are asked for.
pub fn of_register(register: &Register, picture: impl Fn(&str) -> Option<Digest>) -> Option<Vec<Digest>> {
    let page = |page: &Page| (Page::path_of(&page.slug), Digest::of(page.source.as_bytes()));
    let texts = register.texts.iter().flat_map(|text| &text.versions);
    let mut contents: Vec<(String, Digest)> = texts.map(|text| (text.path(), text.digest)).collect();
    contents.extend(register.pages.iter().map(page));
    let pictures = register.pictures.iter();
    let pictures = pictures.map(|path| Some((path.clone(), picture(path)?)));
    contents.extend(pictures.collect::<Option<Vec<_>>>()?);
    contents.sort_unstable();

    let same_text = |a: &Entry, b: &Entry| a.adherence.text == b.adherence.text;
    let mut texts: Vec<(String, &[Entry])> = register
        .entries
        .chunk_by(same_text)
        .map(|entries| (format!("signatures/{}/", entries[0].adherence.text), entries))
        .collect();
    texts.sort_unstable_by(|(a, _), (b, _)| a.cmp(b));
    let signed = texts.par_iter().flat_map_iter(|(_, entries)| {
        let mut files: Vec<(String, Digest)> = entries.iter().flat_map(files_of).collect();
        files.par_sort_unstable();
        of_files(&files)
    });
    let mut parts = of_files(&contents);
    parts.par_extend(signed);
    let (names, contents): (Vec<Digest>, Vec<Digest>) = parts.into_iter().unzip();
    Some([names, contents].concat())
}

/// The files of an entry.
fn files_of(entry: &Entry) -> impl Iterator<Item = (String, Digest)> {
    let attestation = entry.attestation.as_ref().map(|attested| {
        let path = entry.adherence.text.attestation_path(&entry.organisation);
        (path, attested.digest)
    });
    std::iter::once((entry.path(), entry.digest)).chain(attestation)
}

/// The digests of the parts of a sorted list of files: of their names, and of what is in them.
fn of_files(files: &[(String, Digest)]) -> Vec<(Digest, Digest)> {
    let digests = |part: Range<usize>| {
        let names = of_names(files[part.clone()].iter().map(|(path, _)| path.as_str()));
        (names, of_contents(files[part].iter().map(|(_, digest)| digest)))
    };
    parts(files, |(path, _)| path).into_iter().map(digests).collect()
}

/// Whether the files that were found in the project at `root` have these digests. Most changes are seen before all files
/// are read.
pub fn is_of_files(root: &Path, found: &RegisterFiles, digests: &[Digest], phases: &Phases) -> bool {
    let found = [&found.contents, &found.signed];
    if found.iter().any(|found| !found.faults.is_empty()) {
        return false;
    }
    let mut paths = Vec::with_capacity(found.iter().map(|found| found.paths.len()).sum());
    paths.extend(found.iter().flat_map(|found| &found.paths).map(String::as_str));
    let parts = parts(&paths, |path| path);
    if digests.len() != 2 * parts.len() {
        return false;
    }
    let (names, contents) = digests.split_at(parts.len());
    let has_names =
        |(part, names): (&Range<usize>, &Digest)| of_names(paths[part.clone()].iter().copied()) == *names;
    if !parts.par_iter().zip(names).all(has_names) {
        return false;
    }
    phases.enter(Phase::Changes, paths.len());
    let has_contents = |(part, contents): (&Range<usize>, &Digest)| {
        let read = read(root, &paths[part.clone()], phases);
        read.is_some_and(|digests| of_contents(digests.iter()) == *contents)
    };
    parts.par_iter().zip(contents).all(has_contents)
}

/// The digests of files that stand in one folder.
fn read(root: &Path, paths: &[&str], phases: &Phases) -> Option<Vec<Digest>> {
    let folder = Folder::open(root, folder_of(paths.first()?).to_owned()).ok()?;
    let digest = |path: &&str| {
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
fn parts<T>(files: &[T], path: impl Fn(&T) -> &str) -> Vec<Range<usize>> {
    let mut parts: Vec<Range<usize>> = Vec::new();
    let mut last = "";
    for (at, file) in files.iter().enumerate() {
        let folder = folder_of(path(file));
        match parts.last_mut() {
            Some(part) if part.len() < LENGTH && folder == last => part.end = at + 1,
            _ => parts.push(at..at + 1),
        }
        last = folder;
    }
    parts
}

fn folder_of(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

fn of_names<'a>(paths: impl Iterator<Item = &'a str>) -> Digest {
    let mut hash = Sha256::new();
    for path in paths {
        hash.update(path.as_bytes());
        hash.update([0]);
    }
    Digest::from_bytes(hash.finalize().into())
}

fn of_contents<'a>(digests: impl Iterator<Item = &'a Digest>) -> Digest {
    let mut hash = Sha256::new();
    for digest in digests {
        hash.update(digest.as_bytes());
    }
    Digest::from_bytes(hash.finalize().into())
}
