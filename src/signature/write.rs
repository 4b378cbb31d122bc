//! The one way to write a signed file.

use super::document::{Adherence, Attestation, Document};
use super::schema::Key;
use super::source::SEPARATOR;

/// Writes the body of `document`: the bytes that are signed.
pub fn body(document: &Document) -> String {
    let mut out = String::with_capacity(700);
    out.push_str("paraphe: 1\n");
    match document {
        Document::Adherence(adherence) => write_adherence(&mut out, adherence),
        Document::Attestation(attestation) => write_attestation(&mut out, attestation),
    }
    out
}

/// Puts a body and the armour of its signature together into a whole file.
pub fn file(body: &str, armour: &str) -> String {
    let mut out = String::with_capacity(body.len() + SEPARATOR.len() + armour.len() + 20);
    out.push_str(body);
    out.push_str(SEPARATOR);
    for line in armour.lines() {
        out.push_str("  ");
        out.push_str(line);
        out.push('\n');
    }
    out
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
    for character in value.chars() {
        if matches!(character, '"' | '\\') {
            out.push('\\');
        }
        out.push(character);
    }
    out.push_str("\"\n");
}
