//! What must be known of the signatures that a change leaves alone: read cheaply, and kept only where it matters.
//!
//! The other files were checked when they came. Of each, a few lines are read without any cryptography, and only
//! those that have something in common with the change are remembered: a key, an identifier, a name that looks the same.

use super::fold::Fold;
use super::git::{Git, GitError};
use super::head::Head;
use crate::identifier::{Slug, TextId};
use crate::register::{Role, role};
use crate::signature::{PublicKey, SIZE_LIMIT};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::path::Path;

/// What is looked for in the other signatures.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// Names that look like one of these, as [`Fold`] writes them.
    pub folds: HashSet<String>,
    /// Signatures by one of these keys.
    pub keys: HashSet<PublicKey>,
    /// Signatures of one of these organisations, by short name.
    pub organisations: HashSet<String>,
    /// RNA and SIREN numbers.
    pub identifiers: HashSet<String>,
    /// Versions of texts, as in the files, whose signatures are to be counted.
    pub texts: BTreeSet<(String, String)>,
    /// Paths that are not to be looked at, because the change touches them.
    pub except: HashSet<String>,
}

impl Wanted {
    /// Whether there is nothing to look for.
    pub fn is_empty(&self) -> bool {
        self.folds.is_empty()
            && self.keys.is_empty()
            && self.organisations.is_empty()
            && self.identifiers.is_empty()
            && self.texts.is_empty()
    }
}

/// A signature that the change leaves alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// Its path.
    pub path: String,
    /// Which text.
    pub text: TextId,
    /// The organisation's short name.
    pub organisation: Slug,
    /// The organisation's name.
    pub name: String,
    /// Its city.
    pub city: String,
    /// Its RNA number.
    pub rna: Option<String>,
    /// Its SIREN.
    pub siren: Option<String>,
    /// The key that signed.
    pub key: Option<PublicKey>,
    /// Whether it is a withdrawal.
    pub withdrawn: bool,
}

/// What was found.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// The signatures that have something in common with the change, by path.
    pub known: Vec<Known>,
    /// How many signatures each of the wanted versions has.
    pub counts: BTreeMap<(String, String), usize>,
}

impl Found {
    fn join(mut self, other: Self) -> Self {
        self.known.extend(other.known);
        for (text, count) in other.counts {
            *self.counts.entry(text).or_default() += count;
        }
        self
    }

    /// Looks at the bytes of one file.
    fn look(&mut self, fold: &mut Fold, wanted: &Wanted, path: &str, bytes: &[u8]) {
        let Some(lines) = Lines::read(bytes) else { return };
        if !wanted.texts.is_empty() {
            let text = (unescape(lines.text), unescape(lines.version));
            if wanted.texts.contains(&text) {
                *self.counts.entry(text).or_default() += 1;
            }
        }
        let has = |value: Option<&[u8]>| {
            let value = value.and_then(|value| std::str::from_utf8(value).ok());
            value.is_some_and(|value| wanted.identifiers.contains(value))
        };
        let key = lines.key();
        let name = unescape(lines.name);
        let stem = path
            .rsplit('/')
            .next()
            .and_then(|name| name.strip_suffix(".yaml"));
        let matters = stem.is_some_and(|stem| wanted.organisations.contains(stem))
            || (!wanted.keys.is_empty() && key.is_some_and(|key| wanted.keys.contains(&key)))
            || (!wanted.identifiers.is_empty() && (has(lines.rna) || has(lines.siren)))
            || (!wanted.folds.is_empty() && fold.any(&name, |folded| wanted.folds.contains(folded)));
        if !matters {
            return;
        }
        let Ok(Role::Signature(text, organisation)) = role(path) else {
            return;
        };
        self.known.push(Known {
            path: path.to_owned(),
            text,
            organisation,
            name,
            city: unescape(lines.city),
            rna: lines.rna.map(unescape),
            siren: lines.siren.map(unescape),
            key,
            withdrawn: lines.action == b"withdraw",
        });
    }
}

/// Looks through every signature of `head` that the change leaves alone.
///
/// # Errors
/// When git fails.
pub fn find(git: &Git, head: &Head<'_>, wanted: &Wanted) -> Result<Found, GitError> {
    let mut found = match (head.folder(), head.entries()) {
        (Some(root), _) => in_folder(root, wanted),
        (_, Some(entries)) => {
            let paths: Vec<(&str, &super::git::Oid)> = entries
                .iter()
                .filter(|(path, side)| is_signature(path) && side.mode.is_file())
                .filter(|(path, _)| !wanted.except.contains(*path))
                .map(|(path, side)| (path.as_str(), &side.oid))
                .collect();
            in_commit(git, &paths, wanted)?
        }
        (None, None) => Found::default(),
    };
    found.known.sort_by(|one, other| one.path.cmp(&other.path));
    Ok(found)
}

