//! What earlier runs found, kept in `.paraphe/`: safe to delete, and never needed.
//!
//! Of signatures it is only remembered that a signed file, byte for byte, passed the Ed25519 check in this very build of
//! the program; a register is still made from every file, read, parsed and held against its text. Of the site it is
//! remembered which files an earlier build made from the same things ([`Outputs`]), and from which content the last build
//! was made that had nothing to say ([`Last`]). So what this folder can do at worst is to spare work that should have been
//! done, and that takes someone who knows the reader's own secret: the lists are sealed with a key from the reader's cache
//! folder, outside the project, and a list that came with a clone or a pull request is foreign. `paraphe verify` never
//! looks here.

mod buckets;
mod last;
mod outputs;
mod sealed;
mod secret;

pub use last::{Build, Last, Listed};
pub use outputs::{Outputs, Record, Records, Stamp};
pub use secret::Secret;

use buckets::Buckets;

use crate::identifier::Digest;
use crate::signature::{Kind, Reading};
use rayon::prelude::*;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// The folder in a project.
pub const FOLDER: &str = ".paraphe";

/// The list of checks, and its head.
const CHECKS: (&str, &sealed::Head) = ("checks", b"paraphe checks 2  ");

/// Why a list of earlier runs was thrown away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Discarded {
    /// It is damaged, or nobody with the reader's secret wrote it.
    Foreign,
}

/// The signed files whose signatures were found to hold.
#[derive(Debug, Default)]
pub struct Checks {
    /// From earlier runs, sorted.
    known: Vec<Digest>,
    buckets: Buckets,
    /// Met in this run, known or new.
    met: Mutex<Vec<Digest>>,
    /// Where the list is kept; nowhere when nothing is to be remembered after this run.
    file: Option<(PathBuf, Secret)>,
    remembers: bool,
}

impl Checks {
    /// Nothing is known, and nothing will be kept.
    pub fn none() -> Self {
        Self::default()
    }

    /// The checks remembered in the project at `root`, and whether what was there had to be thrown away.
    ///
    /// A list of another build of the program is silently left: its checks may have been others.
    pub fn open(root: &Path, secret: Secret) -> (Self, Option<Discarded>) {
        let path = root.join(FOLDER).join(CHECKS.0);
        let (known, discarded) = match sealed::read(&path, CHECKS.1, &secret) {
            sealed::Found::Sound(bytes) => match digests(&bytes) {
                Some(known) => (known, None),
                None => (Vec::new(), Some(Discarded::Foreign)),
            },
            sealed::Found::Nothing | sealed::Found::OtherBuild => (Vec::new(), None),
            sealed::Found::Foreign => (Vec::new(), Some(Discarded::Foreign)),
        };
        let file = Some((path, secret));
        (
            Self {
                buckets: Buckets::new(known.iter()),
                met: Mutex::new(Vec::with_capacity(known.len())),
                known,
                file,
                ..Self::in_memory()
            },
            discarded,
        )
    }

    /// Nothing is known, and what is found is kept for as long as the process runs.
    pub fn in_memory() -> Self {
        Self {
            remembers: true,
            ..Self::default()
        }
    }

    /// Checks the signatures of files, but for those that are known to hold.
    pub(crate) fn check_seals(&self, readings: &mut [&mut Reading<'_>]) {
        let is_open = |reading: &Reading<'_>| {
            let may_hold = reading.source.faults.is_empty();
            may_hold && !(self.remembers && self.holds(reading.source.digest(), reading.kind))
        };
        let open = readings.iter_mut().map(|reading| &mut **reading);
        let mut open: Vec<&mut Reading<'_>> = open.filter(|reading| is_open(reading)).collect();
        Reading::check_seals(&mut open);
        for reading in open {
            reading.check_seal();
            if self.remembers && reading.source.faults.is_empty() {
                self.meet(entry(reading.source.digest(), reading.kind));
            }
        }
    }

    /// Whether the file with these bytes passed before.
    fn holds(&self, digest: Digest, kind: Kind) -> bool {
        let entry = entry(digest, kind);
        let known = self.known[self.buckets.around(&entry)].contains(&entry);
        if known {
            self.meet(entry);
        }
        known
    }

    fn meet(&self, entry: Digest) {
        self.met
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(entry);
    }

    /// Adds what this run met to what is known, for a run that did not look at every file.
    pub fn add(&mut self) {
        let met = self.met.get_mut().unwrap_or_else(PoisonError::into_inner);
        if !met.is_empty() {
            met.extend(&self.known);
            self.settle();
        }
    }

