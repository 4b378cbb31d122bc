//! Finding the files of a project and what each is for.

use super::places::{Role, folded, role};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::identifier::{Slug, TextId, Version};
use crate::project::files::{self, Found};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::path::Path;

/// Which signature: the text and the organisation.
pub(super) type Key = (TextId, Slug);

/// The project's files by what they are for.
#[derive(Default)]
pub(super) struct Places {
    pub texts: Vec<(TextId, Version)>,
    pub pages: Vec<Slug>,
    pub pictures: Vec<String>,
    pub signatures: Vec<Key>,
    pub attestations: Vec<Key>,
}

/// The files that a register is read from.
#[derive(Debug)]
pub struct RegisterFiles {
    /// Those below `content/`: texts, pages and pictures.
    pub(super) contents: Found,
    /// Those below `signatures/`.
    pub(super) signed: Found,
}

impl RegisterFiles {
    /// Finds them in the project at `root`.
    pub fn find(root: &Path) -> Self {
        Self {
            contents: Self::find_contents(root),
            signed: files::find(root, "signatures"),
        }
    }

    /// Those below `content/` alone.
    pub(super) fn find_contents(root: &Path) -> Found {
        files::find(root, "content")
    }
}

impl Places {
    /// What these files are for, and what is wrong with where they are.
    pub fn of(found: Found) -> (Self, Vec<Diagnostic>) {
        // Growing step by step would take longer than all the rest.
        let mut places = Self {
            signatures: Vec::with_capacity(found.paths.len()),
            attestations: Vec::with_capacity(found.paths.len()),
            ..Self::default()
        };
        let mut wrong = Vec::new();
        for (path, role) in found.paths.iter().zip(roles(&found.paths)) {
            match role {
                Ok(Role::Text(id, version)) => places.texts.push((id, version)),
                Ok(Role::Page(slug)) => places.pages.push(slug),
                Ok(Role::Picture) => places.pictures.push(path.clone()),
                Ok(Role::Signature(id, slug)) => push_shared(&mut places.signatures, id, slug),
                Ok(Role::Attestation(id, slug)) => push_shared(&mut places.attestations, id, slug),
                Err(fault) => wrong.push(fault),
            }
        }
        let mut diagnostics = found.faults;
        diagnostics.extend(collisions(&found.paths, wrong, &places.pictures));
        places.texts.par_sort_unstable();
        places.signatures.par_sort_unstable();
        places.attestations.par_sort_unstable();
        (places, diagnostics)
    }
}

fn roles(paths: &[String]) -> Vec<Result<Role, Diagnostic>> {
    paths
        .par_iter()
        .with_min_len(1024)
        .map(|path| role(path))
        .collect()
}

/// Adds a signature; neighbours share the name of their text.
fn push_shared(places: &mut Vec<(TextId, Slug)>, id: TextId, slug: Slug) {
    let id = match places.last() {
        Some((last, _)) if *last == id => last.clone(),
        _ => id,
    };
    places.push((id, slug));
}

/// Turns the fault of a name into a collision where another name differs from it only by case or Unicode form. Only pictures
/// may be named so freely that two of them collide: of these the later is told.
fn collisions(paths: &[String], wrong: Vec<Diagnostic>, pictures: &[String]) -> Vec<Diagnostic> {
    if wrong.is_empty() && pictures.is_empty() {
        return wrong;
    }
    let mut names: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for path in paths {
        names.entry(folded(path)).or_default().push(path);
    }
    let collide = |fault: Diagnostic| {
        let same = names.get(&folded(&fault.place.path)).into_iter().flatten();
        match same.copied().find(|other| *other != fault.place.path) {
            Some(other) => Diagnostic::new(Code::NameCollision, fault.place).with("other", other),
            None => fault,
        }
    };
    let twins = pictures.iter().filter_map(|path| {
        let mut same = names.get(&folded(path)).into_iter().flatten().copied();
        let other = same.find(|other| *other < path.as_str() && matches!(role(other), Ok(Role::Picture)))?;
        Some(Diagnostic::new(Code::NameCollision, Place::file(path)).with("other", other))
    });
    wrong.into_iter().map(collide).chain(twins).collect()
}
