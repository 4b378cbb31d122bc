//! From a project folder to a register, with everything that is wrong on the way.

use super::against::{self, Texts};
use super::find::Places;
use super::{Attested, Entry, Register, Seen, Standing, Versions, chain, doubles};
use crate::cache::Checks;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::identifier::{Slug, TextId};
use crate::phases::{Phase, Phases};
use crate::project::files::{self, Folder};
use crate::project::{Configuration, Project};
use crate::signature::{self, Action, Adherence, Document, Kind, Reading};
use crate::text::{self, Page, Text};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The largest picture, in bytes.
pub const PICTURE_LIMIT: usize = 4 * 1024 * 1024;

/// A register with everything that is wrong in the project.
#[derive(Clone, Debug, Default)]
pub struct Loaded {
    /// What holds.
    pub register: Register,
    /// What does not, in the order of paths and lines.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads a whole project. Faulty files are left out of the register and reported; nothing stops at the first fault.
pub fn load(project: &Project) -> Loaded {
    let known = (&Checks::none(), &mut Seen::default());
    load_with(project, known, &Phases::default())
}

/// The same, but for the signatures that `checks` know to hold and the files that were `seen` before; tells `phases` how far
/// it is.
pub fn load_with(project: &Project, (checks, seen): (&Checks, &mut Seen), phases: &Phases) -> Loaded {
    let root = &project.root;
    let mut diagnostics = Vec::new();
    phases.enter(Phase::Find, 0);
    let places = Places::find(root, &["content", "signatures"], &mut diagnostics);

    phases.enter(Phase::Texts, 0);
    let (texts, faults) = read_texts(root, &project.configuration, &places.texts);
    diagnostics.extend(faults);
    let (pages, faults) = read_all(&places.pages, |slug| read_page(root, slug));
    diagnostics.extend(faults);
    let (pictures, faults) = read_all(&places.pictures, |path| check_picture(root, path));
    diagnostics.extend(faults);
    diagnostics.extend(chain::check(&texts));
    diagnostics.extend(lint(&texts, &pages, &pictures));

    phases.enter(Phase::Signatures, places.signatures.len());
    let charter = &project.configuration.charter;
    seen.begin(&project.configuration, &texts);
    let (mut entries, faults) = read_all_in(&places.signatures, root, |folder, key| {
        phases.step();
        let stamp = seen.stamp(root, key);
        if let Some(entry) = seen.find(key, stamp) {
            checks.keep(entry.digest, Kind::Adherence);
            return Ok(entry);
        }
        let entry = read_signature(folder, charter, Texts(&texts), checks, key)?;
        seen.add(key, stamp, &entry);
        Ok(entry)
    });
    seen.settle(&places.signatures);
    let (faults, changed) = texts_changed(&texts, &entries, faults);
    diagnostics.extend(faults);
    diagnostics.extend(changed);
    phases.enter(Phase::Attestations, 0);
    diagnostics.extend(attest(project, &mut entries, &places, checks));

    phases.enter(Phase::Compare, 0);
    let mut texts = texts;
    chain::keep_sound(&mut texts);
    let known = |entry: &Entry| {
        let versions = Texts(&texts).get(&entry.adherence.text);
        versions.is_some_and(|found| {
            found
                .versions
                .iter()
                .any(|text| text.version == entry.adherence.version)
        })
    };
    entries.retain(known);
    let mut register = Register {
        texts,
        entries,
        pages,
        pictures,
        ..Register::default()
    };
    register.index();
    diagnostics.extend(doubles::check(root, &register));
    diagnostics.sort();
    diagnostics.dedup();
    Loaded {
        register,
        diagnostics,
    }
}

/// Reads only the texts of a project, with everything that is wrong with them on their own.
pub fn load_texts(project: &Project) -> (Vec<Versions>, Vec<Diagnostic>) {
    let mut faults = Vec::new();
    let places = Places::find(&project.root, &["content"], &mut faults);
    let (texts, found) = read_texts(&project.root, &project.configuration, &places.texts);
    faults.extend(found);
    (texts, faults)
}

/// Reads each item with `read`, in parallel; the order of the results is that of the items.
fn read_all<I: Sync, T: Send>(
    items: &[I],
    read: impl Fn(&I) -> Result<T, Vec<Diagnostic>> + Sync + Send,
) -> (Vec<T>, Vec<Diagnostic>) {
    sort_out(items.par_iter().with_min_len(16).map(read).collect())
}

/// The same for signed files, with the folder that a file stands in.
fn read_all_in<T: Send>(
    items: &[(TextId, Slug)],
    root: &Path,
    read: impl Fn(&Folder, &(TextId, Slug)) -> Result<T, Vec<Diagnostic>> + Sync + Send,
) -> (Vec<T>, Vec<Diagnostic>) {
    let open = |id: &TextId| (id.clone(), Folder::open(root, format!("signatures/{id}")));
    let results = items.par_iter().with_min_len(16).map_init(
        || None,
        |last: &mut Option<(TextId, Result<Folder, Diagnostic>)>, item| {
            let opened = last.take().filter(|(id, _)| *id == item.0);
            let (_, folder) = last.insert(opened.unwrap_or_else(|| open(&item.0)));
            match folder {
                Ok(folder) => read(folder, item),
                Err(fault) => Err(vec![fault.clone()]),
            }
        },
    );
    sort_out(results.collect())
}

fn sort_out<T>(results: Vec<Result<T, Vec<Diagnostic>>>) -> (Vec<T>, Vec<Diagnostic>) {
    let mut faults = Vec::new();
    let mut keep = |result: Result<T, Vec<Diagnostic>>| result.map_err(|found| faults.extend(found)).ok();
    // In place: the results of a large project are not held twice.
    let sound = results.into_iter().filter_map(&mut keep).collect();
    (sound, faults)
}

fn read_texts(
    root: &Path,
    configuration: &Configuration,
    places: &[(TextId, crate::identifier::Version)],
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

fn read_signature(
    folder: &Folder,
    charter: &Slug,
    texts: Texts<'_>,
    checks: &Checks,
    (id, slug): &(TextId, Slug),
) -> Result<Entry, Vec<Diagnostic>> {
    let path = id.signature_path(slug);
    let name = path.rsplit('/').next().unwrap_or_default();
    let bytes = folder
        .read(name, signature::SIZE_LIMIT)
        .map_err(|fault| vec![fault])?;
    let mut reading = Reading::new(&path, &bytes, Kind::Adherence).map_err(|fault| vec![fault])?;
    against::signature(&mut reading, Some(charter), Some(id), texts);
    checks.check_seal(&mut reading);
    let signed = reading.finish()?;
    let Document::Adherence(mut adherence) = signed.document else {
        return Err(Vec::new());
    };
    share(&mut adherence, charter, id, texts);
    let current = texts.get(id).and_then(Versions::current);
    let standing = match adherence.action {
        Action::Withdraw => Standing::Withdrawn,
        Action::Sign if current.is_some_and(|text| text.version == adherence.version) => Standing::Current,
        Action::Sign => Standing::Older,
    };
    Ok(Entry {
        organisation: slug.clone(),
        adherence: *adherence,
        key: signed.seal.key,
        signature: signed.seal.signature,
        digest: signed.digest,
        standing,
        attestation: None,
        stale_attestation: false,
    })
}

/// Lets `adherence` hold the charter, text, version and declaration that others hold too, not copies of its own.
fn share(adherence: &mut Adherence, charter: &Slug, id: &TextId, texts: Texts<'_>) {
    let versions = texts.get(id).map_or(&[][..], |versions| &versions.versions);
    let Some(text) = versions.iter().find(|text| text.version == adherence.version) else {
        return;
    };
    adherence.charter = charter.clone();
    adherence.text = id.clone();
    adherence.version = text.version.clone();
    if adherence.declaration == text.front.declaration {
        adherence.declaration = text.front.declaration.clone();
    }
}

/// Tells texts that were changed after they were signed from signatures with a wrong digest.
///
/// When no signature of a version holds any more, or several agree on one unknown digest, the text has changed: one
/// diagnostic at the text takes the place of one for each signature.
fn texts_changed(
    texts: &[Versions],
    entries: &[Entry],
    faults: Vec<Diagnostic>,
) -> (Vec<Diagnostic>, Vec<Diagnostic>) {
    let name = |fault: &Diagnostic, wanted: &str| {
        fault
            .arguments
            .iter()
            .find(|(name, _)| *name == wanted)
            .map(|(_, value)| value.to_text())
            .unwrap_or_default()
    };
    let mut broken: BTreeMap<(String, String, String), BTreeSet<&str>> = BTreeMap::new();
    for fault in faults.iter().filter(|fault| against::is_unknown_digest(fault)) {
        let key = (name(fault, "text"), name(fault, "version"), name(fault, "value"));
        broken.entry(key).or_default().insert(&fault.place.path);
    }
    let signed = |text: &Text| {
        entries
            .iter()
            .any(|entry| entry.adherence.text == text.id && entry.adherence.version == text.version)
    };
    let mut changed = Vec::new();
    let mut explained: BTreeSet<String> = BTreeSet::new();
    for ((id, version, digest), paths) in &broken {
        let text = texts.iter().flat_map(|versions| &versions.versions);
        let Some(text) = text
            .into_iter()
            .find(|text| text.id.to_string() == *id && text.version.as_str() == version)
        else {
            continue;
        };
        if paths.len() > 1 || !signed(text) {
            explained.extend(paths.iter().map(|path| (*path).to_owned()));
            changed.push(
                Diagnostic::new(Code::TextChanged, Place::file(text.path()))
                    .with("text", id.as_str())
                    .with("version", version.as_str())
                    .with("count", paths.len())
                    .with("expected", digest.as_str())
                    .with("value", text.digest.to_string()),
            );
        }
    }
    let kept = faults
        .into_iter()
        .filter(|fault| !(against::is_unknown_digest(fault) && explained.contains(&fault.place.path)));
    (kept.collect(), changed)
}

/// Reads the attestations and gives each to the signature beside it.
fn attest(project: &Project, entries: &mut [Entry], places: &Places, checks: &Checks) -> Vec<Diagnostic> {
    let Configuration {
        charter, stewards, ..
    } = &project.configuration;
    let position = |id: &TextId, slug: &Slug| {
        entries
            .binary_search_by(|entry| (&entry.adherence.text, &entry.organisation).cmp(&(id, slug)))
            .ok()
    };
    let read = |folder: &Folder, (id, slug): &(TextId, Slug)| {
        let path = id.attestation_path(slug);
        let beside = position(id, slug);
        if beside.is_none()
            && places
                .signatures
                .binary_search(&(id.clone(), slug.clone()))
                .is_err()
        {
            let fault = Diagnostic::new(Code::AttestationOrphan, Place::file(path));
            return Err(vec![fault.with("expected", id.signature_path(slug))]);
        }
        let name = path.rsplit('/').next().unwrap_or_default();
        let bytes = folder
            .read(name, signature::SIZE_LIMIT)
            .map_err(|fault| vec![fault])?;
        let mut reading = Reading::new(&path, &bytes, Kind::Attestation).map_err(|fault| vec![fault])?;
        checks.check_seal(&mut reading);
        // Beside a faulty signature the attestation is only checked on its own.
        let Some(at) = beside else {
            return reading.finish().map(|_| None);
        };
        let counts = against::attestation(&mut reading, charter, stewards, entries[at].attestable());
        let stale = reading
            .source
            .faults
            .iter()
            .any(|fault| fault.code == Code::AttestationStale);
        let found = std::mem::take(&mut reading.source.faults);
        if !counts {
            return Ok(Some((at, None, stale, found)));
        }
        let signed = reading.finish()?;
        let steward = stewards.iter().find(|steward| steward.key == signed.seal.key);
        let (Some(steward), Document::Attestation(attestation)) = (steward, signed.document) else {
            return Ok(None);
        };
        let attested = Attested {
            steward: steward.name.clone(),
            key: steward.key,
            method: attestation.method,
            date: attestation.date,
            signature: signed.seal.signature,
            digest: signed.digest,
        };
        Ok(Some((at, Some(attested), false, found)))
    };
    let (results, mut faults) = read_all_in(&places.attestations, &project.root, read);
    for (at, attested, stale, found) in results.into_iter().flatten() {
        entries[at].attestation = attested;
        entries[at].stale_attestation = stale;
        faults.extend(found);
    }
    faults
}
