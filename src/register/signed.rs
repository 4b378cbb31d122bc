//! What stands below `signatures/`: signatures, and attestations beside them.

use super::against::{self, Texts};
use super::batch::read_all_in;
use super::find::Places;
use super::{Attested, Entry, Standing, Versions};
use crate::cache::Checks;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::identifier::{Slug, TextId};
use crate::phases::{Phase, Phases};
use crate::project::Project;
use crate::project::files::Folder;
use crate::signature::{self, Action, Adherence, Document, Kind, Reading};
use crate::text::Text;
use std::collections::{BTreeMap, BTreeSet};

/// Which signature: the text and the organisation.
pub(super) type Key = (TextId, Slug);

/// Where the signature of that key stands among entries in the order of text, then organisation, or where it would.
pub(super) fn place_of(entries: &[Entry], (id, slug): &Key) -> Result<usize, usize> {
    entries.binary_search_by(|entry| (&entry.adherence.text, &entry.organisation).cmp(&(id, slug)))
}

/// What signed files are held against.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reader<'a> {
    pub project: &'a Project,
    /// All texts of the project.
    pub texts: &'a [Versions],
    /// The signatures that are known to hold.
    pub checks: &'a Checks,
}

/// What an attestation is worth for the signature beside it.
#[derive(Debug, Default)]
pub(super) struct Word {
    attested: Option<Attested>,
    stale: bool,
    /// What is wrong with it, all the same.
    pub faults: Vec<Diagnostic>,
}

impl Word {
    /// Gives the word to the signature that it is about.
    pub fn give(self, entry: &mut Entry) -> Vec<Diagnostic> {
        entry.attestation = self.attested;
        entry.stale_attestation = self.stale;
        self.faults
    }
}

impl Reader<'_> {
    /// Reads all signatures and attestations that were found: the sound ones in the order of text, then organisation, and
    /// everything that is wrong.
    pub fn read_all(self, places: &Places, phases: &Phases) -> (Vec<Entry>, Vec<Diagnostic>) {
        phases.enter(Phase::Signatures, places.signatures.len());
        let (mut entries, faults) = read_all_in(&places.signatures, &self.project.root, |folder, key| {
            phases.step();
            self.signature(folder, key)
        });
        let (mut faults, changed) = texts_changed(self.texts, &entries, faults);
        faults.extend(changed);
        phases.enter(Phase::Attestations, 0);
        faults.extend(self.attest(&mut entries, places));
        (entries, faults)
    }

    /// Reads the signature of that key in its text's folder.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub fn signature(self, folder: &Folder, (id, slug): &Key) -> Result<Entry, Vec<Diagnostic>> {
        let (charter, texts) = (&self.project.configuration.charter, Texts(self.texts));
        let path = id.signature_path(slug);
        let bytes = folder
            .read(&path, signature::SIZE_LIMIT)
            .map_err(|fault| vec![fault])?;
        let mut reading = Reading::new(&path, &bytes, Kind::Adherence).map_err(|fault| vec![fault])?;
        against::signature(&mut reading, Some(charter), Some(id), texts);
        self.checks.check_seal(&mut reading);
        let signed = reading.finish()?;
        let Document::Adherence(mut adherence) = signed.document else {
            return Err(Vec::new());
        };
        share(&mut adherence, charter, id, texts);
        let current = texts.get(id).and_then(Versions::current);
        let standing = match adherence.action {
            Action::Withdraw => Standing::Withdrawn,
            Action::Sign if current.is_some_and(|text| text.version == adherence.version) => {
                Standing::Current
            }
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

    /// Reads the attestation beside the signature of that key; `beside` is the signature, where it holds.
    ///
    /// # Errors
    /// Everything that is wrong with the attestation on its own.
    pub fn attestation(
        self,
        folder: &Folder,
        (id, slug): &Key,
        beside: Option<&Entry>,
    ) -> Result<Word, Vec<Diagnostic>> {
        let configuration = &self.project.configuration;
        let path = id.attestation_path(slug);
        let bytes = folder
            .read(&path, signature::SIZE_LIMIT)
            .map_err(|fault| vec![fault])?;
        let mut reading = Reading::new(&path, &bytes, Kind::Attestation).map_err(|fault| vec![fault])?;
        self.checks.check_seal(&mut reading);
        // Beside a faulty signature the attestation is only checked on its own.
        let Some(entry) = beside else {
            return reading.finish().map(|_| Word::default());
        };
        let (charter, stewards) = (&configuration.charter, &configuration.stewards);
        let counts = against::attestation(&mut reading, charter, stewards, entry.attestable());
        let faults = std::mem::take(&mut reading.source.faults);
        if !counts {
            let stale = faults.iter().any(|fault| fault.code == Code::AttestationStale);
            return Ok(Word {
                attested: None,
                stale,
                faults,
            });
        }
        let signed = reading.finish()?;
        let steward = stewards.iter().find(|steward| steward.key == signed.seal.key);
        let (Some(steward), Document::Attestation(attestation)) = (steward, signed.document) else {
            return Ok(Word::default());
        };
        Ok(Word {
            attested: Some(Attested {
                steward: steward.name.clone(),
                key: steward.key,
                method: attestation.method,
                date: attestation.date,
                signature: signed.seal.signature,
                digest: signed.digest,
            }),
            stale: false,
            faults,
        })
    }

    /// Reads the attestations and gives each to the signature beside it.
    fn attest(self, entries: &mut [Entry], places: &Places) -> Vec<Diagnostic> {
        let read = |folder: &Folder, key: &Key| {
            let at = place_of(entries, key).ok();
            if at.is_none() && places.signatures.binary_search(key).is_err() {
                let (id, slug) = key;
                let place = Place::file(id.attestation_path(slug));
                let fault = Diagnostic::new(Code::AttestationOrphan, place);
                return Err(vec![fault.with("expected", id.signature_path(slug))]);
            }
            let word = self.attestation(folder, key, at.map(|at| &entries[at]))?;
            Ok(at.map(|at| (at, word)))
        };
        let (words, mut faults) = read_all_in(&places.attestations, &self.project.root, read);
        for (at, word) in words.into_iter().flatten() {
            faults.extend(word.give(&mut entries[at]));
        }
        faults
    }
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
