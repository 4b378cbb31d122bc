//! What must be known of the signatures that a change leaves alone: read cheaply, and kept only where it matters.
//!
//! The other files were checked when they came. Of each, a few lines are read without any cryptography, and only
//! those that have something in common with the change are remembered: a key, an identifier, a name that looks the same.

mod everyone;
mod lines;

pub use everyone::Everyone;

use super::fold::Fold;
use super::git::{Git, GitError};
use super::head::Head;
use crate::identifier::{Slug, TextId};
use crate::phases::{Phase, Phases};
use crate::register::{Role, role};
use crate::signature::{Kind, PublicKey, SIZE_LIMIT};
use lines::{Lines, unescape};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet, HashSet};

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
    /// Both together.
    #[must_use]
    pub fn join(mut self, other: Self) -> Self {
        self.known.extend(other.known);
        for (text, count) in other.counts {
            *self.counts.entry(text).or_default() += count;
        }
        self
    }

    /// Looks at what one file says.
    fn look(&mut self, fold: &mut Fold, wanted: &Wanted, path: &str, lines: &Lines<'_>) {
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
            || (!wanted.folds.is_empty() && fold.is_among(&name, &wanted.folds));
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

/// Looks through every signature of `head` that the change leaves alone; `everyone` are those of the working tree, where
/// they have been read.
///
/// # Errors
/// When git fails.
pub fn find(
    git: &Git,
    head: &Head<'_>,
    everyone: Option<Everyone>,
    wanted: &Wanted,
    phases: &Phases,
) -> Result<Found, GitError> {
    let mut found = match (head.folder(), head.entries()) {
        (Some(root), _) => everyone.unwrap_or_else(|| Everyone::read(root)).find(wanted),
        (_, Some(entries)) => {
            let paths: Vec<(&str, &super::git::Oid)> = entries
                .iter()
                .filter(|(path, side)| is_signature(path) && side.mode.is_file())
                .filter(|(path, _)| !wanted.except.contains(*path))
                .map(|(path, side)| (path.as_str(), &side.oid))
                .collect();
            phases.enter(Phase::Signatures, paths.len());
            in_commit(git, &paths, wanted, phases)?
        }
        (None, None) => Found::default(),
    };
    found.known.sort_by(|one, other| one.path.cmp(&other.path));
    Ok(found)
}

/// Whether a signature stands at `path`, as far as its name tells.
pub fn is_signature(path: &str) -> bool {
    path.starts_with("signatures/") && is_signature_name(path)
}

fn is_signature_name(name: &str) -> bool {
    name.ends_with(".yaml") && Kind::of_path(name) == Kind::Adherence
}

/// Looks through the objects of `paths`, each of which is a step of the part of the work under way.
///
/// # Errors
/// When git fails.
pub fn in_commit(
    git: &Git,
    paths: &[(&str, &super::git::Oid)],
    wanted: &Wanted,
    phases: &Phases,
) -> Result<Found, GitError> {
    let share = paths.len().div_ceil(rayon::current_num_threads()).max(256);
    paths
        .par_chunks(share)
        .map(|paths| {
            let mut found = Found::default();
            let mut fold = Fold::default();
            let oids: Vec<&super::git::Oid> = paths.iter().map(|(_, oid)| *oid).collect();
            git.each_blob(&oids, SIZE_LIMIT, |at, bytes| {
                phases.step();
                if let Some(lines) = Lines::read(bytes) {
                    found.look(&mut fold, wanted, paths[at].0, &lines);
                }
                true
            })?;
            Ok(found)
        })
        .try_reduce(Found::default, |one, other| Ok(one.join(other)))
}
