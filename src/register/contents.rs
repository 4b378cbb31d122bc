//! What stands below `content/`: texts, pages and pictures.

use super::batch::read_all;
use super::find::{Places, RegisterFiles};
use super::{Versions, chain};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::identifier::{Slug, TextId, Version};
use crate::project::{Configuration, Project, files};
use crate::text::{self, Page, Text};
use rayon::prelude::*;
use std::path::Path;

/// The largest picture, in bytes.
pub const PICTURE_LIMIT: usize = 4 * 1024 * 1024;

/// Texts, pages and pictures, with everything that is wrong with them.
#[derive(Debug, Default)]
pub(super) struct Contents {
    /// The texts, those with a broken chain too.
    pub texts: Vec<Versions>,
    pub pages: Vec<Page>,
    pub pictures: Vec<String>,
    pub faults: Vec<Diagnostic>,
}

impl Contents {
    /// Reads what was found.
    pub fn read(project: &Project, places: &Places) -> Self {
        let root = &project.root;
        let (texts, mut faults) = read_texts(root, &project.configuration, &places.texts);
        let (pages, found) = read_all(&places.pages, |slug| read_page(root, slug));
        faults.extend(found);
        let (pictures, found) = read_all(&places.pictures, |path| check_picture(root, path));
        faults.extend(found);
        faults.extend(chain::check(&texts));
        faults.extend(lint(&texts, &pages, &pictures));
        Self {
            texts,
            pages,
            pictures,
            faults,
        }
    }
}

/// Reads only the texts of a project, with everything that is wrong with them on their own.
pub fn load_texts(project: &Project) -> (Vec<Versions>, Vec<Diagnostic>) {
    let (places, mut faults) = Places::of(RegisterFiles::find_contents(&project.root));
    let (texts, found) = read_texts(&project.root, &project.configuration, &places.texts);
    faults.extend(found);
    (texts, faults)
}

fn read_texts(
    root: &Path,
    configuration: &Configuration,
    places: &[(TextId, Version)],
) -> (Vec<Versions>, Vec<Diagnostic>) {
    let (texts, mut faults) = read_all(places, |(id, version)| {
        let bytes =
            files::read(root, &id.content_path(version), text::SIZE_LIMIT).map_err(|fault| vec![fault])?;
        text::read(id, version, &bytes)
    });
    let all = join_texts(texts, configuration);
    if !places.iter().any(|(id, _)| *id == TextId::Charter) {
        faults.push(Diagnostic::new(
            Code::CharterMissing,
            Place::file("content/charter"),
        ));
    }
    (all, faults)
}

/// Puts the versions of each text together; `texts` are in the order of text, then version.
pub fn join_texts(texts: Vec<Text>, configuration: &Configuration) -> Vec<Versions> {
    let mut all: Vec<Versions> = Vec::new();
    for text in texts {
        match all.last_mut().filter(|versions| versions.id == text.id) {
            Some(versions) => versions.versions.push(text),
            None => {
                let closed = configuration.closed.contains(&text.id);
                all.push(Versions {
                    id: text.id.clone(),
                    versions: vec![text],
                    closed,
                });
            }
        }
    }
    all
}

fn read_page(root: &Path, slug: &Slug) -> Result<Page, Vec<Diagnostic>> {
    let path = Page::path_of(slug);
    let bytes = files::read(root, &path, text::SIZE_LIMIT).map_err(|fault| vec![fault])?;
    Page::read(slug, &bytes)
}

/// What the Markdown of the texts and pages must not hold.
fn lint(texts: &[Versions], pages: &[Page], pictures: &[String]) -> Vec<Diagnostic> {
    let is_picture = |path: &str| {
        pictures
            .binary_search_by(|known| known.as_str().cmp(path))
            .is_ok()
    };
    let texts = texts.par_iter().flat_map_iter(|versions| &versions.versions);
    let of_texts = texts.flat_map_iter(|text| text.lint(&is_picture));
    let of_pages = pages.par_iter().flat_map_iter(|page| page.lint(&is_picture));
    of_texts.chain(of_pages).collect()
}

fn check_picture(root: &Path, path: &str) -> Result<String, Vec<Diagnostic>> {
    files::read(root, path, PICTURE_LIMIT)
        .map(|_| path.to_owned())
        .map_err(|fault| vec![fault])
}
