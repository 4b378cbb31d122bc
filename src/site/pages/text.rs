//! The pages of a text: its current state, each version, its further signatories.

use super::Page;
use super::links::Links;
use crate::diagnostic::Diagnostic;
use crate::identifier::TextId;
use crate::site::model::{Model, PER_PAGE, TextView};
use crate::site::schema;
use crate::site::values::{PagerValue, SignatoryValue, TextValue, is_open};
use crate::site::words::rules;
use crate::text::Text;
use crate::text::markdown::{self, Heading, Rendered, Setting};
use serde::Serialize;
use tera::{Context, Value};

/// How many adaptations of a text its tree names.
pub(in crate::site) const TREE: usize = 300;

/// The words of a text, ready for a page.
#[derive(Serialize)]
struct Content<'a> {
    html: Value,
    contents: Vec<HeadingValue>,
    version: &'a str,
    sha256: String,
    file: String,
    declaration: &'a str,
    adopted: crate::site::values::DateValue,
    draft: bool,
    summary: Option<&'a str>,
}

/// A heading in the table of contents.
#[derive(Serialize)]
struct HeadingValue {
    level: u8,
    id: String,
    text: String,
}

pub(super) fn current(page: Page<'_, '_>, at: usize) -> Result<(), Vec<Diagnostic>> {
    let model = page.model;
    let view = &model.texts[at];
    let text = view.versions.shown();
    let kind = if view.versions.id == TextId::Charter {
        "charter"
    } else {
        "territory"
    };
    let mut values = text_values(&page, kind, view, text, text.front.title.as_str());
    page.show_preview(&mut values, at);
    values.insert(
        "schema",
        &Value::safe_string(&schema::of_text(model, text, page.address)),
    );
    let comparison = !super::others(model, view).is_empty();
    values.insert(
        "comparison",
        &comparison.then(|| model.addresses.comparison(&view.versions.id)),
    );
    values.insert("tree", &model.branches(at, TREE));
    insert_signatories(&mut values, model, view, 1);
    let children: Vec<TextValue<'_>> = view
        .children
        .iter()
        .take(PER_PAGE)
        .map(|at| model.text_value(&model.texts[*at]))
        .collect();
    values.insert("adaptations", &children);
    values.insert("adaptations_total", &view.children.len());
    page.render(kind, &values)
}

pub(super) fn version(page: Page<'_, '_>, at: usize, version: usize) -> Result<(), Vec<Diagnostic>> {
    let model = page.model;
    let view = &model.texts[at];
    let text = &view.versions.versions[version];
    let title = format!(
        "{} – {}",
        text.front.title,
        model
            .words
            .about("version_number", "version", text.version.as_str())
    );
    let mut values = text_values(&page, "version", view, text, &title);
    page.show_preview(&mut values, at);
    let current = view.versions.current();
    values.insert(
        "is_current",
        &current.is_some_and(|current| current.version == text.version),
    );
    values.insert(
        "current_version",
        &current.map(|current| current.version.as_str()),
    );
    page.render("version", &values)
}

pub(super) fn signatories(page: Page<'_, '_>, at: usize, number: usize) -> Result<(), Vec<Diagnostic>> {
    let model = page.model;
    let view = &model.texts[at];
    let title = format!(
        "{} – {}",
        view.versions.shown().front.title,
        model.words.count("signatories_page", number)
    );
    let mut values = page.values("text-signatories", &title, None, &section(model, view));
    values.insert("text", &model.text_value(view));
    insert_signatories(&mut values, model, view, number);
    page.render("text-signatories", &values)
}

fn text_values(
    page: &Page<'_, '_>,
    kind: &'static str,
    view: &TextView<'_>,
    text: &Text,
    title: &str,
) -> Context {
    let model = page.model;
    let summary = text.front.summary.as_ref().map(AsRef::as_ref);
    let mut values = page.values(kind, title, summary, &section(model, view));
    let signable = is_signable(view, text);
    values.insert("text", &model.text_value(view));
    values.insert("signable", &signable);
    values.insert("instead", &instead(model, view).filter(|_| !signable));
    page.show_open(&mut values);
    values.insert("content", &content(model, text, page.address));
    values.insert("chain", &model.chain(text));
    values.insert("versions", &model.versions(view.versions));
    values
}

/// Whether new signatures go to that very version.
fn is_signable(view: &TextView<'_>, text: &Text) -> bool {
    let current = view.versions.current();
    is_open(view.versions) && current.is_some_and(|current| current.version == text.version)
}

/// What one signs where a version can't be signed: the text itself in its current version, or the nearest one above it
/// that takes signatures.
fn instead<'m>(model: &'m Model<'m>, view: &'m TextView<'m>) -> Option<TextValue<'m>> {
    let mut step = Some(view);
    // A circle is an error elsewhere; here it only may not go on for ever.
    for _ in 0..=model.texts.len() {
        let view = step?;
        if is_open(view.versions) {
            return Some(model.text_value(view));
        }
        let parent = view.versions.shown().front.adapts.as_ref();
        step = parent.and_then(|parent| model.text(&parent.text));
    }
    None
}

pub(super) fn section(model: &Model<'_>, view: &TextView<'_>) -> String {
    match view.versions.id {
        TextId::Charter => model.addresses.text(&TextId::Charter),
        TextId::Territory(_) => model.addresses.territories(1),
    }
}

fn content<'t>(model: &Model<'_>, text: &'t Text, address: &str) -> Content<'t> {
    let path = text.path();
    let Rendered { html, contents } = render(model, text.markdown(), &path, address);
    Content {
        html: Value::safe_string(&html),
        contents: contents.into_iter().map(HeadingValue::from).collect(),
        version: text.version.as_str(),
        sha256: text.digest.to_string(),
        file: path,
        declaration: text.front.declaration.as_str(),
        adopted: model.date(text.front.adopted),
        draft: text.front.draft,
        summary: text.front.summary.as_ref().map(AsRef::as_ref),
    }
}

impl From<Heading> for HeadingValue {
    fn from(heading: Heading) -> Self {
        Self {
            level: heading.level,
            id: heading.id,
            text: heading.text,
        }
    }
}

/// The Markdown of the file at `path`, for the page at `address`.
pub(super) fn render(model: &Model<'_>, markdown: &str, path: &str, address: &str) -> Rendered {
    let setting = Setting {
        rules: Some(rules(model.language)),
        notes: model.words.plain("notes"),
        back: model.words.plain("note_back"),
    };
    markdown::render(markdown, setting, &Links::new(model, path, address))
}

fn insert_signatories(values: &mut Context, model: &Model<'_>, view: &TextView<'_>, number: usize) {
    let id = &view.versions.id;
    let total = view.signatories.len();
    let shown = &view.signatories[PagerValue::range(number, total)];
    let signatories: Vec<SignatoryValue<'_>> =
        shown.iter().map(|at| model.signatory(model.entry(*at))).collect();
    values.insert("signatories", &signatories);
    values.insert(
        "pager",
        &PagerValue::new(number, total, |page| model.addresses.text_signatories(id, page)),
    );
}
