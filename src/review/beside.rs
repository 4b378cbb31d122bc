//! Files that lie in the folder and that git does not know yet: not part of the change, but one `git add -A` away from it.

use super::change::{Ends, is_of_project, shown};
use super::git::{Git, os_path};
use super::past::unseen;
use super::secret::private_key;
use crate::diagnostic::{Code, Diagnostic, Place, Severity};
use crate::project::files;
use std::collections::BTreeSet;

/// How many files are looked at.
const FILE_LIMIT: usize = 2000;

/// The largest file that is looked into, in bytes: a key is a few kilobytes.
const READ_LIMIT: usize = 1024 * 1024;

/// What is to be said of the files of `unknown` that are not the project's own; `signs` tells whether the change
/// touches a signature.
pub fn check(git: &Git, ends: &Ends, unknown: &[&[u8]], signs: bool) -> Vec<Diagnostic> {
    let others = || {
        let others = unknown.iter().filter(|path| !is_of_project(&ends.prefix, path));
        others.filter_map(|path| Some((path, os_path(path)?.to_str()?)))
    };
    let mut faults = Vec::new();
    for (path, name) in others().take(FILE_LIMIT) {
        let Ok(bytes) = files::read(git.top(), name, READ_LIMIT) else {
            continue;
        };
        let (path, _) = shown(&ends.prefix, path);
        if let Some(fault) = private_key(&path, &bytes, false) {
            faults.push(Diagnostic::new(Code::PrivateKeyBeside, fault.place));
        }
    }
    if let Some((path, _)) = others().nth(FILE_LIMIT) {
        faults.push(unseen(&shown(&ends.prefix, path).0, "folder", FILE_LIMIT));
    }
    if signs {
        // A whole folder, like what a build left, is named once.
        let tops: BTreeSet<String> = others()
            .map(|(path, _)| top(&shown(&ends.prefix, path).0).to_owned())
            .collect();
        faults.extend(tops.into_iter().map(|path| Diagnostic {
            severity: Severity::Warning,
            ..Diagnostic::new(Code::FileOutside, Place::file(path))
        }));
    }
    faults
}

/// The first part of a path, after those that lead out of the project.
fn top(path: &str) -> &str {
    let mut start = 0;
    while path[start..].starts_with("../") {
        start += 3;
    }
    path[start..].find('/').map_or(path, |end| &path[..start + end])
}

#[cfg(test)]
mod tests {
    use super::top;

    #[test]
    fn a_folder_is_named_once() {
        assert_eq!(top("notes.txt"), "notes.txt");
        assert_eq!(top("public/a/b.html"), "public");
        assert_eq!(top("../../autre/x"), "../../autre");
    }
}
