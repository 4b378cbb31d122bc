//! The right place and form: names, kinds of files, sizes, what was left of a template, and private keys.

use super::change::{Touched, size_limit};
use super::git::Mode;
use super::head::{Content, not_a_file, too_large};
use super::secret::private_key;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::project::CONFIGURATION;
use crate::register::{Role, folded, portable, role};
use std::collections::HashMap;
use unicode_normalization::UnicodeNormalization as _;

/// How many bytes at the start of a file tell what it is.
const HEAD: usize = 8192;

/// The longest name of a part that is to be filled in, in characters.
const LONGEST_PLACEHOLDER: usize = 60;

/// What is wrong with the files themselves.
#[derive(Debug, Default)]
pub struct Form {
    /// The faults.
    pub faults: Vec<Diagnostic>,
    /// The paths of which nothing more can be said, and whose bytes must not be looked at any further.
    pub unreadable: Vec<String>,
}

/// Looks at every file that a change adds or changes; `names` are the other names of the project's folders.
pub fn check(touched: &[Touched], names: &dyn Fn(&str) -> Vec<String>) -> Form {
    let mut form = Form::default();
    let mut names = Names::new(names);
    for file in touched.iter().filter(|file| !file.is_deleted()) {
        let guarded = file.is_below("signatures") || file.is_below("content");
        if let Some(fault) = fatal(file, guarded) {
            form.faults.push(fault);
            form.unreadable.push(file.path.clone());
            continue;
        }
        if file.is_unreadable_name() {
            let fault = Diagnostic::new(Code::FileName, Place::file(&file.path));
            form.faults.push(fault.with("expected", "UTF-8"));
        }
        if breaks_every_clone(file) {
            let fault = Diagnostic::new(Code::FileName, Place::file(&file.path));
            form.faults.push(fault.with("expected", "[a-z0-9-]"));
            continue;
        }
        if !guarded {
            if file.inside && file.is_added() {
                let own = passes_for_the_project_s_own(&file.path);
                form.faults.extend(own.or_else(|| portable(&file.path).err()));
            }
            continue;
        }
        match role(&file.path) {
            Err(fault) => form
                .faults
                .push(collision(&file.path, &mut names).unwrap_or(fault)),
            // No other names are so free that two good ones collide.
            Ok(Role::Picture) if file.is_added() => form.faults.extend(collision(&file.path, &mut names)),
            Ok(_) => {}
        }
        if file.is == Some(Mode::Executable) {
            form.faults
                .push(Diagnostic::new(Code::ExecutableFile, Place::file(&file.path)));
        }
        if let Some(bytes) = file.new.bytes() {
            form.faults.extend(placeholders(&file.path, bytes));
        }
    }
    form
}

/// What leaves nothing more to say of a file.
fn fatal(file: &Touched, guarded: bool) -> Option<Diagnostic> {
    let place = || Place::file(&file.path);
    if let Some(code) = file.is.and_then(not_a_file) {
        return Some(Diagnostic::new(code, place()));
    }
    let bytes = match &file.new {
        Content::Refused(fault) => return Some(fault.clone()),
        Content::Absent => return None,
        Content::Bytes(bytes) => bytes,
    };
    if let Some(fault) = private_key(&file.path, bytes, guarded) {
        return Some(fault);
    }
    let limit = size_limit(&file.path);
    if (guarded || file.path == CONFIGURATION) && bytes.len() > limit {
        return Some(too_large(&file.path, bytes.len() as u64, limit));
    }
    if !guarded {
        return None;
    }
    match role(&file.path) {
        Ok(Role::Picture) => picture(&file.path, bytes),
        _ if bytes[..bytes.len().min(HEAD)].contains(&0) => Some(Diagnostic::new(Code::BinaryFile, place())),
        _ => None,
    }
}

/// A picture has the first bytes of its kind: nothing else is published under its name.
fn picture(path: &str, bytes: &[u8]) -> Option<Diagnostic> {
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
    let sound = match ending {
        "png" => bytes.starts_with(b"\x89PNG\r\n\x1a\n"),
        "jpg" | "jpeg" => bytes.starts_with(b"\xff\xd8\xff"),
        "gif" => bytes.starts_with(b"GIF87a") || bytes.starts_with(b"GIF89a"),
        "webp" => bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP"),
        "avif" => {
            bytes.get(4..8) == Some(b"ftyp")
                && bytes.get(8..12).is_some_and(|brand| brand.starts_with(b"avi"))
        }
        _ => true,
    };
    (!sound).then(|| Diagnostic::new(Code::PictureForm, Place::file(path)).with("expected", ending))
}

/// The names in folders, by how they are compared: each folder is read once, however many files of it a change brings.
struct Names<'a> {
    read: &'a dyn Fn(&str) -> Vec<String>,
    folders: HashMap<String, HashMap<String, Vec<String>>>,
}

impl<'a> Names<'a> {
    fn new(read: &'a dyn Fn(&str) -> Vec<String>) -> Self {
        let folders = HashMap::new();
        Self { read, folders }
    }

    /// Another name in `folder` that differs from `name` only by case or Unicode form.
    fn twin(&mut self, folder: &str, name: &str) -> Option<&str> {
        if !self.folders.contains_key(folder) {
            let mut names: HashMap<String, Vec<String>> = HashMap::new();
            for other in (self.read)(folder) {
                names.entry(folded(&other)).or_default().push(other);
            }
            self.folders.insert(folder.to_owned(), names);
        }
        let same = self.folders.get(folder)?.get(&folded(name))?.iter();
        same.map(String::as_str).filter(|other| *other != name).min()
    }
}

