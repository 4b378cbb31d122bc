//! The register in the order of names, and counted.

use super::{Counts, LATEST, TextView, sort_key, territory_name};
use crate::identifier::{Date, TextId};
use crate::register::{Entry, Register, Standing};
use crate::text::Page;
use rayon::prelude::*;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// What entries and texts are sorted by.
pub struct Names {
    /// The organisation of each entry.
    organisations: Vec<Box<str>>,
    /// The territory of each text.
    territories: Vec<Box<str>>,
}

impl Names {
    /// The names in `register`.
    pub fn of(register: &Register) -> Self {
        let entries = register.entries.par_iter().with_min_len(256);
        let name = |entry: &Entry| sort_key(&entry.adherence.organisation.name);
        let texts = register.texts.iter();
        Self {
            organisations: entries.map(name).collect(),
            territories: texts.map(|versions| sort_key(territory_name(versions))).collect(),
        }
    }

    fn sort_entries(&self, register: &Register, entries: &mut [u32]) {
        let by_name = |at: &u32| {
            let at = *at as usize;
            (&self.organisations[at], &register.entries[at].organisation)
        };
        entries.par_sort_unstable_by(|a, b| by_name(a).cmp(&by_name(b)));
    }

    fn sort_texts(&self, register: &Register, texts: &mut [usize]) {
        let by_name = |at: &usize| (&self.territories[*at], &register.texts[*at].id);
        texts.sort_by(|a, b| by_name(a).cmp(&by_name(b)));
    }
}

/// The texts, in the register's order.
pub fn texts<'a>(register: &'a Register, names: &Names) -> Vec<TextView<'a>> {
    let texts = register.texts.par_iter().zip(children(register, names));
    texts
        .map(|(versions, children)| {
            let (start, counts, mut signatories) = count(register, &versions.id);
            signatories.iter_mut().for_each(|at| *at += start);
            names.sort_entries(register, &mut signatories);
            TextView {
                versions,
                signatories,
                children,
                counts,
            }
        })
        .collect()
}

/// The texts that adapt each text, by the territory's name.
fn children(register: &Register, names: &Names) -> Vec<Vec<usize>> {
    let texts = register.texts.iter().enumerate();
    let positions: BTreeMap<&TextId, usize> = texts.map(|(at, versions)| (&versions.id, at)).collect();
    let mut children: Vec<Vec<usize>> = vec![Vec::new(); register.texts.len()];
    for (at, versions) in register.texts.iter().enumerate() {
        let parent = versions.shown().front.adapts.as_ref();
        if let Some(parent) = parent.and_then(|parent| positions.get(&parent.text)) {
            children[*parent].push(at);
        }
    }
    for list in &mut children {
        names.sort_texts(register, list);
    }
    children
}

/// The territories' texts, by the territory's name.
pub fn territories(register: &Register, names: &Names) -> Vec<usize> {
    let is_territory = |at: &usize| register.texts[*at].id != TextId::Charter;
    let mut territories: Vec<usize> = (0..register.texts.len()).filter(is_territory).collect();
    names.sort_texts(register, &mut territories);
    territories
}

/// Those who adhere to something today, by name: the entry that names each.
pub fn organisations(register: &Register, names: &Names) -> Vec<u32> {
    let all = register.organisations.iter();
    let mut organisations: Vec<u32> = all.filter_map(|all| headline(&register.entries, all)).collect();
    names.sort_entries(register, &mut organisations);
    organisations
}

/// The pages of `content/pages/`, in their order.
pub fn pages(register: &Register) -> Vec<&Page> {
    let mut pages: Vec<&Page> = register.pages.iter().collect();
    pages.sort_by_key(|page| (page.order.is_none(), page.order, page.slug.clone()));
    pages
}

/// The entry whose name and place stand for an organisation: the newest that holds.
fn headline(entries: &[Entry], all: &[u32]) -> Option<u32> {
    let holding = all
        .iter()
        .filter(|at| entries[**at as usize].standing != Standing::Withdrawn);
    // Between equals the first one wins: the charter before territories.
    holding
        .max_by_key(|at| (entries[**at as usize].adherence.date, Reverse(**at)))
        .copied()
}

/// Where the entries of a text start, what is counted of them, and which of them hold, counted from there.
fn count(register: &Register, id: &TextId) -> (u32, Counts, Vec<u32>) {
    let start = register
        .entries
        .partition_point(|entry| entry.adherence.text < *id);
    let entries = register.entries_of(id);
    let mut counts = Counts::default();
    let mut holding = Vec::with_capacity(entries.len());
    for (at, entry) in (0..).zip(entries) {
        match entry.standing {
            Standing::Current => counts.current += 1,
            Standing::Older => counts.older += 1,
            Standing::Withdrawn => {
                counts.withdrawn += 1;
                continue;
            }
        }
        holding.push(at);
        counts.attested += usize::from(entry.attestation.is_some());
    }
    counts.signatories = holding.len();
    (start as u32, counts, holding)
}

/// The newest entries that hold; those of one day in the register's order.
pub fn latest(entries: &[Entry]) -> Vec<u32> {
    let mut all: Vec<(Reverse<Date>, u32)> = (0..)
        .zip(entries)
        .filter(|(_, entry)| entry.standing != Standing::Withdrawn)
        .map(|(at, entry)| (Reverse(entry.adherence.date), at))
        .collect();
    if all.len() > LATEST {
        all.select_nth_unstable(LATEST);
        all.truncate(LATEST);
    }
    all.sort_unstable();
    all.into_iter().map(|(_, at)| at).collect()
}
