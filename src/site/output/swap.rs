//! Exchanging a whole folder for another in one step.

use super::OutputError;
use super::folders::Folders;
use super::in_place;
use super::manifest::{self, Manifest};
use super::place::Place;
use rustix::fd::BorrowedFd;
use rustix::fs::{CWD, renameat};
use std::collections::HashSet;
use std::fs::Metadata;
use std::io;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// A file in a folder that is still being filled. It tells such a folder from the last site after an exchange.
pub(super) const UNFINISHED: &str = ".paraphe-unfinished";

/// Brings back the last good site after a build that was killed, and clears away what that build left.
pub(super) fn recover(place: &Place) -> Result<(), OutputError> {
    if !exists(&place.output) && exists(&place.old) {
        std::fs::rename(&place.old, &place.output).map_err(OutputError::io(&place.output))?;
    }
    remove_marker(&place.output)?;
    if exists(&place.new.join(UNFINISHED)) {
        discard(&place.new)?;
    }
    retire(&place.new, &place.output)?;
    retire(&place.old, &place.output)
}

/// Deletes a folder that was still being filled. Its mark goes last: whoever finds the rest after a kill still knows
/// what it is.
pub(super) fn discard(new: &Path) -> Result<(), OutputError> {
    for entry in new.read_dir().map_err(OutputError::io(new))? {
        let entry = entry.map_err(OutputError::io(new))?;
        let path = entry.path();
        if entry.file_name() == UNFINISHED {
            continue;
        }
        let is_folder = entry.file_type().map_err(OutputError::io(&path))?.is_dir();
        if is_folder {
            std::fs::remove_dir_all(&path)
        } else {
            std::fs::remove_file(&path)
        }
        .map_err(OutputError::io(&path))?;
    }
    std::fs::remove_dir_all(new).map_err(OutputError::io(new))
}

/// How an attempt to exchange two folders ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Exchange {
    /// The new site is in its place, and the last one is where the new one was, or where it waits.
    Done,
    /// The output folder can't be moved.
    Impossible,
}

/// Puts the folder `place.new` where `place.output` is.
pub(super) fn exchange(place: &Place) -> Result<Exchange, OutputError> {
    let Place { output, new, old, .. } = place;
    if !exists(output) {
        std::fs::rename(new, output).map_err(OutputError::io(output))?;
        return Ok(Exchange::Done);
    }
    match rename_exchange(new, output) {
        Ok(()) => return Ok(Exchange::Done),
        Err(error) if is_immovable(&error) => return Ok(Exchange::Impossible),
        // Not every system and file system knows the exchange.
        Err(error) if is_unknown(&error) => {}
        Err(error) => return Err(OutputError::Io(output.clone(), error)),
    }
    match std::fs::rename(output, old) {
        Err(error) if is_immovable(&error) => return Ok(Exchange::Impossible),
        result => result.map_err(OutputError::io(output))?,
    }
    if let Err(error) = std::fs::rename(new, output) {
        // Back again: the last site is a good one.
        let _ = std::fs::rename(old, output);
        return Err(OutputError::Io(output.clone(), error));
    }
    Ok(Exchange::Done)
}

/// After the exchange: takes the mark off the new site and clears the last one away.
pub(super) fn finish(place: &Place) -> Result<(), OutputError> {
    remove_marker(&place.output)?;
    retire(&place.new, &place.output)?;
    retire(&place.old, &place.output)
}

#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn rename_exchange(new: &Path, output: &Path) -> io::Result<()> {
    use rustix::fs::{RenameFlags, renameat_with};
    Ok(renameat_with(CWD, new, CWD, output, RenameFlags::EXCHANGE)?)
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn rename_exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(rustix::io::Errno::NOSYS.into())
}

fn is_immovable(error: &io::Error) -> bool {
    let code = rustix::io::Errno::from_io_error(error);
    matches!(code, Some(rustix::io::Errno::BUSY | rustix::io::Errno::XDEV))
}

fn is_unknown(error: &io::Error) -> bool {
    use rustix::io::Errno;
    matches!(
        Errno::from_io_error(error),
        Some(Errno::NOSYS | Errno::INVAL | Errno::NOTSUP | Errno::PERM)
    )
}

/// What in an output folder is not this program's.
#[derive(Debug, Default)]
pub(super) struct Foreign {
    /// Files and links, relative to the folder.
    files: Vec<PathBuf>,
    /// Folders that hold nothing of this program's.
    folders: Vec<(PathBuf, Metadata)>,
}

/// Finds what is foreign in `output`; none when part of it lies on another file system, which no exchange can take along.
pub(super) fn foreign(output: &Path, last: Option<&Manifest>) -> Result<Option<Foreign>, OutputError> {
    let mut foreign = Foreign::default();
    let device = match output.symlink_metadata() {
        Ok(data) => data.dev(),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Some(foreign)),
        Err(error) => return Err(OutputError::Io(output.to_owned(), error)),
    };
    let walk = WalkDir::new(output).min_depth(1).into_iter();
    for entry in walk.filter_entry(|entry| !(entry.depth() == 1 && is_ours_by_name(entry.file_name()))) {
        let entry = entry.map_err(|error| walk_error(output, error))?;
        let relative = entry.path().strip_prefix(output).unwrap_or(entry.path());
        if entry.file_type().is_dir() {
            let data = entry.metadata().map_err(|error| walk_error(output, error))?;
            if data.dev() != device {
                return Ok(None);
            }
            foreign.folders.push((relative.to_owned(), data));
        } else if !relative
            .to_str()
            .is_some_and(|path| last.is_some_and(|last| last.contains(path)))
        {
            foreign.files.push(relative.to_owned());
        }
    }
    Ok(Some(foreign))
}

