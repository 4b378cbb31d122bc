//! A page of `content/pages/`.

use super::Page;
use crate::diagnostic::Diagnostic;
use crate::text;
use serde::Serialize;
use tera::Value;

#[derive(Serialize)]
struct Content<'a> {
    html: Value,
    summary: Option<&'a str>,
}

pub(super) fn render(page: Page<'_, '_>, at: usize) -> Result<(), Vec<Diagnostic>> {
    let source = page.model.pages[at];
    let summary = source.summary.as_ref().map(AsRef::as_ref);
    let mut values = page.values("page", source.title.as_str(), summary, page.address);
    let path = text::Page::path_of(&source.slug);
    let rendered = super::text::render(page.model, source.markdown(), &path, page.address);
    values.insert(
        "content",
        &Content {
            html: Value::safe_string(&rendered.html),
            summary,
        },
    );
    page.render("page", &values)
}
