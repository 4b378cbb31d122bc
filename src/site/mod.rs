//! What the public sees: pages, feed and data, made from a register.
//!
//! [`build`] is the way in. It knows templates and addresses, and nothing of how a signature is checked.

pub mod addresses;
pub mod ahead;
pub mod charts;
pub mod map;
pub mod output;
pub mod picture;
pub mod theme;

mod allowed_signers;
mod beforehand;
mod copies;
mod data;
mod departments;
mod faults;
mod feed;
mod folding;
mod inline;
mod inputs;
mod join;
mod kit;
mod known;
mod model;
mod pages;
mod pictures;
mod schema;
mod scripts;
mod search;
mod shared;
mod sheets;
mod sitemap;
mod templates;
mod tree;
pub mod unchanged;
mod values;
mod words;
mod xml;

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::identifier::{Digest, TextId};
use crate::phases::{Phase, Phases};
use crate::project::Project;
use crate::register::Register;
use ahead::Ahead;
use copies::Copies;
use faults::Faults;
use inputs::Inputs;
use kit::Made;
use model::Model;
use output::{Committed, OutputError, Staging};
use pages::Job;
use rayon::prelude::*;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use templates::Templates;
use theme::Theme;

pub use beforehand::faults;
pub use kit::Kept;

/// How to build.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Bring files into the output folder one by one, even where the whole folder could be exchanged: for a server that
    /// holds on to the folder itself, as a bind mount does.
    pub in_place: bool,
    /// Keep what is needed for [`unchanged::note`].
    pub noted: bool,
}

/// What goes along with a build.
#[derive(Debug)]
pub struct With<'a> {
    /// What an earlier build kept, for this one to use and to bring up to date.
    pub kept: &'a mut Kept,
    /// Told how far the build is.
    pub phases: &'a Phases,
    /// The pages that are wanted before the others.
    pub ahead: Option<Ahead<'a>>,
}

/// What a build did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Pages of the site.
    pub pages: usize,
    /// Pages that were rendered: the others were made from what they are made from now.
    pub rendered: usize,
    /// Files of the site: pages, data, copies.
    pub files: usize,
    /// Files that are new or differ from the last site's.
    pub written: usize,
    /// Files of the last site that are gone.
    pub removed: usize,
}

/// Builds the site of `register` into the folder `output`.
///
/// The folder changes only when everything went well, and what this program did not write there stays.
///
/// # Errors
/// Every fault of the theme, or why the output folder can't be used; never empty.
pub fn build(
    project: &Project,
    register: &Register,
    output: &Path,
    options: Options,
) -> Result<Summary, Vec<Diagnostic>> {
    let with = With {
        kept: &mut Kept::default(),
        phases: &Phases::default(),
        ahead: None,
    };
    build_with(project, register, output, options, with)
}

/// The same, but for what an earlier build kept: the files that are as they were, and the theme's templates.
///
/// # Errors
/// As for [`build`].
pub fn build_with(
    project: &Project,
    register: &Register,
    output: &Path,
    options: Options,
    With { kept, phases, ahead }: With<'_>,
) -> Result<Summary, Vec<Diagnostic>> {
    if register.text(&TextId::Charter).is_none() {
        return Err(vec![Diagnostic::new(
            Code::CharterMissing,
            Place::file("content/charter"),
        )]);
    }
    kept.made = None;
    phases.enter(Phase::Model, 0);
    let theme = kit::theme(project)?;
    let made_of = theme.digest();
    refuse(beforehand::taken_names(project, register))?;
    let Ready {
        model,
        templates,
        scripts,
        jobs,
    } = Ready::new(project, register, &theme, made_of, kept)?;
    if let Some(ahead) = ahead {
        ahead.render(&model, &templates, &jobs);
    }

    let (inputs, staging) = rayon::join(
        || Inputs::new(&model, &made_of, &templates, &scripts),
        || Staging::open(output, &project.root, options.in_place, &kept.outputs),
    );
    let staging = staging.map_err(in_diagnostics)?.list(options.noted);
    phases.enter(Phase::Pages, jobs.len());
    let faults = Faults::default();
    let count = Count {
        phases,
        rendered: AtomicUsize::new(0),
    };
    let mut copied = Copies::new();
    rayon::scope(|scope| {
        // The long ones first: each of them is written by one thread.
        for file in DATA {
            let (model, inputs, jobs, staging, faults) = (&model, &inputs, &jobs, &staging, &faults);
            scope.spawn(move |_| {
                if let Err(error) = file(model, inputs, jobs, staging) {
                    faults.add_output(&error);
                }
            });
        }
        scope.spawn(|_| pictures::write(&model, &inputs, &staging, &faults));
        scope.spawn(|_| {
            copies::write_assets(&theme, &staging, &faults);
            if let Err(error) = scripts::write(&scripts, &staging) {
                faults.add_output(&error);
            }
        });
        scope.spawn(|_| copied = copies::write(&model, &staging, &faults));
        write_pages(&model, &inputs, &templates, &jobs, &staging, &faults, &count);
    });
    faults.into_result()?;
    phases.enter(Phase::Publish, 0);
    let Committed {
        changes,
        records,
        listed,
    } = staging.commit().map_err(in_diagnostics)?;
    kept.outputs.settle(records);
    kept.made = Some(Made {
        theme: made_of,
        copies: copied,
        pages: jobs.len(),
        site: listed,
    });
    Ok(Summary {
        pages: jobs.len(),
        rendered: count.rendered.into_inner(),
        files: changes.written + changes.unchanged,
        written: changes.written,
        removed: changes.removed,
    })
}

