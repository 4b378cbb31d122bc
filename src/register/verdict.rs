//! One signed file, checked as a stranger would: with the texts and stewards' keys at hand, or with none.

use super::Versions;
use super::against::{self, Attestable, Texts};
use super::places::{Role, role};
use crate::diagnostic::{Diagnostic, error_count};
use crate::identifier::{Digest, Slug, TextId, unix_line_ends};
use crate::project::Steward;
use crate::signature::{Document, Kind, Reading, Sealed};

/// What a file can be held against.
#[derive(Clone, Debug, Default)]
pub struct AtHand {
    /// The charter's id, where there is a project.
    pub charter: Option<Slug>,
    /// The project's texts.
    pub texts: Vec<Versions>,
    /// Other texts, by digest: where they were found.
    pub loose: Vec<(Digest, String)>,
    /// The project's stewards.
    pub stewards: Vec<Steward>,
}

/// What is known of one signed file.
#[derive(Clone, Debug)]
pub struct Verdict {
    /// What the file says, or everything wrong with it.
    pub outcome: Result<Sealed, Vec<Diagnostic>>,
    /// Whether the text at hand is the one signed; for an attestation, the signature file.
    pub subject: Subject,
    /// Who vouches for a signature, or made an attestation.
    pub voucher: Voucher,
}

/// Whether what was signed is at hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// It is, at this path.
    Same(String),
    /// What is at hand is something else.
    Different,
    /// Nothing is at hand to compare with.
    Absent,
}

/// Whether a steward stands behind a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Voucher {
    /// This steward does.
    Steward(String),
    /// The attestation beside the file was good, of another state of it: it counts no more, and takes nothing from the
    /// signature. What is to be said of it.
    Stale(Vec<Diagnostic>),
    /// The attestation beside the file is not good: what is wrong with it.
    Unsound(Vec<Diagnostic>),
    /// No steward is known to.
    None,
}

/// What a signed file is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Worth {
    /// It holds.
    Sound,
    /// It holds, but an attestation counts no more: the one beside it, or itself, because the signature file has changed
    /// since. A person should look; nothing is broken.
    Stale,
    /// It does not hold.
    Nothing,
}

impl Verdict {
    /// The verdict on a file of which nothing is known but what is wrong with it.
    pub fn refused(faults: Vec<Diagnostic>) -> Self {
        Self {
            outcome: Err(faults),
            subject: Subject::Absent,
            voucher: Voucher::None,
        }
    }

    /// What the file is worth, as far as can be told.
    pub fn worth(&self) -> Worth {
        let Ok(signed) = &self.outcome else {
            return Worth::Nothing;
        };
        let attests = matches!(signed.document, Document::Attestation(_));
        match (&self.subject, &self.voucher) {
            (_, Voucher::Unsound(_)) => Worth::Nothing,
            (Subject::Different, _) if !attests => Worth::Nothing,
            (Subject::Different, _) | (_, Voucher::Stale(_)) => Worth::Stale,
            _ => Worth::Sound,
        }
    }
}

/// How many files hold, how many of them beside an attestation that counts no more, and how many do not.
#[derive(Clone, Copy, Debug, Default)]
pub struct Counts {
    /// Those that hold.
    pub sound: usize,
    /// Those of them that a stale attestation stands beside, or that are one.
    pub stale: usize,
    /// Those that do not hold.
    pub faulty: usize,
}

impl Counts {
    /// Counts one more file.
    pub fn count(&mut self, worth: Worth) {
        self.sound += usize::from(worth != Worth::Nothing);
        self.stale += usize::from(worth == Worth::Stale);
        self.faulty += usize::from(worth == Worth::Nothing);
    }

    /// Counts what was counted elsewhere too.
    pub fn add(&mut self, more: Self) {
        self.sound += more.sound;
        self.stale += more.stale;
        self.faulty += more.faulty;
    }
}

/// A file's path, as diagnostics name it, and its bytes.
#[derive(Clone, Copy, Debug)]
pub struct Given<'a> {
    /// The path.
    pub path: &'a str,
    /// All of its bytes.
    pub bytes: &'a [u8],
}

/// A signed file as far as it could be read; or why nothing can be said of it.
pub type Read<'a> = Result<Reading<'a>, Diagnostic>;

