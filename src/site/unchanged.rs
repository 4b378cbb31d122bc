//! A build of which nothing is new: the same files, theme and configuration as the last time, and the site as it was left.
//!
//! Then nothing has to be parsed, grouped or held against each other. What the site is made from is read and compared by
//! content, every time.

use super::{Kept, Summary, kit, output};
use crate::cache::Build;
use crate::identifier::Digest;
use crate::phases::{Phase, Phases};
use crate::project::{CONFIGURATION, CONFIGURATION_LIMIT, Project, files};
use crate::register::{Loaded, RegisterFiles, snapshot};
use std::path::Path;

/// What a first look came to.
#[derive(Debug)]
pub enum Looked {
    /// The build would be the same as the last one and change nothing in the output folder: what it would come to.
    Same(Summary),
    /// That is not certain. The files of the project as they were found.
    Uncertain(RegisterFiles),
}

/// Whether a build would be the same as `last` and change nothing in `output`. Tells `phases` how far it is.
pub fn look(project: &Project, output: &Path, last: &Build, phases: &Phases) -> Looked {
    phases.enter(Phase::Changes, 0);
    let (has_list, found) = rayon::join(
        || output::has_list(output, &last.site),
        || RegisterFiles::find(&project.root),
    );
    let same = has_list.then(|| same(project, &found, output, last, phases));
    same.flatten().map_or(Looked::Uncertain(found), Looked::Same)
}

fn same(
    project: &Project,
    found: &RegisterFiles,
    output: &Path,
    last: &Build,
    phases: &Phases,
) -> Option<Summary> {
    let theme = kit::theme(project).ok()?;
    let configuration = configuration(project)?;
    if made_of(project, output, &theme.digest(), &configuration)? != last.made_of
        || !snapshot::is_of_files(&project.root, found, &last.files, phases)
    {
        return None;
    }
    phases.enter(Phase::Site, 0);
    output::is_as_listed(output, &project.root, &last.site).then_some(Summary {
        pages: last.pages,
        rendered: 0,
        files: last.site.stamps.len(),
        written: 0,
        removed: 0,
    })
}

/// What is to be remembered of the build of `loaded` into `output` that was just done, with
/// [`Options::noted`](super::Options::noted); none when something had to be said, or not everything is known that it was
/// made from.
pub fn note(project: &Project, loaded: &Loaded, output: &Path, kept: &mut Kept) -> Option<Build> {
    if !loaded.diagnostics.is_empty() {
        return None;
    }
    let made = kept.made.take()?;
    let site = made.site?;
    let copied = |path: &str| made.copies.get(path).copied();
    Some(Build {
        made_of: made_of(project, output, &made.theme, &copied(CONFIGURATION)?)?,
        files: snapshot::of_register(&loaded.register, copied)?,
        pages: made.pages,
        site,
    })
}

/// The digest of the configuration's file.
fn configuration(project: &Project) -> Option<Digest> {
    let bytes = files::read(&project.root, CONFIGURATION, CONFIGURATION_LIMIT).ok()?;
    Some(Digest::of_text(&bytes))
}

/// The digest of what the site is made from besides content and signatures, and of where it is.
fn made_of(project: &Project, output: &Path, theme: &Digest, configuration: &Digest) -> Option<Digest> {
    let output = output.canonicalize().ok()?;
    let values = format!("{:?}\n{}", project.configuration, output.display());
    let parts = [theme.as_bytes(), configuration.as_bytes(), values.as_bytes()];
    Some(Digest::of(&parts.concat()))
}
