//! What a change touches: its files, before and after.

use super::git::{Blobs, Difference, Git, GitError, Mode, Oid, Side, os_path};
use super::head::{Content, read_blob, read_file, too_large};
use crate::diagnostic::Code;
use crate::identifier::unix_line_ends;
use crate::project::{CONFIGURATION, CONFIGURATION_LIMIT};
use crate::register::PICTURE_LIMIT;
use std::path::Path;

/// How many files a change may touch.
pub const FILE_LIMIT: usize = 2000;

/// The largest file that is looked into, in bytes.
pub const READ_LIMIT: usize = 8 * 1024 * 1024;

/// How many bytes are read of a whole change.
pub const TOTAL_LIMIT: usize = 512 * 1024 * 1024;

/// How many commits a change may start from beside the first.
const BASE_LIMIT: usize = 16;

/// The two ends of a change.
#[derive(Clone, Debug)]
pub struct Ends {
    /// The commit that it is made against.
    pub since: Oid,
    /// The commit it starts from: the merge base.
    pub base: Oid,
    /// The others that it starts from as well, where its history crosses that of `since`: which of them git names first is for
    /// whoever dates the commits to say.
    pub others: Vec<Oid>,
    /// The commit it leads to; none for the working tree.
    pub head: Option<Oid>,
    /// The last commit: the one it leads to, or that of the working tree.
    pub tip: Oid,
    /// The project's folder in the repository: empty, or ended by `/`.
    pub prefix: String,
}

/// One file that a change touches.
#[derive(Clone, Debug)]
pub struct Touched {
    /// Its path, relative to the project, as far as it can be written.
    pub path: String,
    /// Whether it lies in the project folder, and its name is text.
    pub inside: bool,
    /// What it was; none when it was not there.
    pub was: Option<Mode>,
    /// What it is; none when it is gone.
    pub is: Option<Mode>,
    /// The object that holds its bytes, where git has one.
    pub blob: Option<Oid>,
    /// What it held.
    pub old: Content,
    /// What it holds.
    pub new: Content,
}

impl Touched {
    /// Whether the change adds the file.
    pub fn is_added(&self) -> bool {
        self.was.is_none()
    }

    /// Whether the change takes the file away.
    pub fn is_deleted(&self) -> bool {
        self.is.is_none()
    }

    /// Whether its name is no text, in the project or out of it.
    pub fn is_unreadable_name(&self) -> bool {
        !self.inside && self.path.contains(char::REPLACEMENT_CHARACTER)
    }

    /// Whether the file lies below a folder of the project, like `signatures`.
    pub fn is_below(&self, folder: &str) -> bool {
        let rest = self.path.strip_prefix(folder);
        self.inside && rest.is_some_and(|rest| rest.starts_with('/'))
    }
}

/// Finds the commits that a change lies between.
///
/// # Errors
/// When a revision is unknown, there is no working tree and no head, nothing joins the two, a merge is in progress, or git fails.
pub fn ends(git: &Git, root: &Path, since: &str, head: Option<&str>) -> Result<Ends, GitError> {
    if head.is_none() && git.is_bare() {
        return Err(GitError::NoWorkTree);
    }
    if head.is_none() && git.is_merging() {
        return Err(GitError::MergeInProgress);
    }
    let (since_commit, head_commit) =
        rayon::join(|| git.commit(since), || git.commit(head.unwrap_or("HEAD")));
    let (since_commit, head_commit) = (since_commit?, head_commit?);
    let mut bases = git.merge_bases(&since_commit, &head_commit)?.into_iter();
    let base = bases.next().ok_or_else(|| GitError::NoMergeBase {
        revision: since.to_owned(),
        shallow: git.is_shallow(),
    })?;
    let others: Vec<Oid> = bases.collect();
    if others.len() > BASE_LIMIT {
        return Err(GitError::TooMuch);
    }
    let prefix = prefix(git, root)?;
    Ok(Ends {
        since: since_commit,
        base,
        others,
        head: head.map(|_| head_commit.clone()),
        tip: head_commit,
        prefix,
    })
}

/// The two ends of what is not committed yet: both the last commit.
///
/// # Errors
/// When there is no commit, or git fails.
pub fn from_head(git: &Git, root: &Path) -> Result<Ends, GitError> {
    let head = git.commit("HEAD")?;
    Ok(Ends {
        since: head.clone(),
        base: head.clone(),
        others: Vec::new(),
        head: None,
        tip: head,
        prefix: prefix(git, root)?,
    })
}

/// The folder of the project at `root` in its repository: empty, or ended by `/`.
///
/// # Errors
/// When it is not in that repository, or its name is no text.
pub fn prefix(git: &Git, root: &Path) -> Result<String, GitError> {
    let root = std::path::absolute(root).map_err(|_| GitError::NotARepository)?;
    let inner = root
        .strip_prefix(git.top())
        .map_err(|_| GitError::NotARepository)?;
    let parts = inner.components().map(|part| part.as_os_str().to_str());
    let parts: Option<Vec<&str>> = parts.collect();
    let parts = parts.ok_or(GitError::NotARepository)?;
    Ok(parts.iter().map(|part| format!("{part}/")).collect())
}

