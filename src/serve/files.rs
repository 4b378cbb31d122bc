//! Files of the output folder, opened part by part and never through a link.

use rustix::fs::{CWD, Mode, OFlags, openat};
use rustix::io::Errno;
use std::borrow::Cow;
use std::fs::File;
use std::io::{self, Read as _};
use std::path::Path;

/// What stands at a path.
#[derive(Debug)]
pub(super) enum Found {
    /// A file, and its length.
    File(File, u64),
    /// A folder, asked for without the `/` at its end.
    Folder,
    /// Nothing that is shown.
    Nothing,
}

/// The path of the file that `path` shows: one that ends with `/`, or none, means `index.html` there.
pub(super) fn shown_by(path: &str) -> Cow<'_, str> {
    if path.is_empty() || path.ends_with('/') {
        Cow::Owned(format!("{path}index.html"))
    } else {
        Cow::Borrowed(path)
    }
}

/// Whether the file at `path` holds exactly these bytes.
pub(super) fn holds(root: &Path, path: &str, bytes: &[u8]) -> bool {
    let Ok(Found::File(file, length)) = open(root, path) else {
        return false;
    };
    let mut held = Vec::with_capacity(bytes.len());
    length == bytes.len() as u64 && file.take(length).read_to_end(&mut held).is_ok() && held == bytes
}

/// Opens the file that `path`, which is sound, shows below `root`.
pub(super) fn open(root: &Path, path: &str) -> io::Result<Found> {
    let path = &*shown_by(path);
    let folder = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC;
    let mut at = match openat(CWD, root, folder, Mode::empty()) {
        Err(Errno::NOENT) => return Ok(Found::Nothing),
        opened => opened?,
    };
    let (above, name) = path.rsplit_once('/').unwrap_or(("", path));
    for part in above.split('/').filter(|part| !part.is_empty()) {
        at = match openat(&at, part, folder | OFlags::NOFOLLOW, Mode::empty()) {
            Err(Errno::NOENT | Errno::NOTDIR | Errno::LOOP | Errno::NAMETOOLONG) => {
                return Ok(Found::Nothing);
            }
            opened => opened?,
        };
    }
    let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
    let file = match openat(&at, name, flags, Mode::empty()) {
        Err(Errno::NOENT | Errno::LOOP | Errno::NXIO | Errno::NAMETOOLONG) => return Ok(Found::Nothing),
        opened => File::from(opened?),
    };
    let data = file.metadata()?;
    Ok(if data.is_file() {
        Found::File(file, data.len())
    } else if data.is_dir() {
        Found::Folder
    } else {
        Found::Nothing
    })
}

/// The media type that a name tells.
pub(super) fn media_type(path: &str) -> &'static str {
    let name = path.rsplit('/').next().unwrap_or_default();
    match name.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "" if path.is_empty() || path.ends_with('/') => "text/html; charset=utf-8",
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" | "map" => "application/json",
        "xml" => "application/xml; charset=utf-8",
        "atom" => "application/atom+xml; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "md" | "txt" | "yaml" => "text/plain; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "gif" => "image/gif",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "pdf" => "application/pdf",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(root: &Path, path: &str) -> Option<String> {
        let Found::File(mut file, length) = open(root, path).unwrap() else {
            return None;
        };
        let mut text = String::new();
        file.read_to_string(&mut text).unwrap();
        assert_eq!(text.len() as u64, length);
        Some(text)
    }

    #[test]
    fn only_files_below_the_folder_and_no_links() {
        let outside = tempfile::tempdir().unwrap();
        std::fs::write(outside.path().join("secret.html"), "secret").unwrap();
        let root = tempfile::tempdir().unwrap();
        let root = root.path();
        std::fs::create_dir(root.join("a")).unwrap();
        std::fs::write(root.join("a/index.html"), "a").unwrap();
        std::fs::write(root.join("b.html"), "b").unwrap();
        std::os::unix::fs::symlink(outside.path(), root.join("out")).unwrap();
        std::os::unix::fs::symlink(outside.path().join("secret.html"), root.join("link.html")).unwrap();
        assert_eq!(text(root, "b.html").as_deref(), Some("b"));
        assert_eq!(text(root, "a/").as_deref(), Some("a"));
        assert!(holds(root, "a/", b"a") && !holds(root, "b.html", b"a") && !holds(root, "none", b""));
        assert!(matches!(open(root, "a").unwrap(), Found::Folder));
        for path in ["out/secret.html", "link.html", "b.html/x", "", "none", "out/"] {
            assert!(matches!(open(root, path).unwrap(), Found::Nothing), "{path}");
        }
        assert!(matches!(open(&root.join("gone"), "x").unwrap(), Found::Nothing));
    }
}
