//! What all pages share: the register seen as a site, grouped and counted once.

mod departments;
mod group;

pub use departments::DepartmentView;

use super::addresses::Addresses;
use super::theme::Offers;
use super::words::Words;
use crate::identifier::TextId;
use crate::locale::Locale;
use crate::project::Project;
use crate::register::{Entry, Register, Standing, Versions};
use crate::text::Page;
use group::Names;
use std::sync::Arc;

/// How many entries a list shows before it goes on on another page.
pub const PER_PAGE: usize = 200;

/// How many of the newest adherences the home page and the feed look at.
pub const LATEST: usize = 50;

/// The register seen as a site.
#[derive(Debug)]
pub struct Model<'a> {
    /// The project.
    pub project: &'a Project,
    /// Its register.
    pub register: &'a Register,
    /// The addresses of the pages.
    pub addresses: Addresses,
    /// The words of the site.
    pub words: Arc<Words>,
    /// Its language.
    pub language: Locale,
    /// What its theme offers beyond reading.
    pub offers: Offers,
    /// The texts, in the register's order.
    pub texts: Vec<TextView<'a>>,
    /// The territories' texts, as indices into `texts`, by the territory's name.
    pub territories: Vec<usize>,
    /// Those who adhere to something today, by name: index of the entry that names them.
    pub organisations: Vec<u32>,
    /// The newest adherences, the newest first, as indices of entries.
    pub latest: Vec<u32>,
    /// The pages of `content/pages/`, in their order.
    pub pages: Vec<&'a Page>,
    /// The departments that have an organisation or a territory, by code.
    pub departments: Vec<DepartmentView>,
    /// The department of each of the register's organisations, as an index into `departments`.
    homes: Vec<Option<u16>>,
    /// The address of each text's link preview, for a site that knows its own address.
    pub previews: Vec<String>,
    /// Counts over all texts.
    pub totals: Totals,
}

/// One text and what hangs on it.
#[derive(Debug)]
pub struct TextView<'a> {
    /// Its versions.
    pub versions: &'a Versions,
    /// Its signatories without those who have withdrawn, by name, as indices of entries.
    pub signatories: Vec<u32>,
    /// The texts that adapt it, as indices of texts, by the territory's name.
    pub children: Vec<usize>,
    /// Its signatures, counted.
    pub counts: Counts,
}

/// Signatures of one text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Counts {
    /// Those that hold: of the current version and of older ones.
    pub signatories: usize,
    /// Those of the current version.
    pub current: usize,
    /// Those of older versions.
    pub older: usize,
    /// Organisations that have withdrawn.
    pub withdrawn: usize,
    /// Those that hold and that a steward vouched for.
    pub attested: usize,
}

/// Counts over all texts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Totals {
    /// Organisations that adhere to something today.
    pub organisations: usize,
    /// Signatures that hold.
    pub signatures: usize,
    /// Withdrawals.
    pub withdrawn: usize,
    /// Territories with a text.
    pub territories: usize,
}

impl Totals {
    fn of(texts: &[TextView<'_>], organisations: &[u32], territories: &[usize]) -> Self {
        Self {
            organisations: organisations.len(),
            signatures: texts.iter().map(|text| text.counts.signatories).sum(),
            withdrawn: texts.iter().map(|text| text.counts.withdrawn).sum(),
            territories: territories.len(),
        }
    }
}

impl<'a> Model<'a> {
    /// Groups and counts.
    pub fn new(project: &'a Project, register: &'a Register, words: Arc<Words>, offers: Offers) -> Self {
        let language = project.configuration.language;
        let addresses = Addresses::new(language);
        let names = Names::of(register);
        let texts = group::texts(register, &names);
        let territories = group::territories(register, &names);
        let organisations = group::organisations(register, &names);
        let has_previews = offers.previews && project.configuration.url.is_some();
        let previewed = texts.iter().filter(|_| has_previews);
        let previews = previewed
            .map(|view| addresses.preview(&view.versions.id))
            .collect();
        let (departments, homes) = departments::group(register, &texts, &organisations, &territories);
        Self {
            project,
            register,
            addresses,
            words,
            language,
            offers,
            latest: group::latest(&register.entries),
            totals: Totals::of(&texts, &organisations, &territories),
            texts,
            territories,
            organisations,
            pages: group::pages(register),
            departments,
            homes,
            previews,
        }
    }

