//! The pages that somebody waits for, shown before the rest of the site is made.

use super::model::Model;
use super::pages::Job;
use super::templates::Templates;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::fmt;

/// Pages that are wanted before all others, and who wants them.
#[derive(Clone, Copy)]
pub struct Ahead<'a> {
    /// Their addresses; those that the site has not are passed over.
    pub addresses: &'a BTreeSet<String>,
    /// Takes them, each with its address, as they will be written; those with a fault are left to the build.
    pub show: &'a (dyn Fn(Vec<(String, Vec<u8>)>) + Sync),
}

impl fmt::Debug for Ahead<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut out = out.debug_struct("Ahead");
        out.field("addresses", &self.addresses).finish_non_exhaustive()
    }
}

impl Ahead<'_> {
    /// Renders the wanted pages among `jobs` and gives them away.
    pub(super) fn render(self, model: &Model<'_>, templates: &Templates, jobs: &[Job]) {
        let page = |job: &Job| {
            let address = job.address(model);
            if !self.addresses.contains(&address) {
                return None;
            }
            let mut html = Vec::with_capacity(32 * 1024);
            job.render(model, templates, None, &mut html).ok()?;
            Some((address, html))
        };
        (self.show)(jobs.par_iter().with_min_len(256).filter_map(page).collect());
    }
}
