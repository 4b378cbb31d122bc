//! The pages: each is a small job that builds its values and renders them.

mod comparison;
mod content;
mod department;
mod figures;
mod guides;
mod home;
mod links;
mod lists;
mod organisation;
mod sign_text;
mod text;

pub(super) use comparison::others;
pub(super) use text::TREE;

use super::addresses::{self, root_of};
use super::map::{self, MapValue, Mark, Shade};
use super::model::{DepartmentView, Model, page_count};
use super::output::Staging;
use super::shared::is_in_frame;
use super::templates::Templates;
use super::values::{DepartmentValue, PageValue, is_open};
use crate::diagnostic::Diagnostic;
use crate::identifier::{Digest, TextId};
use std::collections::BTreeMap;
use tera::Context;

/// A page that the site has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Job {
    /// The home page.
    Home,
    /// The current state of a text, by its index, with page `1` of its signatories.
    Text(usize),
    /// One version of a text, by the indices of text and version.
    Version(usize, usize),
    /// A further page of a text's signatories.
    TextSignatories(usize, usize),
    /// A page of the territories.
    Territories(usize),
    /// A page of all signatories.
    Signatories(usize),
    /// An organisation, by its index in the model.
    Organisation(usize),
    /// A page of `content/pages/`, by its index in the model.
    Content(usize),
    /// Where to sign a text, by its index.
    SignText(usize),
    /// A page of a department, by its index in the model.
    Department(usize, usize),
    /// What a text changes, by its index.
    Comparison(usize),
    /// The figures.
    Figures,
    /// How to sign.
    Sign,
    /// How to check.
    Verify,
    /// What a server shows for an address that does not exist.
    NotFound,
}

/// Every page of the site, in a fixed order.
pub fn jobs(model: &Model<'_>) -> Vec<Job> {
    let mut jobs = vec![Job::Home, Job::Figures, Job::Sign, Job::Verify, Job::NotFound];
    jobs.extend((1..=page_count(model.territories.len())).map(Job::Territories));
    jobs.extend((1..=page_count(model.organisations.len())).map(Job::Signatories));
    jobs.extend((0..model.pages.len()).map(Job::Content));
    for (at, view) in model.texts.iter().enumerate() {
        jobs.push(Job::Text(at));
        if is_open(view.versions) && model.offers.signing {
            jobs.push(Job::SignText(at));
        }
        if !comparison::others(model, view).is_empty() {
            jobs.push(Job::Comparison(at));
        }
        jobs.extend((0..view.versions.versions.len()).map(|version| Job::Version(at, version)));
        jobs.extend((2..=page_count(view.signatories.len())).map(|page| Job::TextSignatories(at, page)));
    }
    for (at, view) in model.departments.iter().enumerate() {
        jobs.extend((1..=page_count(view.organisations.len())).map(|page| Job::Department(at, page)));
    }
    jobs.extend((0..model.organisations.len()).map(Job::Organisation));
    jobs
}

impl Job {
    /// The address of the page.
    pub fn address(self, model: &Model<'_>) -> String {
        let addresses = model.addresses;
        match self {
            Self::Home => addresses::HOME.to_owned(),
            Self::Text(at) => addresses.text(&model.texts[at].versions.id),
            Self::Version(at, version) => {
                let text = &model.texts[at].versions.versions[version];
                addresses.version(&text.id, &text.version)
            }
            Self::TextSignatories(at, page) => addresses.text_signatories(&model.texts[at].versions.id, page),
            Self::Territories(page) => addresses.territories(page),
            Self::Signatories(page) => addresses.signatories(page),
            Self::Organisation(at) => {
                addresses.organisation(&model.entry(model.organisations[at]).organisation)
            }
            Self::Content(at) => addresses.page(&model.pages[at].slug),
            Self::SignText(at) => addresses.sign_text(&model.texts[at].versions.id),
            Self::Department(at, page) => addresses.department(model.departments[at].code, page),
            Self::Comparison(at) => addresses.comparison(&model.texts[at].versions.id),
            Self::Figures => addresses.figures(),
            Self::Sign => addresses.sign(),
            Self::Verify => addresses.verify(),
            Self::NotFound => addresses::NOT_FOUND.to_owned(),
        }
    }

    /// The kinds of page: each has a template of that name.
    pub const KINDS: [&'static str; 16] = [
        "home",
        "charter",
        "territory",
        "version",
        "text-signatories",
        "territories",
        "signatories",
        "organisation",
        "page",
        "sign-text",
        "department",
        "comparison",
        "figures",
        "sign",
        "verify",
        "not-found",
    ];

