//! Organisations that may be one, or keys that may not be theirs: worth a person's look.

use super::{Entry, Register, Standing};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::identifier::TextId;
use crate::project::files;
use crate::signature::{Key, Kind, PublicKey, Reading, SIZE_LIMIT};
use rayon::prelude::*;
use std::collections::HashMap;
use std::path::Path;

/// The same RNA or SIREN under two names for one text, the same key under two organisations, one organisation with
/// two keys of which no steward knows.
pub fn check(root: &Path, register: &Register) -> Vec<Diagnostic> {
    let (mut faults, (shared, unattested)) = rayon::join(
        || identifiers(root, register),
        || rayon::join(|| shared_keys(root, register), || unattested_keys(root, register)),
    );
    faults.extend(shared);
    faults.extend(unattested);
    faults
}

/// Whether there may be anything of the sort with one of `new`, which are among the register's entries: a look that costs
/// less than [`check`].
pub fn may_concern(register: &Register, new: &[Entry]) -> bool {
    let meets = |new: &Entry, other: &Entry| {
        if new.organisation == other.organisation {
            return new.key != other.key;
        }
        let (named, known) = (&new.adherence.organisation, &other.adherence.organisation);
        new.key == other.key
            || (named.rna.is_some() && named.rna == known.rna)
            || (named.siren.is_some() && named.siren == known.siren)
    };
    register
        .entries
        .par_iter()
        .with_min_len(1024)
        .any(|entry| new.iter().any(|new| meets(new, entry)))
}

fn identifiers(root: &Path, register: &Register) -> Vec<Diagnostic> {
    let mut seen: HashMap<(&TextId, &str, &str), &Entry> = HashMap::with_capacity(register.entries.len());
    let mut faults = Vec::new();
    for entry in register
        .entries
        .iter()
        .filter(|entry| entry.standing != Standing::Withdrawn)
    {
        let organisation = &entry.adherence.organisation;
        let rna = organisation
            .rna
            .as_ref()
            .map(|rna| ("RNA", rna.as_str(), Key::Rna));
        let siren = organisation
            .siren
            .as_ref()
            .map(|siren| ("SIREN", siren.as_str(), Key::Siren));
        for (kind, value, key) in [rna, siren].into_iter().flatten() {
            match seen.get(&(&entry.adherence.text, kind, value)) {
                None => {
                    seen.insert((&entry.adherence.text, kind, value), entry);
                }
                Some(first) => faults.push(
                    at(root, Code::DuplicateIdentifier, entry, key)
                        .with("identifier", kind)
                        .with("value", value)
                        .with("other", first.path()),
                ),
            }
        }
    }
    faults
}

fn shared_keys(root: &Path, register: &Register) -> Vec<Diagnostic> {
    let mut owners: HashMap<&PublicKey, &Entry> = HashMap::with_capacity(register.entries.len());
    let mut faults = Vec::new();
    for entry in &register.entries {
        match owners.get(&entry.key) {
            None => {
                owners.insert(&entry.key, entry);
            }
            Some(first) if first.organisation != entry.organisation => faults.push(
                at(root, Code::SharedKey, entry, Key::Name)
                    .with("fingerprint", entry.key.fingerprint())
                    .with("other", first.path()),
            ),
            Some(_) => {}
        }
    }
    faults
}

fn unattested_keys(root: &Path, register: &Register) -> Vec<Diagnostic> {
    let mut faults = Vec::new();
    for indices in register.organisations.iter() {
        let entries = indices.iter().map(|at| &register.entries[*at as usize]);
        let mut unknown: Vec<&Entry> = entries.filter(|entry| entry.attestation.is_none()).collect();
        unknown.sort_by_key(|entry| (entry.adherence.date, &entry.adherence.text));
        let Some(first) = unknown.first() else { continue };
        for entry in unknown.iter().filter(|entry| entry.key != first.key) {
            faults.push(unattested(root, first, entry));
        }
    }
    faults
}

fn unattested(root: &Path, first: &Entry, entry: &Entry) -> Diagnostic {
    at(root, Code::UnattestedKey, entry, Key::Name)
        .with("organisation", entry.organisation.as_str())
        .with("other", first.path())
}

/// A diagnostic at the value of `key`, for which the file is read once more.
fn at(root: &Path, code: Code, entry: &Entry, key: Key) -> Diagnostic {
    let path = entry.path();
    let bytes = files::read(root, &path, SIZE_LIMIT).unwrap_or_default();
    let place = match Reading::new(&path, &bytes, Kind::Adherence) {
        Ok(reading) => reading.diagnostic(code, key).place,
        Err(_) => Place::file(path.clone()),
    };
    Diagnostic::new(code, place)
}
