//! The last build of a site that had nothing to say: what it was made from and what it wrote, so that a build of the very
//! same need not be made.
//!
//! What it was made from is known by content alone. Whether a file of the site is still the one that was written is told
//! as in [`Outputs`](super::Outputs), or by its content where it was too young for that.

use super::outputs::{Stamp, stamp_from, stamp_to};
use super::sealed::{self, Found, Head};
use super::{Discarded, FOLDER, Secret};
use crate::identifier::Digest;
use std::path::{Path, PathBuf};

const NAME: &str = "build";

const HEAD: &Head = b"paraphe build 1   ";

/// A build of which nothing had to be said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Build {
    /// The digest of the configuration, the theme and the place of the site.
    pub made_of: Digest,
    /// The digests of the project's files.
    pub files: Vec<Digest>,
    /// How many pages the site has.
    pub pages: usize,
    /// What was written.
    pub site: Listed,
}

/// The files of a site, in the order of its manifest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The manifest's digest.
    pub manifest: Digest,
    /// What each file is recognised by.
    pub stamps: Vec<Stamp>,
    /// The digests of those that were too young to be recognised by their stamp, with their places, in their order.
    pub young: Vec<(usize, Digest)>,
}

/// The last build, kept in a project.
#[derive(Debug)]
pub struct Last {
    build: Option<Build>,
    file: PathBuf,
    secret: Secret,
}

impl Last {
    /// The build remembered in the project at `root`, and whether what was there had to be thrown away.
    pub fn open(root: &Path, secret: Secret) -> (Self, Option<Discarded>) {
        let file = root.join(FOLDER).join(NAME);
        let foreign = (None, Some(Discarded::Foreign));
        let (build, discarded) = match sealed::read(&file, HEAD, &secret) {
            Found::Sound(bytes) => parse(&bytes).map_or(foreign, |build| (Some(build), None)),
            Found::Nothing | Found::OtherBuild => (None, None),
            Found::Foreign => foreign,
        };
        if discarded.is_some() {
            // Nothing may come to take its place, and it is to be told of once.
            sealed::remove(&file);
        }
        let last = Self { build, file, secret };
        (last, discarded)
    }

    /// What is remembered.
    pub fn build(&self) -> Option<&Build> {
        self.build.as_ref()
    }

    /// Remembers `build`. That it can't be kept only makes the next one slower.
    pub fn keep(&self, build: &Build) {
        if self.build.as_ref() != Some(build) {
            let bytes = to_bytes(build);
            let _ = sealed::write(&self.file, HEAD, &self.secret, std::iter::once(&bytes));
        }
    }
}

fn to_bytes(build: &Build) -> Vec<u8> {
    let Listed {
        manifest,
        stamps,
        young,
    } = &build.site;
    let mut bytes = Vec::with_capacity(96 + build.files.len() * 32 + stamps.len() * 24 + young.len() * 40);
    let number = |bytes: &mut Vec<u8>, number: usize| bytes.extend((number as u64).to_le_bytes());
    bytes.extend(build.made_of.as_bytes());
    bytes.extend(manifest.as_bytes());
    for count in [build.pages, build.files.len(), stamps.len(), young.len()] {
        number(&mut bytes, count);
    }
    build
        .files
        .iter()
        .for_each(|digest| bytes.extend(digest.as_bytes()));
    stamps.iter().for_each(|stamp| bytes.extend(stamp_to(stamp)));
    for (at, digest) in young {
        number(&mut bytes, *at);
        bytes.extend(digest.as_bytes());
    }
    bytes
}

/// What is left of the bytes of a list.
struct Rest<'a>(&'a [u8]);

impl Rest<'_> {
    fn take<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (first, rest) = self.0.split_first_chunk::<N>()?;
        self.0 = rest;
        Some(*first)
    }

    fn number(&mut self) -> Option<usize> {
        usize::try_from(u64::from_le_bytes(self.take()?)).ok()
    }

    fn digest(&mut self) -> Option<Digest> {
        self.take().map(Digest::from_bytes)
    }

    /// The next values, each of them `N` bytes long.
    fn list<const N: usize, T>(&mut self, count: usize, read: impl Fn(&[u8; N]) -> T) -> Option<Vec<T>> {
        let (list, rest) = self.0.split_at_checked(count.checked_mul(N)?)?;
        self.0 = rest;
        Some(list.as_chunks().0.iter().map(read).collect())
    }
}

