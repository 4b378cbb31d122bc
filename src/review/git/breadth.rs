//! How many paths two trees can differ in, told without listing them.
//!
//! A tree may hold the same tree under many names, and that one again: a few objects then stand for more paths than git
//! could list in a lifetime. Here each is read once.

use super::{Blobs, GitError, Oid};
use std::cmp::Ordering;
use std::collections::HashMap;

/// How many paths may differ, folders included: as many as the names that an answer of git may hold.
const PATHS: u64 = 1_000_000;

/// How many pairs of trees are looked at.
const PAIRS: usize = 200_000;

/// How many folders may lie in one another.
const DEPTH: usize = 500;

/// The largest tree, in bytes: one of a million names.
const TREE_LIMIT: usize = 64 * 1024 * 1024;

/// Counts what differs, and remembers what it counted.
pub(super) struct Breadth<'g> {
    blobs: Blobs<'g>,
    /// How many paths differ between two trees, either of which may not be there.
    counted: HashMap<Pair, u64>,
    /// How many pairs wait to be counted.
    waiting: usize,
}

/// Two trees, or commits that have them, either of which may not be there.
type Pair = (Option<Oid>, Option<Oid>);

impl<'g> Breadth<'g> {
    pub fn new(blobs: Blobs<'g>) -> Self {
        Self {
            blobs,
            counted: HashMap::new(),
            waiting: 0,
        }
    }

    /// Checks that the trees of two commits do not differ in too many paths.
    ///
    /// # Errors
    /// [`GitError::TooManyFiles`] when they do, [`GitError::TooMuch`] when that is too long to tell, or when git fails.
    pub fn check(&mut self, old: Option<&Oid>, new: &Oid) -> Result<(), GitError> {
        let count = self.differing((old.cloned(), Some(new.clone())), 0)?;
        if count <= PATHS {
            return Ok(());
        }
        Err(GitError::TooManyFiles {
            count: usize::try_from(count).unwrap_or(usize::MAX),
            limit: crate::review::FILE_LIMIT,
        })
    }

    fn differing(&mut self, pair: Pair, depth: usize) -> Result<u64, GitError> {
        if let Some(count) = self.counted.get(&pair) {
            return Ok(*count);
        }
        if depth > DEPTH || self.counted.len() > PAIRS {
            return Err(GitError::TooMuch);
        }
        let (mut count, pairs) = self.inside(&pair)?;
        let waiting = pairs.len();
        self.waiting += waiting;
        if self.waiting as u64 > PATHS {
            return Err(GitError::TooMuch);
        }
        for inner in pairs {
            count = count.saturating_add(self.differing(inner, depth + 1)?);
        }
        self.waiting -= waiting;
        self.counted.insert(pair, count);
        Ok(count)
    }

    /// How many names differ in two trees themselves, and the folders among them.
    fn inside(&mut self, (old, new): &Pair) -> Result<(u64, Vec<Pair>), GitError> {
        let mut bytes = |tree: &Option<Oid>| match tree {
            Some(tree) => self.blobs.tree(tree, TREE_LIMIT),
            None => Ok(Vec::new()),
        };
        let (before, after) = (bytes(old)?, bytes(new)?);
        let length = old.iter().chain(new).map(|oid| oid.as_str().len() / 2).next();
        let length = length.unwrap_or_default();
        differing_names(&before, &after, length).ok_or_else(|| super::unreadable("cat-file"))
    }
}

/// The names that differ in two trees: how many, and the folders among them. Trees that are not in git's order may seem to
/// differ in more names than they do, in no fewer.
fn differing_names(before: &[u8], after: &[u8], length: usize) -> Option<(u64, Vec<Pair>)> {
    let (mut before, mut after) = (Entries { rest: before, length }, Entries { rest: after, length });
    let (mut old, mut new) = (before.next()?, after.next()?);
    let (mut count, mut pairs) = (0, Vec::new());
    loop {
        let order = match (&old, &new) {
            (None, None) => return Some((count, pairs)),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (Some(old), Some(new)) => old.order(new),
        };
        let was = old.filter(|_| order.is_le());
        let is = new.filter(|_| order.is_ge());
        if was != is {
            count += 1;
            let folder = |entry: Option<Entry<'_>>| entry.filter(|entry| entry.is_tree)?.name_of_object();
            let pair = (folder(was), folder(is));
            if pair != (None, None) {
                pairs.push(pair);
            }
        }
        if was.is_some() {
            old = before.next()?;
        }
        if is.is_some() {
            new = after.next()?;
        }
    }
}

/// A name in a tree.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Entry<'t> {
    name: &'t [u8],
    /// The bytes of its object's name.
    oid: &'t [u8],
    is_tree: bool,
}

impl Entry<'_> {
    /// The order of git's trees, in which the name of a folder has a `/` behind it.
    fn order(&self, other: &Self) -> Ordering {
        let name = self.name.iter().copied().chain(self.is_tree.then_some(b'/'));
        name.cmp(other.name.iter().copied().chain(other.is_tree.then_some(b'/')))
    }

    fn name_of_object(&self) -> Option<Oid> {
        let digits: String = self.oid.iter().map(|byte| format!("{byte:02x}")).collect();
        Oid::parse(&digits)
    }
}

/// The names in a tree: `<mode> <name>`, NUL, and the bytes of an object's name, for each.
struct Entries<'t> {
    rest: &'t [u8],
    length: usize,
}

impl<'t> Entries<'t> {
    /// The next name, if there is one; none at all when this is no tree.
    fn next(&mut self) -> Option<Option<Entry<'t>>> {
        if self.rest.is_empty() {
            return Some(None);
        }
        let space = memchr::memchr(b' ', self.rest)?;
        let end = memchr::memchr(0, self.rest).filter(|end| *end > space)?;
        let oid = self.rest.get(end + 1..end + 1 + self.length)?;
        let entry = Entry {
            name: &self.rest[space + 1..end],
            oid,
            // Git writes no zero before it, others do.
            is_tree: self.rest[..space].ends_with(b"40000"),
        };
        self.rest = &self.rest[end + 1 + self.length..];
        Some(Some(entry))
    }
}
