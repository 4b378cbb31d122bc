//! Where the site goes, and how it gets there.

use super::OutputError;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};

/// The folders of a project that the site is made from.
const SOURCES: [&str; 4] = ["content", "signatures", "themes", ".git"];

/// The output folder with its symbolic links followed, and the names that a build uses beside it.
#[derive(Clone, Debug)]
pub(super) struct Place {
    /// The output folder.
    pub(super) output: PathBuf,
    /// Where a new site is made.
    pub(super) new: PathBuf,
    /// Where the last site waits while the new one takes its place, if that takes two steps.
    pub(super) old: PathBuf,
    /// The file that locks the folder.
    pub(super) lock: PathBuf,
}

impl Place {
    /// Finds the place of `output`, and refuses it where a site would be in the project's way.
    pub(super) fn find(output: &Path, project: &Path) -> Result<Self, OutputError> {
        let found = resolve(output)?;
        if found.exists() && !found.is_dir() {
            return Err(OutputError::NotAFolder(output.to_owned()));
        }
        let project = project.canonicalize().map_err(OutputError::io(project))?;
        let in_sources = SOURCES
            .iter()
            .any(|folder| found.starts_with(project.join(folder)));
        let (Some(parent), Some(name)) = (found.parent(), found.file_name()) else {
            return Err(OutputError::InTheWay(output.to_owned()));
        };
        if project.starts_with(&found) || in_sources {
            return Err(OutputError::InTheWay(output.to_owned()));
        }
        let beside = |ending: &str| {
            let mut hidden = std::ffi::OsString::from(".");
            hidden.push(name);
            hidden.push(ending);
            parent.join(hidden)
        };
        Ok(Self {
            new: beside(".paraphe-new"),
            old: beside(".paraphe-old"),
            lock: beside(".paraphe-lock"),
            output: found,
        })
    }

    /// Makes what is missing above the output folder, and tells whether a build may work beside it.
    pub(super) fn can_work_beside(&self) -> Result<bool, OutputError> {
        let parent = self.output.parent().unwrap_or(&self.output);
        std::fs::create_dir_all(parent).map_err(OutputError::io(parent))?;
        let writable =
            rustix::fs::access(parent, rustix::fs::Access::WRITE_OK | rustix::fs::Access::EXEC_OK).is_ok();
        Ok(writable && !is_mount_point(&self.output, parent))
    }
}

/// Refuses a folder of a build's own that is no folder: whoever made a link there, it could lead anywhere.
pub(super) fn refuse_link(folder: &Path) -> Result<(), OutputError> {
    match folder.symlink_metadata() {
        Ok(data) if !data.is_dir() => Err(OutputError::NotAFolder(folder.to_owned())),
        _ => Ok(()),
    }
}

/// Follows symbolic links as far as the path exists.
fn resolve(path: &Path) -> Result<PathBuf, OutputError> {
    match path.canonicalize() {
        Ok(path) => return Ok(path),
        // A link that leads nowhere.
        Err(_) if path.symlink_metadata().is_ok() => return Err(OutputError::NotAFolder(path.to_owned())),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
        Err(error) if error.kind() == std::io::ErrorKind::NotADirectory => {
            return Err(OutputError::NotAFolder(path.to_owned()));
        }
        Err(error) => return Err(OutputError::Io(path.to_owned(), error)),
    }
    match (path.parent(), path.file_name()) {
        (Some(parent), Some(name)) if parent.as_os_str().is_empty() => {
            Ok(resolve(Path::new("."))?.join(name))
        }
        (Some(parent), Some(name)) => Ok(resolve(parent)?.join(name)),
        _ => Err(OutputError::NotAFolder(path.to_owned())),
    }
}

/// A mount point can't be exchanged for another folder.
fn is_mount_point(folder: &Path, parent: &Path) -> bool {
    let device = |path: &Path| path.symlink_metadata().map(|data| data.dev()).ok();
    device(folder).is_some_and(|own| Some(own) != device(parent)) || is_mount_root(folder)
}

#[cfg(target_os = "linux")]
fn is_mount_root(folder: &Path) -> bool {
    use rustix::fs::{AtFlags, CWD, StatxAttributes, StatxFlags, statx};
    statx(CWD, folder, AtFlags::SYMLINK_NOFOLLOW, StatxFlags::BASIC_STATS)
        .is_ok_and(|data| data.stx_attributes.contains(StatxAttributes::MOUNT_ROOT))
}

#[cfg(not(target_os = "linux"))]
fn is_mount_root(_: &Path) -> bool {
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_is_never_put_over_its_project() {
        let folder = tempfile::tempdir().unwrap();
        let project = folder.path().join("project");
        std::fs::create_dir_all(project.join("content")).unwrap();
        for wrong in [
            "project",
            "",
            "project/content",
            "project/content/site",
            "project/.git/x",
            "project/../project",
        ] {
            let found = Place::find(&folder.path().join(wrong), &project);
            assert!(
                matches!(found, Err(OutputError::InTheWay(_))),
                "{wrong}: {found:?}"
            );
        }
        for right in ["project/public", "project/a/b/c", "elsewhere"] {
            assert!(
                Place::find(&folder.path().join(right), &project).is_ok(),
                "{right}"
            );
        }
        assert!(matches!(
            Place::find(Path::new("/"), &project),
            Err(OutputError::InTheWay(_))
        ));
    }

    #[test]
    fn a_file_is_no_folder() {
        let folder = tempfile::tempdir().unwrap();
        let project = folder.path().join("project");
        std::fs::create_dir(&project).unwrap();
        std::fs::write(folder.path().join("file"), "").unwrap();
        std::os::unix::fs::symlink("nowhere", folder.path().join("link")).unwrap();
        for wrong in ["file", "file/public", "link"] {
            let found = Place::find(&folder.path().join(wrong), &project);
            assert!(
                matches!(found, Err(OutputError::NotAFolder(_))),
                "{wrong}: {found:?}"
            );
        }
    }
}
