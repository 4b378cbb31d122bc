//! Where a text is signed, in the browser.

use super::Page;
use crate::diagnostic::Diagnostic;
use crate::gazetteer;
use crate::project::Forge;
use crate::site::known;
use serde::Serialize;

/// What the script needs to know of the text and of the ways to hand a signature in.
#[derive(Serialize)]
struct Data<'a> {
    charter: &'a str,
    text: String,
    title: &'a str,
    version: &'a str,
    sha256: String,
    adopted: String,
    declaration: &'a str,
    repository: Option<&'a str>,
    forge: Option<&'static str>,
    branch: &'a str,
    contact: Option<&'a str>,
    department: Option<&'a str>,
    /// By how many digits the pieces go in which known organisations are looked up.
    known: usize,
}

/// A department to choose.
#[derive(Serialize)]
struct Department {
    code: &'static str,
    name: &'static str,
}

pub(super) fn render(page: Page<'_, '_>, at: usize) -> Result<(), Vec<Diagnostic>> {
    let model = page.model;
    let view = &model.texts[at];
    let text = view.versions.shown();
    let title = model
        .words
        .about("sign_page_title", "title", text.front.title.as_str());
    let mut values = page.values("sign-text", &title, None, &model.addresses.sign());
    let configuration = &model.project.configuration;
    let territory = text.front.territory.as_ref();
    let data = Data {
        charter: configuration.charter.as_str(),
        text: view.versions.id.to_string(),
        title: text.front.title.as_str(),
        version: text.version.as_str(),
        sha256: text.digest.to_string(),
        adopted: text.front.adopted.to_string(),
        declaration: text.front.declaration.as_str(),
        repository: configuration.repository.as_deref(),
        forge: configuration.forge.map(Forge::name),
        branch: &configuration.branch,
        contact: configuration.contact.as_deref(),
        department: territory.and_then(|territory| territory.department.as_ref().map(AsRef::as_ref)),
        known: known::depth(model),
    };
    values.insert("text", &model.text_value(view));
    values.insert("data", &serde_json::to_string(&data).unwrap_or_default());
    values.insert("sha256", &data.sha256);
    values.insert("declaration", data.declaration);
    values.insert(
        "version_address",
        &model.addresses.version(&view.versions.id, &text.version),
    );
    let departments = gazetteer::departments().iter();
    let departments: Vec<Department> = departments
        .map(|place| Department {
            code: place.code,
            name: place.name,
        })
        .collect();
    values.insert("departments", &departments);
    page.render("sign-text", &values)
}
