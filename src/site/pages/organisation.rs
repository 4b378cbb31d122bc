//! The page of an organisation: everything it signed, and how to check it.

use super::Page;
use crate::diagnostic::Diagnostic;
use crate::identifier::Digest;
use crate::register::Entry;
use crate::signature::SignedFile;
use crate::site::inputs::Inputs;
use crate::site::model::{Model, territory_name};
use crate::site::output::Staging;
use crate::site::picture::{Ground, Size};
use crate::site::schema;
use crate::site::values::{DateValue, DepartmentValue};
use serde::Serialize;
use tera::Value;

/// The organisation.
#[derive(Serialize)]
struct Organisation<'a> {
    slug: &'a str,
    name: &'a str,
    city: &'a str,
    insee: Option<&'a str>,
    rna: Option<&'a str>,
    siren: Option<&'a str>,
    website: Option<&'a str>,
}

/// One text that it signed.
#[derive(Serialize)]
struct Adherence<'a> {
    /// The text's `id`.
    text: String,
    /// Its title in the version signed.
    title: &'a str,
    /// What to call it in a word.
    name: &'a str,
    /// The page of its current state.
    address: String,
    version: &'a str,
    /// The page of the version signed.
    version_address: String,
    /// The digest of the version signed.
    text_sha256: String,
    /// The file of the version signed.
    text_file: String,
    /// The current version, when it is a later one.
    newer: Option<&'a str>,
    date: DateValue,
    standing: &'static str,
    declaration: &'a str,
    representative: Option<Representative<'a>>,
    attestation: Option<Attestation<'a>>,
    /// A steward vouched for an earlier signature only.
    stale_attestation: bool,
    fingerprint: String,
    /// The public key as OpenSSH writes it.
    key: String,
    /// The name under which `allowed_signers` knows the key.
    principal: String,
    file: String,
    sha256: String,
    /// The exact bytes that were signed.
    body: &'a str,
    /// The base64 of the signature, in one line.
    seal: String,
    badge: Badges,
}

/// The addresses of the badges of a text.
#[derive(Serialize)]
struct Badges {
    light_small: String,
    light_large: String,
    dark_small: String,
    dark_large: String,
}

#[derive(Serialize)]
struct Representative<'a> {
    name: &'a str,
    role: Option<&'a str>,
}

#[derive(Serialize)]
struct Attestation<'a> {
    steward: &'a str,
    method: &'a str,
    date: DateValue,
    fingerprint: String,
    file: String,
    principal: String,
    /// The exact bytes that were signed.
    body: String,
    /// The base64 of the signature, in one line.
    seal: String,
}

pub(super) fn render(page: Page<'_, '_>, at: usize) -> Result<(), Vec<Diagnostic>> {
    let model = page.model;
    let at = model.organisations[at];
    let headline = model.entry(at);
    let named = &headline.adherence.organisation;
    let section = model.addresses.signatories(1);
    let mut values = page.values("organisation", named.name.as_str(), None, &section);
    let first = &headline.adherence.text;
    let text = model.texts.binary_search_by(|view| view.versions.id.cmp(first));
    page.show_preview(&mut values, text.unwrap_or_default());
    if page.templates.show_schema {
        let schema = schema::of_organisation(model, headline);
        values.insert("schema", &Value::safe_string(&schema));
    }
    let department = model.department_of(at);
    values.insert(
        "department",
        &department.map(|view| DepartmentValue::new(model, view)),
    );
    values.insert(
        "organisation",
        &Organisation {
            slug: headline.organisation.as_str(),
            name: named.name.as_str(),
            city: named.city.as_str(),
            insee: named.insee.as_ref().map(AsRef::as_ref),
            rna: named.rna.as_ref().map(AsRef::as_ref),
            siren: named.siren.as_ref().map(AsRef::as_ref),
            website: named.website.as_ref().map(AsRef::as_ref),
        },
    );
    let files: Vec<(&Entry, SignedFile)> = model
        .entries_beside(at)
        .map(|entry| Ok((entry, publish(&page, entry)?)))
        .collect::<Result<_, Vec<Diagnostic>>>()?;
    let adherences: Vec<Adherence<'_>> = files
        .iter()
        .map(|(entry, file)| adherence(model, entry, file))
        .collect();
    values.insert("adherences", &adherences);
    page.render("organisation", &values)
}

