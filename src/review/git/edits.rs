//! Folders and their histories, changed as if by chance: for the tests that hold what is made of git's answers against git.

use crate::identifier::Digest;
use std::fs;
use std::path::Path;
use std::process::Command;

/// The names that are made and taken away.
const NAMES: [&str; 6] = ["a", "b", "folder/a", "folder/b", "folder", "z"];

/// Bytes that look like chance and are the same in every run.
pub fn chance(seed: u8, step: u8) -> [u8; 3] {
    let digest = Digest::of(&[seed, step]);
    let [what, place, words, ..] = *digest.as_bytes();
    [what, place, words]
}

/// Runs git; what it refuses changes nothing.
pub fn git(top: &Path, arguments: &[&str]) {
    let mut command = Command::new("git");
    command.args(["-c", "user.name=Camille", "-c", "user.email=camille@example.org"]);
    command
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .env("GIT_CONFIG_GLOBAL", "/dev/null");
    command.args(arguments).current_dir(top).output().unwrap();
}

/// Takes away whatever stands at `path`.
pub fn remove(path: &Path) {
    let _ = fs::remove_dir_all(path);
    let _ = fs::remove_file(path);
}

/// Changes something in the folder, in the index or in the history. What git refuses then changes nothing.
pub fn edit(top: &Path, chance: [u8; 3]) {
    let [what, place, words] = chance.map(usize::from);
    let name = NAMES[place % NAMES.len()];
    let path = top.join(name);
    match what % 12 {
        0..=3 => {
            remove(&path);
            let above = path.parent().unwrap();
            if !fs::symlink_metadata(above).is_ok_and(|kind| kind.is_dir()) {
                remove(above);
            }
            fs::create_dir_all(above).unwrap();
            fs::write(&path, ["one\n", "two\n", "three\n"][words % 3]).unwrap();
        }
        4 => remove(&path),
        5 => {
            remove(&path);
            let _ = std::os::unix::fs::symlink("a", &path);
        }
        6 => git(top, &["add", "-A"]),
        7 => git(top, &["add", "-N", name]),
        8 => git(top, &["rm", "-q", "-r", "--cached", name]),
        9 => git(top, &["update-index", "--chmod=+x", name]),
        10 => git(top, &["read-tree", "HEAD"]),
        _ => git(top, &["commit", "-q", "-a", "-m", "More"]),
    }
}