    /// Makes what this run met what the next one knows, and keeps it where it is to be kept.
    ///
    /// That it can't be kept is no fault of the project: the next run only takes longer.
    pub fn settle(&mut self) {
        let mut met = std::mem::take(&mut *self.met.lock().unwrap_or_else(PoisonError::into_inner));
        met.par_sort_unstable();
        met.dedup();
        if met == self.known {
            return;
        }
        self.buckets = Buckets::new(met.iter());
        self.known = met;
        if let Some((path, secret)) = &self.file {
            let entries = self.known.iter().map(Digest::as_bytes);
            let _ = sealed::write(path, CHECKS.1, secret, entries);
        }
    }
}

/// The entries of a list, which are sorted.
fn digests(bytes: &[u8]) -> Option<Vec<Digest>> {
    let (entries, rest) = bytes.as_chunks::<32>();
    let sound = rest.is_empty() && entries.is_sorted();
    sound.then(|| entries.iter().map(|entry| Digest::from_bytes(*entry)).collect())
}

/// A file's digest with what it was read as: an attestation is no signature.
fn entry(digest: Digest, kind: Kind) -> Digest {
    let mut bytes = [0; 33];
    bytes[..32].copy_from_slice(digest.as_bytes());
    bytes[32] = match kind {
        Kind::Adherence => b's',
        Kind::Attestation => b'a',
    };
    Digest::of(&bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn secret(byte: u8) -> Secret {
        Secret::from_bytes([byte; 32])
    }

    fn filled(root: &Path) -> Vec<Digest> {
        let digests: Vec<Digest> = (0..10_u8).map(|at| Digest::of(&[at])).collect();
        let (mut checks, discarded) = Checks::open(root, secret(1));
        assert_eq!(discarded, None);
        digests
            .iter()
            .for_each(|digest| checks.meet(entry(*digest, Kind::Adherence)));
        checks.settle();
        digests
    }

    #[test]
    fn remembers_what_it_met_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let digests = filled(folder.path());
        let (mut checks, _) = Checks::open(folder.path(), secret(1));
        assert!(checks.holds(digests[3], Kind::Adherence));
        assert!(!checks.holds(digests[3], Kind::Attestation));
        assert!(!checks.holds(Digest::of(b"other"), Kind::Adherence));
        // What is no longer met is forgotten.
        checks.settle();
        let (checks, _) = Checks::open(folder.path(), secret(1));
        assert!(checks.holds(digests[3], Kind::Adherence) && !checks.holds(digests[4], Kind::Adherence));
    }

    #[test]
    fn a_list_that_someone_else_sealed_is_thrown_away() {
        let folder = tempfile::tempdir().unwrap();
        let digests = filled(folder.path());
        let (checks, discarded) = Checks::open(folder.path(), secret(2));
        assert_eq!(discarded, Some(Discarded::Foreign));
        assert!(
            digests
                .iter()
                .all(|digest| !checks.holds(*digest, Kind::Adherence))
        );
    }

    #[test]
    fn every_changed_byte_and_every_cut_makes_it_worthless() {
        let folder = tempfile::tempdir().unwrap();
        let digests = filled(folder.path());
        let path = folder.path().join(FOLDER).join(CHECKS.0);
        let sound = std::fs::read(&path).unwrap();
        let knows_nothing = |bytes: &[u8]| {
            std::fs::write(&path, bytes).unwrap();
            let (checks, _) = Checks::open(folder.path(), secret(1));
            checks.known.is_empty() && !checks.holds(digests[0], Kind::Adherence)
        };
        for at in 0..sound.len() {
            let mut changed = sound.clone();
            changed[at] ^= 1;
            assert!(knows_nothing(&changed), "byte {at}");
            assert!(knows_nothing(&sound[..at]), "cut at {at}");
        }
        // An entry more, put in by someone without the secret.
        let mut longer = sound.clone();
        let end = longer.len() - 32;
        longer.splice(end..end, *Digest::of(b"bad").as_bytes());
        assert!(knows_nothing(&longer));
        std::fs::remove_file(&path).unwrap();
        std::fs::create_dir(&path).unwrap();
        let (checks, discarded) = Checks::open(folder.path(), secret(1));
        assert!(checks.known.is_empty() && discarded.is_some());
    }

    #[test]
    fn two_at_once_leave_a_sound_list() {
        let folder = tempfile::tempdir().unwrap();
        std::thread::scope(|scope| {
            for thread in 0..4_u8 {
                let root = folder.path();
                scope.spawn(move || {
                    for round in 0..50_u8 {
                        let (mut checks, discarded) = Checks::open(root, secret(1));
                        assert_eq!(discarded, None);
                        checks.meet(entry(Digest::of(&[thread, round]), Kind::Adherence));
                        checks.settle();
                    }
                });
            }
        });
        let (checks, discarded) = Checks::open(folder.path(), secret(1));
        assert_eq!((checks.known.len(), discarded), (1, None));
        assert_eq!(std::fs::read_dir(folder.path().join(FOLDER)).unwrap().count(), 1);
    }
}
