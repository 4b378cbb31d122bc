//! What git is asked of a change, while the folder is read beside it.

use super::Refusal;
use super::change::{self, Change, Ends};
use super::differences;
use super::git::{Blob, Difference, Git, GitError, Oid};
use super::head::{Head, too_large};
use super::known::Everyone;
use super::past;
use super::since::Since;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::project::{CONFIGURATION, Configuration};
use std::path::Path;

/// The largest configuration, in bytes.
const CONFIGURATION_LIMIT: usize = 64 * 1024;

/// What git says of a change.
pub struct Asked {
    /// The configuration of the commit that it is made against.
    pub configuration: Configuration,
    /// The configuration where it starts from.
    pub before: Configuration,
    /// What came to that commit's branch since the change started.
    pub since: Since,
    /// What it touches.
    pub change: Change,
    /// What is wrong with its earlier states.
    pub past: Vec<Diagnostic>,
}

/// Asks git; `committed` is what the commits of the change differ in.
///
/// # Errors
/// [`Refusal`], when there is nothing to hold the change against.
pub fn ask(git: &Git, root: &Path, ends: &Ends, committed: Vec<Difference>) -> Result<Asked, Refusal> {
    let configuration = configuration_at(git, ends, &ends.since)?;
    let before = configuration_before(git, ends, &configuration)?;
    let since = Since::read(git, ends)?;
    let change = change::read(git, root, ends, committed)?;
    let past = past::check(git, ends, &change.touched)?;
    Ok(Asked {
        configuration,
        before,
        since,
        change,
        past,
    })
}

/// The state that a change leads to; and the signatures of the working tree, where what it has `committed` is sure to be held
/// against them.
///
/// # Errors
/// When git fails.
pub fn read_ahead<'g>(
    git: &'g Git,
    root: &Path,
    ends: &Ends,
    committed: &[Difference],
) -> Result<(Head<'g>, Option<Everyone>), GitError> {
    if let Some(commit) = &ends.head {
        return Ok((Head::commit(git, commit, &ends.prefix)?, None));
    }
    let everyone = differences::sign(committed, ends).then(|| Everyone::read(root));
    Ok((Head::work_tree(root), everyone))
}

/// The configuration in a commit of the project's repository.
fn configuration_at(git: &Git, ends: &Ends, commit: &Oid) -> Result<Configuration, Refusal> {
    let missing = || {
        let fault = Diagnostic::new(Code::ConfigurationMissing, Place::file(CONFIGURATION));
        Refusal::Configuration(vec![fault])
    };
    let path = format!("{}{CONFIGURATION}", ends.prefix);
    let entries = git.tree(commit, std::slice::from_ref(&path))?;
    let side = entries
        .iter()
        .find(|entry| entry.path == path.as_bytes())
        .map(|entry| &entry.side)
        .filter(|side| side.mode.is_file())
        .ok_or_else(missing)?;
    match git.blobs().read(&side.oid, CONFIGURATION_LIMIT)? {
        Blob::Bytes(bytes) => Configuration::read(&bytes).map_err(Refusal::Configuration),
        Blob::TooLarge(size) => {
            let fault = too_large(CONFIGURATION, size, CONFIGURATION_LIMIT);
            Err(Refusal::Configuration(vec![fault]))
        }
    }
}

/// The configuration where the change starts from; that of the commit that it is made against, `since`, where there was
/// none yet.
fn configuration_before(git: &Git, ends: &Ends, since: &Configuration) -> Result<Configuration, Refusal> {
    if ends.base == ends.since {
        return Ok(since.clone());
    }
    match configuration_at(git, ends, &ends.base) {
        Err(Refusal::Configuration(_)) => Ok(since.clone()),
        read => read,
    }
}
