//! The values that several kinds of page show. `docs/themes.md` describes them for those who write templates.
//!
//! Addresses in them are relative to the site's root: a template puts `root` before each.

use super::model::{Counts, DepartmentView, Model, PER_PAGE, TextView, page_count, territory_name};
use super::tree;
use crate::gazetteer;
use crate::identifier::Date;
use crate::register::against::Texts;
use crate::register::chain::find;
use crate::register::{Entry, Versions};
use crate::text::{Territory, TerritoryCode, Text};
use serde::Serialize;

/// How many of the texts that a text adapts, one through the other, its page names.
const CHAIN: usize = 64;

/// A day.
#[derive(Debug, Serialize)]
pub struct DateValue {
    /// `2026-03-01`.
    pub iso: String,
    /// The day in words.
    pub words: String,
}

/// The page itself.
#[derive(Debug, Serialize)]
pub struct PageValue<'a> {
    /// Its kind, which is the name of its template without the ending.
    pub kind: &'static str,
    /// Its title.
    pub title: &'a str,
    /// A sentence for search engines and link previews.
    pub description: Option<&'a str>,
    /// Its address.
    pub address: &'a str,
    /// The address of the entry of the navigation that it belongs to.
    pub section: &'a str,
}

/// An entry of the navigation.
#[derive(Debug, Serialize)]
pub struct LinkValue {
    /// Its words.
    pub label: String,
    /// Where it leads.
    pub address: String,
}

/// A territory.
#[derive(Debug, Serialize)]
pub struct TerritoryValue<'a> {
    /// Its name.
    pub name: &'a str,
    /// `region`, `department`, `intercommunality`, `commune` or `neighbourhood`.
    pub kind: &'static str,
    /// The kind in words.
    pub kind_words: &'a str,
    /// The official code.
    pub code: &'a str,
    /// The INSEE code of the department.
    pub department: Option<&'a str>,
    /// The department's name.
    pub department_name: Option<&'static str>,
    /// The department's page.
    pub department_address: Option<String>,
}

/// A text, as lists and links show it.
#[derive(Debug, Serialize)]
pub struct TextValue<'a> {
    /// `charter` or `territories/<slug>`.
    pub id: String,
    /// The title of the version shown.
    pub title: &'a str,
    /// What to call the text in a word: the territory's name, or the charter's title.
    pub name: &'a str,
    /// Its page.
    pub address: String,
    /// The version shown.
    pub version: &'a str,
    /// The day of its adoption.
    pub adopted: DateValue,
    /// Its paragraph for lists.
    pub summary: Option<&'a str>,
    /// Whether it is a draft.
    pub draft: bool,
    /// Whether it takes signatures.
    pub open: bool,
    /// The page on which it is signed, while it takes signatures.
    pub sign: Option<String>,
    /// The territory; none for the charter.
    pub territory: Option<TerritoryValue<'a>>,
    /// Its signatures, counted.
    pub counts: Counts,
}

/// One version of a text, as a list of versions shows it.
#[derive(Debug, Serialize)]
pub struct VersionValue<'a> {
    /// The version.
    pub version: &'a str,
    /// Its page.
    pub address: String,
    /// The day of its adoption.
    pub adopted: DateValue,
    /// Whether it is a draft.
    pub draft: bool,
    /// Whether it is the one that takes signatures.
    pub current: bool,
    /// Its digest.
    pub sha256: String,
    /// The file itself.
    pub file: String,
}

/// One step of the chain from an adaptation up to the charter.
#[derive(Debug, Serialize)]
pub struct ParentValue<'a> {
    /// The title of the version that is adapted.
    pub title: &'a str,
    /// What to call the text in a word.
    pub name: &'a str,
    /// The version that is adapted.
    pub version: &'a str,
    /// The page of that version.
    pub address: String,
    /// The digest of that version.
    pub sha256: String,
    /// The newest version, when it is a later one.
    pub newer: Option<&'a str>,
    /// The page of the text's current state.
    pub text_address: String,
}

