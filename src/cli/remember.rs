//! What commands remember from run to run.

use super::console::Console;
use crate::cache::{Checks, Discarded, Outputs, Secret};
use crate::project::Project;
use crate::site::Kept;

/// What earlier runs found of the project's files, and made of them.
#[derive(Debug)]
pub struct Memory {
    /// The signatures that hold.
    pub checks: Checks,
    /// The site's files, and the theme that they were made with.
    pub site: Kept,
}

/// What is remembered, unless it is not wanted; says so when a list had to be thrown away.
pub fn open(project: &Project, unwanted: bool, console: &Console) -> Memory {
    let secret = if unwanted { None } else { Secret::of_reader() };
    let Some(secret) = secret else {
        return Memory {
            checks: Checks::none(),
            site: Kept::default(),
        };
    };
    let (checks, of_checks) = Checks::open(&project.root, secret);
    let (outputs, of_outputs) = Outputs::open(&project.root, secret);
    if of_checks.or(of_outputs) == Some(Discarded::Foreign) {
        console.note(&console.text("cache-foreign", &[]));
    }
    Memory {
        checks,
        site: outputs.into(),
    }
}

/// The checks alone.
pub fn checks(project: &Project, unwanted: bool, console: &Console) -> Checks {
    let secret = if unwanted { None } else { Secret::of_reader() };
    let Some(secret) = secret else {
        return Checks::none();
    };
    let (checks, discarded) = Checks::open(&project.root, secret);
    if discarded == Some(Discarded::Foreign) {
        console.note(&console.text("cache-foreign", &[]));
    }
    checks
}
