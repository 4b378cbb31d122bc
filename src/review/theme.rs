//! The theme that a change leads to: whether it can be read. It is run by nobody before the change is accepted.

use super::Request;
use super::change::{Ends, READ_LIMIT, TOTAL_LIMIT, Touched};
use super::git::{Blob, Git, GitError, TreeEntry};
use crate::diagnostic::Diagnostic;
use crate::project::{CONFIGURATION, Configuration, Project};
use std::path::{Component, Path};

/// What can be said against the theme that the change brings or chooses, as `request` tells it; `before` is the configuration
/// where the change starts from. Nothing is read for a change that leaves the theme alone.
///
/// # Errors
/// When git fails, or what it holds can't be laid out.
pub fn check(
    request: Request<'_>,
    git: &Git,
    ends: &Ends,
    touched: &[Touched],
    before: &Configuration,
) -> Result<Vec<Diagnostic>, GitError> {
    let own = touched
        .iter()
        .find(|file| file.inside && file.path == CONFIGURATION);
    let chosen = match own.map(|file| file.new.bytes().map(Configuration::read)) {
        None => None,
        Some(Some(Ok(configuration))) => Some(configuration),
        // What is wrong with it is told elsewhere.
        Some(_) => return Ok(Vec::new()),
    };
    let configuration = chosen.as_ref().unwrap_or(before);
    let (theme, language) = (&configuration.theme, configuration.language);
    let folder = format!("themes/{theme}");
    let is_other = (theme, language) != (&before.theme, before.language);
    if !is_other && !touched.iter().any(|file| file.is_below(&folder)) {
        return Ok(Vec::new());
    }
    let room;
    let root = if ends.head.is_none() {
        request.root
    } else {
        room = lay_out(git, ends, &[CONFIGURATION, &folder])?;
        room.path()
    };
    Ok(Project::load(root).map_or_else(|_| Vec::new(), |project| (request.theme)(&project)))
}

/// The files of the commit that a change leads to, below `paths` of the project, in a folder of their own.
fn lay_out(git: &Git, ends: &Ends, paths: &[&str]) -> Result<tempfile::TempDir, GitError> {
    let failed = |error: std::io::Error| GitError::Failed {
        command: "ls-tree".to_owned(),
        reason: error.to_string(),
    };
    let room = tempfile::tempdir().map_err(failed)?;
    let prefixed: Vec<String> = paths
        .iter()
        .map(|path| format!("{}{path}", ends.prefix))
        .collect();
    let mut blobs = git.blobs();
    let mut read = 0;
    for TreeEntry { path, side } in git.tree(&ends.tip, &prefixed)? {
        let path = std::str::from_utf8(&path).ok();
        let inner = path.and_then(|path| path.strip_prefix(&ends.prefix));
        // What else there may be is told where it is looked at by itself, and is no file of a site.
        let Some(inner) = inner.filter(|inner| side.mode.is_file() && is_plain(inner)) else {
            continue;
        };
        let Blob::Bytes(bytes) = blobs.read(&side.oid, READ_LIMIT)? else {
            continue;
        };
        read += bytes.len();
        if read > TOTAL_LIMIT {
            return Err(GitError::TooMuch);
        }
        let whole = room.path().join(inner);
        std::fs::create_dir_all(whole.parent().unwrap_or(room.path())).map_err(failed)?;
        std::fs::write(whole, bytes).map_err(failed)?;
    }
    Ok(room)
}

/// Whether a path leads down from where it starts, and nowhere else.
fn is_plain(path: &str) -> bool {
    let mut parts = Path::new(path).components();
    parts.all(|part| matches!(part, Component::Normal(_))) && !path.contains('\\')
}
