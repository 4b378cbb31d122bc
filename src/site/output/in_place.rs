//! Bringing a site into its folder file by file, where the folder itself can't be exchanged.
//!
//! What is to be done is written down first. A build that is killed on the way leaves some files of the new site among
//! those of the last one, each of them whole; the next build finishes the work before it does anything else.

use super::OutputError;
use super::folders::Folders;
use super::manifest;
use rustix::fs::{AtFlags, renameat, unlinkat};
use rustix::io::Errno;
use std::collections::BTreeSet;
use std::io::Write as _;
use std::path::Path;

/// The working folder inside the output folder.
pub(super) const FOLDER: &str = ".paraphe-new";

/// The list of what is to be done, in the working folder. It counts once its last line is there.
const JOURNAL: &str = ".paraphe-journal";

const END: &str = "end";

/// Moves the files `moved` from `output/.paraphe-new` into place, the last one last, and deletes `deleted`.
pub(super) fn apply<'a>(
    output: &Path,
    moved: impl Iterator<Item = &'a str>,
    deleted: impl Iterator<Item = &'a str>,
) -> Result<(), OutputError> {
    let mut text = String::new();
    for path in moved {
        text.push_str(&format!("+{path}\n"));
    }
    for path in deleted {
        text.push_str(&format!("-{path}\n"));
    }
    text.push_str(END);
    text.push('\n');
    let path = output.join(FOLDER).join(JOURNAL);
    let mut file = std::fs::File::create(&path).map_err(OutputError::io(&path))?;
    file.write_all(text.as_bytes())
        .and_then(|()| file.sync_all())
        .map_err(OutputError::io(&path))?;
    recover(output)
}

/// Finishes what an earlier build began, or clears away what it had not yet decided on.
pub(super) fn recover(output: &Path) -> Result<(), OutputError> {
    let folder = output.join(FOLDER);
    let journal = folder.join(JOURNAL);
    let text = std::fs::read_to_string(&journal).unwrap_or_default();
    if text.lines().next_back() == Some(END) {
        replay(output, &folder, &text)?;
        // First the journal, so that a half-deleted folder is never taken for work to do.
        std::fs::remove_file(&journal).map_err(OutputError::io(&journal))?;
    }
    match std::fs::remove_dir_all(&folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(OutputError::Io(folder, error)),
        _ => Ok(()),
    }
}

/// Every step can be repeated: a file that is no longer in the working folder is already in its place.
///
/// The list may have come with a clone: no step of it leads through a link.
fn replay(output: &Path, folder: &Path, text: &str) -> Result<(), OutputError> {
    let open = |path: &Path, open: fn(&Path) -> rustix::io::Result<Folders>| {
        open(path).map_err(|error| OutputError::Io(path.to_owned(), error.into()))
    };
    let steps = |step: &'static str| {
        let paths = text.lines().filter_map(move |line| line.strip_prefix(step));
        paths.filter(|path| manifest::is_sound(path))
    };
    let (from, to) = (open(folder, Folders::there)?, open(output, Folders::made)?);
    for path in steps("+") {
        let moved = to.at(path, |to, name| {
            from.at(path, |from, staged| renameat(from, staged, to, name))
        });
        let at = || output.join(path);
        match moved {
            Ok(Ok(Err(error))) if error != Errno::NOENT => return Err(OutputError::Io(at(), error.into())),
            Ok(_) => {}
            Err(_) => return Err(OutputError::Foreign(vec![at()])),
        }
    }
    let there = open(output, Folders::there)?;
    let mut emptied: BTreeSet<&str> = BTreeSet::new();
    for path in steps("-") {
        match there.at(path, |folder, name| unlinkat(folder, name, AtFlags::empty())) {
            Ok(Err(error)) if error != Errno::NOENT => {
                return Err(OutputError::Io(output.join(path), error.into()));
            }
            Ok(_) => emptied.extend(path.rsplit_once('/').map(|(folder, _)| folder)),
            // What stands behind a link is not what a build wrote.
            Err(_) => {}
        }
    }
    for folder in emptied.into_iter().rev() {
        // Ends at a folder where something is left, as it should, and at the output folder.
        let mut next = Some(folder);
        while let Some(folder) = next {
            let removed = there.at(folder, |above, name| unlinkat(above, name, AtFlags::REMOVEDIR));
            next = folder.rsplit_once('/').map(|(above, _)| above);
            next = next.filter(|_| matches!(removed, Ok(Ok(()))));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::PathBuf;

    fn write(path: PathBuf, text: &str) {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }

    #[test]
    fn a_decided_build_is_finished_and_an_undecided_one_forgotten() {
        let folder = tempfile::tempdir().unwrap();
        let output = folder.path();
        write(output.join("a.html"), "old");
        write(output.join("b/c.html"), "old");
        write(output.join(FOLDER).join("a.html"), "new");
        recover(output).unwrap();
        assert_eq!(std::fs::read_to_string(output.join("a.html")).unwrap(), "old");
        assert!(!output.join(FOLDER).exists());

        write(output.join(FOLDER).join("a.html"), "new");
        write(
            output.join(FOLDER).join(JOURNAL),
            "+a.html\n+already/there.html\n-b/c.html\n-../../x\nend\n",
        );
        recover(output).unwrap();
        assert_eq!(std::fs::read_to_string(output.join("a.html")).unwrap(), "new");
        assert!(!output.join("b").exists() && !output.join(FOLDER).exists());
    }
}
