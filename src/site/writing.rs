//! Every file of a site, written side by side.

use super::copies::{self, Copies};
use super::faults::Faults;
use super::inputs::Inputs;
use super::model::Model;
use super::output::{OutputError, Staging};
use super::pages::Job;
use super::theme::Theme;
use super::{Ready, addresses, allowed_signers, data, feed, known, pictures, scripts, search, sitemap};
use crate::diagnostic::Diagnostic;
use crate::identifier::Digest;
use crate::phases::Phases;
use rayon::prelude::*;
use std::io::{self, Write};
use std::sync::atomic::{AtomicUsize, Ordering};

/// What the files of a site are made from, where they go, and what came of it so far.
pub struct Writing<'a> {
    ready: &'a Ready<'a>,
    theme: &'a Theme,
    inputs: &'a Inputs,
    staging: &'a Staging,
    phases: &'a Phases,
    faults: Faults,
    rendered: AtomicUsize,
}

/// What was written.
pub struct Written {
    /// The files that are copies of the project's own.
    pub copies: Copies,
    /// How many pages were rendered.
    pub rendered: usize,
}

impl<'a> Writing<'a> {
    /// Nothing is written yet.
    pub fn new(
        ready: &'a Ready<'a>,
        theme: &'a Theme,
        inputs: &'a Inputs,
        staging: &'a Staging,
        phases: &'a Phases,
    ) -> Self {
        Self {
            ready,
            theme,
            inputs,
            staging,
            phases,
            faults: Faults::default(),
            rendered: AtomicUsize::new(0),
        }
    }

    /// Writes all files.
    ///
    /// # Errors
    /// Every fault of the theme that shows, or why the output folder can't be used; never empty.
    pub fn all(self) -> Result<Written, Vec<Diagnostic>> {
        let mut copies = Copies::new();
        rayon::scope(|scope| {
            // The long ones first: each of them is written by one thread.
            for write in DATA {
                let this = &self;
                scope.spawn(move |_| this.note(write(this)));
            }
            scope.spawn(|_| pictures::write(self.model(), self.inputs, self.staging, &self.faults));
            scope.spawn(|_| self.static_files());
            scope.spawn(|_| copies = copies::write(self.model(), self.staging, &self.faults));
            self.pages();
        });
        self.faults.into_result()?;
        Ok(Written {
            copies,
            rendered: self.rendered.into_inner(),
        })
    }

    fn model(&self) -> &Model<'a> {
        &self.ready.model
    }

    fn note(&self, written: Result<(), OutputError>) {
        if let Err(error) = written {
            self.faults.add_output(&error);
        }
    }

    /// Writes what all sites of the theme have.
    fn static_files(&self) {
        copies::write_assets(self.theme, self.staging, &self.faults);
        self.note(scripts::write(&self.ready.scripts, self.staging));
    }

    /// Renders every page and writes it as it comes: no two of a thread's pages are ever held at once.
    fn pages(&self) {
        let jobs = self.ready.jobs.par_iter().with_min_len(16);
        jobs.for_each_init(
            || Vec::with_capacity(32 * 1024),
            |buffer, job| self.page(*job, buffer),
        );
    }

    fn page(&self, job: Job, buffer: &mut Vec<u8>) {
        self.phases.step();
        let made_from = self.inputs.of_page(self.model(), job);
        let kept = |inputs: &Digest| job.keep(self.model(), inputs, self.staging);
        if self.faults.is_stopped() || made_from.as_ref().is_some_and(kept) {
            return;
        }
        self.rendered.fetch_add(1, Ordering::Relaxed);
        buffer.clear();
        match job.render(self.model(), &self.ready.templates, Some(self.staging), buffer) {
            Err(found) => self.faults.add(found),
            Ok(()) => {
                let address = job.address(self.model());
                self.note(self.staging.write_from(made_from.as_ref(), &address, buffer));
            }
        }
    }

    /// Writes a file that has a part of everything in it.
    fn of_all(
        &self,
        address: &str,
        fill: fn(&Model<'_>, &mut dyn Write) -> io::Result<()>,
    ) -> Result<(), OutputError> {
        let fill = |out: &mut dyn Write| fill(self.model(), out);
        self.staging.write_with(self.inputs.all(), address, fill)
    }
}

/// Writes a file, or a few, that are neither pages nor copies.
type Data = fn(&Writing<'_>) -> Result<(), OutputError>;

const DATA: [Data; 6] = [
    |writing| writing.of_all(addresses::REGISTER_JSON, data::write_json),
    |writing| writing.of_all(addresses::REGISTER_CSV, data::write_csv),
    |writing| writing.of_all(addresses::ALLOWED_SIGNERS, allowed_signers::write_all),
    |writing| known::write(writing.model(), writing.inputs, writing.staging),
    write_sitemap,
    write_small,
];

fn write_small(writing: &Writing<'_>) -> Result<(), OutputError> {
    let (model, staging) = (writing.model(), writing.staging);
    let url = model.project.configuration.url.as_deref();
    staging.write(addresses::FEED, feed::feed(model).as_bytes())?;
    staging.write(addresses::ROBOTS, sitemap::robots(url).as_bytes())?;
    staging.write(addresses::STEWARDS, allowed_signers::stewards(model).as_bytes())?;
    if model.offers.search {
        search::write(model, writing.inputs, staging)?;
    }
    // GitHub Pages would otherwise turn the texts into pages of its own.
    staging.write(".nojekyll", b"")
}

fn write_sitemap(writing: &Writing<'_>) -> Result<(), OutputError> {
    let (model, staging) = (writing.model(), writing.staging);
    let Some(base) = model.project.configuration.url.as_deref() else {
        return Ok(());
    };
    let listed: Vec<Job> = writing
        .ready
        .jobs
        .iter()
        .copied()
        .filter(|job| job.is_listed())
        .collect();
    let parts = sitemap::part_count(listed.len());
    for (part, jobs) in listed.chunks(sitemap::LIMIT).enumerate() {
        let name = sitemap::part_name(part, parts);
        staging.write_with(writing.inputs.all(), &name, |out| {
            sitemap::write_part(model, base, jobs, out)
        })?;
    }
    if parts > 1 {
        staging.write(addresses::SITEMAP, sitemap::index(base, parts).as_bytes())?;
    }
    Ok(())
}
