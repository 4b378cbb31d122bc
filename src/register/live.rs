//! A register that follows its project while that is being written: what did not change is not read again.

use super::against::Texts;
use super::contents::Contents;
use super::find::{Key, Places, RegisterFiles};
use super::signed::{Reader, place_of, tell_whose};
use super::{Entry, Loaded, Register, Role, Versions, chain, doubles, role};
use crate::cache::Checks;
use crate::diagnostic::{Diagnostic, error_count};
use crate::identifier::Digest;
use crate::phases::{Phase, Phases};
use crate::project::files::Folder;
use crate::project::{Changes, Configuration, Project};
use std::collections::BTreeSet;
use std::io;
use std::path::Path;
use std::slice;

/// How many signatures are put in their places one by one: for more it is quicker to read all.
const FEW: usize = 64;

/// The register of a project, and what is wrong with the project.
#[derive(Debug)]
pub struct Live {
    register: Register,
    /// Configuration and texts, which every signature is held against.
    base: Digest,
    /// Whether no text had to be left out.
    has_all_texts: bool,
    /// What is wrong with texts, pages and pictures.
    of_contents: Vec<Diagnostic>,
    /// What is wrong with signed files.
    of_signed: Vec<Diagnostic>,
    /// What is wrong between signatures.
    of_doubles: Vec<Diagnostic>,
}

impl Live {
    /// Reads a whole project, but for the checks of signatures that `checks` know to hold; tells `phases` how far it is.
    pub fn read(project: &Project, checks: &Checks, phases: &Phases) -> Self {
        Self::of_files(project, None, checks, phases)
    }

    /// The same; `found` are the project's files, where they have been found already.
    pub(super) fn of_files(
        project: &Project,
        found: Option<RegisterFiles>,
        checks: &Checks,
        phases: &Phases,
    ) -> Self {
        let root = &project.root;
        phases.enter(Phase::Find, 0);
        let found = found.unwrap_or_else(|| RegisterFiles::find(root));
        let (places, mut of_contents) = Places::of(found.contents);
        let (signed, mut of_signed) = Places::of(found.signed);

        phases.enter(Phase::Texts, 0);
        let Contents {
            mut texts,
            pages,
            pictures,
            faults,
        } = Contents::read(project, &places);
        of_contents.extend(faults);
        let base = base(&project.configuration, &texts);
        let reader = Reader {
            project,
            texts: &texts,
            checks,
        };
        let (mut entries, faults) = reader.read_all(&signed, phases);
        of_signed.extend(faults);

        phases.enter(Phase::Compare, 0);
        let all = count(&texts);
        chain::keep_sound(&mut texts);
        entries.retain(|entry| is_under(&texts, entry));
        let has_all_texts = count(&texts) == all;
        let mut register = Register {
            texts,
            entries,
            pages,
            pictures,
            ..Register::default()
        };
        register.index();
        Self {
            of_doubles: doubles::check(root, &register),
            register,
            base,
            has_all_texts,
            of_contents,
            of_signed,
        }
    }

    /// Brings the register up to date after `changes` in its project; whether every signed file was read for that.
    ///
    /// The outcome is that of [`read`](Self::read).
    pub fn follow(&mut self, project: &Project, changes: &Changes, checks: &Checks, phases: &Phases) -> bool {
        let followed = self.try_to_follow(project, changes, checks, phases);
        if followed.is_none() {
            *self = Self::read(project, checks, phases);
        }
        followed.is_none()
    }

    /// What holds.
    pub fn register(&self) -> &Register {
        &self.register
    }

    /// What does not, in the order of paths and lines.
    pub fn diagnostics(&self) -> Vec<Diagnostic> {
        let all = [&self.of_contents, &self.of_signed, &self.of_doubles];
        let mut all: Vec<Diagnostic> = all.into_iter().flatten().cloned().collect();
        tell_whose(&mut all, &self.register.entries);
        all.sort();
        all.dedup();
        all
    }

    /// None when everything has to be read; then nothing that matters has changed here.
    fn try_to_follow(
        &mut self,
        project: &Project,
        changes: &Changes,
        checks: &Checks,
        phases: &Phases,
    ) -> Option<()> {
        let Changes::Paths(paths) = changes else {
            return None;
        };
        if !changes.are_below(&["signatures", "themes"]) {
            self.read_contents(project, phases)?;
        }
        let signed: Vec<&String> = paths
            .iter()
            .filter(|path| path.starts_with("signatures"))
            .collect();
        if signed.is_empty() {
            return Some(());
        }
        // An error may be about several files, or about one that is gone.
        if error_count(&self.of_signed) > 0 || !self.has_all_texts {
            return None;
        }
        let keys = keys(&project.root, &signed)?;
        if keys.len() > FEW {
            return None;
        }
        phases.enter(Phase::Signatures, keys.len());
        let reader = Reader {
            project,
            texts: &self.register.texts,
            checks,
        };
        let read = |key: Key| {
            let now = Now::read(reader, &key)?;
            Some((key, now))
        };
        let found: Vec<(Key, Now)> = keys.into_iter().map(read).collect::<Option<_>>()?;
        phases.enter(Phase::Compare, 0);
        self.put(&project.root, found);
        Some(())
    }