/// Checks a signature file: `place` is its path in the project, when it lies in one, `beside` the attestation that
/// stands beside it.
pub fn signature(
    at_hand: &AtHand,
    signature: Read<'_>,
    place: Option<&str>,
    beside: Option<Read<'_>>,
) -> Verdict {
    let mut reading = match signature {
        Ok(reading) => reading,
        Err(fault) => return Verdict::refused(vec![fault]),
    };
    let charter = at_hand.charter.as_ref();
    let is_other = charter.is_some()
        && reading
            .values
            .charter
            .as_ref()
            .is_some_and(|own| charter != Some(own));
    // What stands in no project may name a text that is only published elsewhere.
    let is_held_against = place.is_some() || is_other || known(at_hand, reading.values.text.as_ref());
    if charter.is_some() && is_held_against {
        let text = match place.map(role) {
            Some(Ok(Role::Signature(text, _))) => Some(text),
            _ => None,
        };
        against::signature(&mut reading, charter, text.as_ref(), Texts(&at_hand.texts));
    }
    let subject = subject(at_hand, &reading);
    reading.check_seal();
    let beside = beside.map(|beside| (beside, reading.source.digest()));
    match reading.finish_undigested() {
        Err(faults) => Verdict {
            subject,
            ..Verdict::refused(faults)
        },
        Ok(signed) => {
            let voucher = beside.map_or(Voucher::None, |(beside, digest)| {
                voucher(at_hand, &signed, digest, beside)
            });
            Verdict {
                outcome: Ok(signed),
                subject,
                voucher,
            }
        }
    }
}

fn known(at_hand: &AtHand, text: Option<&TextId>) -> bool {
    text.is_some_and(|text| Texts(&at_hand.texts).get(text).is_some())
}

fn subject(at_hand: &AtHand, reading: &Reading<'_>) -> Subject {
    let Some(sha256) = reading.values.sha256 else {
        return Subject::Absent;
    };
    // The text that the file names comes first: only a file that names the wrong one is held against all of them.
    let named = reading
        .values
        .text
        .as_ref()
        .and_then(|text| Texts(&at_hand.texts).get(text));
    let mut texts = named
        .into_iter()
        .chain(&at_hand.texts)
        .flat_map(|versions| &versions.versions);
    if let Some(text) = texts.find(|text| text.digest == sha256) {
        return Subject::Same(text.path());
    }
    if let Some((_, path)) = at_hand.loose.iter().find(|(digest, _)| *digest == sha256) {
        return Subject::Same(path.clone());
    }
    if at_hand.loose.is_empty() && !known(at_hand, reading.values.text.as_ref()) {
        Subject::Absent
    } else {
        Subject::Different
    }
}

/// Who vouches for a signature in a file of that digest.
fn voucher(at_hand: &AtHand, signed: &Sealed, digest: Digest, beside: Read<'_>) -> Voucher {
    let Document::Adherence(adherence) = &signed.document else {
        return Voucher::None;
    };
    let mut reading = match beside {
        Ok(reading) => reading,
        Err(fault) => return Voucher::Unsound(vec![fault]),
    };
    // Without a project nobody knows who the stewards are: a word of a stranger is no word.
    if at_hand.charter.is_none() {
        return Voucher::None;
    }
    reading.check_seal();
    let attestable = Attestable {
        digest,
        name: &adherence.organisation.name,
    };
    let counts = against::attestation(&mut reading, &adherence.charter, &at_hand.stewards, attestable);
    match reading.finish_undigested() {
        Err(faults) if error_count(&faults) == 0 => Voucher::Stale(faults),
        Err(faults) => Voucher::Unsound(faults),
        Ok(_) if !counts => Voucher::None,
        Ok(signed) => steward(at_hand, &signed),
    }
}

fn steward(at_hand: &AtHand, signed: &Sealed) -> Voucher {
    let found = at_hand
        .stewards
        .iter()
        .find(|steward| steward.key == signed.seal.key);
    found.map_or(Voucher::None, |steward| {
        Voucher::Steward(steward.name.to_string())
    })
}

/// Checks an attestation, and in a project that one of its stewards made it for its charter: `beside` is the signature
/// file that stands beside it, whose organisation it names when it is about that very file.
pub fn attestation(at_hand: &AtHand, attestation: Read<'_>, beside: Option<Given<'_>>) -> Verdict {
    let mut reading = match attestation {
        Ok(reading) => reading,
        Err(fault) => return Verdict::refused(vec![fault]),
    };
    reading.check_seal();
    if let Some(charter) = &at_hand.charter {
        against::stewards_key(&mut reading, charter, &at_hand.stewards);
    }
    let subject = match (beside, reading.values.sha256) {
        (Some(beside), Some(sha256)) if Digest::of(&unix_line_ends(beside.bytes)) == sha256 => {
            Subject::Same(beside.path.to_owned())
        }
        (Some(_), Some(_)) => Subject::Different,
        _ => Subject::Absent,
    };
    if let (Subject::Same(_), Some(beside)) = (&subject, beside)
        && let Ok(signature) = Reading::new(beside.path, beside.bytes, Kind::Adherence)
        && let Some(name) = &signature.values.name
    {
        against::attested_name(&mut reading, name);
    }
    match reading.finish_undigested() {
        Err(faults) => Verdict {
            subject,
            ..Verdict::refused(faults)
        },
        Ok(signed) => {
            let voucher = steward(at_hand, &signed);
            Verdict {
                outcome: Ok(signed),
                subject,
                voucher,
            }
        }
    }
}