    /// The entry at that index.
    pub fn entry(&self, at: u32) -> &'a Entry {
        &self.register.entries[at as usize]
    }

    /// The text of that name.
    pub fn text(&self, id: &TextId) -> Option<&TextView<'a>> {
        self.register
            .texts
            .binary_search_by(|versions| versions.id.cmp(id))
            .ok()
            .map(|at| &self.texts[at])
    }

    /// What lists call a text: the territory's name, or the site's word for its charter.
    pub fn short_name<'s>(&'s self, versions: &'s Versions) -> &'s str {
        match versions.id {
            TextId::Charter => self.words.plain("list_charter"),
            TextId::Territory(_) => territory_name(versions),
        }
    }

    /// The entries that hold of the organisation which the one at that index is of, in the order of texts.
    pub fn entries_beside(&self, at: u32) -> impl Iterator<Item = &'a Entry> {
        let all = self.register.organisations.around(at);
        all.iter()
            .map(|at| &self.register.entries[*at as usize])
            .filter(|entry| entry.standing != Standing::Withdrawn)
    }

    /// The department of the organisation which the entry at that index is of.
    pub fn department_of(&self, at: u32) -> Option<&DepartmentView> {
        let number = self.register.organisations.number_of(at);
        let department = self.homes.get(number).copied().flatten()?;
        self.departments.get(usize::from(department))
    }
}

/// How many pages a list of that length takes; an empty one still takes one.
pub fn page_count(length: usize) -> usize {
    length.div_ceil(PER_PAGE).max(1)
}

/// What a territory is called; for the charter, its title.
pub fn territory_name(versions: &Versions) -> &str {
    let front = &versions.shown().front;
    front
        .territory
        .as_ref()
        .map_or(front.title.as_str(), |territory| territory.name.as_str())
}

/// The words of a name for sorting: without accents, case and punctuation.
pub fn sort_key(name: impl AsRef<str>) -> Box<str> {
    use unicode_normalization::UnicodeNormalization as _;
    let name = name.as_ref();
    let mut key = String::with_capacity(name.len());
    let mut push = |character: char| {
        if character.is_alphanumeric() {
            match character {
                'œ' | 'Œ' => key.push_str("oe"),
                'æ' | 'Æ' => key.push_str("ae"),
                _ => key.extend(character.to_lowercase()),
            }
        } else if !key.is_empty()
            && !key.ends_with(' ')
            && !unicode_normalization::char::is_combining_mark(character)
        {
            key.push(' ');
        }
    };
    if name.is_ascii() {
        name.chars().for_each(&mut push);
    } else {
        name.nfd().for_each(&mut push);
    }
    key.truncate(key.trim_end().len());
    key.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_sort_as_a_reader_looks_for_them() {
        let mut names = [
            "Zèbre",
            "« Les Tilleuls »",
            "école du quartier",
            "Éclat",
            "Œuvre",
            "L'Atelier",
            "ecole 2",
        ];
        names.sort_by_key(|name| sort_key(name));
        assert_eq!(
            names,
            [
                "Éclat",
                "ecole 2",
                "école du quartier",
                "L'Atelier",
                "« Les Tilleuls »",
                "Œuvre",
                "Zèbre"
            ]
        );
    }

    #[test]
    fn lists_are_cut() {
        assert_eq!([0, 1, 200, 201, 400, 401].map(page_count), [1, 1, 1, 2, 2, 3]);
    }
}
