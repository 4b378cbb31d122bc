//! Where a long command is, and where its time went.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// A part of the work, in the order of the way from a folder to a site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Looking for what has changed since the last build.
    Changes,
    /// Finding the files.
    Find,
    /// Reading the texts, pages and pictures.
    Texts,
    /// Reading and checking the signatures.
    Signatures,
    /// Reading and checking the attestations.
    Attestations,
    /// Holding the signatures against each other.
    Compare,
    /// Reading the theme and grouping the register.
    Model,
    /// Rendering the pages and writing the data.
    Pages,
    /// Making the new site the public one.
    Publish,
    /// Looking at the site that is there.
    Site,
}

impl Phase {
    /// Its name in messages.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Changes => "changes",
            Self::Find => "find",
            Self::Texts => "texts",
            Self::Signatures => "signatures",
            Self::Attestations => "attestations",
            Self::Compare => "compare",
            Self::Model => "model",
            Self::Pages => "pages",
            Self::Publish => "publish",
            Self::Site => "site",
        }
    }
}

/// What is being done, how far it has come, and how long each part took before.
#[derive(Debug, Default)]
pub struct Phases {
    state: Mutex<State>,
    done: AtomicUsize,
    total: AtomicUsize,
}

#[derive(Debug, Default)]
struct State {
    past: Vec<(Phase, Duration)>,
    now: Option<(Phase, Instant)>,
}

impl Phases {
    /// Ends the part before and starts `phase`, which has that many steps; 0 where they are not counted.
    pub fn enter(&self, phase: Phase, total: usize) {
        let mut state = self.state();
        state.close();
        state.now = Some((phase, Instant::now()));
        self.done.store(0, Ordering::Relaxed);
        self.total.store(total, Ordering::Relaxed);
    }

    /// One step of the part under way is done.
    pub fn step(&self) {
        self.done.fetch_add(1, Ordering::Relaxed);
    }

    /// The part under way, with the steps done and their number.
    pub fn now(&self) -> Option<(Phase, usize, usize)> {
        let (phase, _) = self.state().now?;
        let total = self.total.load(Ordering::Relaxed);
        Some((phase, self.done.load(Ordering::Relaxed).min(total), total))
    }

    /// Ends the last part, and tells how long each took, in their order.
    pub fn finish(&self) -> Vec<(Phase, Duration)> {
        let mut state = self.state();
        state.close();
        state.past.clone()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn close(&mut self) {
        if let Some((phase, start)) = self.now.take() {
            match self.past.last_mut() {
                // The same part, now that its steps are counted.
                Some((last, time)) if *last == phase => *time += start.elapsed(),
                _ => self.past.push((phase, start.elapsed())),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_told_in_their_order() {
        let phases = Phases::default();
        assert_eq!(phases.now(), None);
        phases.enter(Phase::Find, 0);
        phases.enter(Phase::Signatures, 0);
        phases.enter(Phase::Signatures, 2);
        phases.step();
        assert_eq!(phases.now(), Some((Phase::Signatures, 1, 2)));
        let parts: Vec<Phase> = phases.finish().into_iter().map(|(phase, _)| phase).collect();
        assert_eq!(
            (parts, phases.now()),
            (vec![Phase::Find, Phase::Signatures], None)
        );
    }
}
