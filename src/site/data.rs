//! The register as data: `register.json` and `register.csv`. `docs/register.md` describes both.
//!
//! Both leave out who signed in an organisation's name: that is in the signed file, and no list of people is needed
//! to read the register. An organisation that has withdrawn is counted, not named.

use super::model::{Counts, Model, Totals};
use crate::identifier::{Digest, Line};
use crate::register::{Entry, Standing};
use crate::text::{Parent, Text};
use serde::Serialize;
use std::io::{self, Write};

/// The version of both schemas.
pub const SCHEMA: u32 = 1;

/// The columns of `register.csv`.
pub const COLUMNS: [&str; 17] = [
    "text",
    "version",
    "standing",
    "organisation",
    "name",
    "city",
    "insee",
    "rna",
    "siren",
    "website",
    "date",
    "attested_by",
    "attested_on",
    "key",
    "text_sha256",
    "file",
    "file_sha256",
];

#[derive(Serialize)]
struct Head<'a> {
    paraphe: u32,
    charter: &'a str,
    title: &'a str,
    language: &'a str,
    demonstration: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
    counts: Totals,
}

#[derive(Serialize)]
struct TextData<'a> {
    text: String,
    name: &'a str,
    page: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    current: Option<&'a str>,
    open: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    territory: Option<TerritoryData<'a>>,
    counts: Counts,
    versions: Vec<VersionData<'a>>,
}

#[derive(Serialize)]
struct TerritoryData<'a> {
    name: &'a str,
    kind: &'a str,
    code: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    department: Option<&'a str>,
}

#[derive(Serialize)]
struct VersionData<'a> {
    version: &'a str,
    title: &'a str,
    adopted: String,
    draft: bool,
    sha256: String,
    file: String,
    page: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    adapts: Option<ParentData<'a>>,
}

#[derive(Serialize)]
struct ParentData<'a> {
    text: String,
    version: &'a str,
    sha256: String,
}

#[derive(Serialize)]
struct SignatureData<'a> {
    text: String,
    version: &'a str,
    standing: &'a str,
    organisation: &'a str,
    name: &'a str,
    city: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    insee: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rna: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    siren: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    website: Option<&'a str>,
    date: String,
    page: String,
    key: String,
    text_sha256: String,
    file: String,
    file_sha256: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    attestation: Option<AttestationData<'a>>,
}

#[derive(Serialize)]
struct AttestationData<'a> {
    steward: &'a str,
    method: &'a str,
    date: String,
    key: String,
    file: String,
}

/// Writes `register.json`, one text or signature a line.
///
/// # Errors
/// Those of `out`.
pub fn write_json(model: &Model<'_>, out: &mut dyn Write) -> io::Result<()> {
    let configuration = &model.project.configuration;
    let head = Head {
        paraphe: SCHEMA,
        charter: configuration.charter.as_str(),
        title: configuration.title.as_str(),
        language: model.language.as_str(),
        demonstration: configuration.demonstration,
        url: configuration.url.as_deref(),
        counts: model.totals,
    };
    let head = serde_json::to_string(&head)?;
    // The head's closing brace comes after the two lists.
    write!(out, "{},\n\"texts\": [", head.strip_suffix('}').unwrap_or(&head))?;
    write_list(out, model.texts.iter().map(|view| text_data(model, view)))?;
    write!(out, "],\n\"signatures\": [")?;
    write_list(out, holding(model).map(|entry| signature_data(model, entry)))?;
    writeln!(out, "]}}")
}

fn write_list(out: &mut dyn Write, items: impl Iterator<Item = impl Serialize>) -> io::Result<()> {
    let mut first = true;
    for item in items {
        out.write_all(if first { b"\n" } else { b",\n" })?;
        first = false;
        serde_json::to_writer(&mut *out, &item)?;
    }
    out.write_all(b"\n")
}

fn holding<'m>(model: &'m Model<'_>) -> impl Iterator<Item = &'m Entry> {
    model
        .register
        .entries
        .iter()
        .filter(|entry| entry.standing != Standing::Withdrawn)
}

fn text_data<'m>(model: &'m Model<'_>, view: &'m super::model::TextView<'_>) -> TextData<'m> {
    let versions = view.versions;
    let shown = versions.shown();
    TextData {
        text: versions.id.to_string(),
        name: super::model::territory_name(versions),
        page: model.addresses.text(&versions.id),
        current: versions.current().map(|text| text.version.as_str()),
        open: super::values::is_open(versions),
        territory: shown.front.territory.as_ref().map(|territory| TerritoryData {
            name: territory.name.as_str(),
            kind: territory.code.kind(),
            code: territory.code.as_str(),
            department: territory.department.as_ref().map(AsRef::as_ref),
        }),
        counts: view.counts,
        versions: versions
            .versions
            .iter()
            .map(|text| version_data(model, text))
            .collect(),
    }
}