    /// The page's kind.
    pub fn kind(self, model: &Model<'_>) -> &'static str {
        match self {
            Self::Home => "home",
            Self::Text(at) if model.texts[at].versions.id == TextId::Charter => "charter",
            Self::Text(_) => "territory",
            Self::Version(..) => "version",
            Self::TextSignatories(..) => "text-signatories",
            Self::Territories(_) => "territories",
            Self::Signatories(_) => "signatories",
            Self::Organisation(_) => "organisation",
            Self::Content(_) => "page",
            Self::SignText(_) => "sign-text",
            Self::Department(..) => "department",
            Self::Comparison(_) => "comparison",
            Self::Figures => "figures",
            Self::Sign => "sign",
            Self::Verify => "verify",
            Self::NotFound => "not-found",
        }
    }

    /// Whether search engines should know the page.
    pub fn is_listed(self) -> bool {
        self != Self::NotFound
    }

    /// Takes the page over from the last site when it was made from what `inputs` is the digest of, with the files that
    /// it publishes; whether it did.
    pub fn keep(self, model: &Model<'_>, inputs: &Digest, staging: &Staging) -> bool {
        let address = self.address(model);
        match self {
            Self::Organisation(at) => organisation::keep(model, at, (inputs, &address), staging),
            _ => staging.keep_made(&[(inputs, &address)]),
        }
    }

    /// Renders the page to the end of `out`. The page of an organisation also publishes the files that it shows, where it
    /// is for the folder of a site.
    ///
    /// # Errors
    /// A fault of the theme, or a file that changed since the register was loaded.
    pub fn render(
        self,
        model: &Model<'_>,
        templates: &Templates,
        staging: Option<&Staging>,
        out: &mut Vec<u8>,
    ) -> Result<(), Vec<Diagnostic>> {
        let address = self.address(model);
        let page = Page {
            model,
            templates,
            address: &address,
            staging,
            out,
        };
        match self {
            Self::Home => home::render(page),
            Self::Text(at) => text::current(page, at),
            Self::Version(at, version) => text::version(page, at, version),
            Self::TextSignatories(at, number) => text::signatories(page, at, number),
            Self::Territories(number) => lists::territories(page, number),
            Self::Signatories(number) => lists::signatories(page, number),
            Self::Organisation(at) => organisation::render(page, at),
            Self::Content(at) => content::render(page, at),
            Self::SignText(at) => sign_text::render(page, at),
            Self::Department(at, number) => department::render(page, at, number),
            Self::Comparison(at) => comparison::render(page, at),
            Self::Figures => figures::render(page),
            Self::Sign => guides::sign(page),
            Self::Verify => guides::verify(page),
            Self::NotFound => guides::not_found(page),
        }
    }
}

/// A page that is being rendered.
struct Page<'p, 'a> {
    model: &'p Model<'a>,
    templates: &'p Templates,
    address: &'p str,
    staging: Option<&'p Staging>,
    out: &'p mut Vec<u8>,
}

impl Page<'_, '_> {
    /// The values that every page has.
    fn values(&self, kind: &'static str, title: &str, description: Option<&str>, section: &str) -> Context {
        let mut values = Context::new();
        let root = root_of(self.address);
        values.insert("root", root);
        values.insert(
            "page",
            &PageValue {
                kind,
                title,
                description,
                address: self.address,
                section,
            },
        );
        let own = if is_in_frame(self.model, self.address) {
            self.address
        } else {
            ""
        };
        if let Some(frame) = self.templates.frame(root, section, own) {
            values.insert_value("frame", frame);
        }
        self.show_preview(&mut values, 0);
        values
    }

    /// Says whether any text takes signatures: where none does, no page offers to sign.
    fn show_open(&self, values: &mut Context) {
        let open = self.model.texts.iter().any(|view| is_open(view.versions));
        values.insert("any_open", &open);
    }

    /// Shows the link preview of the text at that index.
    fn show_preview(&self, values: &mut Context, text: usize) {
        values.insert("preview", &self.model.previews.get(text));
    }

    fn render(self, kind: &str, values: &Context) -> Result<(), Vec<Diagnostic>> {
        self.templates.render(&format!("{kind}.html"), values, self.out)
    }
}

/// The map of all departments and territories.
fn map<'m>(model: &'m Model<'_>) -> MapValue<'m> {
    let shade = |view: &DepartmentView| Shade {
        count: view.organisations.len(),
        address: model.addresses.department(view.code, 1),
    };
    let shades: BTreeMap<&str, Shade> = model
        .departments
        .iter()
        .map(|view| (view.code, shade(view)))
        .collect();
    let mark = |at: &usize| {
        let view = &model.texts[*at];
        let territory = view.versions.shown().front.territory.as_ref()?;
        Some(Mark {
            territory,
            count: view.counts.signatories,
            address: model.addresses.text(&view.versions.id),
        })
    };
    map::map(&shades, model.territories.iter().filter_map(mark).collect())
}

/// The departments, as a list beside the map shows them.
fn departments(model: &Model<'_>) -> Vec<DepartmentValue> {
    model
        .departments
        .iter()
        .map(|view| DepartmentValue::new(model, view))
        .collect()
}
