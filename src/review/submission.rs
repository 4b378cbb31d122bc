//! The signed files that a change brings: each checked as in the whole project, and set beside the one it replaces.

use super::change::Touched;
use super::git::GitError;
use super::head::{Content, Head};
use super::known::Known;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::identifier::{Date, Digest, Line, Slug, TextId, unix_line_ends};
use crate::project::Configuration;
use crate::register::against::{self, Attestable, Texts};
use crate::register::{Role, Versions, role};
use crate::signature::{
    Action, Adherence, Document, Key, Kind, PublicKey, Reading, SIZE_LIMIT, find_private_key,
};
use rayon::prelude::*;
use std::collections::BTreeMap;

/// A signature or withdrawal that a change brings.
#[derive(Clone, Debug)]
pub struct Submission {
    /// Its path.
    pub path: String,
    /// Which text, after its folder.
    pub text: TextId,
    /// The organisation's short name, after its file.
    pub organisation: Slug,
    /// What it says, when it keeps every rule on itself and its text.
    pub sound: Option<Sound>,
    /// The file that it replaces, when one was there that could be read.
    pub before: Option<Before>,
    /// Who vouches for this very file.
    pub voucher: Option<Voucher>,
}

/// A steward's word.
#[derive(Clone, Debug)]
pub struct Voucher {
    /// The steward's name.
    pub steward: String,
    /// The day of the attestation.
    pub date: Date,
    /// Whether the change brings it.
    pub new: bool,
    /// The day of the attestation that it replaces, where there is one.
    pub after: Option<Date>,
}

impl Submission {
    /// The signature as the others are known; none when it is not sound.
    pub fn as_known(&self) -> Option<Known> {
        let sound = self.sound.as_ref()?;
        let organisation = &sound.adherence.organisation;
        Some(Known {
            path: self.path.clone(),
            text: self.text.clone(),
            organisation: self.organisation.clone(),
            name: organisation.name.to_string(),
            city: organisation.city.to_string(),
            rna: organisation.rna.as_ref().map(ToString::to_string),
            siren: organisation.siren.as_ref().map(ToString::to_string),
            key: Some(sound.key),
            withdrawn: sound.adherence.action == Action::Withdraw,
        })
    }
}

/// What a sound signature says.
#[derive(Clone, Debug)]
pub struct Sound {
    /// Its document.
    pub adherence: Adherence,
    /// The key that signed.
    pub key: PublicKey,
    /// The digest of the file.
    pub digest: Digest,
    /// Where its values stand.
    pub marks: Marks,
}

/// Where the values stand that rules speak of.
#[derive(Clone, Debug)]
pub struct Marks {
    /// `organisation.name`.
    pub name: Place,
    /// `organisation.rna`.
    pub rna: Place,
    /// `organisation.siren`.
    pub siren: Place,
    /// `text`.
    pub text: Place,
    /// `version`.
    pub version: Place,
    /// `date`.
    pub date: Place,
}

/// A signature file that a change replaces.
#[derive(Clone, Debug)]
pub struct Before {
    /// What it said.
    pub adherence: Adherence,
    /// The key that signed it.
    pub key: PublicKey,
    /// The digest of the file.
    pub digest: Digest,
}

/// Every signature that a change adds or changes, with what is wrong in each.
pub fn signatures(
    touched: &[Touched],
    configuration: &Configuration,
    texts: &[Versions],
) -> (Vec<Submission>, Vec<Diagnostic>) {
    let read: Vec<_> = touched
        .par_iter()
        .filter_map(|file| {
            let bytes = file.new.bytes().filter(|_| file.inside)?;
            match role(&file.path) {
                Ok(Role::Signature(text, organisation)) => {
                    Some(signature(file, bytes, text, organisation, configuration, texts))
                }
                _ => None,
            }
        })
        .collect();
    let mut submissions = Vec::new();
    let mut faults = Vec::new();
    for (submission, found) in read {
        submissions.push(submission);
        faults.extend(found);
    }
    (submissions, faults)
}

