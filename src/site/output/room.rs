//! The output folder before a build begins: locked, and with nothing left to be finished.

use super::error::OutputError;
use super::lock::Lock;
use super::manifest::Manifest;
use super::place::{self, Place};
use super::{in_place, swap};
use std::path::Path;

/// An output folder that nobody else writes into, with nothing left to be finished.
#[derive(Debug)]
pub(super) struct Room {
    pub place: Place,
    /// Whether a build may work beside it.
    pub beside: bool,
    /// What the last build wrote.
    pub last: Option<Manifest>,
    pub lock: Lock,
}

impl Room {
    /// Locks `output`, and finishes or clears away what an interrupted build left.
    pub fn open(output: &Path, project: &Path) -> Result<Self, OutputError> {
        let place = Place::find(output, project)?;
        for folder in [&place.new, &place.old, &place.output.join(in_place::FOLDER)] {
            place::refuse_link(folder)?;
        }
        let beside = place.can_work_beside()?;
        let lock_path = if beside || !place.output.exists() {
            place.lock.clone()
        } else {
            place.output.join(".paraphe-lock")
        };
        let lock = Lock::take(lock_path, &place.output)?;
        if beside {
            swap::recover(&place)?;
        }
        in_place::recover(&place.output)?;
        let last = Manifest::read(&place.output).map_err(OutputError::io(&place.output))?;
        Ok(Self {
            place,
            beside,
            last,
            lock,
        })
    }
}
