//! What commands remember from run to run.

use super::console::Console;
use crate::cache::{Build, Checks, Discarded, Last, Outputs, Secret};
use crate::site::Kept;
use std::path::Path;

/// The last build that had nothing to say, before anything else that is remembered is looked at.
#[derive(Debug)]
pub struct Remembered(Option<(Secret, Last, Option<Discarded>)>);

/// What earlier runs found of the project's files, and made of them.
#[derive(Debug)]
pub struct Memory {
    /// The signatures that hold.
    pub checks: Checks,
    /// The site's files, and the theme that they were made with.
    pub site: Kept,
    last: Option<Last>,
}

impl Remembered {
    /// What is remembered of the last build, unless it is not wanted.
    pub fn open(root: &Path, unwanted: bool) -> Self {
        let secret = if unwanted { None } else { Secret::of_reader() };
        Self(secret.map(|secret| {
            let (last, discarded) = Last::open(root, secret);
            (secret, last, discarded)
        }))
    }

    /// The last build.
    pub fn last(&self) -> Option<&Build> {
        self.0.as_ref().and_then(|(_, last, _)| last.build())
    }

    /// Everything that is remembered; says so when a list had to be thrown away.
    pub fn memory(self, root: &Path, console: &Console) -> Memory {
        let Some((secret, last, of_last)) = self.0 else {
            return Memory {
                checks: Checks::none(),
                site: Kept::default(),
                last: None,
            };
        };
        let ((checks, of_checks), (outputs, of_outputs)) =
            rayon::join(|| Checks::open(root, secret), || Outputs::open(root, secret));
        if of_last.or(of_checks).or(of_outputs) == Some(Discarded::Foreign) {
            console.note(&console.text("cache-foreign", &[]));
        }
        Memory {
            checks,
            site: outputs.into(),
            last: Some(last),
        }
    }
}

impl Memory {
    /// Remembers the build that `note` makes of what was kept of it, if it does.
    pub fn keep_build(&mut self, note: impl FnOnce(&mut Kept) -> Option<Build>) {
        if let Some(last) = &self.last
            && let Some(build) = note(&mut self.site)
        {
            last.keep(&build);
        }
    }
}

/// What is remembered, unless it is not wanted; says so when a list had to be thrown away.
pub fn open(root: &Path, unwanted: bool, console: &Console) -> Memory {
    Remembered::open(root, unwanted).memory(root, console)
}

/// The checks alone.
pub fn checks(root: &Path, unwanted: bool, console: &Console) -> Checks {
    let secret = if unwanted { None } else { Secret::of_reader() };
    let Some(secret) = secret else {
        return Checks::none();
    };
    let (checks, discarded) = Checks::open(root, secret);
    if discarded == Some(Discarded::Foreign) {
        console.note(&console.text("cache-foreign", &[]));
    }
    checks
}
