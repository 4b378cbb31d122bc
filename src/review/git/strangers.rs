//! The names in a working tree that are not among those that git knows.

use super::os_path;
use super::raw::Listing;
use rayon::prelude::*;
use std::collections::{HashMap, HashSet};
use std::path::Path;

/// How many names git is asked about one by one, and how long they may be together: more would fill its command line.
const FEW: (usize, usize) = (64, 16 * 1024);

/// How many folders may lie in one another.
const DEEP: usize = 64;

/// The names in the folders that git knows files in, but for those of known files and of such folders themselves; in the
/// order of their bytes. Git would look at every file to tell them, which takes longer.
///
/// What they are is for git to say: files or folders, new or ignored, another repository, a link in place of a folder.
/// None when there are too many of them, folders lie too deep or one can't be read: then git has to look everywhere.
pub fn strangers(top: &Path, known: &Listing) -> Option<Vec<String>> {
    let mut found = strangers_below(top, b"", &folders(known)?)?;
    let length: usize = found.iter().map(String::len).sum();
    found.sort_unstable();
    (found.len() <= FEW.0 && length <= FEW.1).then_some(found)
}

/// Those in one folder and in the folders in it that git knows files in, but for git's own and for what holds nothing.
fn strangers_below(top: &Path, folder: &[u8], known: &Folders<'_>) -> Option<Vec<String>> {
    let here = known.get(folder)?;
    let (mut found, mut below) = (Vec::new(), Vec::new());
    for entry in std::fs::read_dir(top.join(os_path(folder)?)).ok()? {
        let entry = entry.ok()?;
        let name = entry.file_name();
        let name = name.as_encoded_bytes();
        let is_folder = entry.file_type().ok()?.is_dir();
        if is_folder && here.folders.contains(name) {
            below.push([folder, name, b"/"].concat());
            continue;
        }
        // Git knows no empty folders.
        let is_nothing = if is_folder {
            is_empty(&entry.path())
        } else {
            here.files.contains(name)
        };
        if !is_nothing && name != b".git" {
            found.push(String::from_utf8([folder, name].concat()).ok()?);
        }
        if found.len() > FEW.0 {
            return None;
        }
    }
    let below: Option<Vec<Vec<String>>> = below
        .par_iter()
        .map(|folder| strangers_below(top, folder, known))
        .collect();
    found.extend(below?.into_iter().flatten());
    Some(found)
}

/// The folders that git knows files in, by their paths: the top's is empty, all others end with a `/`.
type Folders<'a> = HashMap<&'a [u8], Known<'a>>;

/// What git knows in one folder.
#[derive(Default)]
struct Known<'a> {
    /// The names of the files.
    files: HashSet<&'a [u8]>,
    /// The names of the folders that it knows files in, or in folders of them.
    folders: HashSet<&'a [u8]>,
}

/// None when one lies too deep.
fn folders(listing: &Listing) -> Option<Folders<'_>> {
    let mut folders = Folders::from([(&[][..], Known::default())]);
    let mut paths = listing.all().map(split);
    while let Some((folder, name)) = paths.next() {
        let mut inner = folder;
        if !folders.contains_key(folder) && memchr::memchr_iter(b'/', folder).count() > DEEP {
            return None;
        }
        while !folders.contains_key(inner) {
            folders.insert(inner, Known::default());
            inner = outside(inner).0;
        }
        // Most stand one behind the other.
        let more = paths.clone().take_while(|(next, _)| *next == folder).count();
        let files = &mut folders.entry(folder).or_default().files;
        files.reserve(1 + more);
        files.insert(name);
        files.extend(paths.by_ref().take(more).map(|(_, name)| name));
    }
    let inner: Vec<&[u8]> = folders
        .keys()
        .copied()
        .filter(|folder| !folder.is_empty())
        .collect();
    for (outer, name) in inner.into_iter().map(outside) {
        folders.entry(outer).or_default().folders.insert(name);
    }
    Some(folders)
}

/// The folder of a path, with its `/`, and the name.
fn split(path: &[u8]) -> (&[u8], &[u8]) {
    path.split_at(memchr::memrchr(b'/', path).map_or(0, |at| at + 1))
}

/// The same for the path of a folder.
fn outside(folder: &[u8]) -> (&[u8], &[u8]) {
    split(folder.strip_suffix(b"/").unwrap_or(folder))
}

