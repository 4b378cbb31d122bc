//! What git is asked of a change, and what is read beside it.

use super::Refusal;
use super::change::{self, Ends, Touched};
use super::differences;
use super::git::{Blob, Difference, Git, Listing, Oid};
use super::head::{Head, too_large};
use super::known::Everyone;
use super::past;
use super::since::Since;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::project::{CONFIGURATION, CONFIGURATION_LIMIT, Configuration};
use std::path::Path;
use std::sync::Arc;
use std::thread::ScopedJoinHandle;

/// What git says of a change, and the state that it leads to.
pub struct Asked<'g> {
    /// What was there before it.
    pub grounds: Grounds,
    /// The files that it touches, by path.
    pub touched: Vec<Touched>,
    /// What is wrong with its earlier states.
    pub past: Vec<Diagnostic>,
    /// The state that it leads to.
    pub head: Head<'g>,
    /// The working tree, where it leads there.
    pub folder: Folder,
}

/// What a change is held against.
pub struct Grounds {
    /// The configuration of the commit that it is made against.
    pub configuration: Configuration,
    /// The configuration where it starts from.
    pub before: Configuration,
    /// What came to that commit's branch since the change started.
    pub since: Since,
}

/// What is known of a working tree; nothing of a commit.
pub struct Folder {
    /// Which files there are.
    pub listing: Option<Arc<Listing>>,
    /// Its signatures, where the change touches one.
    pub everyone: Option<Everyone>,
}

/// Asks git about a change, and reads the folder beside it: which of its signatures matter is known only in the end.
///
/// Most of the time goes by in looking at every file, by git and here, and in reading every signature. All of it starts as soon
/// as it can, so that no core waits for another.
///
/// # Errors
/// [`Refusal`], when there is nothing to hold the change against.
pub fn ask<'g>(git: &'g Git, root: &Path, ends: &Ends) -> Result<Asked<'g>, Refusal> {
    std::thread::scope(|scope| {
        let looks = ends.head.is_none().then(|| {
            let listing = scope.spawn(|| git.listing());
            (listing, scope.spawn(|| git.differences_in_work_tree(&ends.tip)))
        });
        let grounds = scope.spawn(|| Grounds::ask(git, ends));
        // What is checked out is no tree without end; of what only was fetched nothing is asked before that is known.
        let bases: Vec<_> = std::iter::once(&ends.base).chain(&ends.others).collect();
        git.check_breadth(&bases, &ends.since, &ends.tip, past::COMMIT_LIMIT + 1)?;
        let head = scope.spawn(|| match &ends.head {
            Some(commit) => Head::commit(git, commit, &ends.prefix),
            None => Ok(Head::work_tree(root)),
        });
        let mut differences = differences::committed(git, ends)?;
        let (mut listing, mut everyone) = (None, None);
        if let Some((listed, uncommitted)) = looks {
            let all = &*listing.insert(Arc::new(ended(listed)?));
            let read_if_signed = |differences: &[Difference]| {
                let all = Arc::clone(all);
                let read = move || Everyone::listed(root, &ends.prefix, &all);
                sign(differences, ends).then(|| scope.spawn(read))
            };
            everyone = read_if_signed(&differences);
            differences = differences::in_work_tree(git, ends, differences, ended(uncommitted)?, all)?;
            everyone = everyone.or_else(|| read_if_signed(&differences));
        }
        let grounds = ended(grounds)?;
        let differences = grounds.since.held_against_now(differences);
        let touched = change::read(git, root, ends, differences)?;
        let past = past::check(git, ends, &touched)?;
        Ok(Asked {
            grounds,
            touched,
            past,
            head: ended(head)?,
            folder: Folder {
                listing,
                everyone: everyone.map(ended),
            },
        })
    })
}

impl Grounds {
    fn ask(git: &Git, ends: &Ends) -> Result<Self, Refusal> {
        let configuration = configuration_at(git, ends, &ends.since)?;
        let before = configuration_before(git, ends, &configuration)?;
        let since = Since::read(git, ends)?;
        Ok(Self {
            configuration,
            before,
            since,
        })
    }
}

/// Whether one of the differences is that of a signature.
fn sign(differences: &[Difference], ends: &Ends) -> bool {
    let folder = format!("{}signatures/", ends.prefix);
    let mut paths = differences.iter().map(|difference| &difference.path);
    paths.any(|path| path.starts_with(folder.as_bytes()))
}

/// What a thread found.
fn ended<T>(thread: ScopedJoinHandle<'_, T>) -> T {
    thread
        .join()
        .unwrap_or_else(|panic| std::panic::resume_unwind(panic))
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
    // Where there are several starts, none of them is a measure: each may lack what another has.
    if ends.base == ends.since || !ends.others.is_empty() {
        return Ok(since.clone());
    }
    match configuration_at(git, ends, &ends.base) {
        Err(Refusal::Configuration(_)) => Ok(since.clone()),
        read => read,
    }
}
