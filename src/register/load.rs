//! From a project folder to a register, with everything that is wrong on the way.

use super::{Live, Register, RegisterFiles};
use crate::cache::Checks;
use crate::diagnostic::Diagnostic;
use crate::phases::Phases;
use crate::project::Project;

/// A register with everything that is wrong in the project.
#[derive(Clone, Debug, Default)]
pub struct Loaded {
    /// What holds.
    pub register: Register,
    /// What does not, in the order of paths and lines.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads a whole project. Faulty files are left out of the register and reported; nothing stops at the first fault.
pub fn load(project: &Project) -> Loaded {
    load_with(project, None, &Checks::none(), &Phases::default())
}

/// The same, but for the signatures that `checks` know to hold; `found` are its files, where they have been found already.
/// Tells `phases` how far it is.
pub fn load_with(
    project: &Project,
    found: Option<RegisterFiles>,
    checks: &Checks,
    phases: &Phases,
) -> Loaded {
    Live::of_files(project, found, checks, phases).into()
}
