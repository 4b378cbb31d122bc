//! Which entries are of one organisation.

use super::Entry;
use rayon::prelude::*;

/// Entries by organisation, as indices: the organisations in the order of their slugs, an organisation's entries in
/// the register's order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Organisations {
    order: Vec<u32>,
    /// Where each organisation starts in `order`.
    starts: Vec<u32>,
    /// The organisation of each entry, by its place among the organisations.
    of: Vec<u32>,
}

impl Organisations {
    /// Groups `entries`.
    pub fn new(entries: &[Entry]) -> Self {
        let mut order: Vec<u32> = (0..entries.len() as u32).collect();
        let slug = |at: u32| &entries[at as usize].organisation;
        order.par_sort_unstable_by(|a, b| slug(*a).cmp(slug(*b)).then(a.cmp(b)));
        let mut starts: Vec<u32> = Vec::new();
        let mut of = vec![0; order.len()];
        for (at, entry) in order.iter().enumerate() {
            if at == 0 || slug(order[at - 1]) != slug(*entry) {
                starts.push(at as u32);
            }
            of[*entry as usize] = starts.len() as u32 - 1;
        }
        Self { order, starts, of }
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

    /// The organisation that the entry at that index is of, as a number from 0, in the order of [`iter`](Self::iter).
    pub fn number_of(&self, entry: u32) -> usize {
        self.of[entry as usize] as usize
    }

    /// The first entry of the organisation with that number.
    pub fn first_of(&self, number: usize) -> u32 {
        self.order[self.starts[number] as usize]
    }

    /// The entries of the organisation that the entry at that index is of.
    pub fn around(&self, entry: u32) -> &[u32] {
        self.group(self.number_of(entry))
    }

    fn group(&self, at: usize) -> &[u32] {
        let end = self
            .starts
            .get(at + 1)
            .map_or(self.order.len(), |end| *end as usize);
        &self.order[self.starts[at] as usize..end]
    }
}