fn parse(bytes: &[u8]) -> Option<Build> {
    let mut rest = Rest(bytes);
    let (made_of, manifest) = (rest.digest()?, rest.digest()?);
    let (pages, files, stamps, young) = (rest.number()?, rest.number()?, rest.number()?, rest.number()?);
    let build = Build {
        made_of,
        files: rest.list(files, |digest| Digest::from_bytes(*digest))?,
        pages,
        site: Listed {
            manifest,
            stamps: rest.list(stamps, stamp_from)?,
            young: (0..young)
                .map(|_| Some((rest.number()?, rest.digest()?)))
                .collect::<Option<_>>()?,
        },
    };
    rest.0.is_empty().then_some(build)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn secret(byte: u8) -> Secret {
        Secret::from_bytes([byte; 32])
    }

    fn build() -> Build {
        Build {
            made_of: Digest::of(b"made of"),
            files: vec![Digest::of(b"one"), Digest::of(b"two")],
            pages: 12,
            site: Listed {
                manifest: Digest::of(b"manifest"),
                stamps: (1..5).map(Stamp::of_count).collect(),
                young: vec![(2, Digest::of(b"young"))],
            },
        }
    }

    #[test]
    fn is_read_as_it_was_kept() {
        let root = tempfile::tempdir().unwrap();
        let (last, discarded) = Last::open(root.path(), secret(1));
        assert_eq!((last.build(), discarded), (None, None));
        last.keep(&build());
        let (last, discarded) = Last::open(root.path(), secret(1));
        assert_eq!((last.build(), discarded), (Some(&build()), None));
        assert_eq!(parse(&to_bytes(&build())), Some(build()));
        assert_eq!(parse(&[&to_bytes(&build())[..], b"more"].concat()), None);
    }

    #[test]
    fn what_is_damaged_or_of_someone_else_is_thrown_away_once() {
        let root = tempfile::tempdir().unwrap();
        Last::open(root.path(), secret(1)).0.keep(&build());
        let path = root.path().join(FOLDER).join(NAME);
        let sound = std::fs::read(&path).unwrap();
        let look = |bytes: &[u8], byte: u8| {
            std::fs::write(&path, bytes).unwrap();
            let (last, discarded) = Last::open(root.path(), secret(byte));
            (last.build().is_some(), discarded.is_some(), path.exists())
        };
        assert_eq!(look(&sound, 1), (true, false, true));
        assert_eq!(look(&sound, 2), (false, true, false));
        for at in 0..sound.len() {
            let mut changed = sound.clone();
            changed[at] ^= 1;
            assert_eq!(look(&changed, 1), (false, true, false), "byte {at}");
            assert_eq!(look(&sound[..at], 1), (false, true, false), "cut at {at}");
        }
    }

    #[test]
    #[cfg(unix)]
    fn a_folder_that_is_a_link_is_left_alone() {
        let room = tempfile::tempdir().unwrap();
        let (elsewhere, root) = (room.path().join("elsewhere"), room.path().join("project"));
        std::fs::create_dir(&root).unwrap();
        std::fs::create_dir(&elsewhere).unwrap();
        std::fs::write(elsewhere.join(NAME), "mine").unwrap();
        std::os::unix::fs::symlink(&elsewhere, root.join(FOLDER)).unwrap();
        let (last, discarded) = Last::open(&root, secret(1));
        last.keep(&build());
        assert_eq!((last.build(), discarded), (None, None));
        assert_eq!(std::fs::read_to_string(elsewhere.join(NAME)).unwrap(), "mine");
        assert_eq!(elsewhere.read_dir().unwrap().count(), 1);
    }

    #[test]
    #[cfg(unix)]
    fn what_stands_at_a_name_is_not_written_through() {
        let room = tempfile::tempdir().unwrap();
        let (folder, target) = (room.path().join(FOLDER), room.path().join("target"));
        std::fs::create_dir(&folder).unwrap();
        std::fs::write(&target, "mine").unwrap();
        let pid = std::process::id();
        for number in 0..100 {
            let name = format!("{NAME}.{pid}-{number}");
            std::os::unix::fs::symlink(&target, folder.join(name)).unwrap();
        }
        std::os::unix::fs::symlink(&target, folder.join(NAME)).unwrap();
        Last::open(room.path(), secret(1)).0.keep(&build());
        assert_eq!(std::fs::read_to_string(&target).unwrap(), "mine");
        assert_eq!(Last::open(room.path(), secret(1)).0.build(), Some(&build()));
    }
}
