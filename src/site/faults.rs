//! Collecting faults from many threads.

use super::output::OutputError;
use crate::diagnostic::Diagnostic;
use std::collections::BTreeSet;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

/// How many faults are kept: a broken template is broken on every page.
const LIMIT: usize = 50;

/// The first faults in the order of their places, however many threads find them and whenever.
#[derive(Debug, Default)]
pub struct Faults {
    found: Mutex<BTreeSet<Diagnostic>>,
    stopped: AtomicBool,
}

impl Faults {
    /// Adds faults. One of the output folder ends the work, and is told once: what follows is the same full disk.
    pub fn add(&self, faults: impl IntoIterator<Item = Diagnostic>) {
        let mut found = self.found.lock().unwrap_or_else(PoisonError::into_inner);
        for fault in faults {
            if fault.code.is_of_output() && self.stopped.swap(true, Ordering::Relaxed) {
                continue;
            }
            found.insert(fault);
        }
        while found.len() > LIMIT {
            found.pop_last();
        }
    }

    /// Adds an error of the output folder.
    pub fn add_output(&self, error: &OutputError) {
        self.add(error.diagnostics());
    }

    /// Whether going on makes no sense.
    pub fn is_stopped(&self) -> bool {
        self.stopped.load(Ordering::Relaxed)
    }

    /// The faults, if there are any.
    ///
    /// # Errors
    /// The faults.
    pub fn into_result(self) -> Result<(), Vec<Diagnostic>> {
        let found = self.found.into_inner().unwrap_or_else(PoisonError::into_inner);
        if found.is_empty() {
            Ok(())
        } else {
            Err(found.into_iter().collect())
        }
    }
}
