//! Each candidate judged as a change of its own, and put in its place when nothing is wrong with it.

use super::place::{self, Organisations};
use super::{Candidate, Gathered, looks_signed};
use crate::diagnostic::{Code, Diagnostic, Place, error_count, reason};
use crate::identifier::{Date, Digest, Slug, TextId, unix_line_ends};
use crate::project::{Project, files, put};
use crate::register::{Role, Versions, role};
use crate::review::git::GitError;
use crate::review::known::Everyone;
use crate::review::{Act, Arrival, judge, private_key};
use crate::signature::{Kind, Reading, SIZE_LIMIT};
use std::collections::BTreeMap;

/// What became of one candidate.
#[derive(Clone, Debug)]
pub struct Taken {
    /// Where it was found, for people. It may be hostile.
    pub shown: String,
    /// What became of it.
    pub fate: Fate,
}

/// What became of a candidate.
#[derive(Clone, Debug)]
pub enum Fate {
    /// It is in its place: what it does, and what a person should look at.
    Placed(Act, Vec<Diagnostic>),
    /// It was there already: its path.
    There(String),
    /// A later one of those that came with it stands in its place already: the path.
    Replaced(String),
    /// Something stands in its place that it may not replace unseen: the path.
    Occupied(String),
    /// It attests a signature that is not here: its digest.
    NothingToAttest(Digest),
    /// No short name can be made for the organisation.
    Nameless,
    /// Something is wrong with it.
    Refused(Vec<Diagnostic>),
    /// It could not be written: the path, and what the system says.
    Unwritten(String, String),
}

/// Takes all candidates that may be taken into the project; `texts` are the project's own.
///
/// # Errors
/// As for [`judge`].
pub fn take(
    project: &Project,
    texts: &[Versions],
    gathered: &Gathered,
    today: Date,
) -> Result<Vec<Taken>, GitError> {
    // Read once for all candidates: those that are put in place are added.
    let everyone = Everyone::read(&project.root);
    let mut organisations = Organisations::of(&everyone, &gathered.candidates);
    let mut taking = Taking {
        project,
        texts,
        today,
        everyone,
    };
    let (attestations, mut signatures): (Vec<_>, Vec<_>) = gathered
        .candidates
        .iter()
        .partition(|candidate| place::kind(&candidate.bytes) == Kind::Attestation);
    // What was signed first comes first, so that what follows it finds it there.
    signatures.sort_by_key(|candidate| date(candidate));
    let mut taken = Vec::new();
    let others = Others::of(&signatures, &attestations);
    for (at, candidate) in signatures.iter().enumerate() {
        let fate = taking.signature((at, candidate), &others, &mut organisations)?;
        taken.push(Taken {
            shown: candidate.shown.clone(),
            fate,
        });
    }
    if !attestations.is_empty() {
        let signed = by_digest(project);
        for candidate in attestations {
            let fate = taking.attestation(candidate, &signed)?;
            taken.push(Taken {
                shown: candidate.shown.clone(),
                fate,
            });
        }
    }
    Ok(taken)
}

fn date(candidate: &Candidate) -> Option<Date> {
    let reading = Reading::new("", &candidate.bytes, Kind::Adherence).ok()?;
    reading.values.date
}

/// The signature files of the project, by digest.
fn by_digest(project: &Project) -> BTreeMap<Digest, (TextId, Slug)> {
    let mut signed = BTreeMap::new();
    for path in files::find(&project.root, "signatures").paths {
        if let (Ok(Role::Signature(text, slug)), Ok(bytes)) =
            (role(&path), files::read(&project.root, &path, SIZE_LIMIT))
        {
            signed.insert(Digest::of(&unix_line_ends(&bytes)), (text, slug));
        }
    }
    signed
}

/// What came together, by digest: a thousand files may come that each have to be held against all others.
struct Others<'a> {
    /// Where each signature stands, the last of those that are the same.
    signatures: BTreeMap<Digest, usize>,
    /// The first attestation of each signature, by the digest that it speaks of.
    attestations: BTreeMap<Digest, &'a Candidate>,
}

impl<'a> Others<'a> {
    fn of(signatures: &[&Candidate], attestations: &[&'a Candidate]) -> Self {
        let digest = |candidate: &Candidate| Digest::of(&unix_line_ends(&candidate.bytes));
        let signatures = signatures.iter().enumerate();
        // Of the same digest, what is put in last stays.
        let attestations = attestations.iter().rev();
        Self {
            signatures: signatures
                .map(|(at, candidate)| (digest(candidate), at))
                .collect(),
            attestations: attestations
                .filter_map(|candidate| Some((attested_by(&candidate.bytes)?, *candidate)))
                .collect(),
        }
    }

    /// Whether these bytes come once more after the signature at `at`.
    fn has_later(&self, at: usize, bytes: &[u8]) -> bool {
        self.signatures
            .get(&Digest::of(bytes))
            .is_some_and(|last| *last > at)
    }

    /// The attestation of a file among those that came.
    fn attesting(&self, digest: Digest) -> Option<Vec<u8>> {
        let candidate = self.attestations.get(&digest)?;
        Some(unix_line_ends(&candidate.bytes).into_owned())
    }
}

struct Taking<'a> {
    project: &'a Project,
    texts: &'a [Versions],
    today: Date,
    everyone: Everyone,
}