fn is_signature(path: &str) -> bool {
    path.starts_with("signatures/") && path.ends_with(".yaml") && !path.ends_with(".attestation.yaml")
}

fn in_commit(git: &Git, paths: &[(&str, &super::git::Oid)], wanted: &Wanted) -> Result<Found, GitError> {
    let share = paths.len().div_ceil(rayon::current_num_threads()).max(256);
    paths
        .par_chunks(share)
        .map(|paths| {
            let mut found = Found::default();
            let mut fold = Fold::default();
            let oids: Vec<&super::git::Oid> = paths.iter().map(|(_, oid)| *oid).collect();
            git.each_blob(&oids, SIZE_LIMIT, |at, bytes| {
                found.look(&mut fold, wanted, paths[at].0, bytes);
                true
            })?;
            Ok(found)
        })
        .try_reduce(Found::default, |one, other| Ok(one.join(other)))
}

/// Looks through every signature of the project at `root`, in no order.
pub fn in_folder(root: &Path, wanted: &Wanted) -> Found {
    let mut folders = vec!["signatures/charter".to_owned()];
    folders.extend(
        names(root, "signatures/territories")
            .into_iter()
            .map(|name| format!("signatures/territories/{name}")),
    );
    folders
        .par_iter()
        .map(|folder| {
            let mut names = names(root, folder);
            names.retain(|name| is_signature(&format!("signatures/{name}")));
            names.sort_unstable();
            let Some(open) = Folder::open(root, folder) else {
                return Found::default();
            };
            names
                .par_chunks(256)
                .map(|names| {
                    let mut found = Found::default();
                    let mut fold = Fold::default();
                    let mut buffer = vec![0; SIZE_LIMIT + 1];
                    for name in names {
                        let path = format!("{folder}/{name}");
                        if wanted.except.contains(&path) {
                            continue;
                        }
                        if let Some(bytes) = open.read(name, &mut buffer) {
                            found.look(&mut fold, wanted, &path, bytes);
                        }
                    }
                    found
                })
                .reduce(Found::default, Found::join)
        })
        .reduce(Found::default, Found::join)
}

/// The names in a folder that is no link; those that are not text can't be signatures.
fn names(root: &Path, folder: &str) -> Vec<String> {
    let path = root.join(folder);
    if !std::fs::symlink_metadata(&path).is_ok_and(|kind| kind.is_dir()) {
        return Vec::new();
    }
    let entries = std::fs::read_dir(path).into_iter().flatten().flatten();
    let names = entries.filter_map(|entry| entry.file_name().into_string().ok());
    names.filter(|name| !name.starts_with('.')).collect()
}

/// A folder whose files are read one after the other.
struct Folder {
    #[cfg(unix)]
    open: rustix::fd::OwnedFd,
    #[cfg(not(unix))]
    path: std::path::PathBuf,
}

#[cfg(unix)]
impl Folder {
    fn open(root: &Path, folder: &str) -> Option<Self> {
        use rustix::fs::{Mode, OFlags};
        let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::NOFOLLOW | OFlags::CLOEXEC;
        let open = rustix::fs::open(root.join(folder), flags, Mode::empty()).ok()?;
        Some(Self { open })
    }

    /// The bytes of a file that is no link and not too large.
    fn read<'b>(&self, name: &str, buffer: &'b mut [u8]) -> Option<&'b [u8]> {
        use rustix::fs::{Mode, OFlags};
        let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
        let file = rustix::fs::openat(&self.open, name, flags, Mode::empty()).ok()?;
        let mut length = 0;
        loop {
            match rustix::io::read(&file, &mut buffer[length..]) {
                Ok(0) => return Some(&buffer[..length]),
                Ok(read) => length += read,
                Err(error) if error == rustix::io::Errno::INTR => {}
                Err(_) => return None,
            }
            if length == buffer.len() {
                return None;
            }
        }
    }
}

#[cfg(not(unix))]
impl Folder {
    fn open(root: &Path, folder: &str) -> Option<Self> {
        Some(Self {
            path: root.join(folder),
        })
    }

    fn read<'b>(&self, name: &str, buffer: &'b mut [u8]) -> Option<&'b [u8]> {
        let limit = buffer.len() - 1;
        let bytes = crate::project::files::read(&self.path, name, limit).ok()?;
        let buffer = &mut buffer[..bytes.len()];
        buffer.copy_from_slice(&bytes);
        Some(buffer)
    }
}

