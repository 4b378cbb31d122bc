//! Finding the files of a project and what each is for.

use super::places::{Role, role};
use crate::diagnostic::{Code, Diagnostic};
use crate::identifier::{Slug, TextId, Version};
use crate::project::files;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::path::Path;

/// The project's files by what they are for.
#[derive(Default)]
pub(super) struct Places {
    pub texts: Vec<(TextId, Version)>,
    pub pages: Vec<Slug>,
    pub pictures: Vec<String>,
    pub signatures: Vec<(TextId, Slug)>,
    pub attestations: Vec<(TextId, Slug)>,
}

impl Places {
    /// Looks through `folders` of the project at `root`.
    pub fn find(root: &Path, folders: &[&str], diagnostics: &mut Vec<Diagnostic>) -> Self {
        let mut places = Self::default();
        for folder in folders {
            let found = files::find(root, folder);
            diagnostics.extend(found.faults);
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
            diagnostics.extend(collisions(&found.paths, wrong));
        }
        places.texts.par_sort_unstable();
        places.signatures.par_sort_unstable();
        places.attestations.par_sort_unstable();
        places
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

/// Turns the fault of a name into a collision where another name differs from it only by case or Unicode form.
fn collisions(paths: &[String], wrong: Vec<Diagnostic>) -> Vec<Diagnostic> {
    use unicode_normalization::UnicodeNormalization as _;
    if wrong.is_empty() {
        return wrong;
    }
    let fold = |path: &str| -> String { path.nfc().flat_map(char::to_lowercase).collect() };
    let mut names: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for path in paths {
        names.entry(fold(path)).or_default().push(path);
    }
    let collide = |fault: Diagnostic| {
        let same = names.get(&fold(&fault.place.path)).into_iter().flatten();
        match same.copied().find(|other| *other != fault.place.path) {
            Some(other) => Diagnostic::new(Code::NameCollision, fault.place).with("other", other),
            None => fault,
        }
    };
    wrong.into_iter().map(collide).collect()
}
