//! The theme: one that is part of the program, with the project's files over it.
//!
//! A theme is a folder `themes/<name>/` with `templates/`, `static/` and `locales/`. A file of the project takes the
//! place of the program's file of the same path; everything else stays the program's: that of the theme of the same
//! name, or of the default theme.

use crate::diagnostic::{Code, Diagnostic, Place, reason};
use crate::identifier::{Digest, Slug};
use crate::project::files;
use include_dir::{Dir, include_dir};
use sha2::{Digest as _, Sha256};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::Path;

static EMBEDDED: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/themes");

/// The name of the theme that a project has unless it says otherwise.
pub const DEFAULT_NAME: &str = "default";

/// The folder of a theme that holds its words.
const LOCALES: &str = "locales";

/// The largest file of a theme.
const LIMIT: usize = 16 * 1024 * 1024;

/// The files of a theme, by their path in it.
#[derive(Debug, Default)]
pub struct Theme {
    files: BTreeMap<String, File>,
    /// The files of words, each with those that it is laid over: the default theme's first, the project's last.
    words: BTreeMap<String, Vec<File>>,
}

/// A file of a theme.
#[derive(Clone, Debug)]
pub struct File {
    /// Where it comes from, for messages: `themes/<name>/<path>`.
    pub origin: String,
    /// Its bytes.
    pub bytes: Cow<'static, [u8]>,
    /// Whether it is the project's, and not the program's.
    pub own: bool,
}

/// What a theme offers beyond reading; a theme without scripts offers none of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Offers {
    /// A page for signing in the browser.
    pub signing: bool,
    /// The checker as one file.
    pub checker: bool,
    /// The search among signatories.
    pub search: bool,
    /// Pictures for links to its pages.
    pub previews: bool,
}

/// The names of the themes that are part of the program.
pub fn embedded_names() -> impl Iterator<Item = &'static str> {
    EMBEDDED.dirs().filter_map(|folder| folder.path().to_str())
}

/// Which of the program's themes lies beneath a project's theme of that name: its own one so called, or the default one.
pub fn name_of_program(name: &str) -> &str {
    EMBEDDED.get_dir(name).map_or(DEFAULT_NAME, |_| name)
}

impl Theme {
    /// The default theme as it is part of the program.
    pub fn embedded() -> Self {
        Self::of_program(DEFAULT_NAME)
    }

    /// What lies beneath a project's theme of that name: the program's own theme so called, or the default one. All of
    /// them are laid over the default theme's words.
    pub fn of_program(name: &str) -> Self {
        let mut theme = Self::default();
        let own = name_of_program(name);
        if own != DEFAULT_NAME {
            theme.embed(DEFAULT_NAME, Some(LOCALES));
            theme.files.clear();
        }
        theme.embed(own, None);
        theme
    }

    /// Lays the files of one of the program's themes, or of one folder of it, over this one.
    fn embed(&mut self, name: &str, only: Option<&str>) {
        let top = only.map_or_else(|| name.to_owned(), |folder| format!("{name}/{folder}"));
        let mut folders: Vec<&Dir<'static>> = EMBEDDED.get_dir(top).into_iter().collect();
        while let Some(folder) = folders.pop() {
            folders.extend(folder.dirs());
            for file in folder.files() {
                let path = file.path().strip_prefix(name).unwrap_or(file.path());
                let path = path.to_string_lossy().replace('\\', "/");
                let file = File {
                    origin: format!("themes/{name}/{path}"),
                    bytes: Cow::Borrowed(file.contents()),
                    own: false,
                };
                self.put(path, file);
            }
        }
    }

    fn put(&mut self, path: String, file: File) {
        if Path::new(&path).starts_with(LOCALES) {
            self.words.entry(path.clone()).or_default().push(file.clone());
        }
        self.files.insert(path, file);
    }

