//! Nothing else of anyone's: what a change must leave alone.

use super::change::Touched;
use super::git::GitError;
use super::head::Head;
use super::known::Found;
use super::submission::{Submission, digest, was_signed};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::identifier::{Digest, Slug, TextId, Version, canonical_text};
use crate::project::{CONFIGURATION, Configuration};
use crate::register::{Role, role};
use crate::signature::{Kind, Reading, SIZE_LIMIT};
use crate::text;
use std::collections::{BTreeMap, BTreeSet};

/// The signatures that are taken away, and the attestations that count.
///
/// # Errors
/// When git fails.
pub fn deleted(
    touched: &[Touched],
    configuration: &Configuration,
    head: &mut Head<'_>,
) -> Result<Vec<Diagnostic>, GitError> {
    let mut added: BTreeMap<Digest, &str> = BTreeMap::new();
    for file in touched
        .iter()
        .filter(|file| file.is_below("signatures") && file.is_added())
    {
        if let Some(bytes) = file.new.bytes() {
            added.insert(digest(bytes), &file.path);
        }
    }
    let gone = touched.iter().filter(|file| file.inside && !file.is_added());
    let mut faults = Vec::new();
    for file in gone {
        // What stands there now is no file any more: a link in its place takes it away as well.
        let left = file.new.bytes().is_some() || file.is.is_some_and(|mode| mode.is_file());
        let Some(bytes) = file.old.bytes() else { continue };
        let place = Place::file(&file.path);
        match role(&file.path) {
            Ok(Role::Signature(..)) if !left => {
                let Some(name) = was_signed(bytes, Kind::Adherence) else {
                    continue;
                };
                faults.push(match added.get(&digest(bytes)) {
                    Some(other) => Diagnostic::new(Code::SignatureMoved, place).with("other", *other),
                    None => Diagnostic::new(Code::SignatureDeleted, place).with("organisation", name),
                });
            }
            Ok(Role::Attestation(text, organisation)) => {
                let Some(name) = was_signed(bytes, Kind::Attestation) else {
                    continue;
                };
                let beside = head.read(&text.signature_path(&organisation), SIZE_LIMIT)?;
                let counts = |attestation: Option<&[u8]>| {
                    let both = attestation.zip(beside.bytes());
                    both.is_some_and(|(attestation, beside)| counts(attestation, beside, configuration))
                };
                // One that can't be read is told as such.
                if counts(Some(bytes)) && !counts(file.new.bytes()) && !is_faulty(file) {
                    faults.push(Diagnostic::new(Code::AttestationDeleted, place).with("organisation", name));
                }
            }
            _ => {}
        }
    }
    Ok(faults)
}

/// Whether there is a file that is no attestation.
fn is_faulty(file: &Touched) -> bool {
    let new = file.new.bytes();
    new.is_some_and(|new| was_signed(new, Kind::Attestation).is_none())
}

/// Whether an attestation is a steward's word on the very signature beside it: any other may be tidied away.
fn counts(attestation: &[u8], beside: &[u8], configuration: &Configuration) -> bool {
    let Ok(reading) = Reading::new("", attestation, Kind::Attestation) else {
        return false;
    };
    let key = reading.seal.map(|seal| seal.key);
    let mut stewards = configuration.stewards.iter();
    reading.values.sha256 == Some(digest(beside)) && stewards.any(|steward| Some(steward.key) == key)
}

/// The texts that are changed or taken away, though people have signed them, or could have.
pub fn texts(touched: &[Touched], found: &Found) -> Vec<Diagnostic> {
    let mut faults = Vec::new();
    for (file, id, version) in rewritten_texts(touched) {
        let old = file.old.bytes().unwrap_or_default();
        let key = (id.to_string(), version.to_string());
        let mut count = found.counts.get(&key).copied().unwrap_or_default();
        count += signed_before(touched, &key);
        let gone = file.new.bytes().is_none();
        let code = match (count, gone) {
            (0, _) if is_draft(&id, &version, old) => continue,
            (0, _) => Code::TextRewritten,
            (_, true) => Code::TextDeleted,
            (_, false) => Code::TextChanged,
        };
        let fault = Diagnostic::new(code, Place::file(&file.path))
            .with("text", key.0)
            .with("version", key.1);
        faults.push(if count == 0 {
            fault
        } else {
            fault.with("count", count)
        });
    }
    faults
}

fn is_draft(id: &TextId, version: &Version, bytes: &[u8]) -> bool {
    text::read(id, version, bytes).is_ok_and(|text| text.front.draft)
}

/// Takes out of `faults` those that only follow from a signed text being changed: an adaptation that the change leaves
/// alone pins the text as it was, and is not what has to be mended.
pub fn leave_causes(faults: &mut Vec<Diagnostic>, touched: &[Touched]) {
    let text_of = |fault: &Diagnostic| {
        let argument = |wanted: &str| {
            let mut arguments = fault.arguments.iter();
            arguments.find_map(|(name, value)| (*name == wanted).then(|| value.to_text()))
        };
        Some((argument("text")?, argument("version")?))
    };
    let changed: BTreeSet<(String, String)> = faults
        .iter()
        .filter(|fault| fault.code == Code::TextChanged)
        .filter_map(text_of)
        .collect();
    faults.retain(|fault| {
        fault.code != Code::ParentDigest
            || touched.iter().any(|file| file.path == fault.place.path)
            || text_of(fault).is_none_or(|text| !changed.contains(&text))
    });
}