/// Gives the new site the foreign files of the last one.
pub(super) fn carry(
    foreign: &Foreign,
    output: &Path,
    new: &Path,
    ours: impl Fn(&Path) -> bool,
) -> Result<(), OutputError> {
    let holding: HashSet<&Path> = foreign
        .files
        .iter()
        .flat_map(|file| file.ancestors().skip(1))
        .collect();
    let folders = foreign
        .folders
        .iter()
        .filter(|(folder, _)| holding.contains(folder.as_path()) || !ours(folder));
    let folders: Vec<_> = folders.map(|(folder, data)| (new.join(folder), data)).collect();
    for (folder, _) in &folders {
        std::fs::create_dir_all(folder).map_err(OutputError::io(folder))?;
    }
    for file in &foreign.files {
        link_or_copy(&output.join(file), &new.join(file))?;
    }
    // Last, because a folder may forbid what was just done in it; the innermost first.
    for (folder, data) in folders.iter().rev() {
        let _ = std::fs::set_permissions(folder, data.permissions());
    }
    Ok(())
}

/// The same file under a second path, or a copy where the file system has no such thing.
pub(super) fn link_or_copy(from: &Path, to: &Path) -> Result<(), OutputError> {
    use rustix::fs::{AtFlags, linkat};
    if linkat(CWD, from, CWD, to, AtFlags::empty()).is_ok() {
        return Ok(());
    }
    let data = from.symlink_metadata().map_err(OutputError::io(from))?;
    if data.is_symlink() {
        let target = std::fs::read_link(from).map_err(OutputError::io(from))?;
        std::os::unix::fs::symlink(target, to).map_err(OutputError::io(to))
    } else {
        std::fs::copy(from, to).map(drop).map_err(OutputError::io(to))
    }
}

/// Deletes what is left of the last site. A foreign file that did not come along is brought after it.
fn retire(old: &Path, output: &Path) -> Result<(), OutputError> {
    if !exists(old) {
        return Ok(());
    }
    let manifest = Manifest::read(old).map_err(OutputError::io(old))?;
    std::fs::create_dir_all(output).map_err(OutputError::io(output))?;
    let to = Folders::made(output).map_err(|error| OutputError::Io(output.to_owned(), error.into()))?;
    let mut kept_back = false;
    let all = WalkDir::new(old).follow_root_links(false);
    for entry in all.min_depth(1).contents_first(true) {
        let entry = entry.map_err(|error| walk_error(old, error))?;
        let path = entry.path();
        let relative = path.strip_prefix(old).unwrap_or(path);
        if entry.file_type().is_dir() {
            // Fails where something stayed behind.
            let _ = std::fs::remove_dir(path);
            continue;
        }
        let ours = relative == Path::new(manifest::NAME)
            || relative
                .to_str()
                .is_some_and(|path| manifest.as_ref().is_some_and(|all| all.contains(path)));
        // The manifest goes last, so that a second attempt still knows what is ours.
        if relative == Path::new(manifest::NAME) {
            continue;
        }
        let there = output.join(relative);
        if ours || is_same(path, &there) {
            std::fs::remove_file(path).map_err(OutputError::io(path))?;
        } else if exists(&there) {
            kept_back = true;
        } else {
            // Through no link: the folder may have come with a clone.
            let bring = |folder: BorrowedFd<'_>, name: &str| renameat(CWD, path, folder, name);
            match relative.to_str().map(|relative| to.at(relative, bring)) {
                Some(Ok(brought)) => brought.map_err(|error| OutputError::Io(there, error.into()))?,
                None | Some(Err(_)) => kept_back = true,
            }
        }
    }
    if kept_back {
        return set_aside(old);
    }
    let _ = std::fs::remove_file(old.join(manifest::NAME));
    match std::fs::remove_dir(old) {
        Err(error) if error.kind() == io::ErrorKind::DirectoryNotEmpty => set_aside(old),
        result => result.map_err(OutputError::io(old)),
    }
}

/// A foreign file was changed while the folders were exchanged: both states of it are kept.
fn set_aside(old: &Path) -> Result<(), OutputError> {
    for number in 1_u32.. {
        let mut name = old.as_os_str().to_owned();
        name.push(format!("-kept-{number}"));
        if !exists(Path::new(&name)) {
            return std::fs::rename(old, &name).map_err(OutputError::io(old));
        }
    }
    Ok(())
}

fn is_same(one: &Path, other: &Path) -> bool {
    let (Ok(a), Ok(b)) = (one.symlink_metadata(), other.symlink_metadata()) else {
        return false;
    };
    if (a.dev(), a.ino()) == (b.dev(), b.ino()) {
        return true;
    }
    if a.is_symlink() && b.is_symlink() {
        return std::fs::read_link(one).ok() == std::fs::read_link(other).ok();
    }
    a.is_file() && b.is_file() && a.len() == b.len() && std::fs::read(one).ok() == std::fs::read(other).ok()
}

fn is_ours_by_name(name: &std::ffi::OsStr) -> bool {
    name == manifest::NAME || name == UNFINISHED || name == in_place::FOLDER
}

fn remove_marker(output: &Path) -> Result<(), OutputError> {
    let marker = output.join(UNFINISHED);
    match std::fs::remove_file(&marker) {
        Err(error)
            if !matches!(
                error.kind(),
                io::ErrorKind::NotFound | io::ErrorKind::NotADirectory
            ) =>
        {
            Err(OutputError::Io(marker, error))
        }
        _ => Ok(()),
    }
}

fn exists(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}

fn walk_error(folder: &Path, error: walkdir::Error) -> OutputError {
    let path = error.path().unwrap_or(folder).to_owned();
    OutputError::Io(
        path,
        error
            .into_io_error()
            .unwrap_or_else(|| io::Error::other("loop of links")),
    )
}
