//! The one way to write a signed file.

use super::document::{Adherence, Attestation, Document};
use super::schema::Key;
use super::source::SEPARATOR;
use super::sshsig::Seal;

/// Writes the body of `document`: the bytes that are signed.
pub fn body(document: &Document) -> String {
    match document {
        Document::Adherence(adherence) => self::adherence(adherence),
        Document::Attestation(attestation) => self::attestation(attestation),
    }
}

/// Writes the body of a signature or a withdrawal.
pub fn adherence(adherence: &Adherence) -> String {
    let mut out = start();
    write_adherence(&mut out, adherence);
    out
}

/// Writes the body of an attestation.
pub fn attestation(attestation: &Attestation) -> String {
    let mut out = start();
    write_attestation(&mut out, attestation);
    out
}

fn start() -> String {
    // Room for the armour too, which `SignedFile` adds.
    let mut out = String::with_capacity(1024);
    out.push_str("paraphe: 1\n");
    out
}

/// A whole signed file, with LF line ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedFile {
    text: String,
    body_end: usize,
    seal: Seal,
}

impl SignedFile {
    /// Puts `body` and the signature of it together.
    pub fn new(body: String, seal: Seal) -> Self {
        let body_end = body.len();
        let mut text = body;
        text.push_str(SEPARATOR);
        push_indented(&mut text, &seal.to_armour());
        Self { text, body_end, seal }
    }

    /// The whole file.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The signed bytes.
    pub fn body(&self) -> &str {
        &self.text[..self.body_end]
    }

    /// The base64 of the signature's blob, in one line.
    pub fn seal(&self) -> String {
        self.seal.to_base64()
    }
}

/// Puts a body and the armour of its signature together into a whole file.
pub fn file(body: &str, armour: &str) -> String {
    let mut out = String::with_capacity(body.len() + SEPARATOR.len() + armour.len() + 20);
    out.push_str(body);
    out.push_str(SEPARATOR);
    push_indented(&mut out, armour);
    out
}

fn push_indented(out: &mut String, armour: &str) {
    for line in armour.lines() {
        out.push_str("  ");
        out.push_str(line);
        out.push('\n');
    }
}

fn write_adherence(out: &mut String, adherence: &Adherence) {
    pair(out, Key::Action, adherence.action.as_str());
    pair(out, Key::Charter, adherence.charter.as_str());
    pair(out, Key::Text, &adherence.text.to_string());
    pair(out, Key::Version, adherence.version.as_str());
    pair(out, Key::Sha256, &adherence.sha256.to_string());
    mapping(out, Key::Organisation);
    let organisation = &adherence.organisation;
    nested(out, Key::Name, Some(organisation.name.as_str()));
    nested(out, Key::City, Some(organisation.city.as_str()));
    nested(out, Key::Insee, organisation.insee.as_ref().map(AsRef::as_ref));
    nested(out, Key::Rna, organisation.rna.as_ref().map(AsRef::as_ref));
    nested(out, Key::Siren, organisation.siren.as_ref().map(AsRef::as_ref));
    nested(
        out,
        Key::Website,
        organisation.website.as_ref().map(AsRef::as_ref),
    );
    if let Some(representative) = &adherence.representative {
        mapping(out, Key::Representative);
        nested(out, Key::RepresentativeName, Some(representative.name.as_str()));
        nested(
            out,
            Key::RepresentativeRole,
            representative.role.as_ref().map(AsRef::as_ref),
        );
    }
    pair(out, Key::Date, &adherence.date.to_string());
    pair(out, Key::Declaration, adherence.declaration.as_str());
}

fn write_attestation(out: &mut String, attestation: &Attestation) {
    pair(out, Key::Action, "attest");
    pair(out, Key::Charter, attestation.charter.as_str());
    pair(
        out,
        Key::SignatureSha256,
        &attestation.signature_sha256.to_string(),
    );
    pair(out, Key::Organisation, attestation.organisation.as_str());
    pair(out, Key::Method, attestation.method.as_str());
    pair(out, Key::Date, &attestation.date.to_string());
}

fn mapping(out: &mut String, key: Key) {
    out.push_str(key.word());
    out.push_str(":\n");
}

fn nested(out: &mut String, key: Key, value: Option<&str>) {
    if let Some(value) = value {
        out.push_str("  ");
        pair(out, key, value);
    }
}

fn pair(out: &mut String, key: Key, value: &str) {
    out.push_str(key.word());
    out.push_str(": \"");
    let mut rest = value;
    while let Some(at) = rest.find(['"', '\\']) {
        out.push_str(&rest[..at]);
        out.push('\\');
        // Both are one byte long.
        out.push_str(&rest[at..=at]);
        rest = &rest[at + 1..];
    }
    out.push_str(rest);
    out.push_str("\"\n");
}