fn version_data<'m>(model: &Model<'_>, text: &'m Text) -> VersionData<'m> {
    let parent = |parent: &'m Parent| ParentData {
        text: parent.text.to_string(),
        version: parent.version.as_str(),
        sha256: parent.sha256.to_string(),
    };
    VersionData {
        version: text.version.as_str(),
        title: text.front.title.as_str(),
        adopted: text.front.adopted.to_string(),
        draft: text.front.draft,
        sha256: text.digest.to_string(),
        file: text.path(),
        page: model.addresses.version(&text.id, &text.version),
        adapts: text.front.adapts.as_ref().map(parent),
    }
}

fn signature_data<'m>(model: &Model<'_>, entry: &'m Entry) -> SignatureData<'m> {
    let signed = &entry.adherence;
    let organisation = &signed.organisation;
    SignatureData {
        text: signed.text.to_string(),
        version: signed.version.as_str(),
        standing: entry.standing.as_str(),
        organisation: entry.organisation.as_str(),
        name: organisation.name.as_str(),
        city: organisation.city.as_str(),
        insee: organisation.insee.as_ref().map(AsRef::as_ref),
        rna: organisation.rna.as_ref().map(AsRef::as_ref),
        siren: organisation.siren.as_ref().map(AsRef::as_ref),
        website: organisation.website.as_ref().map(AsRef::as_ref),
        date: signed.date.to_string(),
        page: model.addresses.organisation(&entry.organisation),
        key: entry.key.fingerprint(),
        text_sha256: signed.sha256.to_string(),
        file: entry.path(),
        file_sha256: entry.digest.to_string(),
        attestation: entry.attestation.as_ref().map(|attested| AttestationData {
            steward: attested.steward.as_str(),
            method: attested.method.as_str(),
            date: attested.date.to_string(),
            key: attested.key.fingerprint(),
            file: signed.text.attestation_path(&entry.organisation),
        }),
    }
}

/// Writes `register.csv` (RFC 4180), one signature a record.
///
/// # Errors
/// Those of `out`.
pub fn write_csv(model: &Model<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut record = String::new();
    write_record(out, &mut record, COLUMNS)?;
    for entry in holding(model) {
        let signed = &entry.adherence;
        let named = &signed.organisation;
        let attested = entry.attestation.as_ref();
        let owned = [
            signed.text.to_string(),
            signed.date.to_string(),
            attested
                .map(|attested| attested.date.to_string())
                .unwrap_or_default(),
            entry.key.fingerprint(),
            hex(&signed.sha256),
            entry.path(),
            hex(&entry.digest),
        ];
        let [text, date, attested_on, key, text_sha256, file, file_sha256] =
            owned.each_ref().map(String::as_str);
        let cells = [
            text,
            signed.version.as_str(),
            entry.standing.as_str(),
            entry.organisation.as_str(),
            named.name.as_str(),
            named.city.as_str(),
            named.insee.as_ref().map_or("", AsRef::as_ref),
            named.rna.as_ref().map_or("", AsRef::as_ref),
            named.siren.as_ref().map_or("", AsRef::as_ref),
            named.website.as_ref().map_or("", AsRef::as_ref),
            date,
            attested.map_or("", |attested| Line::as_str(&attested.steward)),
            attested_on,
            key,
            text_sha256,
            file,
            file_sha256,
        ];
        write_record(out, &mut record, cells)?;
    }
    Ok(())
}

fn hex(digest: &Digest) -> String {
    digest.to_string()
}

fn write_record<const N: usize>(
    out: &mut dyn Write,
    record: &mut String,
    cells: [&str; N],
) -> io::Result<()> {
    record.clear();
    for (at, cell) in cells.into_iter().enumerate() {
        if at > 0 {
            record.push(',');
        }
        push_cell(record, cell);
    }
    record.push_str("\r\n");
    out.write_all(record.as_bytes())
}

/// A cell that a spreadsheet could take for a formula gets an apostrophe in front.
fn push_cell(record: &mut String, cell: &str) {
    let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let quoted = cell.contains(['"', ',', '\r', '\n', ';', '\t']) || cell.starts_with(' ');
    if quoted {
        record.push('"');
    }
    if formula {
        record.push('\'');
    }
    if quoted {
        record.push_str(&cell.replace('"', "\"\""));
        record.push('"');
    } else {
        record.push_str(cell);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_and_never_formulas() {
        let cell = |text: &str| {
            let mut out = String::new();
            push_cell(&mut out, text);
            out
        };
        assert_eq!(cell("Régie"), "Régie");
        assert_eq!(cell("a \"b\", c"), "\"a \"\"b\"\", c\"");
        assert_eq!(cell("=HYPERLINK(\"x\",1)"), "\"'=HYPERLINK(\"\"x\"\",1)\"");
        for formula in ["=1", "+1", "-1", "@x"] {
            assert_eq!(cell(formula), format!("'{formula}"));
        }
    }

    #[test]
    fn columns_are_records_too() {
        let mut out = Vec::new();
        write_record(&mut out, &mut String::new(), ["a", "b;c"]).unwrap();
        assert_eq!(out, b"a,\"b;c\"\r\n");
    }
}
