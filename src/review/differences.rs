//! Which paths differ between the two ends of a change, as git says it.

use super::change::{Ends, is_of_project};
use super::git::{Difference, Git, GitError, Listing, Mode, Oid, Side, os_path};
use std::collections::{HashMap, HashSet};

/// What differs between where a change starts from and the last commit.
///
/// A change that starts from several commits has to answer for whatever differs from any of them, unless the commit that it
/// is made against has it as well: what one of them brought is missing in another, and would be taken away unseen.
///
/// # Errors
/// When git fails.
pub fn committed(git: &Git, ends: &Ends) -> Result<Vec<Difference>, GitError> {
    let mut found = git.differences(&ends.base, &ends.tip)?;
    if ends.others.is_empty() {
        return Ok(found);
    }
    for base in &ends.others {
        let known: HashSet<Vec<u8>> = found.iter().map(|difference| difference.path.clone()).collect();
        let more = git.differences(base, &ends.tip)?;
        found.extend(
            more.into_iter()
                .filter(|difference| !known.contains(&difference.path)),
        );
    }
    let left = git.differences(&ends.since, &ends.tip)?;
    let left: HashSet<&[u8]> = left.iter().map(|difference| &difference.path[..]).collect();
    found.retain(|difference| left.contains(&difference.path[..]));
    Ok(found)
}

/// What differs in the working tree, of which `committed` differs up to the last commit and `uncommitted` since, with those
/// new files of the project in the `listing` that git does not know yet.
///
/// Other new files are not part of the change before they are added: see [`super::beside`].
///
/// # Errors
/// When a merge is not ended.
pub fn in_work_tree(
    git: &Git,
    ends: &Ends,
    committed: Vec<Difference>,
    uncommitted: Vec<Difference>,
    listing: &Listing,
) -> Result<Vec<Difference>, GitError> {
    if uncommitted.iter().any(|difference| difference.unmerged) {
        return Err(GitError::MergeInProgress);
    }
    let appeared = listing.unknown().filter(|path| is_of_project(&ends.prefix, path));
    let appeared = appeared.filter_map(|path| {
        Some(Difference {
            path: path.to_vec(),
            old: None,
            new: Some(side_of(git, path)?),
            unmerged: false,
        })
    });
    let differences = joined(committed, uncommitted);
    // Taken out of the index and left in the folder: both a deletion and an addition, and really neither.
    Ok(joined(differences, appeared.collect()))
}

/// What differs from the first of three states to the last, from what differs between the first two and the last two.
///
/// Git says the same of the first state and the working tree; but where the two differ in a name that sorts early, it takes
/// five times as long for it as for the last commit, which the index knows the folders of.
fn joined(first: Vec<Difference>, second: Vec<Difference>) -> Vec<Difference> {
    let paths: HashSet<&[u8]> = first.iter().map(|difference| &difference.path[..]).collect();
    let (again, once): (Vec<_>, Vec<_>) = second
        .into_iter()
        .partition(|difference| paths.contains(&difference.path[..]));
    let again: HashMap<Vec<u8>, Option<Side>> = again
        .into_iter()
        .map(|difference| (difference.path, difference.new))
        .collect();
    let first = first
        .into_iter()
        .filter_map(|difference| match again.get(&difference.path) {
            None => Some(difference),
            Some(new) if *new == difference.old => None,
            Some(new) => Some(Difference {
                new: new.clone(),
                ..difference
            }),
        });
    first.chain(once).collect()
}

/// What a file of the working tree is, as git would say it.
fn side_of(git: &Git, path: &[u8]) -> Option<Side> {
    let oid = Oid::parse(&"0".repeat(40))?;
    let kind = std::fs::symlink_metadata(git.top().join(os_path(path)?)).ok()?;
    let mode = if kind.is_symlink() {
        Mode::Link
    } else if kind.is_dir() {
        Mode::Submodule
    } else if is_executable(&kind) {
        Mode::Executable
    } else {
        Mode::File
    };
    Some(Side { mode, oid })
}

#[cfg(unix)]
fn is_executable(kind: &std::fs::Metadata) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    kind.permissions().mode() & 0o100 != 0
}

#[cfg(not(unix))]
fn is_executable(_: &std::fs::Metadata) -> bool {
    false
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use super::joined;
    use crate::review::git::edits::{chance, edit, git};
    use crate::review::git::{Difference, Git};

    fn sorted(mut differences: Vec<Difference>) -> Vec<Difference> {
        differences.sort_by(|one, other| one.path.cmp(&other.path));
        differences
    }

    #[test]
    fn what_differs_from_an_earlier_commit_is_what_git_says() {
        let (mut committed_and_more, mut undone) = (0, 0);
        for seed in 1..=30 {
            let folder = tempfile::tempdir().unwrap();
            let top = folder.path();
            git(top, &["init", "-q"]);
            (0..6).for_each(|step| edit(top, chance(seed, step)));
            git(top, &["add", "-A"]);
            git(top, &["commit", "-q", "--allow-empty", "-m", "First"]);
            let asked = Git::open(top).unwrap();
            let base = asked.commit("HEAD").unwrap();
            (6..31).for_each(|step| edit(top, chance(seed, step)));
            let tip = asked.commit("HEAD").unwrap();
            let committed = asked.differences(&base, &tip).unwrap();
            let uncommitted = asked.differences_in_work_tree(&tip).unwrap();
            let expected = asked.differences_in_work_tree(&base).unwrap();
            let again = uncommitted
                .iter()
                .filter(|one| committed.iter().any(|other| other.path == one.path))
                .count();
            committed_and_more += again;
            let found = joined(committed.clone(), uncommitted.clone());
            undone += committed.len() + uncommitted.len() - again - found.len();
            assert_eq!(sorted(found), sorted(expected), "seed {seed}");
        }
        assert!(
            committed_and_more > 10 && undone > 5,
            "{committed_and_more} {undone}"
        );
    }
}
