//! What commands remember from run to run.

use super::console::Console;
use crate::cache::{Checks, Discarded, Secret};
use crate::project::Project;

/// The checks of earlier runs, unless they are not wanted; says so when a list had to be thrown away.
pub fn checks(project: &Project, unwanted: bool, console: &Console) -> Checks {
    if unwanted {
        return Checks::none();
    }
    let Some(secret) = Secret::of_reader() else {
        return Checks::none();
    };
    let (checks, discarded) = Checks::open(&project.root, secret);
    if discarded == Some(Discarded::Foreign) {
        console.note(&console.text("cache-foreign", &[]));
    }
    checks
}