/// The lines of a signature file that are looked at.
#[derive(Debug, Default)]
struct Lines<'a> {
    action: &'a [u8],
    text: &'a [u8],
    version: &'a [u8],
    name: &'a [u8],
    city: &'a [u8],
    rna: Option<&'a [u8]>,
    siren: Option<&'a [u8]>,
    armour: [&'a [u8]; 2],
}

impl<'a> Lines<'a> {
    /// Reads a file that was sound when it came; none when it is something else.
    fn read(bytes: &'a [u8]) -> Option<Self> {
        let mut found = Self::default();
        let mut named = false;
        let mut lines = bytes.split(|byte| *byte == b'\n');
        for line in lines.by_ref() {
            let line = line.strip_suffix(b"\r").unwrap_or(line);
            let value = |key: &[u8]| line.strip_prefix(key)?.strip_suffix(b"\"");
            match line {
                [b' ', b' ', ..] => {
                    if let Some(name) = value(b"  name: \"").filter(|_| !named) {
                        found.name = name;
                        named = true;
                    } else if let Some(city) = value(b"  city: \"") {
                        found.city = city;
                    } else if let Some(rna) = value(b"  rna: \"") {
                        found.rna = Some(rna);
                    } else if let Some(siren) = value(b"  siren: \"") {
                        found.siren = Some(siren);
                    }
                }
                [b'a', ..] => found.action = value(b"action: \"").unwrap_or(found.action),
                [b't', ..] => found.text = value(b"text: \"").unwrap_or(found.text),
                [b'v', ..] => found.version = value(b"version: \"").unwrap_or(found.version),
                b"signature: |" => break,
                _ => {}
            }
        }
        // The first line is the armour's head.
        lines.next()?;
        for armour in &mut found.armour {
            let line = lines.next()?;
            let line = line.strip_suffix(b"\r").unwrap_or(line);
            *armour = line.strip_prefix(b"  ")?;
        }
        named.then_some(found)
    }

    /// The public key in the armour: its 32 bytes start at byte 33 of the blob, which is character 44 of the base64.
    fn key(&self) -> Option<PublicKey> {
        let mut encoded = [0; 44];
        let (first, second) = (self.armour[0].get(44..70)?, self.armour[1].get(..18)?);
        encoded[..26].copy_from_slice(first);
        encoded[26..].copy_from_slice(second);
        let mut bytes = [0; 36];
        let length = STANDARD.decode_slice_unchecked(encoded, &mut bytes).ok()?;
        let key = bytes[..length].first_chunk::<32>()?;
        Some(PublicKey::from_bytes(*key))
    }
}

/// A value without its escapes.
fn unescape(value: &[u8]) -> String {
    let text = String::from_utf8_lossy(value);
    if text.contains('\\') {
        text.replace("\\\"", "\"").replace("\\\\", "\\")
    } else {
        text.into_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::signature::{Document, Kind, read};

    #[test]
    fn the_cheap_reading_agrees_with_the_strict_one() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors/site");
        let mut seen = 0;
        for path in crate::project::files::find(&folder, "signatures").paths {
            if !is_signature(&path) {
                continue;
            }
            let bytes = std::fs::read(folder.join(&path)).unwrap();
            let signed = read(&path, &bytes, Kind::Adherence).unwrap();
            let lines = Lines::read(&bytes).unwrap();
            let Document::Adherence(adherence) = &signed.document else {
                panic!()
            };
            let organisation = &adherence.organisation;
            assert_eq!(lines.key(), Some(signed.seal.key));
            assert_eq!(unescape(lines.name), organisation.name.as_str());
            assert_eq!(unescape(lines.city), organisation.city.as_str());
            assert_eq!(
                lines.rna.map(unescape).as_deref(),
                organisation.rna.as_ref().map(AsRef::as_ref)
            );
            assert_eq!(
                lines.siren.map(unescape).as_deref(),
                organisation.siren.as_ref().map(AsRef::as_ref)
            );
            assert_eq!(unescape(lines.text), adherence.text.to_string());
            assert_eq!(unescape(lines.version), adherence.version.as_str());
            assert_eq!(lines.action, adherence.action.as_str().as_bytes());
            seen += 1;
        }
        assert!(seen > 5);
    }

    #[test]
    fn anything_else_is_passed_over() {
        for bytes in [
            &b""[..],
            b"signature: |\n",
            b"\xff\xfe",
            b"  name: \"x\"\nsignature: |\n  a\n  b\n  c\n",
        ] {
            assert!(Lines::read(bytes).and_then(|lines| lines.key()).is_none());
        }
    }
}
