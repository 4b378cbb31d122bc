//! An eye on the project's files.

use crate::project::Changes;
use notify::event::{AccessKind, AccessMode, ModifyKind};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

/// The folders that a site is made from.
const FOLDERS: [&str; 3] = ["content", "signatures", "themes"];

/// How long nothing must happen before a change counts as done: editors write in several steps.
const QUIET: Duration = Duration::from_millis(10);

/// How long a change can go on before it is looked at all the same.
const PATIENCE: Duration = Duration::from_millis(300);

/// Something to act on.
#[derive(Debug)]
pub enum Signal {
    /// Files of the project changed.
    Changed(Changes),
    /// The person wants to stop.
    Stop,
}

/// Watches a project.
#[derive(Debug)]
pub struct Watch {
    watcher: RecommendedWatcher,
    root: PathBuf,
    signals: Receiver<Signal>,
}

impl Watch {
    /// Starts to watch the project at `root`. What happens comes out of `signals`, whose other end is `sender`.
    ///
    /// # Errors
    /// What the system says, in words.
    pub fn start(root: &Path, sender: Sender<Signal>, signals: Receiver<Signal>) -> Result<Self, String> {
        let inner = root.to_owned();
        let tell = move |event: notify::Result<Event>| {
            let changes = match event {
                Ok(event) => changed(&inner, &event),
                // Events were lost: look at everything.
                Err(_) => Some(Changes::Unknown),
            };
            if let Some(changes) = changes {
                let _ = sender.send(Signal::Changed(changes));
            }
        };
        let mut watcher = notify::recommended_watcher(tell).map_err(|error| error.to_string())?;
        watcher
            .watch(root, RecursiveMode::NonRecursive)
            .map_err(|error| error.to_string())?;
        let mut watch = Self {
            watcher,
            root: root.to_owned(),
            signals,
        };
        watch.watch_folders().map_err(|error| error.to_string())?;
        Ok(watch)
    }

    /// Watches the folders that are there now; those that were replaced are watched anew.
    fn watch_folders(&mut self) -> notify::Result<()> {
        for name in FOLDERS {
            let folder = self.root.join(name);
            let _ = self.watcher.unwatch(&folder);
            if folder.is_dir() {
                self.watcher.watch(&folder, RecursiveMode::Recursive)?;
            }
        }
        Ok(())
    }

    /// Waits for the next change, until it is done, and says what changed; none when it is time to stop.
    pub fn wait(&mut self) -> Option<Changes> {
        let mut changes = match self.signals.recv() {
            Ok(Signal::Changed(changes)) => changes,
            Ok(Signal::Stop) | Err(_) => return None,
        };
        let start = Instant::now();
        while start.elapsed() < PATIENCE {
            match self.signals.recv_timeout(QUIET) {
                Ok(Signal::Changed(more)) => changes.extend(more),
                Ok(Signal::Stop) | Err(RecvTimeoutError::Disconnected) => return None,
                Err(RecvTimeoutError::Timeout) => break,
            }
        }
        if is_of_folders(&changes) {
            // A folder that goes again meanwhile sends a signal of its own.
            let _ = self.watch_folders();
            return Some(Changes::Unknown);
        }
        Some(changes)
    }
}

/// Whether one of the watched folders itself may have come or gone.
fn is_of_folders(changes: &Changes) -> bool {
    match changes {
        Changes::Unknown => true,
        Changes::Paths(paths) => FOLDERS.iter().any(|folder| paths.contains(*folder)),
    }
}

/// What an event tells of the project's content; none when it is about something else.
fn changed(root: &Path, event: &Event) -> Option<Changes> {
    let matters = match event.kind {
        EventKind::Access(kind) => kind == AccessKind::Close(AccessMode::Write),
        EventKind::Modify(ModifyKind::Metadata(_)) => false,
        _ => true,
    };
    if event.need_rescan() {
        return Some(Changes::Unknown);
    }
    let mut found: Option<Changes> = None;
    for path in event.paths.iter().filter(|_| matters) {
        let Ok(inner) = path.strip_prefix(root) else {
            continue;
        };
        let mut parts = inner.components().map(|part| part.as_os_str());
        let Some(first) = parts.next() else { continue };
        let hidden = |name: &std::ffi::OsStr| name.as_encoded_bytes().starts_with(b".");
        let is_folder = FOLDERS.iter().any(|name| first == *name);
        if !(is_folder && !parts.any(hidden) || first == crate::project::CONFIGURATION) {
            continue;
        }
        let changes = path_of(inner).map_or(Changes::Unknown, Changes::of);
        match &mut found {
            Some(all) => all.extend(changes),
            None => found = Some(changes),
        }
    }
    found
}

/// A path with `/` between its parts, where it is UTF-8.
fn path_of(inner: &Path) -> Option<String> {
    let parts: Option<Vec<&str>> = inner.components().map(|part| part.as_os_str().to_str()).collect();
    parts.map(|parts| parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use notify::event::{CreateKind, DataChange, MetadataKind};

    fn of(kind: EventKind, path: &str) -> Option<bool> {
        let changes = changed(Path::new("/p"), &Event::new(kind).add_path(path.into()))?;
        assert_eq!(changes, Changes::of(&path["/p/".len()..]));
        Some(is_of_folders(&changes))
    }

    #[test]
    fn only_what_a_site_is_made_from() {
        let written = EventKind::Modify(ModifyKind::Data(DataChange::Any));
        let made = EventKind::Create(CreateKind::Any);
        assert_eq!(of(written, "/p/content/charter/1.0.md"), Some(false));
        assert_eq!(of(written, "/p/paraphe.yaml"), Some(false));
        assert_eq!(of(made, "/p/signatures"), Some(true));
        assert_eq!(of(made, "/p/public/index.html"), None);
        assert_eq!(of(made, "/p/.paraphe/checks"), None);
        assert_eq!(of(written, "/p/content/charter/.1.0.md.swp"), None);
        assert_eq!(
            of(
                EventKind::Modify(ModifyKind::Metadata(MetadataKind::Any)),
                "/p/content/x"
            ),
            None
        );
        assert_eq!(
            of(
                EventKind::Access(AccessKind::Open(AccessMode::Any)),
                "/p/content/x"
            ),
            None
        );
        assert_eq!(
            of(
                EventKind::Access(AccessKind::Close(AccessMode::Write)),
                "/p/content/x"
            ),
            Some(false)
        );
    }
}