/// Published files of which only the line ends or the byte-order mark change: what they are called in signatures stays,
/// and no other rule would tell.
pub fn line_ends(touched: &[Touched]) -> Vec<Diagnostic> {
    let concerned = |file: &&Touched| {
        let (Some(old), Some(new), true) = (file.old.bytes(), file.new.bytes(), file.inside) else {
            return false;
        };
        if old == new || canonical_text(old) != canonical_text(new) {
            return false;
        }
        match role(&file.path) {
            Ok(Role::Text(id, version)) => !is_draft(&id, &version, old),
            Ok(Role::Signature(..) | Role::Attestation(..)) => true,
            _ => false,
        }
    };
    let fault = |file: &Touched| Diagnostic::new(Code::LineEndsChanged, Place::file(&file.path));
    touched.iter().filter(concerned).map(fault).collect()
}

/// The texts that are changed or taken away: what they are called in signatures.
pub fn rewritten(touched: &[Touched]) -> BTreeSet<(String, String)> {
    rewritten_texts(touched)
        .map(|(_, id, version)| (id.to_string(), version.to_string()))
        .collect()
}

fn rewritten_texts(touched: &[Touched]) -> impl Iterator<Item = (&Touched, TextId, Version)> {
    touched.iter().filter_map(|file| {
        let old = file.old.bytes().filter(|_| file.inside)?;
        let new = file.new.bytes();
        match role(&file.path) {
            Ok(Role::Text(id, version)) if new.map(Digest::of_text) != Some(Digest::of_text(old)) => {
                Some((file, id, version))
            }
            _ => None,
        }
    })
}

/// How many of the signatures that the change touches were for that version before.
fn signed_before(touched: &[Touched], (text, version): &(String, String)) -> usize {
    let names = |file: &&Touched| {
        let Some(bytes) = file.old.bytes().filter(|_| file.is_below("signatures")) else {
            return false;
        };
        Reading::new("", bytes, Kind::Adherence).is_ok_and(|reading| {
            reading.values.text.is_some_and(|id| id.to_string() == *text)
                && reading
                    .values
                    .version
                    .is_some_and(|named| named.as_str() == version)
        })
    };
    touched.iter().filter(names).count()
}

/// The configuration: who may attest, and which charter this is.
pub fn configuration(touched: &[Touched], base: &Configuration) -> Vec<Diagnostic> {
    let Some(file) = touched
        .iter()
        .find(|file| file.inside && file.path == CONFIGURATION)
    else {
        return Vec::new();
    };
    if file.is_deleted() {
        let place = Place::file(CONFIGURATION);
        return vec![Diagnostic::new(Code::ConfigurationMissing, place)];
    }
    // One that is there and can't be read is told as such.
    let Some(bytes) = file.new.bytes() else {
        return Vec::new();
    };
    let new = match Configuration::read(bytes) {
        Ok(new) => new,
        Err(faults) => return faults,
    };
    let text = String::from_utf8_lossy(bytes);
    let at = |key: &str| {
        let start = if text.starts_with(key) {
            Some(0)
        } else {
            text.find(&format!("\n{key}")).map(|at| at + 1)
        };
        match start {
            None => Place::file(CONFIGURATION),
            Some(start) => {
                let end = text[start..].find('\n').map_or(text.len(), |at| start + at);
                Place::in_text(CONFIGURATION, &text, start, end)
            }
        }
    };
    let mut faults = Vec::new();
    if new.charter != base.charter {
        faults.push(
            Diagnostic::new(Code::CharterChanged, at("charter:"))
                .with("value", new.charter.as_str())
                .with("expected", base.charter.as_str()),
        );
    }
    if new.stewards != base.stewards {
        faults.push(Diagnostic::new(Code::StewardsChanged, at("stewards:")));
    }
    faults
}

/// A change that signs does nothing else, and for one organisation.
pub fn together(touched: &[Touched]) -> Vec<Diagnostic> {
    if !touched.iter().any(|file| file.is_below("signatures")) {
        return Vec::new();
    }
    let outside = touched
        .iter()
        .filter(|file| !file.is_below("signatures") && !file.is_below("content"))
        // What is wrong with these is told: their place is not known.
        .filter(|file| file.is_deleted() || !file.is_unreadable_name());
    let mut faults: Vec<Diagnostic> = outside
        .map(|file| Diagnostic::new(Code::FileOutside, Place::file(&file.path)))
        .collect();
    let mut organisations: BTreeSet<Slug> = BTreeSet::new();
    let mut second = None;
    for file in touched.iter().filter(|file| file.inside && !file.is_deleted()) {
        if let Ok(Role::Signature(_, organisation)) = role(&file.path) {
            organisations.insert(organisation);
            if organisations.len() > 1 && second.is_none() {
                second = Some(&file.path);
            }
        }
    }
    if let Some(path) = second {
        faults.push(
            Diagnostic::new(Code::SeveralOrganisations, Place::file(path)).with("count", organisations.len()),
        );
    }
    faults
}

/// Files that are another organisation's own, under another name.
pub fn copied(submissions: &[Submission], existing: &BTreeMap<Digest, String>) -> Vec<Diagnostic> {
    let mut seen: BTreeMap<Digest, &str> = existing
        .iter()
        .map(|(digest, path)| (*digest, path.as_str()))
        .collect();
    let mut faults = Vec::new();
    for submission in submissions {
        let Some(sound) = &submission.sound else { continue };
        match seen.get(&sound.digest) {
            Some(other) => faults.push(
                Diagnostic::new(Code::SignatureCopied, Place::file(&submission.path)).with("other", *other),
            ),
            None => {
                seen.insert(sound.digest, &submission.path);
            }
        }
    }
    faults
}