/// Takes the page over from the last site, with the signature files that it publishes; all of them or none.
pub(super) fn keep(model: &Model<'_>, at: usize, page: (&Digest, &str), staging: &Staging) -> bool {
    let entries = model.entries_beside(model.organisations[at]);
    let files: Vec<(Digest, String)> = entries
        .map(|entry| (Inputs::of_copy(&entry.digest), entry.path()))
        .collect();
    let files = files.iter().map(|(inputs, path)| (inputs, path.as_str()));
    staging.keep_made(&std::iter::once(page).chain(files).collect::<Vec<_>>())
}

/// Publishes a signature file, as it was checked.
fn publish(page: &Page<'_, '_>, entry: &Entry) -> Result<SignedFile, Vec<Diagnostic>> {
    let file = entry.file();
    if let Some(staging) = page.staging {
        let made_from = Inputs::of_copy(&entry.digest);
        staging
            .write_from(Some(&made_from), &entry.path(), file.text().as_bytes())
            .map_err(|error| error.diagnostics())?;
    }
    Ok(file)
}

fn adherence<'e>(model: &'e Model<'_>, entry: &'e Entry, file: &'e SignedFile) -> Adherence<'e> {
    let signed = &entry.adherence;
    let versions = model.text(&signed.text).map(|view| view.versions);
    let text = versions.and_then(|all| all.versions.iter().find(|text| text.version == signed.version));
    let current = versions
        .and_then(|all| all.current())
        .filter(|current| current.version > signed.version);
    let attest = |attested: &'e crate::register::Attested| {
        let file = entry.attestation_file(attested);
        Attestation {
            steward: attested.steward.as_str(),
            method: attested.method.as_str(),
            date: model.date(attested.date),
            fingerprint: attested.key.fingerprint(),
            file: signed.text.attestation_path(&entry.organisation),
            principal: format!("{}/{}.attestation", signed.text, entry.organisation),
            body: file.body().to_owned(),
            seal: file.seal(),
        }
    };
    Adherence {
        text: signed.text.to_string(),
        title: text.map_or("", |text| text.front.title.as_str()),
        name: versions.map_or("", territory_name),
        address: model.addresses.text(&signed.text),
        version: signed.version.as_str(),
        version_address: model.addresses.version(&signed.text, &signed.version),
        text_sha256: signed.sha256.to_string(),
        text_file: signed.text.content_path(&signed.version),
        newer: current.map(|text| text.version.as_str()),
        date: model.date(signed.date),
        standing: entry.standing.as_str(),
        declaration: signed.declaration.as_str(),
        representative: signed.representative.as_ref().map(|person| Representative {
            name: person.name.as_str(),
            role: person.role.as_ref().map(AsRef::as_ref),
        }),
        attestation: entry.attestation.as_ref().map(attest),
        stale_attestation: entry.stale_attestation,
        fingerprint: entry.key.fingerprint(),
        key: entry.key.to_openssh(),
        principal: format!("{}/{}", signed.text, entry.organisation),
        file: entry.path(),
        sha256: entry.digest.to_string(),
        body: file.body(),
        seal: file.seal(),
        badge: Badges {
            light_small: model.addresses.badge(&signed.text, Ground::Light, Size::Small),
            light_large: model.addresses.badge(&signed.text, Ground::Light, Size::Large),
            dark_small: model.addresses.badge(&signed.text, Ground::Dark, Size::Small),
            dark_large: model.addresses.badge(&signed.text, Ground::Dark, Size::Large),
        },
    }
}