    /// Reads texts, pages and pictures again; none when the texts are others, or the configuration is.
    fn read_contents(&mut self, project: &Project, phases: &Phases) -> Option<()> {
        phases.enter(Phase::Texts, 0);
        let (places, mut faults) = Places::of(RegisterFiles::find_contents(&project.root));
        let contents = Contents::read(project, &places);
        if base(&project.configuration, &contents.texts) != self.base {
            return None;
        }
        faults.extend(contents.faults);
        self.of_contents = faults;
        self.register.pages = contents.pages;
        self.register.pictures = contents.pictures;
        Some(())
    }

    /// Puts signatures in their places, and takes away those that are gone.
    fn put(&mut self, root: &Path, found: Vec<(Key, Now)>) {
        let entries = &mut self.register.entries;
        let mut new = Vec::new();
        for (key, now) in found {
            let (id, slug) = &key;
            let paths = [id.signature_path(slug), id.attestation_path(slug)];
            self.of_signed.retain(|fault| !paths.contains(&fault.place.path));
            self.of_signed.extend(now.warnings);
            new.extend(now.entry.clone());
            match (place_of(entries, &key), now.entry) {
                (Ok(at), Some(entry)) => entries[at] = entry,
                (Err(at), Some(entry)) => entries.insert(at, entry),
                (Ok(at), None) => drop(entries.remove(at)),
                (Err(_), None) => {}
            }
        }
        self.register.index();
        // What was taken away leaves no new fault behind.
        if !self.of_doubles.is_empty() || doubles::may_concern(&self.register, &new) {
            self.of_doubles = doubles::check(root, &self.register);
        }
    }
}

impl From<Live> for Loaded {
    fn from(live: Live) -> Self {
        Self {
            diagnostics: live.diagnostics(),
            register: live.register,
        }
    }
}

/// The signatures that changed, by the paths of signed files; none when there was something else.
fn keys(root: &Path, paths: &[&String]) -> Option<BTreeSet<Key>> {
    let mut keys = BTreeSet::new();
    for path in paths {
        match role(path) {
            Ok(Role::Signature(id, slug) | Role::Attestation(id, slug)) => drop(keys.insert((id, slug))),
            // An editor's own file that has gone again.
            _ if !is_folder_of_texts(path) && !is_file(root, path)? => {}
            _ => return None,
        }
    }
    Some(keys)
}

/// Whether signatures of a text, or of several, may have stood below `path`.
fn is_folder_of_texts(path: &str) -> bool {
    let parts: Vec<&str> = path.split('/').collect();
    matches!(parts.as_slice(), [_] | [_, _] | [_, "territories", _])
}

/// A signature as it now stands.
struct Now {
    /// None when it is gone.
    entry: Option<Entry>,
    warnings: Vec<Diagnostic>,
}

impl Now {
    /// Reads the signature of that key with its attestation; none when there is an error in either.
    fn read(reader: Reader<'_>, key: &Key) -> Option<Self> {
        let root = &reader.project.root;
        let (id, slug) = key;
        let is_attested = is_file(root, &id.attestation_path(slug))?;
        let mut warnings = Vec::new();
        if !is_file(root, &id.signature_path(slug))? {
            let entry = None;
            return (!is_attested).then_some(Self { entry, warnings });
        }
        let folder = Folder::open(root, format!("signatures/{id}")).ok()?;
        let mut entry = reader.signatures(&folder, slice::from_ref(key)).pop()?.ok()?;
        if is_attested {
            let word = reader.attestations(&folder, &[(key, Some(&entry))]).pop()?.ok()?;
            warnings = word.give(&mut entry);
        }
        (error_count(&warnings) == 0).then_some(Self {
            entry: Some(entry),
            warnings,
        })
    }
}

/// Whether a file stands at `path` or nothing at all; none when it is anything else.
fn is_file(root: &Path, path: &str) -> Option<bool> {
    match root.join(path).symlink_metadata() {
        Ok(data) if data.is_file() => Some(true),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Some(false),
        _ => None,
    }
}

fn is_under(texts: &[Versions], entry: &Entry) -> bool {
    let signed = &entry.adherence;
    let versions = Texts(texts).get(&signed.text);
    versions.is_some_and(|found| found.versions.iter().any(|text| text.version == signed.version))
}

fn count(texts: &[Versions]) -> usize {
    texts.iter().map(|versions| versions.versions.len()).sum()
}

fn base(configuration: &Configuration, texts: &[Versions]) -> Digest {
    use std::fmt::Write as _;
    let mut base = format!("{configuration:?}\n");
    for text in texts.iter().flat_map(|versions| &versions.versions) {
        let _ = writeln!(base, "{} {} {}", text.id, text.version.as_str(), text.digest);
    }
    Digest::of(base.as_bytes())
}
