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
mod squeeze;
mod templates;
mod tree;
pub mod unchanged;
mod values;
mod words;
mod writing;
mod xml;

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::identifier::{Digest, TextId};
use crate::phases::{Phase, Phases};
use crate::project::Project;
use crate::register::Register;
use ahead::Ahead;
use inputs::Inputs;
use kit::Made;
use model::Model;
use output::{OutputError, Staging};
use pages::Job;
use std::path::Path;
use templates::Templates;
use theme::Theme;
use writing::Writing;

pub use beforehand::{faults, unreadable_theme};
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
    let ready = Ready::new(project, register, &theme, made_of, kept)?;
    if let Some(ahead) = ahead {
        ahead.render(&ready.model, &ready.templates, &ready.jobs);
    }
    let (inputs, staging) = rayon::join(
        || Inputs::new(&ready.model, &made_of, &ready.templates, &ready.scripts),
        || Staging::open(output, &project.root, options.in_place, &kept.outputs),
    );
    let staging = staging.map_err(in_diagnostics)?.list(options.noted);
    phases.enter(Phase::Pages, ready.jobs.len());
    let written = Writing::new(&ready, &theme, &inputs, &staging, phases).all()?;
    phases.enter(Phase::Publish, 0);
    let committed = staging.commit().map_err(in_diagnostics)?;
    let changes = committed.changes;
    kept.outputs.settle(committed.records);
    kept.made = Some(Made {
        theme: made_of,
        copies: written.copies,
        pages: ready.jobs.len(),
        site: committed.listed,
    });
    Ok(Summary {
        pages: ready.jobs.len(),
        rendered: written.rendered,
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
