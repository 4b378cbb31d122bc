//! The home page.

use super::Page;
use crate::diagnostic::Diagnostic;
use crate::identifier::TextId;
use crate::site::addresses;
use crate::site::values::{SignatoryValue, TextValue};

/// How many of the newest signatories the home page names.
const LATEST: usize = 8;

/// How many territories the home page names.
const TERRITORIES: usize = 24;

pub(super) fn render(page: Page<'_, '_>) -> Result<(), Vec<Diagnostic>> {
    let model = page.model;
    let site = &model.project.configuration;
    let description = site.description.as_ref().map(AsRef::as_ref);
    let mut values = page.values("home", site.title.as_str(), description, addresses::HOME);
    let charter: Option<TextValue<'_>> = model.text(&TextId::Charter).map(|view| model.text_value(view));
    let territories: Vec<TextValue<'_>> = model
        .territories
        .iter()
        .take(TERRITORIES)
        .map(|at| model.text_value(&model.texts[*at]))
        .collect();
    let latest: Vec<SignatoryValue<'_>> = model
        .latest
        .iter()
        .take(LATEST)
        .map(|at| model.signatory(model.entry(*at)))
        .collect();
    page.show_open(&mut values);
    values.insert("charter", &charter);
    values.insert("territories", &territories);
    values.insert("latest", &latest);
    values.insert("map", &super::map(model));
    values.insert("departments", &super::departments(model));
    page.render("home", &values)
}