/// A department, as lists and links show it.
#[derive(Debug, Serialize)]
pub struct DepartmentValue {
    /// Its INSEE code.
    pub code: &'static str,
    /// Its name.
    pub name: &'static str,
    /// Its page.
    pub address: String,
    /// How many organisations it has.
    pub organisations: usize,
    /// How many territories it has.
    pub territories: usize,
}

impl DepartmentValue {
    /// The department of that view.
    pub fn new(model: &Model<'_>, view: &DepartmentView) -> Self {
        Self {
            code: view.code,
            name: view.name,
            address: model.addresses.department(view.code, 1),
            organisations: view.organisations.len(),
            territories: view.territories.len(),
        }
    }
}

/// A text in the tree of adaptations.
#[derive(Debug, Serialize)]
pub struct BranchValue<'a> {
    /// What to call it in a word.
    pub name: &'a str,
    /// Its page.
    pub address: String,
    /// How many signatories it has.
    pub signatories: usize,
    /// How many lists open before it, 0 or 1.
    pub opens: usize,
    /// How many lists close after it.
    pub closes: usize,
}

/// A line of a list of signatories.
#[derive(Debug, Serialize)]
pub struct SignatoryValue<'a> {
    /// The organisation's name.
    pub name: &'a str,
    /// Its city.
    pub city: &'a str,
    /// Its page.
    pub address: String,
    /// The day of signing.
    pub date: DateValue,
    /// What to call the text signed in a word.
    pub text: &'a str,
    /// `current` or `older`.
    pub standing: &'static str,
    /// The version signed.
    pub version: &'a str,
    /// Whether a steward vouched for the signature.
    pub attested: bool,
}

/// Where a page stands in a list that goes over several.
#[derive(Debug, Serialize)]
pub struct PagerValue {
    /// The page's number, from 1.
    pub number: usize,
    /// How many pages there are.
    pub last: usize,
    /// The number of its first entry, from 1.
    pub from: usize,
    /// The number of its last entry.
    pub to: usize,
    /// How many entries there are.
    pub total: usize,
    /// The page before.
    pub previous: Option<String>,
    /// The page after.
    pub next: Option<String>,
    /// The first page.
    pub first_address: String,
    /// The last page.
    pub last_address: String,
}

impl PagerValue {
    /// The pager of page `number` of a list of `total` entries.
    pub fn new(number: usize, total: usize, address: impl Fn(usize) -> String) -> Self {
        let last = page_count(total);
        let range = Self::range(number, total);
        Self {
            number,
            last,
            from: (range.start + 1).min(total),
            to: range.end,
            total,
            previous: (number > 1).then(|| address(number - 1)),
            next: (number < last).then(|| address(number + 1)),
            first_address: address(1),
            last_address: address(last),
        }
    }

    /// The entries on page `number` of a list of `total`.
    pub fn range(number: usize, total: usize) -> std::ops::Range<usize> {
        let start = ((number - 1) * PER_PAGE).min(total);
        start..(start + PER_PAGE).min(total)
    }
}

impl<'a> Model<'a> {
    /// A day.
    pub fn date(&self, date: Date) -> DateValue {
        DateValue {
            iso: date.to_string(),
            words: self.words.date(date),
        }
    }

    /// A text, as lists and links show it.
    pub fn text_value<'s>(&'s self, view: &TextView<'s>) -> TextValue<'s> {
        let versions = view.versions;
        let text = versions.shown();
        TextValue {
            id: versions.id.to_string(),
            title: text.front.title.as_str(),
            name: territory_name(versions),
            address: self.addresses.text(&versions.id),
            version: text.version.as_str(),
            adopted: self.date(text.front.adopted),
            summary: text.front.summary.as_ref().map(AsRef::as_ref),
            draft: text.front.draft,
            open: is_open(versions),
            sign: (is_open(versions) && self.offers.signing).then(|| self.addresses.sign_text(&versions.id)),
            territory: text
                .front
                .territory
                .as_ref()
                .map(|territory| self.territory_value(territory)),
            counts: view.counts,
        }
    }

