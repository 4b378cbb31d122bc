//! Lines that git leaves where it could not join two states of a file.

use super::{Code, Diagnostic, Place};
use memchr::memmem;

/// How the line before the first of two states starts, and the one after the second; the name of a branch follows.
const FIRST: &str = "<<<<<<< ";
const LAST: &str = ">>>>>>> ";

/// The line between the two.
const MIDDLE: &str = "=======";

/// The marks of a conflict of git's in `text`, whose lines end by LF, as one fault at the first of them.
pub fn conflict(path: &str, text: &str) -> Option<Diagnostic> {
    let at = starts_line(text, FIRST).or_else(|| {
        // Somebody may have taken the first mark away and left the others.
        let last = starts_line(text, LAST)?;
        let middle = text[..last].rfind(&format!("\n{MIDDLE}\n"))? + 1;
        Some(middle)
    })?;
    let end = at + text[at..].find('\n').unwrap_or(text.len() - at);
    Some(Diagnostic::new(
        Code::ConflictMarker,
        Place::in_text(path, text, at, end),
    ))
}

/// Where the first line of `text` starts that starts with `mark`.
fn starts_line(text: &str, mark: &str) -> Option<usize> {
    let mut found = memmem::find_iter(text.as_bytes(), mark);
    found.find(|at| *at == 0 || text.as_bytes()[at - 1] == b'\n')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str) -> Option<u32> {
        conflict("f", text).map(|fault| fault.place.line())
    }

    #[test]
    fn marks_are_found_at_the_start_of_a_line() {
        assert_eq!(line("<<<<<<< HEAD\na\n=======\nb\n>>>>>>> x\n"), Some(1));
        assert_eq!(line("a\n<<<<<<< HEAD\n"), Some(2));
        assert_eq!(line("a\n=======\nb\n>>>>>>> x"), Some(2));
    }

    #[test]
    fn what_only_looks_like_them_is_none() {
        for text in [
            "",
            "a <<<<<<< b",
            "Titre\n=======\n\nTexte\n",
            ">>>>>>> cité\n",
            "<<<<<<<\n",
        ] {
            assert_eq!(line(text), None, "{text:?}");
        }
    }
}