fn signature(
    file: &Touched,
    bytes: &[u8],
    text: TextId,
    organisation: Slug,
    configuration: &Configuration,
    texts: &[Versions],
) -> (Submission, Vec<Diagnostic>) {
    let mut submission = Submission {
        path: file.path.clone(),
        text,
        organisation,
        sound: None,
        before: file.old.bytes().and_then(before),
        voucher: None,
    };
    let mut reading = match Reading::new(&file.path, bytes, Kind::Adherence) {
        Ok(reading) => reading,
        Err(fault) => return (submission, vec![fault]),
    };
    against::signature(
        &mut reading,
        Some(&configuration.charter),
        Some(&submission.text),
        Texts(texts),
    );
    reading.check_seal();
    let place = |key| reading.diagnostic(Code::NotCanonical, key).place;
    let marks = Marks {
        name: place(Key::Name),
        rna: place(Key::Rna),
        siren: place(Key::Siren),
        text: place(Key::Text),
        version: place(Key::Version),
        date: place(Key::Date),
    };
    match reading.finish() {
        Err(faults) => (submission, faults),
        Ok(signed) => {
            if let Document::Adherence(adherence) = signed.document {
                submission.sound = Some(Sound {
                    adherence: *adherence,
                    key: signed.seal.key,
                    digest: signed.digest,
                    marks,
                });
            }
            (submission, Vec::new())
        }
    }
}

/// Reads what stood there before, without its cryptography: that was checked when it came. A broken file, which counts
/// for nothing, is nothing to follow.
fn before(bytes: &[u8]) -> Option<Before> {
    let signed = Reading::new("", bytes, Kind::Adherence).ok()?.finish().ok()?;
    let Document::Adherence(adherence) = signed.document else {
        return None;
    };
    Some(Before {
        adherence: *adherence,
        key: signed.seal.key,
        digest: signed.digest,
    })
}

/// What is to be said of attestations.
#[derive(Clone, Debug, Default)]
pub struct Attestations {
    /// What is wrong with them.
    pub faults: Vec<Diagnostic>,
    /// The steward of each that the change brings and that counts, by path.
    pub stewards: BTreeMap<String, String>,
}

/// Checks the attestations that a change brings, and those beside the signatures that it brings.
///
/// Gives each submission its steward.
///
/// # Errors
/// When git fails.
pub fn attestations(
    touched: &[Touched],
    submissions: &mut [Submission],
    configuration: &Configuration,
    head: &mut Head<'_>,
) -> Result<Attestations, GitError> {
    let mut faults = Vec::new();
    let mut stewards = BTreeMap::new();
    for file in touched.iter().filter(|file| file.inside) {
        let (Some(bytes), Ok(Role::Attestation(text, organisation))) = (file.new.bytes(), role(&file.path))
        else {
            continue;
        };
        let beside = text.signature_path(&organisation);
        let content = head.read(&beside, SIZE_LIMIT)?;
        if matches!(content, Content::Absent) {
            let fault = Diagnostic::new(Code::AttestationOrphan, Place::file(&file.path));
            faults.push(fault.with("expected", beside));
            continue;
        }
        let submission = submissions
            .iter_mut()
            .find(|submission| submission.path == beside);
        let attested = match &submission {
            Some(submission) => submission.sound.as_ref().map(Attested::of_sound),
            None => content
                .bytes()
                .and_then(|bytes| Attested::of_file(&beside, bytes)),
        };
        let mut found = Vec::new();
        let voucher = attestation(&file.path, bytes, configuration, attested.as_ref(), &mut found);
        if let Some(attested) = &attested {
            tell_anothers(&mut found, bytes, &attested.name);
        }
        faults.extend(found);
        if let Some(voucher) = &voucher {
            stewards.insert(file.path.clone(), voucher.steward.clone());
        }
        if let Some(submission) = submission {
            let after = file.old.bytes().and_then(|old| {
                let reading = Reading::new("", old, Kind::Attestation).ok()?;
                reading.values.date
            });
            submission.voucher = voucher.map(|voucher| Voucher { after, ..voucher });
        }
    }
    for submission in submissions {
        let path = submission.text.attestation_path(&submission.organisation);
        if touched.iter().any(|file| file.path == path) {
            continue;
        }
        // An attestation that was there before: of the old file, and so out of date, unless the file is the same.
        let attested = submission.sound.as_ref().map(Attested::of_sound);
        if let (Content::Bytes(bytes), Some(_)) = (head.read(&path, SIZE_LIMIT)?, &attested) {
            let voucher = attestation(&path, &bytes, configuration, attested.as_ref(), &mut faults);
            submission.voucher = voucher.map(|voucher| Voucher {
                new: false,
                ..voucher
            });
        }
    }
    Ok(Attestations { faults, stewards })
}

