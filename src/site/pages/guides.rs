//! How to sign, how to check, and the page for addresses that do not exist.

use super::Page;
use crate::diagnostic::Diagnostic;
use crate::identifier::TextId;
use crate::site::addresses;
use crate::site::model::PER_PAGE;
use crate::site::values::{TextValue, is_open};

pub(super) fn sign(page: Page<'_, '_>) -> Result<(), Vec<Diagnostic>> {
    let model = page.model;
    let title = model.words.plain("sign_title");
    let mut values = page.values("sign", title, None, page.address);
    let charter = model.text(&TextId::Charter).into_iter();
    let territories = model.territories.iter().map(|at| &model.texts[*at]);
    let open: Vec<TextValue<'_>> = charter
        .chain(territories)
        .filter(|view| is_open(view.versions))
        .take(PER_PAGE)
        .map(|view| model.text_value(view))
        .collect();
    values.insert("open", &open);
    page.render("sign", &values)
}

pub(super) fn verify(page: Page<'_, '_>) -> Result<(), Vec<Diagnostic>> {
    let title = page.model.words.plain("verify_title");
    let mut values = page.values("verify", title, None, page.address);
    let example = page.model.latest.first().map(|at| page.model.entry(*at));
    values.insert("example", &example.map(crate::register::Entry::path));
    page.render("verify", &values)
}

pub(super) fn not_found(page: Page<'_, '_>) -> Result<(), Vec<Diagnostic>> {
    let model = page.model;
    let title = model.words.plain("not_found_title");
    let mut values = page.values("not-found", title, None, addresses::NOT_FOUND);
    // A server shows this page at any depth, so nothing relative would hold.
    let root = site_path(model.project.configuration.url.as_deref());
    values.insert("root", &root);
    if let Some(frame) = page.templates.frame(&root, "", "") {
        values.insert_value("frame", frame);
    }
    page.render("not-found", &values)
}

/// The path at which the site is published, from `/` to `/`.
fn site_path(url: Option<&str>) -> String {
    let path = url
        .and_then(|url| url::Url::parse(url).ok())
        .map(|url| url.path().to_owned());
    path.filter(|path| path.ends_with('/'))
        .unwrap_or_else(|| "/".to_owned())
}
