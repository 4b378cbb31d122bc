//! Why git could not answer, in the reader's words.

use super::console::Failure;
use crate::review::git::GitError;

/// The failure that says it.
pub fn of(error: &GitError) -> Failure {
    match error {
        GitError::NoGit => Failure::message("git-missing", &[]),
        GitError::NotARepository => Failure::message("git-no-repository", &[]),
        GitError::NoWorkTree => Failure::message("git-no-work-tree", &[]),
        GitError::UnknownRevision { revision, shallow } => {
            let id = if *shallow {
                "git-unknown-revision-shallow"
            } else {
                "git-unknown-revision"
            };
            Failure::message(id, &[("revision", revision.as_str().into())])
        }
        GitError::AmbiguousRevision(revision) => Failure::message(
            "git-ambiguous-revision",
            &[("revision", revision.as_str().into())],
        ),
        GitError::NoMergeBase { revision, shallow } => {
            let id = if *shallow {
                "git-no-merge-base-shallow"
            } else {
                "git-no-merge-base"
            };
            Failure::message(id, &[("revision", revision.as_str().into())])
        }
        GitError::MergeInProgress => Failure::message("git-merging", &[]),
        GitError::MissingObject(object) => {
            Failure::message("git-missing-object", &[("object", object.as_str().into())])
        }
        GitError::NamedTwice(path) => Failure::message("git-named-twice", &[("path", path.as_str().into())]),
        GitError::TooManyFiles { count, limit } => Failure::message(
            "git-too-many-files",
            &[("count", (*count).into()), ("limit", (*limit).into())],
        ),
        GitError::TooMuch => Failure::message("git-too-much", &[]),
        GitError::TooSlow => Failure::message("git-too-slow", &[]),
        GitError::Failed { command, reason } => Failure::message(
            "git-failed",
            &[
                ("command", command.as_str().into()),
                ("reason", reason.as_str().into()),
            ],
        ),
    }
}
