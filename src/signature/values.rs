//! The rules for the values of a signed file.

use super::body::Body;
use super::document::{Action, Adherence, Attestation, Document, Organisation, Representative};
use super::schema::{Key, Kind};
use super::source::Source;
use crate::diagnostic::{Code, Diagnostic};
use crate::identifier::{Commune, Date, Digest, Line, LineError, Rna, Siren, Slug, TextId, Version, Website};
use std::ops::Range;

/// The values of a signed file that keep their own rules; what is missing or wrong is none.
#[derive(Clone, Debug, Default)]
pub struct Values {
    /// `action`, in a signature.
    pub action: Option<Action>,
    /// `charter`.
    pub charter: Option<Slug>,
    /// `text`.
    pub text: Option<TextId>,
    /// `version`.
    pub version: Option<Version>,
    /// `sha256`, or `signature-sha256` in an attestation.
    pub sha256: Option<Digest>,
    /// `organisation.name`, or `organisation` in an attestation.
    pub name: Option<Line>,
    /// `date`.
    pub date: Option<Date>,
    /// `declaration`, or `method` in an attestation.
    pub statement: Option<Line>,
    city: Option<Line>,
    insee: Option<Commune>,
    rna: Option<Rna>,
    siren: Option<Siren>,
    website: Option<Website>,
    representative: Option<Line>,
    role: Option<Line>,
}

/// Reads the values of `body`, and adds what is wrong to the faults of `source`.
pub(super) fn read(source: &mut Source<'_>, body: &Body, kind: Kind) -> Values {
    let mut reader = Reader { source, body };
    let mut values = Values {
        charter: reader.slug(Key::Charter),
        date: reader.date(Key::Date),
        ..Values::default()
    };
    match kind {
        Kind::Adherence => {
            values.action = reader.action();
            values.text = reader.form(Key::Text, Code::TextForm, TextId::parse);
            values.version = reader.form(Key::Version, Code::VersionForm, Version::parse);
            values.sha256 = reader.form(Key::Sha256, Code::DigestForm, Digest::parse);
            values.name = reader.line(Key::Name);
            values.city = reader.line(Key::City);
            values.insee = reader.form(Key::Insee, Code::InseeForm, Commune::parse);
            values.rna = reader.form(Key::Rna, Code::RnaForm, Rna::parse);
            values.siren = reader.siren();
            values.website = reader.website();
            values.representative = reader.line(Key::RepresentativeName);
            values.role = reader.line(Key::RepresentativeRole);
            values.statement = reader.line(Key::Declaration);
        }
        Kind::Attestation => {
            reader.attest();
            values.sha256 = reader.form(Key::SignatureSha256, Code::DigestForm, Digest::parse);
            values.name = reader.line(Key::Organisation);
            values.statement = reader.line(Key::Method);
        }
    }
    values
}

impl Values {
    /// The whole document, when every value it needs is there.
    pub(super) fn into_document(self, kind: Kind) -> Option<Document> {
        Some(match kind {
            Kind::Adherence => Document::Adherence(Box::new(Adherence {
                action: self.action?,
                charter: self.charter?,
                text: self.text?,
                version: self.version?,
                sha256: self.sha256?,
                organisation: Organisation {
                    name: self.name?,
                    city: self.city?,
                    insee: self.insee,
                    rna: self.rna,
                    siren: self.siren,
                    website: self.website,
                },
                representative: self.representative.map(|name| Representative {
                    name,
                    role: self.role,
                }),
                date: self.date?,
                declaration: self.statement?,
            })),
            Kind::Attestation => Document::Attestation(Box::new(Attestation {
                charter: self.charter?,
                signature_sha256: self.sha256?,
                organisation: self.name?,
                method: self.statement?,
                date: self.date?,
            })),
        })
    }
}

struct Reader<'r, 's> {
    source: &'r mut Source<'s>,
    body: &'r Body,
}

impl Reader<'_, '_> {
    fn add(&mut self, diagnostic: Diagnostic) {
        self.source.faults.push(diagnostic);
    }