/// Whether there is nothing in a folder.
fn is_empty(folder: &Path) -> bool {
    std::fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_none())
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use super::super::edits::{chance, edit, git, remove};
    use super::super::{Git, Listing};
    use super::{DEEP, FEW, strangers};
    use std::fs;
    use std::path::Path;

    /// What only concerns files that git does not know: folders with nothing or much in them, and what is ignored.
    fn edit_beside(top: &Path, [what, place, _]: [u8; 3]) {
        let path = top.join(["folder/in/a", "new/in/a", "build", "folder/build/a"][usize::from(place) % 4]);
        let write = |path: &Path, text: &str| {
            let _ = fs::create_dir_all(path.parent().unwrap());
            let _ = fs::write(path, text);
        };
        match what % 8 {
            0 | 1 => write(&path, "one\n"),
            2 => remove(&path),
            3 => drop(fs::create_dir_all(&path)),
            4 => write(&top.join(".gitignore"), "build\n*.o\n"),
            5 => write(&top.join("folder/.gitignore"), "in\n!a\n"),
            6 => write(&path.join("a.o"), "two\n"),
            _ if fs::create_dir_all(&path).is_ok() => git(&path, &["init", "-q"]),
            _ => {}
        }
    }

    fn sorted(listing: &Listing) -> Vec<String> {
        let paths = listing
            .all()
            .map(|path| String::from_utf8_lossy(path).into_owned());
        let mut paths: Vec<String> = paths.collect();
        paths.sort();
        paths
    }

    #[test]
    fn the_files_there_are_are_those_that_git_finds() {
        let (mut asked_of_few, mut asked_of_none, mut ignored) = (0, 0, 0);
        for seed in 1..=24 {
            let folder = tempfile::tempdir().unwrap();
            let top = folder.path();
            git(top, &["init", "-q"]);
            let asked = Git::open(top).unwrap();
            for step in 0..24 {
                edit(top, chance(seed, step));
                edit_beside(top, chance(seed, step + 100));
                if step % 4 != 3 {
                    continue;
                }
                if step % 8 == 7 {
                    git(top, &["add", "-f", "-A"]);
                }
                let standard = ["-z", "-t", "--cached", "--others", "--exclude-standard"];
                let expected = asked.ask_of_index("ls-files", &standard).unwrap();
                let expected = Listing::read(expected).unwrap();
                let found = asked.listing().unwrap();
                assert_eq!(sorted(&found), sorted(&expected), "seed {seed}, step {step}");
                let known = asked.ask_of_index("ls-files", &["-z", "-t", "--cached"]).unwrap();
                let few = strangers(top, &Listing::read(known).unwrap()).unwrap();
                asked_of_none += usize::from(few.is_empty());
                asked_of_few += usize::from(!few.is_empty());
                ignored += usize::from(few.len() > found.unknown().count());
            }
        }
        assert!(
            asked_of_few > 40 && asked_of_none > 5 && ignored > 10,
            "{asked_of_few} {asked_of_none} {ignored}"
        );
    }

    #[test]
    fn folders_that_lie_too_deep_are_left_to_git() {
        let folder = tempfile::tempdir().unwrap();
        let top = folder.path();
        let deep = |depth: usize| "d/".repeat(depth);
        for (depth, is_few) in [(DEEP, true), (DEEP + 1, false)] {
            let path = deep(depth);
            fs::create_dir_all(top.join(&path)).unwrap();
            let known = Listing::read(format!("H {path}known\0").into_bytes()).unwrap();
            fs::write(top.join(&path).join("new"), "one\n").unwrap();
            let few = is_few.then(|| vec![format!("{path}new")]);
            assert_eq!(strangers(top, &known), few, "{depth}");
        }
    }

    #[test]
    fn many_new_files_are_left_to_git() {
        let folder = tempfile::tempdir().unwrap();
        let top = folder.path();
        git(top, &["init", "-q"]);
        for at in 0..=FEW.0 {
            fs::write(top.join(format!("{at:03}")), "one\n").unwrap();
        }
        let asked = Git::open(top).unwrap();
        assert_eq!(strangers(top, &Listing::read(Vec::new()).unwrap()), None);
        assert_eq!(asked.listing().unwrap().unknown().count(), FEW.0 + 1);
        fs::remove_file(top.join("000")).unwrap();
        let few = strangers(top, &Listing::read(Vec::new()).unwrap()).unwrap();
        assert_eq!(few.len(), FEW.0);
        assert_eq!(asked.listing().unwrap().unknown().count(), FEW.0);
    }
}
