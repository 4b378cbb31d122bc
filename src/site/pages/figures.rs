//! The figures: signatures over time, by department, by territory, and how many are of the newest version.

use super::Page;
use crate::diagnostic::Diagnostic;
use crate::register::Standing;
use crate::site::charts;
use crate::site::model::{Model, TextView, territory_name};
use crate::site::words::written_number;

/// How many territories the figures name.
const TERRITORIES: usize = 40;

pub(super) fn render(page: Page<'_, '_>) -> Result<(), Vec<Diagnostic>> {
    let model = page.model;
    let title = model.words.plain("figures_title");
    let mut values = page.values("figures", title, None, page.address);
    let holding = model
        .register
        .entries
        .iter()
        .filter(|entry| entry.standing != Standing::Withdrawn);
    let days = holding.map(|entry| entry.adherence.date).collect();
    let month = |year: i16, month: i8| {
        let name = model.words.plain(&format!("month_{month}"));
        format!("{name} {year}")
    };
    let written = |number: usize| written_number(number as i64, model.language);
    values.insert("over_time", &charts::steps(days, month, written));
    values.insert("by_department", &by_department(model));
    values.insert("by_territory", &by_territory(model));
    values.insert("by_version", &by_version(model));
    values.insert("by_attestation", &by_attestation(model));
    page.render("figures", &values)
}

fn by_department(model: &Model<'_>) -> Vec<charts::BarValue> {
    let mut rows: Vec<(String, Option<String>, usize)> = model
        .departments
        .iter()
        .filter(|view| !view.organisations.is_empty())
        .map(|view| {
            let address = model.addresses.department(view.code, 1);
            (
                format!("{} ({})", view.name, view.code),
                Some(address),
                view.organisations.len(),
            )
        })
        .collect();
    rows.sort_by_key(|row| std::cmp::Reverse(row.2));
    let placed: usize = rows.iter().map(|row| row.2).sum();
    let rest = model.totals.organisations - placed;
    if rest > 0 {
        rows.push((model.words.plain("figures_elsewhere").to_owned(), None, rest));
    }
    charts::bars(rows)
}

fn by_territory(model: &Model<'_>) -> Vec<charts::BarValue> {
    let mut views: Vec<&TextView<'_>> = model.texts.iter().collect();
    views.sort_by_key(|view| std::cmp::Reverse(view.counts.signatories));
    let rows = views
        .iter()
        .take(TERRITORIES)
        .filter(|view| view.counts.signatories > 0)
        .map(|view| {
            let address = model.addresses.text(&view.versions.id);
            (
                territory_name(view.versions).to_owned(),
                Some(address),
                view.counts.signatories,
            )
        });
    let mut rows: Vec<(String, Option<String>, usize)> = rows.collect();
    let named: usize = rows.iter().map(|row| row.2).sum();
    let rest = model.totals.signatures - named;
    if rest > 0 {
        rows.push((model.words.plain("figures_others").to_owned(), None, rest));
    }
    charts::bars(rows)
}

fn by_version(model: &Model<'_>) -> Option<charts::SharesValue> {
    let sum = |count: fn(&TextView<'_>) -> usize| model.texts.iter().map(count).sum();
    charts::shares(vec![
        (
            model.words.plain("state_current").to_owned(),
            sum(|view| view.counts.current),
        ),
        (
            model.words.plain("state_older").to_owned(),
            sum(|view| view.counts.older),
        ),
    ])
}

fn by_attestation(model: &Model<'_>) -> Option<charts::SharesValue> {
    let attested = model.texts.iter().map(|view| view.counts.attested).sum();
    charts::shares(vec![
        (model.words.plain("state_attested").to_owned(), attested),
        (
            model.words.plain("state_self").to_owned(),
            model.totals.signatures - attested,
        ),
    ])
}