    /// The theme `name` of the project at `root`: the files of `themes/<name>/` over the program's.
    ///
    /// # Errors
    /// [`Code::ThemeMissing`] when there is no such folder; a fault for each file that can't be used.
    pub fn load(root: &Path, name: &Slug) -> Result<Self, Vec<Diagnostic>> {
        let mut theme = Self::of_program(name.as_str());
        let origin = format!("themes/{name}");
        let folder = root.join("themes").join(name.as_str());
        match folder.symlink_metadata() {
            Ok(data) if data.is_dir() => theme.overlay(root, &folder, &origin)?,
            Ok(data) if data.is_symlink() => {
                return Err(vec![Diagnostic::new(Code::SymbolicLink, Place::file(origin))]);
            }
            _ if embedded_names().any(|known| known == name.as_str()) => {}
            _ => {
                let fault =
                    Diagnostic::new(Code::ThemeMissing, Place::file(origin)).with("theme", name.as_str());
                let known = themes_of(root);
                return Err(vec![fault.near(name.as_str(), known.iter().map(String::as_str))]);
            }
        }
        Ok(theme)
    }

    /// The file at that path.
    pub fn file(&self, path: &str) -> Option<&File> {
        self.files.get(path)
    }

    /// Gives the file at that path other bytes.
    pub(super) fn set(&mut self, path: &str, bytes: Vec<u8>) {
        if let Some(file) = self.files.get_mut(path) {
            file.bytes = Cow::Owned(bytes);
        }
    }

    /// Every file's path, in order, and whether it is the project's.
    pub fn paths(&self) -> impl Iterator<Item = (&str, bool)> {
        self.files.iter().map(|(path, file)| (path.as_str(), file.own))
    }

    /// The files of words at that path, each of which is laid over the one before.
    pub fn words(&self, path: &str) -> &[File] {
        self.words.get(path).map_or(&[], Vec::as_slice)
    }

    /// What the theme offers beyond reading.
    pub fn offers(&self) -> Offers {
        let has = |path: &str| self.files.contains_key(path);
        Offers {
            signing: has("templates/sign-text.html"),
            checker: has("templates/checker.html"),
            search: has("static/search.js"),
            // Tera's name for all values at once shows it too.
            previews: self.mentions("preview") || self.mentions("__tera_context"),
        }
    }

    /// Whether a template of the theme has that word in it.
    fn mentions(&self, word: &str) -> bool {
        let word = word.as_bytes();
        self.files_in("templates")
            .any(|(_, file)| memchr::memmem::find(&file.bytes, word).is_some())
    }

    /// The digest of everything that the theme is made of.
    pub fn digest(&self) -> Digest {
        let mut hash = Sha256::new();
        let mut put = |bytes: &[u8]| {
            hash.update((bytes.len() as u64).to_le_bytes());
            hash.update(bytes);
        };
        for (path, file) in self.parts() {
            put(path.as_bytes());
            put(file.origin.as_bytes());
            put(&file.bytes);
        }
        Digest::from_bytes(hash.finalize().into())
    }

    /// Everything that the theme is made of, with the words that its own are laid over.
    pub fn parts(&self) -> impl Iterator<Item = (&str, &File)> {
        let words = self
            .words
            .iter()
            .flat_map(|(path, files)| files.iter().map(move |file| (path, file)));
        let all = self.files.iter().chain(words);
        all.map(|(path, file)| (path.as_str(), file))
    }

    /// The files in that folder and below, by path, without the folder's name.
    pub fn files_in<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = (&'a str, &'a File)> {
        self.files
            .range(folder.to_owned()..)
            .map_while(move |(path, file)| Some((path.strip_prefix(folder)?.strip_prefix('/')?, file)))
    }

    fn overlay(&mut self, root: &Path, folder: &Path, origin: &str) -> Result<(), Vec<Diagnostic>> {
        let mut faults = Vec::new();
        for entry in walkdir::WalkDir::new(folder).sort_by_file_name() {
            match overlay_file(root, folder, origin, entry) {
                Ok(Some((path, file))) => self.put(path, file),
                Ok(None) => {}
                Err(fault) => faults.push(*fault),
            }
        }
        if faults.is_empty() { Ok(()) } else { Err(faults) }
    }
}

