//! Where a repository lies, and the bare room that it is asked in.

use std::path::{Path, PathBuf};

/// The largest `.git` file, `commondir` or `shallow`.
const POINTER_LIMIT: u64 = 4 * 1024 * 1024;

/// The largest parts of a split index, in bytes: those of several million files.
const INDEX_LIMIT: u64 = 1024 * 1024 * 1024;

/// The git folder of the working tree whose top is `top`.
pub fn git_folder(top: &Path) -> Option<PathBuf> {
    let entry = top.join(".git");
    let kind = std::fs::metadata(&entry).ok()?;
    let folder = if kind.is_dir() {
        entry
    } else {
        let pointer = read_pointer(&entry)?;
        top.join(pointer.strip_prefix("gitdir: ")?.trim_end_matches(['\n', '\r']))
    };
    folder.join("HEAD").symlink_metadata().ok()?;
    Some(folder)
}

/// The git folder at `top` itself, of a repository without a working tree.
pub fn bare_folder(top: &Path) -> Option<PathBuf> {
    let whole = top.join("HEAD").is_file() && top.join("objects").is_dir() && top.join("refs").is_dir();
    whole.then(|| top.to_owned())
}

/// Whether what git reads whole in its folder has an end: a device or a pipe has none, and git would not stop.
pub fn is_bounded(folder: &Path) -> bool {
    let files = [
        "HEAD",
        "commondir",
        "config",
        "config.worktree",
        "index",
        "packed-refs",
        "shallow",
    ];
    files
        .iter()
        .filter_map(|name| std::fs::metadata(folder.join(name)).ok())
        .all(|kind| kind.is_file())
}

/// The text of a small file that is one: a device has no end.
pub fn read_pointer(path: &Path) -> Option<String> {
    let kind = std::fs::metadata(path).ok()?;
    if !kind.is_file() || kind.len() > POINTER_LIMIT {
        return None;
    }
    std::fs::read_to_string(path).ok()
}

/// An empty git folder that knows where the history of a shallow clone ends, and the parts of a split index.
pub fn bare_room(folder: &Path, common: &Path) -> std::io::Result<tempfile::TempDir> {
    let room = tempfile::Builder::new().prefix("paraphe-git-").tempdir()?;
    let path = room.path();
    std::fs::create_dir(path.join("refs"))?;
    std::fs::create_dir(path.join("objects"))?;
    std::fs::write(path.join("HEAD"), "ref: refs/heads/none\n")?;
    std::fs::write(path.join("config"), configuration(common))?;
    if let Some(shallow) = read_pointer(&common.join("shallow")) {
        std::fs::write(path.join("shallow"), shallow)?;
    }
    let mut room_left = INDEX_LIMIT;
    for entry in std::fs::read_dir(folder)?.flatten() {
        let name = entry.file_name();
        let shared = name.to_str().is_some_and(|name| name.starts_with("sharedindex."));
        let kind = entry.metadata().ok().filter(|kind| shared && kind.is_file());
        let Some(kind) = kind.filter(|kind| kind.len() <= room_left) else {
            continue;
        };
        room_left -= kind.len();
        std::fs::copy(entry.path(), path.join(&name))?;
    }
    Ok(room)
}

/// The settings of the bare room: only whether the repository's objects are named by SHA-256.
fn configuration(common: &Path) -> String {
    let theirs = read_pointer(&common.join("config")).unwrap_or_default();
    let sha256 = theirs.lines().any(|line| {
        let line: String = line.to_ascii_lowercase().split_whitespace().collect();
        line == "objectformat=sha256"
    });
    if sha256 {
        "[core]\n\trepositoryformatversion = 1\n[extensions]\n\tobjectformat = sha256\n".to_owned()
    } else {
        "[core]\n\trepositoryformatversion = 0\n".to_owned()
    }
}