fn in_diagnostics(error: OutputError) -> Vec<Diagnostic> {
    error.diagnostics()
}

fn refuse(faults: Vec<Diagnostic>) -> Result<(), Vec<Diagnostic>> {
    if faults.is_empty() { Ok(()) } else { Err(faults) }
}

/// All that the pages of a site are rendered from.
struct Ready<'a> {
    model: Model<'a>,
    templates: Templates,
    scripts: scripts::Files,
    jobs: Vec<Job>,
}

impl<'a> Ready<'a> {
    /// Makes it of `register` and `theme`, whose digest is `made_of`.
    ///
    /// # Errors
    /// Every fault of the theme that can be told before rendering.
    fn new(
        project: &'a Project,
        register: &'a Register,
        theme: &Theme,
        made_of: Digest,
        kept: &mut Kept,
    ) -> Result<Self, Vec<Diagnostic>> {
        let language = project.configuration.language;
        let (words, mut templates, joined) = kept.kit(theme, made_of, language)?;
        let model = Model::new(project, register, words, theme.offers());
        shared::insert(templates.shared(), &model, theme);
        let scripts = scripts::make(&model, theme, &mut templates, joined)?;
        let jobs = pages::jobs(&model);
        Ok(Self {
            model,
            templates,
            scripts,
            jobs,
        })
    }
}

/// How far the pages are.
struct Count<'a> {
    phases: &'a Phases,
    rendered: AtomicUsize,
}

/// Renders every page and writes it as it comes: no two of a thread's pages are ever held at once.
fn write_pages(
    model: &Model<'_>,
    inputs: &Inputs,
    templates: &Templates,
    jobs: &[Job],
    staging: &Staging,
    faults: &Faults,
    count: &Count<'_>,
) {
    jobs.par_iter().with_min_len(16).for_each_init(
        || Vec::with_capacity(32 * 1024),
        |buffer, job| {
            count.phases.step();
            let made_from = inputs.of_page(model, *job);
            let kept = |inputs: &Digest| job.keep(model, inputs, staging);
            if faults.is_stopped() || made_from.as_ref().is_some_and(kept) {
                return;
            }
            count.rendered.fetch_add(1, Ordering::Relaxed);
            buffer.clear();
            match job.render(model, templates, Some(staging), buffer) {
                Err(found) => faults.add(found),
                Ok(()) => {
                    let written = staging.write_from(made_from.as_ref(), &job.address(model), buffer);
                    if let Err(error) = written {
                        faults.add_output(&error);
                    }
                }
            }
        },
    );
}

/// Writes a file, or a few, that are neither pages nor copies.
type Data = fn(&Model<'_>, &Inputs, &[Job], &Staging) -> Result<(), OutputError>;

const DATA: [Data; 6] = [
    |model, inputs, _, staging| {
        staging.write_with(inputs.all(), addresses::REGISTER_JSON, |out| {
            data::write_json(model, out)
        })
    },
    |model, inputs, _, staging| {
        staging.write_with(inputs.all(), addresses::REGISTER_CSV, |out| {
            data::write_csv(model, out)
        })
    },
    |model, inputs, _, staging| {
        staging.write_with(inputs.all(), addresses::ALLOWED_SIGNERS, |out| {
            allowed_signers::write_all(model, out)
        })
    },
    |model, inputs, _, staging| known::write(model, inputs, staging),
    write_sitemap,
    write_small,
];

fn write_small(model: &Model<'_>, inputs: &Inputs, _: &[Job], staging: &Staging) -> Result<(), OutputError> {
    let url = model.project.configuration.url.as_deref();
    staging.write(addresses::FEED, feed::feed(model).as_bytes())?;
    staging.write(addresses::ROBOTS, sitemap::robots(url).as_bytes())?;
    staging.write(addresses::STEWARDS, allowed_signers::stewards(model).as_bytes())?;
    if model.offers.search {
        search::write(model, inputs, staging)?;
    }
    // GitHub Pages would otherwise turn the texts into pages of its own.
    staging.write(".nojekyll", b"")
}

fn write_sitemap(
    model: &Model<'_>,
    inputs: &Inputs,
    jobs: &[Job],
    staging: &Staging,
) -> Result<(), OutputError> {
    let Some(base) = model.project.configuration.url.as_deref() else {
        return Ok(());
    };
    let listed: Vec<Job> = jobs.iter().copied().filter(|job| job.is_listed()).collect();
    let parts = sitemap::part_count(listed.len());
    for (part, jobs) in listed.chunks(sitemap::LIMIT).enumerate() {
        let name = sitemap::part_name(part, parts);
        staging.write_with(inputs.all(), &name, |out| {
            sitemap::write_part(model, base, jobs, out)
        })?;
    }
    if parts > 1 {
        staging.write(addresses::SITEMAP, sitemap::index(base, parts).as_bytes())?;
    }
    Ok(())
}
