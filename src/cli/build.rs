//! `paraphe build`: the site.

use super::arguments::BuildOptions;
use super::console::{Console, Failure, Outcome, Style};
use super::progress;
use super::remember::Remembered;
use crate::diagnostic::error_count;
use crate::phases::Phases;
use crate::project::Project;
use crate::register::{self, RegisterFiles};
use crate::site;
use crate::site::unchanged::{self, Looked};
use std::path::Path;

/// Checks the project and builds its site; refuses to publish what does not hold, unless told to leave it out.
pub fn run(directory: &Path, options: &BuildOptions, console: &Console) -> Result<Outcome, Failure> {
    let project = super::open_project(directory)?;
    let output = super::output(directory, options.output.as_deref(), &project.root);
    let phases = Phases::default();
    let remembered = Remembered::open(&project.root, options.no_cache);
    let look = |last| unchanged::look(&project, &output, last, &phases);
    let looked = remembered
        .last()
        .map(|last| progress::show(console, &phases, || look(last)));
    let found = match looked {
        Some(Looked::Same(summary)) => {
            if options.timings {
                progress::tell(console, &phases);
            }
            tell(&output, &summary, console)?;
            return Ok(Outcome::Well);
        }
        Some(Looked::Uncertain(found)) => Some(found),
        None => None,
    };
    build(&project, &output, options, (remembered, found, &phases), console)
}

fn build(
    project: &Project,
    output: &Path,
    options: &BuildOptions,
    (remembered, found, phases): (Remembered, Option<RegisterFiles>, &Phases),
    console: &Console,
) -> Result<Outcome, Failure> {
    let mut memory = remembered.memory(&project.root, console);
    let load = || register::load_with(project, found, &memory.checks, phases);
    let loaded = progress::show(console, phases, load);
    memory.checks.settle();
    console.diagnose(&loaded.diagnostics);
    let errors = error_count(&loaded.diagnostics);
    if errors > 0 && !options.keep_going {
        console.note(&console.text("build-refused", &[("errors", errors.into())]));
        return Ok(Outcome::Findings);
    }
    let way = site::Options {
        noted: !options.no_cache,
        ..site::Options::default()
    };
    let kept = &mut memory.site;
    let with = site::With {
        kept,
        phases,
        ahead: None,
    };
    let build = || site::build_with(project, &loaded.register, output, way, with);
    let built = progress::show(console, phases, build);
    if built.is_ok() {
        memory.keep_build(|site| unchanged::note(project, &loaded, output, site));
    }
    if options.timings {
        progress::tell(console, phases);
    }
    let summary = match built {
        Ok(summary) => summary,
        Err(faults) if faults.iter().any(|fault| fault.code.is_of_output()) => {
            return Err(Failure::Diagnostics(faults));
        }
        Err(faults) => {
            console.diagnose(&faults);
            return Ok(Outcome::Findings);
        }
    };
    tell(output, &summary, console)?;
    // The process ends: giving each piece of a large register back would keep the reader waiting.
    std::mem::forget(loaded);
    Ok(if errors == 0 {
        Outcome::Well
    } else {
        Outcome::Findings
    })
}

/// Says what was built.
fn tell(output: &Path, summary: &site::Summary, console: &Console) -> Result<(), Failure> {
    let counts = [
        ("path", output.display().to_string().into()),
        ("pages", summary.pages.into()),
        ("written", summary.written.into()),
        ("removed", summary.removed.into()),
    ];
    console.line(&console.paint(Style::Good, &console.text("build-well", &counts)))
}
