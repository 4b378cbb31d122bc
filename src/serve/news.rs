//! What the open pages are to know: which build they can show, and what is wrong with the last one.

use super::files;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};
use std::path::Path;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// How often a silent page is asked whether it is still there.
const PULSE: Duration = Duration::from_secs(15);

/// The state that open pages follow.
#[derive(Debug, Default)]
pub struct News {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Debug, Default)]
struct State {
    /// The build that the site's folder holds.
    build: u64,
    /// The newest build that any page shows: a later one than `build` for those that are shown ahead of it.
    newest: u64,
    /// The pages of the newest build while the rest of it is being made, by their paths.
    ahead: BTreeMap<String, Arc<[u8]>>,
    /// The pages that are open, and how often each is.
    open: BTreeMap<String, usize>,
    /// What is wrong with the project, in words.
    failure: Option<String>,
    /// How often anything changed.
    turn: u64,
}

/// What one page is told.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
struct Told {
    /// The build that it can show.
    build: u64,
    failure: Option<String>,
}

impl State {
    fn build_of(&self, path: &str) -> u64 {
        if self.ahead.contains_key(path) {
            self.newest
        } else {
            self.build
        }
    }
}

impl News {
    /// A build went well; `changed` says whether pages are to be loaded again.
    pub fn built(&self, changed: bool) {
        self.change(|state| {
            if changed {
                // Who was shown a page ahead of this build has seen it.
                state.newest += u64::from(state.ahead.is_empty());
                state.build = state.newest;
            }
            state.ahead.clear();
            state.failure = None;
        });
    }

    /// What is wrong with the project, if anything is.
    pub(super) fn failure(&self) -> Option<String> {
        self.state().failure.clone()
    }

    /// A build failed, for the reason in these words.
    pub fn failed(&self, words: String) {
        self.change(|state| {
            state.ahead.clear();
            state.failure = Some(words);
        });
    }

    /// Shows `pages`, by their paths, ahead of the rest of a build that will write them into `folder`. Those that stand there
    /// already are not loaded again.
    pub fn show_ahead(&self, folder: &Path, pages: Vec<(String, Vec<u8>)>) {
        let is_new = |(path, html): &(String, Vec<u8>)| !files::holds(folder, path, html);
        let new = pages.into_iter().filter(is_new);
        let ahead: BTreeMap<_, _> = new.map(|(path, html)| (path, html.into())).collect();
        self.change(|state| {
            state.newest += u64::from(!ahead.is_empty());
            state.ahead = ahead;
            state.failure = None;
        });
    }

    /// The paths of the pages that are open.
    pub fn open_pages(&self) -> BTreeSet<String> {
        self.state().open.keys().cloned().collect()
    }

    /// The build that the page at `path` shows now, and the page itself when it is ahead of the site's folder.
    pub(super) fn page(&self, path: &str) -> (u64, Option<Arc<[u8]>>) {
        let state = self.state();
        (state.build_of(path), state.ahead.get(path).cloned())
    }

    /// Tells the page at `path` the state, and every change of it, until the page is gone.
    pub(super) fn follow(&self, path: &str, out: &mut impl Write) -> io::Result<()> {
        let _open = Open::new(self, path);
        let mut seen = None;
        loop {
            let state = self.state();
            let wait = |state: &mut State| Some(state.turn) == seen;
            let (state, _) = self
                .changed
                .wait_timeout_while(state, PULSE, wait)
                .unwrap_or_else(PoisonError::into_inner);
            let turn = Some(state.turn);
            let news = (turn != seen).then(|| Told {
                build: state.build_of(path),
                failure: state.failure.clone(),
            });
            drop(state);
            match news {
                None => out.write_all(b": still here\n\n")?,
                Some(told) => {
                    seen = turn;
                    let data = serde_json::to_string(&told)?;
                    out.write_all(format!("data: {data}\n\n").as_bytes())?;
                }
            }
            out.flush()?;
        }
    }

    fn change(&self, change: impl FnOnce(&mut State)) {
        let mut state = self.state();
        change(&mut state);
        state.turn += 1;
        self.changed.notify_all();
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A page that is open for as long as this is held.
struct Open<'n>(&'n News, &'n str);

impl<'n> Open<'n> {
    fn new(news: &'n News, path: &'n str) -> Self {
        *news.state().open.entry(path.to_owned()).or_default() += 1;
        Self(news, path)
    }
}

impl Drop for Open<'_> {
    fn drop(&mut self) {
        let Self(news, path) = self;
        let mut state = news.state();
        if let Some(count) = state.open.get_mut(*path) {
            *count -= 1;
            if *count == 0 {
                state.open.remove(*path);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pages(pages: &[(&str, &str)]) -> Vec<(String, Vec<u8>)> {
        let page = |(path, html): &(&str, &str)| ((*path).to_owned(), html.as_bytes().to_vec());
        pages.iter().map(page).collect()
    }

    #[test]
    fn a_page_shown_ahead_is_loaded_once_and_the_others_when_all_is_there() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("same.html"), "same").unwrap();
        let news = News::default();
        news.built(true);
        let before = news.page("index.html").0;
        news.show_ahead(
            folder.path(),
            pages(&[("index.html", "new"), ("same.html", "same")]),
        );
        let (ahead, html) = news.page("index.html");
        assert!(ahead > before);
        assert_eq!(html.as_deref(), Some(&b"new"[..]));
        assert_eq!(news.page("same.html"), (before, None));
        assert_eq!(news.page("other.html"), (before, None));
        news.built(true);
        for path in ["index.html", "same.html", "other.html"] {
            assert_eq!(news.page(path), (ahead, None));
        }
    }

    #[test]
    fn what_was_shown_ahead_of_a_build_that_failed_is_taken_back() {
        let folder = tempfile::tempdir().unwrap();
        let news = News::default();
        news.built(true);
        let before = news.page("index.html").0;
        let show = || news.show_ahead(folder.path(), pages(&[("index.html", "new")]));
        show();
        let ahead = news.page("index.html").0;
        news.failed("broken".to_owned());
        assert_eq!(news.page("index.html"), (before, None));
        assert_eq!(news.state().failure.as_deref(), Some("broken"));
        // The number of the page that was taken back is never given to another.
        show();
        assert!(news.page("index.html").0 > ahead);
        assert_eq!(news.state().failure, None);
        news.built(false);
        assert_eq!(news.page("index.html"), (before, None));
        news.built(true);
        assert!(news.page("index.html").0 > ahead + 1);
    }

    #[test]
    fn pages_are_open_as_long_as_somebody_follows() {
        let news = News::default();
        let (one, two) = (Open::new(&news, "a.html"), Open::new(&news, "a.html"));
        let three = Open::new(&news, "b.html");
        drop((one, three));
        assert_eq!(news.open_pages(), BTreeSet::from(["a.html".to_owned()]));
        drop(two);
        assert!(news.open_pages().is_empty());
    }
}
