//! A signed file held against the texts it names.

use super::Versions;
use crate::diagnostic::{Code, Diagnostic};
use crate::identifier::{Digest, Line, Slug, TextId};
use crate::project::Steward;
use crate::signature::{Action, Key, PublicKey, Reading};
use crate::text::Text;

/// The texts of a project, by name.
#[derive(Clone, Copy, Debug)]
pub struct Texts<'a>(pub &'a [Versions]);

impl<'a> Texts<'a> {
    /// All versions of one text.
    pub fn get(self, id: &TextId) -> Option<&'a Versions> {
        self.0
            .binary_search_by(|versions| versions.id.cmp(id))
            .ok()
            .map(|at| &self.0[at])
    }
}

/// Checks what a signature file says of its text: charter, place, version, digest, declaration and date.
///
/// `place` is the text that the file's folder names; none when the file stands alone.
/// Adds what is wrong to the reading's faults, each at the value concerned.
pub fn signature(
    reading: &mut Reading<'_>,
    charter: Option<&Slug>,
    place: Option<&TextId>,
    texts: Texts<'_>,
) {
    if let Some(fault) = other_charter(reading, charter) {
        reading.source.faults.push(fault);
        return;
    }
    let Some(text) = reading.values.text.clone() else {
        return;
    };
    if let Some(place) = place.filter(|place| **place != text) {
        let fault = reading.diagnostic(Code::TextPath, Key::Text);
        let fault = fault
            .with("value", text.to_string())
            .with("expected", place.to_string());
        reading.source.faults.push(fault);
        return;
    }
    match texts.get(&text) {
        Some(versions) => against_versions(reading, versions),
        None => {
            let known: Vec<String> = texts.0.iter().map(|versions| versions.id.to_string()).collect();
            let name = text.to_string();
            let fault = reading
                .diagnostic(Code::TextUnknown, Key::Text)
                .with("value", name.as_str());
            let fault = fault.near(&name, known.iter().map(String::as_str));
            reading.source.faults.push(fault);
        }
    }
}

fn other_charter(reading: &Reading<'_>, expected: Option<&Slug>) -> Option<Diagnostic> {
    let (expected, charter) = (expected?, reading.values.charter.as_ref()?);
    (charter != expected).then(|| {
        let fault = reading.diagnostic(Code::OtherCharter, Key::Charter);
        fault
            .with("value", charter.as_str())
            .with("expected", expected.as_str())
    })
}

fn against_versions(reading: &mut Reading<'_>, versions: &Versions) {
    let Some(version) = reading.values.version.clone() else {
        return;
    };
    let Some(text) = versions.versions.iter().find(|text| text.version == version) else {
        let known: Vec<&str> = versions
            .versions
            .iter()
            .map(|text| text.version.as_str())
            .collect();
        let fault = reading.diagnostic(Code::VersionUnknown, Key::Version);
        let fault = fault
            .with("text", versions.id.to_string())
            .with("version", version.as_str())
            .with("known", known.join(", "))
            .near(version.as_str(), known.iter().copied());
        reading.source.faults.push(fault);
        return;
    };
    let mut found = Vec::new();
    found.extend(digest(reading, versions, text));
    if text.front.draft {
        let fault = reading.diagnostic(Code::TextDraft, Key::Version);
        found.push(
            fault
                .with("text", versions.id.to_string())
                .with("version", version.as_str()),
        );
    }
    let values = &reading.values;
    if let (Some(Action::Sign), Some(declaration)) = (values.action, &values.statement)
        && *declaration != text.front.declaration
    {
        let fault = reading.diagnostic(Code::DeclarationDiffers, Key::Declaration);
        found.push(fault.with("expected", text.front.declaration.as_str()));
    }
    if let Some(date) = values.date.filter(|date| *date < text.front.adopted) {
        let fault = reading.diagnostic(Code::DateBeforeAdoption, Key::Date);
        found.push(
            fault
                .with("date", date.to_string())
                .with("adopted", text.front.adopted.to_string()),
        );
    }
    reading.source.faults.extend(found);
}

fn digest(reading: &Reading<'_>, versions: &Versions, text: &Text) -> Option<Diagnostic> {
    let sha256 = reading.values.sha256?;
    if sha256 == text.digest {
        return None;
    }
    let (name, version) = (versions.id.to_string(), text.version.as_str());
    let other = versions.versions.iter().find(|other| other.digest == sha256);
    let fault = match other {
        Some(other) => reading
            .diagnostic(Code::DigestOfOtherVersion, Key::Sha256)
            .with("actual", other.version.as_str()),
        None => reading.diagnostic(Code::DigestMismatch, Key::Sha256),
    };
    let fault = fault.with("text", name).with("version", version);
    Some(
        fault
            .with("expected", text.digest.to_string())
            .with("value", sha256.to_string()),
    )
}

/// Whether a diagnostic says that a digest is no version's: the text may have been changed after it was signed.
pub fn is_unknown_digest(fault: &Diagnostic) -> bool {
    fault.code == Code::DigestMismatch
}

/// The signature that an attestation stands beside.
#[derive(Clone, Copy, Debug)]
pub struct Attestable<'a> {
    /// The digest of its file.
    pub digest: Digest,
    /// The name of its organisation.
    pub name: &'a Line,
}

/// Checks that an attestation is one for this charter, by one of its stewards.
///
/// Adds what is wrong to the reading's faults, and gives the steward's key; none where it is nobody's, or not readable.
pub fn stewards_key(reading: &mut Reading<'_>, charter: &Slug, stewards: &[Steward]) -> Option<PublicKey> {
    if let Some(fault) = other_charter(reading, Some(charter)) {
        reading.source.faults.push(fault);
        return None;
    }
    let key = reading.seal?.key;
    if stewards.iter().any(|steward| steward.key == key) {
        return Some(key);
    }
    let fault = reading.diagnostic(Code::AttestationNotSteward, Key::Action);
    let fault = fault.with("fingerprint", key.fingerprint());
    reading.source.faults.push(fault);
    None
}

/// Checks what an attestation says of the signature beside it.
///
/// Adds what is wrong to the reading's faults, and says whether the attestation still counts.
pub fn attestation(
    reading: &mut Reading<'_>,
    charter: &Slug,
    stewards: &[Steward],
    beside: Attestable<'_>,
) -> bool {
    let Some(key) = stewards_key(reading, charter, stewards) else {
        return false;
    };
    if reading.values.sha256 != Some(beside.digest) {
        let fault = reading.diagnostic(Code::AttestationStale, Key::SignatureSha256);
        let value = reading.values.sha256.map(|digest| digest.to_string());
        let fault = fault.with("value", value.unwrap_or_default());
        let fault = fault.with("expected", beside.digest.to_string());
        let fault = fault.with("fingerprint", key.fingerprint());
        reading.source.faults.push(fault);
        return false;
    }
    attested_name(reading, beside.name)
}

/// Checks that an attestation names the organisation `name`, which the signature that it is about does.
///
/// Adds what is wrong to the reading's faults.
pub fn attested_name(reading: &mut Reading<'_>, name: &Line) -> bool {
    let other = reading.values.name.as_ref().filter(|value| *value != name);
    let Some(value) = other else { return true };
    let fault = reading.diagnostic(Code::AttestationName, Key::Organisation);
    let fault = fault
        .with("value", value.as_str())
        .with("expected", name.as_str());
    reading.source.faults.push(fault);
    false
}