/// Reads every file that differs between the two ends, by path.
///
/// # Errors
/// When there are too many, one is named twice, or git fails.
pub fn read(
    git: &Git,
    root: &Path,
    ends: &Ends,
    differences: Vec<Difference>,
) -> Result<Vec<Touched>, GitError> {
    let seen: usize = differences
        .iter()
        .filter(|difference| !is_doubtful(difference))
        .count();
    let too_many = |count| GitError::TooManyFiles {
        count,
        limit: FILE_LIMIT,
    };
    if seen > FILE_LIMIT {
        return Err(too_many(seen));
    }
    let mut reader = Reader {
        git,
        root,
        prefix: &ends.prefix,
        blobs: git.blobs(),
        read: 0,
    };
    let mut touched = Vec::new();
    for difference in differences {
        let doubtful = is_doubtful(&difference);
        let file = reader.file(difference)?;
        if doubtful && is_unchanged(&file) {
            continue;
        }
        touched.push(file);
        if touched.len() > FILE_LIMIT {
            return Err(too_many(touched.len()));
        }
    }
    touched.sort_by(|one, other| one.path.cmp(&other.path));
    if let Some(twice) = touched
        .windows(2)
        .find(|pair| pair[0].path == pair[1].path && pair[0].inside)
    {
        return Err(GitError::NamedTwice(twice[0].path.clone()));
    }
    Ok(touched)
}

/// A path of the repository as seen from the project folder `prefix`, as far as it can be written; and whether it lies in
/// that folder, and its name is text.
pub fn shown(prefix: &str, path: &[u8]) -> (String, bool) {
    let inner = path.strip_prefix(prefix.as_bytes());
    match inner.map(|inner| (inner, std::str::from_utf8(inner))) {
        Some((_, Ok(name))) => (name.to_owned(), true),
        Some((inner, Err(_))) => (String::from_utf8_lossy(inner).into_owned(), false),
        None => {
            let up = "../".repeat(prefix.matches('/').count());
            (format!("{up}{}", String::from_utf8_lossy(path)), false)
        }
    }
}

/// Whether a path of the repository is one of those that make the project: its texts, signatures and configuration.
pub fn is_of_project(prefix: &str, path: &[u8]) -> bool {
    let inner = path.strip_prefix(prefix.as_bytes());
    inner.is_some_and(|inner| {
        inner.starts_with(b"content/")
            || inner.starts_with(b"signatures/")
            || inner == CONFIGURATION.as_bytes()
    })
}

/// Whether git says only that a file may have changed.
fn is_doubtful(difference: &Difference) -> bool {
    match (&difference.old, &difference.new) {
        (Some(old), Some(new)) => new.oid.is_zero() && old.mode == new.mode,
        _ => false,
    }
}

/// Whether a doubtful file holds what it held, but for line ends that git may have set.
fn is_unchanged(file: &Touched) -> bool {
    match (file.old.bytes(), file.new.bytes()) {
        (Some(old), Some(new)) => unix_line_ends(old) == unix_line_ends(new),
        _ => false,
    }
}

struct Reader<'g> {
    git: &'g Git,
    root: &'g Path,
    prefix: &'g str,
    blobs: Blobs<'g>,
    read: usize,
}

impl Reader<'_> {
    fn file(&mut self, difference: Difference) -> Result<Touched, GitError> {
        let Difference { path, old, new, .. } = difference;
        let (shown, inside) = shown(self.prefix, &path);
        let old_content = match &old {
            Some(side) => self.blob(side, &shown)?,
            None => Content::Absent,
        };
        let new_content = match &new {
            None => Content::Absent,
            Some(side) if !side.oid.is_zero() => self.blob(side, &shown)?,
            Some(side) if !side.mode.is_file() => self.blob(side, &shown)?,
            Some(_) if inside => {
                let content = read_file(self.root, &shown, READ_LIMIT);
                self.bounded(of_its_place(content, &shown))?
            }
            Some(_) => {
                let path = os_path(&path).and_then(|path| path.to_str());
                let content = path.map(|path| read_file(self.git.top(), path, READ_LIMIT));
                self.bounded(content.unwrap_or(Content::Refused(too_large(&shown, 0, 0))))?
            }
        };
        let blob = new.as_ref().map(|side| &side.oid).filter(|oid| !oid.is_zero());
        Ok(Touched {
            path: shown,
            inside,
            blob: blob.cloned(),
            was: old.map(|side| side.mode),
            is: new.map(|side| side.mode),
            old: old_content,
            new: new_content,
        })
    }

    fn blob(&mut self, side: &Side, path: &str) -> Result<Content, GitError> {
        let content = read_blob(&mut self.blobs, side, path, READ_LIMIT)?;
        self.bounded(of_its_place(content, path))
    }

    fn bounded(&mut self, content: Content) -> Result<Content, GitError> {
        self.read += content.bytes().map_or(0, <[u8]>::len);
        if self.read > TOTAL_LIMIT {
            Err(GitError::TooMuch)
        } else {
            Ok(content)
        }
    }
}

/// A file that is too large to be looked into is told the limit of its own place, not that of looking.
fn of_its_place(content: Content, path: &str) -> Content {
    match content {
        Content::Refused(mut fault) if fault.code == Code::FileTooLarge => {
            let mut arguments = fault.arguments.iter_mut();
            if let Some((_, limit)) = arguments.find(|(name, _)| *name == "limit") {
                *limit = size_limit(path).into();
            }
            Content::Refused(fault)
        }
        content => content,
    }
}

/// How large the file at `path` may be, by its place.
pub fn size_limit(path: &str) -> usize {
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
    if path == CONFIGURATION {
        CONFIGURATION_LIMIT
    } else if path.starts_with("signatures/") {
        crate::signature::SIZE_LIMIT
    } else if path.starts_with("content/") && ending == "md" {
        crate::text::SIZE_LIMIT
    } else if path.starts_with("content/") {
        PICTURE_LIMIT
    } else {
        READ_LIMIT
    }
}