/// Says of an attestation that a change brings whose it is, where it names another organisation than the signature beside
/// it: it is no earlier word on that one.
fn tell_anothers(faults: &mut [Diagnostic], bytes: &[u8], expected: &Line) {
    let Ok(reading) = Reading::new("", bytes, Kind::Attestation) else {
        return;
    };
    let name = reading.values.name.as_ref().filter(|name| *name != expected);
    let stale = faults
        .iter_mut()
        .find(|fault| fault.code == Code::AttestationStale);
    if let (Some(name), Some(stale)) = (name, stale) {
        let place = Place {
            path: stale.place.path.clone(),
            ..reading.diagnostic(Code::AttestationName, Key::Organisation).place
        };
        *stale = Diagnostic::new(Code::AttestationName, place)
            .with("value", name.as_str())
            .with("expected", expected.as_str());
    }
}

/// What an attestation speaks of.
struct Attested {
    digest: Digest,
    name: Line,
}

impl Attested {
    fn of_sound(sound: &Sound) -> Self {
        Self {
            digest: sound.digest,
            name: sound.adherence.organisation.name.clone(),
        }
    }

    /// What a file that the change leaves alone says, without its cryptography.
    fn of_file(path: &str, bytes: &[u8]) -> Option<Self> {
        let reading = Reading::new(path, bytes, Kind::Adherence).ok()?;
        let digest = reading.source.digest();
        reading.seal?;
        Some(Self {
            digest,
            name: reading.values.name?,
        })
    }
}

/// Checks one attestation and adds what is wrong with it to `faults`; who vouches, when it counts.
///
/// Beside a faulty signature it is checked only on its own.
fn attestation(
    path: &str,
    bytes: &[u8],
    configuration: &Configuration,
    attested: Option<&Attested>,
    faults: &mut Vec<Diagnostic>,
) -> Option<Voucher> {
    let mut reading = match Reading::new(path, bytes, Kind::Attestation) {
        Ok(reading) => reading,
        Err(fault) => {
            faults.push(fault);
            return None;
        }
    };
    reading.check_seal();
    let counts = attested.is_some_and(|attested| {
        let beside = Attestable {
            digest: attested.digest,
            name: &attested.name,
        };
        against::attestation(
            &mut reading,
            &configuration.charter,
            &configuration.stewards,
            beside,
        )
    });
    let signed = match reading.finish() {
        Ok(signed) => signed,
        Err(found) => {
            faults.extend(found);
            return None;
        }
    };
    let Document::Attestation(document) = signed.document else {
        return None;
    };
    let mut stewards = configuration.stewards.iter();
    let steward = stewards.find(|steward| steward.key == signed.seal.key)?;
    counts.then(|| Voucher {
        steward: steward.name.to_string(),
        date: document.date,
        new: true,
        after: None,
    })
}

/// Whether a file that is taken away was somebody's signature or attestation, and not something broken.
pub fn was_signed(bytes: &[u8], kind: Kind) -> Option<String> {
    if find_private_key(bytes).is_some() {
        return None;
    }
    let reading = Reading::new("", bytes, kind).ok()?;
    reading.seal?;
    reading.values.name.as_ref().map(ToString::to_string)
}

/// The digest of a signed file.
pub fn digest(bytes: &[u8]) -> Digest {
    Digest::of(&unix_line_ends(bytes))
}
