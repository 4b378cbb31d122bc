//! Whether a change may go in: what it touches, held against what was there before.
//!
//! A change lies between the merge base of two commits and its head, a commit or the working tree. The configuration
//! and the stewards are those of the commit that it is made against: a change has no say in who may approve it, nor does
//! whoever made it by choosing an old state to start from. Only the files that it touches are checked whole; of all others,
//! those that came since among them, a few lines are read, see [`known`].

mod act;
mod acts;
mod adaptation;
mod arrival;
mod asked;
mod beside;
mod change;
mod differences;
mod doubles;
mod fold;
mod form;
pub mod git;
mod head;
pub mod history;
pub mod known;
mod lookalike;
mod past;
mod pictures;
mod replay;
mod secret;
mod since;
mod submission;
mod succession;
mod texts;
mod theme;
mod trespass;
mod under_review;

pub use act::{Act, ActKind};
pub use arrival::{Arrival, Judged, judge};
pub use change::{FILE_LIMIT, READ_LIMIT};
pub use fold::{Likeness, compare};
pub use secret::private_key;

use crate::diagnostic::Diagnostic;
use crate::identifier::{Date, Digest, Slug};
use crate::locale::Locale;
use crate::phases::{Phase, Phases};
use crate::project::{Configuration, Project};
use change::Touched;
use git::{Git, GitError};
use head::Content;
use known::{Found, Known, Wanted};
use std::collections::{BTreeMap, HashSet};
use std::path::Path;
use submission::Submission;
use under_review::UnderReview;

/// What is to be reviewed.
#[derive(Clone, Copy, Debug)]
pub struct Request<'a> {
    /// The project folder.
    pub root: &'a Path,
    /// The revision that the change is made against: what it starts from is the common ancestor with the head.
    pub since: &'a str,
    /// The revision that the change leads to; none for the working tree.
    pub head: Option<&'a str>,
    /// The day of today.
    pub today: Date,
    /// The address that a page of `content/pages/` would take from another of the site in that language.
    pub taken: fn(Locale, &Slug) -> Option<String>,
    /// What can be said against a project's theme without running it; only asked of a change that brings or chooses one.
    pub theme: fn(&Project) -> Vec<Diagnostic>,
    /// Told how far the review is.
    pub phases: &'a Phases,
}

/// What is to be said of a change.
#[derive(Clone, Debug)]
pub struct Review {
    /// The configuration of the commit that the change is made against.
    pub configuration: Configuration,
    /// Everything that is wrong, or that a person should look at.
    pub diagnostics: Vec<Diagnostic>,
    /// What the change does.
    pub acts: Vec<Act>,
    /// The paths that it touches.
    pub changed: Vec<String>,
}

/// Why a change could not be reviewed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Git could not answer.
    Git(GitError),
    /// The configuration of the commit that the change is made against is faulty or missing.
    Configuration(Vec<Diagnostic>),
}

impl From<GitError> for Refusal {
    fn from(error: GitError) -> Self {
        Self::Git(error)
    }
}

/// Reviews a change.
///
/// # Errors
/// [`Refusal`], when there is nothing to hold the change against.
pub fn review(request: Request<'_>) -> Result<Review, Refusal> {
    let phases = request.phases;
    phases.enter(Phase::Changes, 0);
    let git = Git::open(request.root)?;
    let ends = change::ends(&git, request.root, request.since, request.head)?;
    let (mut change, past, folder) = UnderReview::ask(request, &git, &ends)?;
    phases.enter(Phase::Texts, 0);
    change.look_at_form();
    let texts = change.look_at_texts()?;
    let (submissions, stewards) = change.look_at_submissions(&texts)?;
    phases.enter(Phase::Signatures, 0);
    let pictures = pictures::altered(&change.touched, &texts.all);
    let found = change.look_around(&submissions, &pictures, folder.everyone)?;
    phases.enter(Phase::Compare, 0);
    change.hold_against_others(&submissions, &found)?;
    change.hold_against_trespass(&pictures, &found)?;
    change.add(past);
    change.look_at_theme()?;
    change.look_beside(folder.listing.as_deref());
    Ok(change.end(&submissions, &texts, &stewards))
}

/// What must be known of the signatures that the change leaves alone.
fn wanted(touched: &[Touched], submissions: &[Submission]) -> Wanted {
    let mut wanted = Wanted {
        texts: trespass::rewritten(touched),
        ..Wanted::default()
    };
    let mut fold = fold::Fold::default();
    let sound = submissions
        .iter()
        .filter_map(|submission| Some((submission, submission.sound.as_ref()?)));
    for (submission, sound) in sound {
        let organisation = &sound.adherence.organisation;
        wanted.folds.extend(fold.both(organisation.name.as_str()));
        wanted.keys.insert(sound.key);
        wanted.organisations.insert(submission.organisation.to_string());
        let rna = organisation.rna.iter().map(ToString::to_string);
        let siren = organisation.siren.iter().map(ToString::to_string);
        wanted.identifiers.extend(rna.chain(siren));
    }
    wanted.folds.remove("");
    let paths = touched.iter().map(|file| file.path.clone());
    wanted.except = paths.collect::<HashSet<String>>();
    wanted
}

/// The signatures that have something in common with the change, its own included.
fn others(submissions: &[Submission], found: &Found) -> Vec<Known> {
    let mut others = found.known.clone();
    others.extend(submissions.iter().filter_map(Submission::as_known));
    others
}

/// The rules that hold one signature against the others.
fn kin(submissions: &[Submission], others: &[Known]) -> Vec<Diagnostic> {
    let mut faults = Vec::new();
    for submission in submissions {
        faults.extend(lookalike::check(submission, others));
        faults.extend(doubles::check(submission, others));
    }
    faults
}

/// The digests of the files that the change leaves alone and that could be the same as one of its own: those by the same key.
fn existing(
    submissions: &[Submission],
    found: &Found,
    mut read: impl FnMut(&str) -> Result<Content, GitError>,
) -> Result<BTreeMap<Digest, String>, GitError> {
    let keys: HashSet<_> = submissions
        .iter()
        .filter_map(|submission| submission.sound.as_ref().map(|sound| sound.key))
        .collect();
    let mut existing = BTreeMap::new();
    for known in &found.known {
        if known.key.is_some_and(|key| keys.contains(&key))
            && let Content::Bytes(bytes) = read(&known.path)?
        {
            existing.insert(submission::digest(&bytes), known.path.clone());
        }
    }
    Ok(existing)
}
