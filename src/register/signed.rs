//! What stands below `signatures/`: signatures, and attestations beside them.

use super::against::{self, Texts};
use super::batch::{Outcome, read_all_in};
use super::find::{Key, Places};
use super::{Attested, Entry, Standing, Versions};
use crate::cache::Checks;
use crate::diagnostic::{Code, Diagnostic, Place, error_count, told};
use crate::identifier::{Digest, Slug, TextId};
use crate::phases::{Phase, Phases};
use crate::project::Project;
use crate::project::files::Folder;
use crate::signature::{self, Action, Adherence, Document, Kind, Reading};
use crate::text::Text;
use std::collections::{BTreeMap, BTreeSet};

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
        let (mut entries, faults) = read_all_in(&places.signatures, &self.project.root, |folder, keys| {
            keys.iter().for_each(|_| phases.step());
            self.signatures(folder, keys)
        });
        let (mut faults, changed) = texts_changed(self.texts, &entries, faults);
        faults.extend(changed);
        phases.enter(Phase::Attestations, 0);
        faults.extend(self.attest(&mut entries, places));
        (entries, faults)
    }

    /// Reads the signatures of these keys in their text's folder: of each, what it says or everything that is wrong with it.
    pub fn signatures(self, folder: &Folder, keys: &[Key]) -> Vec<Outcome<Entry>> {
        let (charter, texts) = (&self.project.configuration.charter, Texts(self.texts));
        let paths = keys.iter().map(|(id, slug)| id.signature_path(slug)).collect();
        let files = Files::read(folder, paths, Kind::Adherence);
        let mut readings = files.readings();
        for (reading, (id, _)) in readings.iter_mut().zip(keys) {
            if let Ok(reading) = reading {
                against::signature(reading, Some(charter), Some(id), texts);
            }
        }
        self.check_seals(&mut readings);
        let each = keys.iter().zip(readings);
        each.map(|(key, reading)| self.entry(key, reading.map_err(|fault| vec![fault])?))
            .collect()
    }

    /// The signature of that key, checked.
    fn entry(self, (id, slug): &Key, reading: Reading<'_>) -> Outcome<Entry> {
        let (charter, texts) = (&self.project.configuration.charter, Texts(self.texts));
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

    /// Reads the attestations beside the signatures of these keys, which are given where they hold: of each, what it is
    /// worth or everything that is wrong with it on its own.
    pub fn attestations(self, folder: &Folder, of: &[(&Key, Option<&Entry>)]) -> Vec<Outcome<Word>> {
        let paths = of
            .iter()
            .map(|((id, slug), _)| id.attestation_path(slug))
            .collect();
        let files = Files::read(folder, paths, Kind::Attestation);
        let mut readings = files.readings();
        self.check_seals(&mut readings);
        let each = of.iter().zip(readings);
        each.map(|((_, beside), reading)| self.word(*beside, reading.map_err(|fault| vec![fault])?))
            .collect()
    }

    fn check_seals(self, readings: &mut [Result<Reading<'_>, Diagnostic>]) {
        let mut readings: Vec<&mut Reading<'_>> = readings.iter_mut().flatten().collect();
        self.checks.check_seals(&mut readings);
    }

    /// What an attestation that was checked is worth for the signature beside it, where that holds.
    fn word(self, beside: Option<&Entry>, mut reading: Reading<'_>) -> Outcome<Word> {
        let configuration = &self.project.configuration;
        // Beside a faulty signature the attestation is only checked on its own.
        let Some(entry) = beside else {
            return reading.finish().map(|_| Word::default());
        };
        let (charter, stewards) = (&configuration.charter, &configuration.stewards);
        let counts = against::attestation(&mut reading, charter, stewards, entry.attestable());
        let faults = told(std::mem::take(&mut reading.source.faults));
        // Whatever is wrong with it on its own, it is nobody's word.
        let is_sound = error_count(&faults) == 0;
        if !counts || !is_sound {
            let stale = is_sound && faults.iter().any(|fault| fault.code == Code::AttestationStale);
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
        let is_orphan = |key: &Key| places.signatures.binary_search(key).is_err();
        let read = |folder: &Folder, keys: &[Key]| {
            let at: Vec<Option<usize>> = keys.iter().map(|key| place_of(entries, key).ok()).collect();
            let beside = at.iter().map(|at| at.map(|at| &entries[at]));
            let words = self.attestations(folder, &keys.iter().zip(beside).collect::<Vec<_>>());
            let each = keys.iter().zip(at).zip(words);
            each.map(|((key, at), word)| match at {
                None if is_orphan(key) => Err(vec![orphan(key)]),
                at => word.map(|word| Some((at?, word))),
            })
            .collect()
        };
        let (words, mut faults) = read_all_in(&places.attestations, &self.project.root, read);
        for (at, word) in words.into_iter().flatten() {
            faults.extend(word.give(&mut entries[at]));
        }
        faults
    }
}

/// Says of attestations that count no more whose they are, where they are about another signature of the register: they are
/// no earlier word on the one that they stand beside.
pub(super) fn tell_whose(faults: &mut [Diagnostic], entries: &[Entry]) {
    let attested = |fault: &Diagnostic| {
        let mut arguments = fault.arguments.iter();
        let (_, value) =
            arguments.find(|(name, _)| *name == "value" && fault.code == Code::AttestationStale)?;
        Digest::parse(&value.to_text()).ok()
    };
    let wanted: BTreeSet<Digest> = faults.iter().filter_map(attested).collect();
    if wanted.is_empty() {
        return;
    }
    let others = entries.iter().filter(|entry| wanted.contains(&entry.digest));
    let others: BTreeMap<Digest, &Entry> = others.map(|entry| (entry.digest, entry)).collect();
    for fault in faults {
        if let Some(other) = attested(fault).and_then(|digest| others.get(&digest)) {
            let name = other.adherence.organisation.name.as_str();
            let told = fault.clone().with("kind", "copied").with("name", name);
            *fault = told.with("of", other.path());
        }
    }
}

/// What is to be said of an attestation beside which no signature stands.
fn orphan((id, slug): &Key) -> Diagnostic {
    let place = Place::file(id.attestation_path(slug));
    Diagnostic::new(Code::AttestationOrphan, place).with("expected", id.signature_path(slug))
}

/// Signed files as they were read.
struct Files {
    paths: Vec<String>,
    bytes: Vec<Result<Vec<u8>, Diagnostic>>,
    kind: Kind,
}

impl Files {
    fn read(folder: &Folder, paths: Vec<String>, kind: Kind) -> Self {
        let read = |path: &String| folder.read(path, signature::SIZE_LIMIT);
        let bytes = paths.iter().map(read).collect();
        Self { paths, bytes, kind }
    }

    fn readings(&self) -> Vec<Result<Reading<'_>, Diagnostic>> {
        let each = self.paths.iter().zip(&self.bytes);
        each.map(|(path, bytes)| Reading::new(path, bytes.as_ref().map_err(Diagnostic::clone)?, self.kind))
            .collect()
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
        let first = entries.partition_point(|entry| entry.adherence.text < text.id);
        let of_text = entries[first..]
            .iter()
            .take_while(|entry| entry.adherence.text == text.id);
        of_text
            .map(|entry| &entry.adherence.version)
            .any(|version| *version == text.version)
    };
    let find = |id: &str, version: &str| {
        let versions = Texts(texts).get(&TextId::parse(id).ok()?)?;
        versions
            .versions
            .iter()
            .find(|text| text.version.as_str() == version)
    };
    let mut changed = Vec::new();
    let mut explained: BTreeSet<String> = BTreeSet::new();
    for ((id, version, digest), paths) in &broken {
        let Some(text) = find(id, version) else {
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
