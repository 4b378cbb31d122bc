//! What the open pages are to know: which build they can show, and what is wrong with the last one.

use std::io::{self, Write};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// How often a silent page is asked whether it is still there.
const PULSE: Duration = Duration::from_secs(15);

/// The state that open pages follow.
#[derive(Debug, Default)]
pub struct News {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct State {
    /// How many builds have changed the site.
    build: u64,
    /// What is wrong with the project, in words.
    failure: Option<String>,
    /// How often anything changed.
    turn: u64,
}

impl News {
    /// A build went well; `changed` says whether pages are to be loaded again.
    pub fn built(&self, changed: bool) {
        let mut state = self.state();
        state.build += u64::from(changed);
        state.failure = None;
        state.turn += 1;
        self.changed.notify_all();
    }

    /// A build failed, for the reason in these words.
    pub fn failed(&self, words: String) {
        let mut state = self.state();
        state.failure = Some(words);
        state.turn += 1;
        self.changed.notify_all();
    }

    /// The number of the build that pages show now.
    pub(super) fn build(&self) -> u64 {
        self.state().build
    }

    /// Tells a page the state, and every change of it, until the page is gone.
    pub(super) fn follow(&self, out: &mut impl Write) -> io::Result<()> {
        let mut told = None;
        loop {
            let state = self.state();
            let wait = |state: &mut State| Some(state.turn) == told;
            let (state, _) = self
                .changed
                .wait_timeout_while(state, PULSE, wait)
                .unwrap_or_else(PoisonError::into_inner);
            let news = (Some(state.turn) != told).then(|| state.clone());
            drop(state);
            match news {
                None => out.write_all(b": still here\n\n")?,
                Some(state) => {
                    told = Some(state.turn);
                    let data = serde_json::json!({ "build": state.build, "failure": state.failure });
                    out.write_all(format!("data: {data}\n\n").as_bytes())?;
                }
            }
            out.flush()?;
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