impl Taking<'_> {
    /// What becomes of a signature, of which it is told how many come before it.
    fn signature(
        &mut self,
        (at, candidate): (usize, &Candidate),
        others: &Others<'_>,
        organisations: &mut Organisations,
    ) -> Result<Fate, GitError> {
        if let Some(fault) = private_key(&candidate.shown, &candidate.bytes, true) {
            return Ok(Fate::Refused(vec![fault]));
        }
        if !looks_signed(&candidate.bytes) {
            // Somebody named the wrong file: every rule that it breaks would only hide that.
            let fault = Diagnostic::new(Code::NotASignedFile, Place::file(&candidate.shown));
            return Ok(Fate::Refused(vec![fault]));
        }
        let (text, slug) = match place::of_signature(candidate, organisations) {
            Ok(found) => found,
            Err(faults) if faults.is_empty() => return Ok(Fate::Nameless),
            Err(faults) => return Ok(Fate::Refused(faults)),
        };
        let path = text.signature_path(&slug);
        let bytes = unix_line_ends(&candidate.bytes).into_owned();
        let mut arrivals = Vec::new();
        match self.there(&path) {
            None => {}
            Some(old) if old == bytes => return Ok(Fate::There(path)),
            // The file that took its place comes with it once more.
            Some(old)
                if sound_key(&bytes).is_some_and(|key| sound_key(&old) == Some(key))
                    && others.has_later(at, &old) =>
            {
                return Ok(Fate::Replaced(path));
            }
            Some(old) => {
                let Some(old_key) = sound_key(&old) else {
                    return Ok(Fate::Occupied(path));
                };
                // Another key needs a steward's word, which has to come with it.
                if key(&bytes).is_some_and(|new| new != old_key)
                    && let Some(word) = others.attesting(Digest::of(&bytes))
                {
                    arrivals.push(Arrival {
                        path: text.attestation_path(&slug),
                        bytes: word,
                    });
                }
            }
        }
        let (signing, name) = (key(&bytes), name(&bytes));
        arrivals.insert(0, Arrival { path, bytes });
        let fate = self.put(candidate, &arrivals)?;
        if let (Fate::Placed(..), Some(key), Some(name)) = (&fate, signing, name) {
            organisations.add(key, &name, slug);
        }
        Ok(fate)
    }

    fn attestation(
        &mut self,
        candidate: &Candidate,
        signed: &BTreeMap<Digest, (TextId, Slug)>,
    ) -> Result<Fate, GitError> {
        let attested = match Reading::new(&candidate.shown, &candidate.bytes, Kind::Attestation) {
            Err(fault) => return Ok(Fate::Refused(vec![fault])),
            Ok(reading) => match reading.values.sha256 {
                Some(digest) => digest,
                None => return Ok(Fate::Refused(reading.finish().err().unwrap_or_default())),
            },
        };
        let Some((text, slug)) = signed.get(&attested) else {
            return Ok(Fate::NothingToAttest(attested));
        };
        let path = text.attestation_path(slug);
        let bytes = unix_line_ends(&candidate.bytes).into_owned();
        match self.there(&path) {
            Some(old) if old == bytes => return Ok(Fate::There(path)),
            // Whoever attested this very signature first keeps the place.
            Some(old) if attested_by(&old) == Some(attested) => return Ok(Fate::Occupied(path)),
            _ => {}
        }
        self.put(candidate, &[Arrival { path, bytes }])
    }

    /// What stands at `path`, with LF line ends.
    fn there(&self, path: &str) -> Option<Vec<u8>> {
        let bytes = files::read(&self.project.root, path, SIZE_LIMIT).ok()?;
        Some(unix_line_ends(&bytes).into_owned())
    }

    /// Judges what arrives together, and writes it when nothing is wrong with it.
    fn put(&mut self, candidate: &Candidate, arrivals: &[Arrival]) -> Result<Fate, GitError> {
        let mut judged = judge(self.project, self.texts, &self.everyone, arrivals, self.today)?;
        for fault in &mut judged.diagnostics {
            // The first is the candidate itself: whoever sent it knows it by its own name.
            if fault.place.path == arrivals[0].path {
                fault.place.path.clone_from(&candidate.shown);
            }
        }
        if error_count(&judged.diagnostics) > 0 {
            return Ok(Fate::Refused(judged.diagnostics));
        }
        for arrival in arrivals {
            if let Err(error) = put(&self.project.root, &arrival.path, &arrival.bytes, true) {
                return Ok(Fate::Unwritten(arrival.path.clone(), reason(&error)));
            }
            self.everyone.put(&arrival.path, &arrival.bytes);
        }
        let act = judged.acts.into_iter().find(|act| act.path == arrivals[0].path);
        Ok(match act {
            Some(act) => Fate::Placed(act, judged.diagnostics),
            None => Fate::Refused(vec![Diagnostic::new(
                Code::NotCanonical,
                Place::file(&candidate.shown),
            )]),
        })
    }
}

fn key(bytes: &[u8]) -> Option<crate::signature::PublicKey> {
    let reading = Reading::new("", bytes, Kind::Adherence).ok()?;
    reading.seal.map(|seal| seal.key)
}

fn name(bytes: &[u8]) -> Option<String> {
    let reading = Reading::new("", bytes, Kind::Adherence).ok()?;
    reading.values.name.map(|name| name.to_string())
}

/// The key of a file that can be followed; its cryptography was checked when it came.
fn sound_key(bytes: &[u8]) -> Option<crate::signature::PublicKey> {
    let signed = Reading::new("", bytes, Kind::Adherence).ok()?.finish().ok()?;
    Some(signed.seal.key)
}

/// The digest that an attestation speaks of.
fn attested_by(bytes: &[u8]) -> Option<Digest> {
    let reading = Reading::new("", bytes, Kind::Attestation).ok()?;
    reading.values.sha256
}
