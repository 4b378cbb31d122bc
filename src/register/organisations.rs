//! Which entries are of one organisation.

use super::Entry;
use crate::identifier::Slug;
use rayon::prelude::*;

/// Entries by organisation, as indices: the organisations in the order of their slugs, an organisation's entries in
/// the register's order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Organisations {
    order: Vec<u32>,
    /// Where each organisation starts in `order`.
    starts: Vec<u32>,
}

impl Organisations {
    /// Groups `entries`.
    pub fn new(entries: &[Entry]) -> Self {
        let mut order: Vec<u32> = (0..entries.len() as u32).collect();
        let slug = |at: u32| &entries[at as usize].organisation;
        order.par_sort_unstable_by(|a, b| slug(*a).cmp(slug(*b)).then(a.cmp(b)));
        let starts = (0..order.len())
            .filter(|at| *at == 0 || slug(order[at - 1]) != slug(order[*at]))
            .map(|at| at as u32)
            .collect();
        Self { order, starts }
    }

    /// How many organisations there are.
    pub fn len(&self) -> usize {
        self.starts.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.starts.is_empty()
    }

    /// The entries of each organisation.
    pub fn iter(&self) -> impl Iterator<Item = &[u32]> {
        (0..self.len()).map(|at| self.group(at))
    }

    /// The entries of the organisation called `slug`; `entries` are those that were grouped.
    pub fn get(&self, entries: &[Entry], slug: &Slug) -> &[u32] {
        let first = |start: &u32| &entries[self.order[*start as usize] as usize].organisation;
        match self.starts.binary_search_by(|start| first(start).cmp(slug)) {
            Ok(at) => self.group(at),
            Err(_) => &[],
        }
    }

    fn group(&self, at: usize) -> &[u32] {
        let end = self
            .starts
            .get(at + 1)
            .map_or(self.order.len(), |end| *end as usize);
        &self.order[self.starts[at] as usize..end]
    }
}