/// The collision of a path, where another name of a folder on it differs from its own only by case or Unicode form.
fn collision(path: &str, names: &mut Names<'_>) -> Option<Diagnostic> {
    // From the top down: a folder may collide as well as a file.
    path.match_indices('/').find_map(|(at, _)| {
        let (folder, rest) = (&path[..at], &path[at + 1..]);
        let name = rest.split('/').next().unwrap_or(rest);
        let other = names.twin(folder, name)?;
        let fault = Diagnostic::new(Code::NameCollision, Place::file(path));
        Some(fault.with("other", format!("{folder}/{other}")))
    })
}

/// A name as loosely as any file system compares it: macOS passes over characters that have no shape.
fn folded_loosely(name: &str) -> String {
    let shapeless = |character: &char| matches!(character, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
    let seen = name.nfkc().filter(|character| !shapeless(character));
    seen.flat_map(char::to_lowercase).collect()
}

/// Whether git keeps a name on the path for itself, or takes it for a way: it puts no such file in a folder, and gives up
/// all others with it.
fn breaks_every_clone(file: &Touched) -> bool {
    // What lies outside the project is shown by the way to it.
    let path = if file.inside {
        &file.path
    } else {
        file.path.trim_start_matches("../")
    };
    path.split('/')
        .any(|name| matches!(folded_loosely(name).as_str(), "" | "." | ".." | ".git" | "git~1"))
}

/// A file beside the project's folders whose name some systems take for that of one of them, and that would stand in for
/// what is in it there.
fn passes_for_the_project_s_own(path: &str) -> Option<Diagnostic> {
    let top = path.split('/').next().unwrap_or(path);
    let folded = folded_loosely(top);
    let own = ["content", "signatures", CONFIGURATION]
        .into_iter()
        .find(|own| *own == folded)?;
    if own != top {
        return Some(Diagnostic::new(Code::NameCollision, Place::file(path)).with("other", own));
    }
    // A file where a folder belongs.
    role(path).err().filter(|_| own != CONFIGURATION)
}

/// Parts of a template that were never filled in: `<name>`, `<>`.
fn placeholders(path: &str, bytes: &[u8]) -> Vec<Diagnostic> {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return Vec::new();
    };
    let end = match role(path) {
        Ok(Role::Text(..) | Role::Page(_)) => match text.get(3..).and_then(|rest| rest.find("\n---")) {
            Some(end) => end + 3,
            None => return Vec::new(),
        },
        Ok(Role::Signature(..) | Role::Attestation(..)) => text.find("\nsignature: |").unwrap_or(text.len()),
        _ => text.len().min(HEAD),
    };
    let head = &text[..text.floor_char_boundary(end)];
    let named = |c: char| c.is_alphanumeric() || " .,_'’:/@-…\u{a0}\u{202f}".contains(c);
    let starts = head.match_indices('<');
    let found = starts.filter_map(|(at, _)| {
        // No further than the longest may go: whoever writes a thousand `<` and no `>` must not keep the review busy.
        let mut rest = head[at + 1..].char_indices().take(LONGEST_PLACEHOLDER + 1);
        let (length, end) = rest.find(|(_, character)| !named(*character))?;
        (end == '>').then(|| at..at + 1 + length + 1)
    });
    found
        .take(10)
        .map(|range| {
            let value = &head[range.clone()];
            Diagnostic::new(
                Code::Placeholder,
                Place::in_text(path, text, range.start, range.end),
            )
            .with("value", value)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_never_filled_in() {
        let path = "signatures/charter/a.yaml";
        let found = placeholders(
            path,
            "name: \"<nom de l'association>\"\ncity: \"<>\"\nx: \"a < b\"\n".as_bytes(),
        );
        assert_eq!(
            found
                .iter()
                .map(|fault| fault.place.to_string())
                .collect::<Vec<_>>(),
            [format!("{path}:1:8"), format!("{path}:2:8")]
        );
    }

    #[test]
    fn a_folder_is_read_once_for_all_that_a_change_brings_to_it() {
        let read = std::cell::Cell::new(0);
        let names = |_: &str| {
            read.set(read.get() + 1);
            vec![
                "Plan.png".to_owned(),
                "plan.png".to_owned(),
                "PLAN.png".to_owned(),
            ]
        };
        let mut names = Names::new(&names);
        let twin = |names: &mut Names<'_>, name: &str| names.twin("content", name).map(str::to_owned);
        assert_eq!(twin(&mut names, "plan.png").as_deref(), Some("PLAN.png"));
        assert_eq!(twin(&mut names, "PLAN.png").as_deref(), Some("Plan.png"));
        (0..1000).for_each(|at| assert_eq!(twin(&mut names, &format!("{at}.png")), None));
        assert_eq!(read.get(), 1);
    }

    #[test]
    fn many_that_are_none_take_no_time_and_many_are_told_in_a_few() {
        let path = "content/charter/1.0.md";
        let text = |inner: &str| format!("---\n{inner}\n---\n");
        assert!(
            placeholders(
                path,
                text(&("<".repeat(400_000) + &"a".repeat(99) + ">")).as_bytes()
            )
            .is_empty()
        );
        assert_eq!(
            placeholders(path, text(&"<a>".repeat(100_000)).as_bytes()).len(),
            10
        );
    }

    #[test]
    fn pictures_are_what_they_say() {
        assert!(picture("a.png", b"\x89PNG\r\n\x1a\n...").is_none());
        assert!(picture("a.webp", b"RIFF\0\0\0\0WEBPVP8 ").is_none());
        assert!(picture("a.avif", b"\0\0\0\x1cftypavif").is_none());
        assert_eq!(
            picture("a.png", b"<svg onload=alert(1)>").unwrap().code,
            Code::PictureForm
        );
    }
}
