//! The texts that a change is held against: those it names, with all that they lead up to.

use super::change::Touched;
use super::git::GitError;
use super::head::{Content, Head};
use super::pictures;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::identifier::{Slug, TextId, Version};
use crate::project::Configuration;
use crate::register::{self, Role, Versions, chain, role};
use crate::text::{self, Page, Text};
use std::collections::{BTreeMap, BTreeSet};

/// The texts at hand, and what is wrong with those that the change brings.
#[derive(Debug, Default)]
pub struct Texts {
    /// The texts that the change names, with all their versions, and those they adapt.
    pub all: Vec<Versions>,
    /// What is wrong in the texts and pages that the change brings.
    pub faults: Vec<Diagnostic>,
    /// The names of all texts.
    pub names: Vec<TextId>,
}

/// Reads the texts that matter to a change.
///
/// # Errors
/// When git fails.
pub fn read(
    head: &mut Head<'_>,
    touched: &[Touched],
    configuration: &Configuration,
) -> Result<Texts, GitError> {
    let paths = head.paths("content");
    let mut places: BTreeMap<TextId, Vec<Version>> = BTreeMap::new();
    for path in &paths {
        if let Ok(Role::Text(id, version)) = role(path) {
            places.entry(id).or_default().push(version);
        }
    }
    let changed: BTreeSet<&str> = touched.iter().map(|file| file.path.as_str()).collect();
    let mut wanted = BTreeSet::new();
    for file in touched.iter().filter(|file| file.inside) {
        match role(&file.path) {
            Ok(Role::Signature(id, _) | Role::Attestation(id, _)) => {
                wanted.insert(id);
            }
            // Whatever shows a picture that is changed, or adapts a text that is, is concerned.
            Ok(Role::Picture) if pictures::is_altered(file) => wanted.extend(places.keys().cloned()),
            Ok(Role::Text(..)) if !file.is_added() => wanted.extend(places.keys().cloned()),
            Ok(Role::Text(id, _)) => {
                wanted.insert(id);
            }
            _ => {}
        }
    }
    let mut found = Texts {
        names: places.keys().cloned().collect(),
        ..Texts::default()
    };
    let mut read = Vec::new();
    let mut seen = BTreeSet::new();
    while let Some(id) = wanted.pop_first() {
        for version in places.get(&id).into_iter().flatten() {
            let path = id.content_path(version);
            let Content::Bytes(bytes) = head.read(&path, text::SIZE_LIMIT)? else {
                continue;
            };
            match text::read(&id, version, &bytes) {
                Ok(text) => {
                    let parent = text.front.adapts.as_ref().map(|parent| parent.text.clone());
                    wanted.extend(parent.filter(|parent| !seen.contains(parent) && *parent != id));
                    read.push(text);
                }
                Err(faults) if changed.contains(path.as_str()) => found.faults.extend(faults),
                Err(_) => {}
            }
        }
        seen.insert(id);
    }
    read.sort_by(|one, other| (&one.id, &one.version).cmp(&(&other.id, &other.version)));
    found.all = register::join_texts(read, configuration);
    found.faults.extend(chains(&found.all, &changed));
    let is_picture = |path: &str| {
        matches!(role(path), Ok(Role::Picture))
            && paths.binary_search_by(|known| known.as_str().cmp(path)).is_ok()
    };
    for text in found.all.iter().flat_map(|versions| &versions.versions) {
        if changed.contains(text.path().as_str()) {
            found.faults.extend(text.lint(&is_picture));
        }
    }
    found.faults.extend(pages(touched, &is_picture));
    Ok(found)
}

/// What is wrong with the chains of texts that the change touches at either end.
fn chains(texts: &[Versions], changed: &BTreeSet<&str>) -> Vec<Diagnostic> {
    let all = texts.iter().flat_map(|versions| &versions.versions);
    let adapts_changed = |text: &&Text| {
        let parent = text.front.adapts.as_ref();
        parent.is_some_and(|parent| changed.contains(parent.text.content_path(&parent.version).as_str()))
    };
    let concerned: BTreeSet<String> = all.filter(adapts_changed).map(Text::path).collect();
    let mut faults = chain::check(texts);
    faults.retain(|fault| {
        let path = fault.place.path.as_str();
        changed.contains(path) || concerned.contains(path)
    });
    faults
}

fn pages(touched: &[Touched], is_picture: &dyn Fn(&str) -> bool) -> Vec<Diagnostic> {
    let mut faults = Vec::new();
    for file in touched.iter().filter(|file| file.inside) {
        if let (Some(bytes), Ok(Role::Page(slug))) = (file.new.bytes(), role(&file.path)) {
            match Page::read(&slug, bytes) {
                Ok(page) => faults.extend(page.lint(is_picture)),
                Err(found) => faults.extend(found),
            }
        }
    }
    faults
}

/// The pages that the change brings and that would take the address of another, as `taken` tells it.
pub fn taken_addresses(touched: &[Touched], taken: &dyn Fn(&Slug) -> Option<String>) -> Vec<Diagnostic> {
    let there = touched
        .iter()
        .filter(|file| file.inside && file.new.bytes().is_some());
    let fault = |file: &Touched| match role(&file.path) {
        Ok(Role::Page(page)) => {
            let fault = Diagnostic::new(Code::PageNameTaken, Place::file(&file.path));
            Some(fault.with("other", taken(&page)?))
        }
        _ => None,
    };
    there.filter_map(fault).collect()
}

/// Adds to a fault about an unknown text the name that was probably meant.
pub fn suggest(faults: &mut [Diagnostic], names: &[TextId]) {
    let names: Vec<String> = names.iter().map(ToString::to_string).collect();
    for fault in faults.iter_mut().filter(|fault| fault.code == Code::TextUnknown) {
        let value = fault.arguments.iter().find(|(name, _)| *name == "value");
        if let Some(value) = value.map(|(_, value)| value.to_text()) {
            fault.suggestion =
                crate::diagnostic::nearest(&value, names.iter().map(String::as_str)).map(str::to_owned);
        }
    }
}
