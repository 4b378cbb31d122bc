//! Signed files that came by another way than git: judged as the change that they would make to the project folder.

use super::act::Act;
use super::change::Touched;
use super::git::{Git, GitError, Mode};
use super::head::{Content, Head, read_file};
use super::known::{Everyone, Known};
use super::submission::Submission;
use super::{acts, change, existing, form, kin, others, replay, submission, succession, trespass, wanted};
use crate::diagnostic::Diagnostic;
use crate::identifier::Date;
use crate::project::Project;
use crate::register::Versions;
use crate::signature::SIZE_LIMIT;
use std::path::Path;

/// A file, and where it would stand.
#[derive(Clone, Debug)]
pub struct Arrival {
    /// The path in the project.
    pub path: String,
    /// The bytes.
    pub bytes: Vec<u8>,
}

/// What is to be said of files that arrive together.
#[derive(Clone, Debug)]
pub struct Judged {
    /// Everything that is wrong, or that a person should look at.
    pub diagnostics: Vec<Diagnostic>,
    /// What the files do.
    pub acts: Vec<Act>,
}

/// Judges files that would come into the project folder together; `texts` are the project's own, by name, and `everyone`
/// its signatures.
///
/// The folder as it is counts as what was there before. Git is asked only whether an old file comes back, and only where there
/// is a repository.
///
/// # Errors
/// When git fails.
pub fn judge(
    project: &Project,
    texts: &[Versions],
    everyone: &Everyone,
    arrivals: &[Arrival],
    today: Date,
) -> Result<Judged, GitError> {
    let configuration = &project.configuration;
    let mut head = Head::work_tree(&project.root);
    let mut touched: Vec<Touched> = arrivals.iter().map(|arrival| touch(project, arrival)).collect();
    let form = form::check(&touched, &|folder| head.names(folder));
    let mut faults = form.faults;
    // What stands in the way and is no file that can be read is nothing to put another one over.
    faults.extend(touched.iter().filter_map(|file| match &file.old {
        Content::Refused(fault) => Some(fault.clone()),
        _ => None,
    }));
    let acts_of = touched.clone();
    for file in &mut touched {
        if form.unreadable.contains(&file.path) {
            file.new = Content::Absent;
        }
    }
    let (mut submissions, found) = submission::signatures(&touched, configuration, texts);
    faults.extend(found);
    let attestations = submission::attestations(&touched, &mut submissions, configuration, &mut head)?;
    faults.extend(attestations.faults);
    for submission in &submissions {
        faults.extend(succession::check(submission, texts, today));
    }
    let mut found = everyone.find(&wanted(&touched, &submissions));
    found.known.sort_by(|one, other| one.path.cmp(&other.path));
    let others = others(&submissions, &found);
    faults.extend(kin(&submissions, &others));
    if replay::is_asked(&submissions, &others) {
        faults.extend(replayed(&project.root, &submissions, &others)?);
    }
    let read = |path: &str| head.read(path, SIZE_LIMIT);
    faults.extend(trespass::copied(
        &submissions,
        &existing(&submissions, &found, read)?,
    ));
    faults.sort();
    faults.dedup();
    let acts = acts::list(&acts_of, &submissions, texts, &attestations.stewards, &faults);
    Ok(Judged {
        diagnostics: faults,
        acts,
    })
}

/// The old files that come back, as far as there is a history.
fn replayed(root: &Path, submissions: &[Submission], others: &[Known]) -> Result<Vec<Diagnostic>, GitError> {
    let Ok(git) = Git::open(root) else {
        return Ok(Vec::new());
    };
    match change::from_head(&git, root) {
        Ok(ends) => replay::check(&git, &ends, submissions, others),
        // Nothing is committed yet, or there is no git.
        Err(GitError::UnknownRevision { .. } | GitError::NoGit | GitError::NotARepository) => Ok(Vec::new()),
        Err(error) => Err(error),
    }
}

fn touch(project: &Project, arrival: &Arrival) -> Touched {
    let old = read_file(&project.root, &arrival.path, SIZE_LIMIT);
    Touched {
        path: arrival.path.clone(),
        inside: true,
        blob: None,
        was: (!matches!(old, Content::Absent)).then_some(Mode::File),
        is: Some(Mode::File),
        old,
        new: Content::Bytes(arrival.bytes.clone()),
    }
}