/// Reads one file of the project's theme; none for folders and for files of editors and systems.
fn overlay_file(
    root: &Path,
    folder: &Path,
    origin: &str,
    entry: walkdir::Result<walkdir::DirEntry>,
) -> Result<Option<(String, File)>, Box<Diagnostic>> {
    let unreadable = |origin: String, reason: String| {
        Box::new(Diagnostic::new(Code::FileUnreadable, Place::file(origin)).with("reason", reason))
    };
    let entry = entry.map_err(|error| unreadable(origin.to_owned(), without_path(&error)))?;
    let relative = entry.path().strip_prefix(folder).unwrap_or(entry.path());
    let path = relative.to_string_lossy().replace('\\', "/");
    let origin = if path.is_empty() {
        origin.to_owned()
    } else {
        format!("{origin}/{path}")
    };
    if entry.file_type().is_symlink() {
        return Err(Box::new(Diagnostic::new(Code::SymbolicLink, Place::file(origin))));
    }
    if !entry.file_type().is_file()
        || path
            .split('/')
            .any(|part| part.starts_with('.') || part.ends_with('~'))
    {
        return Ok(None);
    }
    let bytes = files::read(root, &origin, LIMIT).map_err(Box::new)?;
    Ok(Some((
        path,
        File {
            origin,
            bytes: Cow::Owned(bytes),
            own: true,
        },
    )))
}

fn without_path(error: &walkdir::Error) -> String {
    error.io_error().map_or_else(|| error.to_string(), reason)
}

fn themes_of(root: &Path) -> Vec<String> {
    let mut names: Vec<String> = embedded_names().map(str::to_owned).collect();
    if let Ok(entries) = root.join("themes").read_dir() {
        names.extend(
            entries
                .flatten()
                .map(|entry| entry.file_name().to_string_lossy().into_owned()),
        );
    }
    names.sort();
    names.dedup();
    names
}

impl File {
    /// The file as text.
    ///
    /// # Errors
    /// [`Code::NotUtf8`].
    pub fn text(&self) -> Result<&str, Diagnostic> {
        std::str::from_utf8(&self.bytes)
            .map_err(|_| Diagnostic::new(Code::NotUtf8, Place::file(&*self.origin)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn load(files: &[(&str, &str)], name: &str) -> Result<Theme, Vec<Diagnostic>> {
        let root = tempfile::tempdir().unwrap();
        for (path, text) in files {
            let path = root.path().join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        }
        Theme::load(root.path(), &Slug::parse(name).unwrap())
    }

    #[test]
    fn a_file_of_the_project_takes_the_place_of_the_default_one() {
        let theme = load(
            &[
                ("themes/ours/templates/home.html", "ours"),
                ("themes/ours/.swp", ""),
            ],
            "ours",
        )
        .unwrap();
        assert_eq!(theme.file("templates/home.html").unwrap().text().unwrap(), "ours");
        assert_eq!(
            theme.file("templates/home.html").unwrap().origin,
            "themes/ours/templates/home.html"
        );
        assert!(theme.file("templates/base.html").is_some());
        assert!(theme.file(".swp").is_none());
    }

    #[test]
    fn an_unknown_theme_is_named_with_the_one_that_was_meant() {
        let faults = load(&[("themes/bleu/static/a.css", "")], "bleue").unwrap_err();
        assert_eq!(faults[0].code, Code::ThemeMissing);
        assert_eq!(faults[0].suggestion.as_deref(), Some("bleu"));
    }

    #[cfg(unix)]
    #[test]
    fn links_out_of_the_project_are_refused() {
        let root = tempfile::tempdir().unwrap();
        std::fs::create_dir_all(root.path().join("themes/x/static")).unwrap();
        std::os::unix::fs::symlink("/etc/passwd", root.path().join("themes/x/static/a.css")).unwrap();
        let faults = Theme::load(root.path(), &Slug::parse("x").unwrap()).unwrap_err();
        assert_eq!(
            (faults[0].code, faults[0].place.path.as_str()),
            (Code::SymbolicLink, "themes/x/static/a.css")
        );
    }

    #[test]
    fn folders_do_not_mix() {
        let theme = Theme::embedded();
        assert!(
            theme
                .files_in("templates")
                .all(|(path, file)| file.origin.ends_with(path))
        );
        assert!(theme.files_in("templates").count() > 5);
        assert_eq!(theme.files_in("template").count(), 0);
    }
}
