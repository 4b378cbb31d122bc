//! The signatures that a process has read already: while `paraphe serve` runs, a file that is as it was is not read again.
//!
//! Nothing of it outlives the process. A file is known again by its size, time and inode, as in
//! [`Outputs`](crate::cache::Outputs), and only while configuration and texts are the same.

use super::{Entry, Versions};
use crate::cache::Stamp;
use crate::identifier::{Digest, Slug, TextId};
use crate::project::Configuration;
use std::collections::{HashMap, HashSet};
use std::path::Path;
use std::sync::{Mutex, PoisonError};
use std::time::SystemTime;

/// Which file: the text and the organisation.
type Key = (TextId, Slug);

/// Sound signatures that were read before, without their attestations.
#[derive(Debug, Default)]
pub struct Seen {
    remembers: bool,
    /// What the entries depend on besides their files.
    base: Option<Digest>,
    files: HashMap<Key, (Stamp, Entry)>,
    new: Mutex<Vec<(Key, Stamp, Entry)>>,
}

impl Seen {
    /// Remembers for as long as it lives; [`default`](Self::default) remembers nothing.
    pub fn in_memory() -> Self {
        Self {
            remembers: true,
            ..Self::default()
        }
    }

    /// Forgets everything that was read under another configuration or beside other texts.
    pub(super) fn begin(&mut self, configuration: &Configuration, texts: &[Versions]) {
        if !self.remembers {
            return;
        }
        let mut base = format!("{configuration:?}\n");
        for text in texts.iter().flat_map(|versions| &versions.versions) {
            base.push_str(&format!(
                "{} {} {}\n",
                text.id,
                text.version.as_str(),
                text.digest
            ));
        }
        let base = Some(Digest::of(base.as_bytes()));
        if self.base != base {
            self.files.clear();
            self.base = base;
        }
    }

    /// The stamp of the file in the project at `root`, to be taken before it is read; none when nothing is remembered.
    pub(super) fn stamp(&self, root: &Path, (text, organisation): &Key) -> Option<Stamp> {
        if !self.remembers {
            return None;
        }
        let path = root.join(text.signature_path(organisation));
        let data = path.symlink_metadata().ok()?;
        data.is_file().then(|| Stamp::of(&data)).flatten()
    }

    /// The entry of the file, when it still has that stamp.
    pub(super) fn find(&self, key: &Key, stamp: Option<Stamp>) -> Option<Entry> {
        let (known, entry) = self.files.get(key)?;
        (Some(*known) == stamp).then(|| entry.clone())
    }

    /// Remembers an entry, unless its file is so young that a later change could leave the same stamp.
    pub(super) fn add(&self, key: &Key, stamp: Option<Stamp>, entry: &Entry) {
        if let Some(stamp) = stamp.filter(|stamp| stamp.is_settled(SystemTime::now())) {
            let mut new = self.new.lock().unwrap_or_else(PoisonError::into_inner);
            new.push((key.clone(), stamp, entry.clone()));
        }
    }

    /// Takes in what was added, and forgets the files that are no longer among `keys`.
    pub(super) fn settle(&mut self, keys: &[Key]) {
        let new = std::mem::take(&mut *self.new.lock().unwrap_or_else(PoisonError::into_inner));
        for (key, stamp, entry) in new {
            self.files.insert(key, (stamp, entry));
        }
        if self.files.len() > keys.len() {
            let keys: HashSet<&Key> = keys.iter().collect();
            self.files.retain(|key, _| keys.contains(key));
        }
    }
}
