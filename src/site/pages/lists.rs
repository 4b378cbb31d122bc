//! The lists of territories and of signatories.

use super::Page;
use crate::diagnostic::Diagnostic;
use crate::register::Standing;
use crate::site::model::Model;
use crate::site::values::{DateValue, LinkValue, PagerValue, TextValue};
use serde::Serialize;

/// An organisation in the list of all signatories.
#[derive(Serialize)]
pub(super) struct Organisation<'a> {
    name: &'a str,
    city: &'a str,
    address: String,
    /// What it adheres to.
    texts: Vec<LinkValue>,
    /// Whether a steward vouched for one of its signatures.
    attested: bool,
    /// Whether one is of the current version.
    current: bool,
    /// Whether one is of an older version.
    older: bool,
    /// Its department's INSEE code.
    department: Option<&'static str>,
    /// The day of its newest signature.
    date: DateValue,
}

pub(super) fn territories(page: Page<'_, '_>, number: usize) -> Result<(), Vec<Diagnostic>> {
    let model = page.model;
    let total = model.territories.len();
    let title = title(model, "territories_title", number);
    let section = model.addresses.territories(1);
    let mut values = page.values("territories", &title, None, &section);
    let shown = &model.territories[PagerValue::range(number, total)];
    let territories: Vec<TextValue<'_>> = shown
        .iter()
        .map(|at| model.text_value(&model.texts[*at]))
        .collect();
    values.insert("territories", &territories);
    values.insert(
        "pager",
        &PagerValue::new(number, total, |page| model.addresses.territories(page)),
    );
    if number == 1 {
        values.insert("map", &super::map(model));
        values.insert("departments", &super::departments(model));
    }
    page.render("territories", &values)
}

pub(super) fn signatories(page: Page<'_, '_>, number: usize) -> Result<(), Vec<Diagnostic>> {
    let model = page.model;
    let total = model.organisations.len();
    let title = title(model, "signatories_title", number);
    let section = model.addresses.signatories(1);
    let mut values = page.values("signatories", &title, None, &section);
    let shown = &model.organisations[PagerValue::range(number, total)];
    let organisations: Vec<Organisation<'_>> = shown.iter().map(|at| organisation(model, *at)).collect();
    page.show_open(&mut values);
    values.insert("organisations", &organisations);
    values.insert(
        "pager",
        &PagerValue::new(number, total, |page| model.addresses.signatories(page)),
    );
    page.render("signatories", &values)
}

pub(super) fn organisation<'a>(model: &Model<'a>, at: u32) -> Organisation<'a> {
    let entry = model.entry(at);
    let named = &entry.adherence.organisation;
    let mut texts = Vec::new();
    let (mut attested, mut current, mut older) = (false, false, false);
    for entry in model.entries_beside(at) {
        let id = &entry.adherence.text;
        let label = model.text(id).map_or("", |view| model.short_name(view.versions));
        texts.push(LinkValue {
            label: label.to_owned(),
            address: model.addresses.text(id),
        });
        current |= entry.standing == Standing::Current;
        older |= entry.standing == Standing::Older;
        attested |= entry.attestation.is_some();
    }
    Organisation {
        name: named.name.as_str(),
        city: named.city.as_str(),
        address: model.addresses.organisation(&entry.organisation),
        texts,
        attested,
        current,
        older,
        department: model.department_of(at).map(|view| view.code),
        date: model.date(entry.adherence.date),
    }
}

fn title(model: &Model<'_>, id: &str, number: usize) -> String {
    let title = model.words.plain(id);
    match number {
        1 => title.to_owned(),
        _ => format!("{title} – {}", model.words.count("page_number", number)),
    }
}
