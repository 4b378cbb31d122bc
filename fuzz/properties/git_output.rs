//! What git prints: file names in it are a stranger's.

use paraphe::review::git::history::{Commit, commits};
use paraphe::review::git::raw::{differences, tree};
use paraphe::review::git::{Difference, Listing, Mode, Side, TreeEntry};

/// What is read is read again the same after it is written as git writes it, and names come through whole.
pub fn holds(data: &[u8]) {
    if let Some(found) = differences(data) {
        let written = found.iter().flat_map(difference_again).collect::<Vec<u8>>();
        assert_eq!(differences(&written).as_ref(), Some(&found));
        assert_eq!(
            names_within(data, found.iter().map(|found| &found.path)),
            found.len()
        );
        // One answer after another is both.
        let twice = [written.as_slice(), &written].concat();
        assert_eq!(differences(&twice).map(|both| both.len()), Some(2 * found.len()));
    }
    if let Some(found) = tree(data) {
        let written = found.iter().flat_map(entry_again).collect::<Vec<u8>>();
        assert_eq!(tree(&written).as_ref(), Some(&found));
        assert_eq!(
            names_within(data, found.iter().map(|found| &found.path)),
            found.len()
        );
    }
    if let Some(found) = Listing::read(data.to_vec()) {
        let all: Vec<Vec<u8>> = found.all().map(<[u8]>::to_vec).collect();
        assert_eq!(names_within(data, all.iter()), all.len());
        for (mark, unknown) in [("? ", all.len()), ("H ", 0)] {
            let again = |path: &Vec<u8>| [mark.as_bytes(), path.as_slice(), b"\0"].concat();
            let written = all.iter().flat_map(again).collect::<Vec<u8>>();
            let again = Listing::read(written).expect("what was read before");
            assert!(again.all().eq(found.all()));
            assert_eq!(again.unknown().count(), unknown);
        }
    }
    if let Some(found) = commits(data) {
        let written = found.iter().flat_map(commit_again).collect::<Vec<u8>>();
        assert_eq!(commits(&written).as_ref(), Some(&found));
        let paths = found.iter().flat_map(|commit| &commit.differences);
        names_within(data, paths.map(|found| &found.path));
    }
}

/// How many names there are: each without NUL, one after another in the output.
fn names_within<'a>(data: &[u8], names: impl Iterator<Item = &'a Vec<u8>>) -> usize {
    let mut rest = data;
    let mut count = 0;
    for name in names {
        assert!(!name.contains(&0));
        let end = [name.as_slice(), b"\0"].concat();
        let at = rest.windows(end.len()).position(|window| window == end);
        // The last one of a tree may lack its end.
        let at = at.or_else(|| rest.ends_with(name).then(|| rest.len() - name.len()));
        let at = at.expect("a name that is in the output, after the one before it");
        rest = rest.get(at + end.len()..).unwrap_or_default();
        count += 1;
    }
    count
}

fn mode(mode: Mode) -> &'static str {
    match mode {
        Mode::File => "100644",
        Mode::Executable => "100755",
        Mode::Link => "120000",
        Mode::Submodule => "160000",
    }
}

fn difference_again(difference: &Difference) -> Vec<u8> {
    let none = "0".repeat(40);
    let modes = |side: &Option<Side>| side.as_ref().map_or("000000", |side| mode(side.mode));
    let oid = |side: &Option<Side>| side.as_ref().map_or(none.clone(), |side| side.oid.to_string());
    let (old, new) = (&difference.old, &difference.new);
    let status = if difference.unmerged { 'U' } else { 'M' };
    let head = format!(
        ":{} {} {} {} {status}\0",
        modes(old),
        modes(new),
        oid(old),
        oid(new)
    );
    [head.as_bytes(), &difference.path, b"\0"].concat()
}

fn entry_again(entry: &TreeEntry) -> Vec<u8> {
    let head = format!("{} blob {}\t", mode(entry.side.mode), entry.side.oid);
    [head.as_bytes(), &entry.path, b"\0"].concat()
}

fn commit_again(commit: &Commit) -> Vec<u8> {
    let mut written = format!("commit {} {}\0", commit.oid, commit.time).into_bytes();
    if !commit.differences.is_empty() {
        written.push(b'\n');
    }
    written.extend(commit.differences.iter().flat_map(difference_again));
    written
}
