//! Foreign text made harmless, one function for each place it can go to.

use crate::identifier::{is_allowed_space, is_forbidden};

/// Whether `character` is shown by its number instead of as itself: it hides, reorders or drives something, or
/// it is a space that can't be told from another.
fn is_unsafe(character: char) -> bool {
    is_forbidden(character) || (character.is_whitespace() && !is_allowed_space(character))
}

/// `text` for a terminal or a log: one line, in which control characters, escape sequences, bidirectional marks,
/// line separators and odd spaces stand as `\u{202e}`.
///
/// `##[`, with which a line of a forge's log can become a command, is broken up in the same way.
pub fn terminal(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, character) in text.char_indices() {
        push_terminal(&mut out, character, &text[at..]);
    }
    out
}

/// Adds `character`, the first of `rest`, to `out` as [`terminal`] shows it.
pub(super) fn push_terminal(out: &mut String, character: char, rest: &str) {
    if is_unsafe(character) || rest.starts_with("##[") {
        out.extend(character.escape_unicode());
    } else {
        out.push(character);
    }
}

/// A JSON document with every character that could drive a terminal written as `\u202e`.
///
/// `document` must be well-formed JSON: such characters then stand only inside its strings.
pub fn json(document: &str) -> String {
    let mut out = String::with_capacity(document.len());
    for character in document.chars() {
        if character != '\n' && is_unsafe(character) {
            let mut units = [0; 2];
            for unit in character.encode_utf16(&mut units) {
                out.push_str(&format!("\\u{unit:04x}"));
            }
        } else {
            out.push(character);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terminal_shows_what_would_hide() {
        assert_eq!(terminal("a\u{1b}[31m\u{202e}b"), "a\\u{1b}[31m\\u{202e}b");
        assert_eq!(
            terminal("a\nb\r\t\u{85}\u{2028}"),
            "a\\u{a}b\\u{d}\\u{9}\\u{85}\\u{2028}"
        );
        assert_eq!(terminal("x\u{3000}y"), "x\\u{3000}y");
    }

    #[test]
    fn terminal_leaves_names_of_the_world_alone() {
        for name in [
            "Régie «\u{202f}Les Tilleuls\u{202f}»",
            "جمعية",
            "می\u{200c}خواهم",
            "👨\u{200d}👩\u{200d}👧",
        ] {
            assert_eq!(terminal(name), name);
        }
    }

    #[test]
    fn terminal_leaves_no_log_command() {
        assert_eq!(terminal("###[error]x"), "#\\u{23}#[error]x");
        assert_eq!(terminal("# a ## b"), "# a ## b");
    }

    #[test]
    fn json_stays_the_same_value() {
        let value = "\u{202e}\u{e0041}\u{7f}\u{1b}é\n";
        let text = json(&serde_json::to_string(value).unwrap());
        assert!(text.is_ascii() || text.contains('é'));
        assert!(!text.chars().any(is_unsafe), "{text}");
        assert_eq!(serde_json::from_str::<String>(&text).unwrap(), value);
    }
}
