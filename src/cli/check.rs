//! `paraphe check`: everything that is wrong in the project.

use super::arguments::CheckOptions;
use super::console::{Console, Failure, Outcome, Style};
use crate::diagnostic::error_count;
use crate::register;
use crate::report::{self, Format};
use std::path::Path;

/// Loads the whole project and reports everything wrong with it.
pub fn run(directory: &Path, options: &CheckOptions, console: &Console) -> Result<Outcome, Failure> {
    let project = super::open_project(directory)?;
    let loaded = register::load(&project);
    let mut report = report::Options::new(&console.catalogue);
    report.colour = console.colour;
    console.raw(&report::write(options.format.0, &loaded.diagnostics, &report))?;
    let errors = error_count(&loaded.diagnostics);
    if options.format.0 == Format::Human && errors == 0 {
        let counts = [
            (
                "texts",
                loaded
                    .register
                    .texts
                    .iter()
                    .map(|versions| versions.versions.len())
                    .sum::<usize>()
                    .into(),
            ),
            ("signatures", loaded.register.entries.len().into()),
        ];
        console.line(&console.paint(Style::Good, &console.text("check-well", &counts)))?;
    }
    Ok(if errors == 0 {
        Outcome::Well
    } else {
        Outcome::Findings
    })
}