    fn territory_value<'s>(&'s self, territory: &'s Territory) -> TerritoryValue<'s> {
        let department = territory.department.as_ref().map(AsRef::as_ref);
        let known = department.and_then(gazetteer::department);
        TerritoryValue {
            name: territory.name.as_str(),
            kind: territory.code.kind(),
            kind_words: self.kind_words(&territory.code),
            code: territory.code.as_str(),
            department,
            department_name: known.map(|known| known.name),
            department_address: known.map(|known| self.addresses.department(known.code, 1)),
        }
    }

    /// All versions of a text, the newest first.
    pub fn versions<'s>(&'s self, versions: &'s Versions) -> Vec<VersionValue<'s>> {
        let current = versions.current().map(|text| &text.version);
        let value = |text: &'s Text| VersionValue {
            version: text.version.as_str(),
            address: self.addresses.version(&text.id, &text.version),
            adopted: self.date(text.front.adopted),
            draft: text.front.draft,
            current: current == Some(&text.version),
            sha256: text.digest.to_string(),
            file: text.path(),
        };
        versions.versions.iter().rev().map(value).collect()
    }

    /// The texts that `text` adapts, from its parent up to the charter, or as far as a person would look.
    pub fn chain(&self, text: &Text) -> Vec<ParentValue<'_>> {
        let mut chain = Vec::new();
        let mut step = text.front.adapts.as_ref();
        // A circle is an error elsewhere; here it only may not go on for ever.
        while let Some(parent) = step.filter(|_| chain.len() < CHAIN) {
            let texts = Texts(&self.register.texts);
            let (Some(versions), Some(found)) = (texts.get(&parent.text), find(texts, parent)) else {
                break;
            };
            let newer = versions
                .current()
                .filter(|current| current.version > found.version);
            chain.push(ParentValue {
                title: found.front.title.as_str(),
                name: territory_name(versions),
                version: found.version.as_str(),
                address: self.addresses.version(&found.id, &found.version),
                sha256: found.digest.to_string(),
                newer: newer.map(|text| text.version.as_str()),
                text_address: self.addresses.text(&found.id),
            });
            step = found.front.adapts.as_ref();
        }
        chain
    }

    /// The texts that adapt the text at `root`, and those that adapt these, as one list; at most `most`.
    pub fn branches(&self, root: usize, most: usize) -> Vec<BranchValue<'_>> {
        // A circle is an error elsewhere; here it only may not go on for ever.
        let most = most.min(self.texts.len());
        let branch = |step: &tree::Step| {
            let view = &self.texts[step.at];
            BranchValue {
                name: territory_name(view.versions),
                address: self.addresses.text(&view.versions.id),
                signatories: view.counts.signatories,
                opens: step.opens,
                closes: step.closes,
            }
        };
        tree::steps(|at| &self.texts[at].children, root, most)
            .iter()
            .map(branch)
            .collect()
    }

    /// A line of a list of signatories.
    pub fn signatory(&self, entry: &'a Entry) -> SignatoryValue<'_> {
        let adherence = &entry.adherence;
        SignatoryValue {
            name: adherence.organisation.name.as_str(),
            city: adherence.organisation.city.as_str(),
            address: self.addresses.organisation(&entry.organisation),
            date: self.date(adherence.date),
            text: self
                .text(&adherence.text)
                .map_or("", |view| self.short_name(view.versions)),
            standing: entry.standing.as_str(),
            version: adherence.version.as_str(),
            attested: entry.attestation.is_some(),
        }
    }

    fn kind_words(&self, code: &TerritoryCode) -> &str {
        self.words.plain(match code {
            TerritoryCode::Region(_) => "kind_region",
            TerritoryCode::Department(_) => "kind_department",
            TerritoryCode::Intercommunality(_) => "kind_intercommunality",
            TerritoryCode::Commune(_) => "kind_commune",
            TerritoryCode::Neighbourhood(_) => "kind_neighbourhood",
        })
    }
}

/// Whether a text takes signatures.
pub fn is_open(versions: &Versions) -> bool {
    !versions.closed && versions.current().is_some()
}
