//! Why git could not answer.

/// Why a repository could not be asked, or did not know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GitError {
    /// There is no program `git`.
    NoGit,
    /// The folder lies in no repository.
    NotARepository,
    /// The repository has no working tree to look at.
    NoWorkTree,
    /// No commit of that name.
    UnknownRevision {
        /// The name.
        revision: String,
        /// Whether the clone lacks a part of the history, which may be why.
        shallow: bool,
    },
    /// A name that a tag and a branch have.
    AmbiguousRevision(String),
    /// Two commits without a common ancestor, as far as the clone knows.
    NoMergeBase {
        /// The name of the commit to compare with.
        revision: String,
        /// Whether the clone lacks a part of the history, which may be why.
        shallow: bool,
    },
    /// A merge has been started and not ended.
    MergeInProgress,
    /// An object that the clone does not hold: a partial clone, or a damaged one.
    MissingObject(String),
    /// A tree that holds two entries of one path, as no git writes it: an attempt to hide one behind the other.
    NamedTwice(String),
    /// More changed files than are looked at.
    TooManyFiles {
        /// How many files the change touches.
        count: usize,
        /// How many it may.
        limit: usize,
    },
    /// An answer larger than any sound one.
    TooMuch,
    /// No answer in time.
    TooSlow,
    /// Anything else: the command, and what git said of it.
    Failed {
        /// The git command.
        command: String,
        /// The first line that git wrote.
        reason: String,
    },
}

impl std::fmt::Display for GitError {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NoGit => write!(out, "git is not installed"),
            Self::NotARepository => write!(out, "not a git repository"),
            Self::NoWorkTree => write!(out, "the repository has no working tree"),
            Self::UnknownRevision { revision, .. } => write!(out, "unknown revision {revision:?}"),
            Self::AmbiguousRevision(revision) => write!(out, "ambiguous revision {revision:?}"),
            Self::NoMergeBase { revision, .. } => write!(out, "no common ancestor with {revision:?}"),
            Self::MergeInProgress => write!(out, "a merge is in progress"),
            Self::MissingObject(object) => write!(out, "object {object} is missing"),
            Self::NamedTwice(path) => write!(out, "{path:?} stands twice in one tree"),
            Self::TooManyFiles { count, limit } => write!(out, "{count} files changed, {limit} at most"),
            Self::TooMuch => write!(out, "git's answer is too large"),
            Self::TooSlow => write!(out, "git did not answer in time"),
            Self::Failed { command, reason } => write!(out, "git {command}: {reason}"),
        }
    }
}

impl std::error::Error for GitError {}