    /// The string of `key` once it keeps the rules for every string.
    fn line(&mut self, key: Key) -> Option<Line> {
        let (value, range) = self.body.value(key)?;
        match Line::parse(value) {
            Ok(line) => Some(line),
            Err(_) => {
                for fault in Line::faults(value, Line::LIMIT) {
                    if fault.error == LineError::Forbidden('\r') {
                        continue; // Reported for the whole file already.
                    }
                    let diagnostic = line_diagnostic(self.source, key, value, &range, fault);
                    self.add(diagnostic);
                }
                None
            }
        }
    }

    fn wrong(&mut self, code: Code, key: Key, value: &str, range: Range<usize>) {
        let diagnostic = self
            .source
            .diagnostic(code, range)
            .with("key", key.name())
            .with("value", value);
        self.add(diagnostic);
    }

    /// A value with a form of its own: `parse` decides.
    fn parse<T>(&mut self, key: Key, parse: impl FnOnce(&str) -> Result<T, Code>) -> Option<T> {
        let (value, range) = self.body.value(key)?;
        match parse(value) {
            Ok(parsed) => Some(parsed),
            Err(code) => {
                // A character that hides, or an empty string, says more than "wrong form".
                if self.line(key).is_some() {
                    self.wrong(code, key, value, range);
                }
                None
            }
        }
    }

    fn form<T, E>(&mut self, key: Key, code: Code, parse: impl FnOnce(&str) -> Result<T, E>) -> Option<T> {
        self.parse(key, |value| parse(value).map_err(|_| code))
    }

    fn slug(&mut self, key: Key) -> Option<Slug> {
        self.form(key, Code::SlugForm, Slug::parse)
    }

    fn date(&mut self, key: Key) -> Option<Date> {
        self.parse(key, |value| Date::parse(value).map_err(Code::from))
    }

    fn siren(&mut self) -> Option<Siren> {
        self.parse(Key::Siren, |value| Siren::parse(value).map_err(Code::from))
    }

    fn website(&mut self) -> Option<Website> {
        // The address is a string like any other: NFC and visible characters first.
        self.line(Key::Website)?;
        self.parse(Key::Website, |value| Website::parse(value).map_err(Code::from))
    }

    fn action(&mut self) -> Option<Action> {
        self.parse(Key::Action, |value| match value {
            "sign" => Ok(Action::Sign),
            "withdraw" => Ok(Action::Withdraw),
            _ => Err(Code::ActionUnknown),
        })
    }

    fn attest(&mut self) {
        self.parse(Key::Action, |value| {
            if value == "attest" {
                Ok(())
            } else {
                Err(Code::ActionUnknown)
            }
        });
    }
}

fn line_diagnostic(
    source: &Source<'_>,
    key: Key,
    value: &str,
    range: &Range<usize>,
    fault: crate::identifier::LineFault,
) -> Diagnostic {
    let (start, end) = written_character(source.text(), range, fault.at);
    let range = match fault.error {
        LineError::Empty => range.start - 1..range.end + 1,
        LineError::TooLong(_) => start..range.end,
        _ => start..end,
    };
    let diagnostic = source
        .diagnostic(fault.error.into(), range)
        .with("key", key.name());
    match fault.error {
        LineError::TooLong(length) => diagnostic.with("length", length).with("limit", Line::LIMIT),
        LineError::Forbidden(character) | LineError::ForbiddenSpace(character) => {
            diagnostic.with("character", format!("U+{:04X}", u32::from(character)))
        }
        _ => diagnostic.with("value", value),
    }
}

/// The bytes of the character at index `at` of a value that stands, with its escapes, at `range` of `text`.
fn written_character(text: &str, range: &Range<usize>, at: usize) -> (usize, usize) {
    let mut position = range.start;
    let mut written = text[range.clone()].chars();
    for _ in 0..at {
        match written.next() {
            Some('\\') => position += 1 + written.next().map_or(0, char::len_utf8),
            Some(character) => position += character.len_utf8(),
            None => break,
        }
    }
    (position, position + written.next().map_or(0, char::len_utf8))
}
