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
    if text
        .bytes()
        .all(|byte| matches!(byte, b' '..=b'~') && byte != b'#')
    {
        return text.to_owned();
    }
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

/// A JSON document in which every character that could drive a terminal, or make a line of a forge's log a command,
/// is written as `\u202e`.
///
/// `document` must be well-formed JSON: such characters then stand only inside its strings.
pub fn json(document: &str) -> String {
    let mut out = String::with_capacity(document.len());
    let mut from = 0;
    for (at, character) in document.char_indices() {
        // Most characters of a long document.
        let is_plain = matches!(character, ' '..='~' | '\n') && character != '#';
        if is_plain || !is_unsafe(character) && !document[at..].starts_with("##[") {
            continue;
        }
        out.push_str(&document[from..at]);
        from = at + character.len_utf8();
        let mut units = [0; 2];
        for unit in character.encode_utf16(&mut units) {
            out.push_str(&format!("\\u{unit:04x}"));
        }
    }
    out.push_str(&document[from..]);
    out
}

/// `text` as the data of a GitHub workflow command, after its `::`: several lines are allowed.
pub fn github_data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// `text` as the value of a property of a GitHub workflow command.
pub fn github_property(text: &str) -> String {
    github_data(text).replace(':', "%3A").replace(',', "%2C")
}

/// `text` as a plain SARIF message (SARIF 2.1.0, 3.11): no placeholder, no embedded link, nothing invisible.
pub fn sarif(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '{' => out.push_str("{{"),
            '}' => out.push_str("}}"),
            // `[words](address)` is a link: a space makes it plain text.
            '(' if out.ends_with(']') => out.push_str(" ("),
            _ if is_unsafe(character) => out.push_str(&format!("U+{:04X}", u32::from(character))),
            _ => out.push(character),
        }
    }
    out
}

/// A path as a relative URI reference: every byte but letters, digits and `-._~/` percent-encoded.
pub fn uri_path(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

/// `text` as inline Markdown that shows it as it is, in HTML inside Markdown too.
///
/// Punctuation becomes numeric entities, which neither Markdown nor HTML takes for structure. What a forge turns into
/// links and notifications after rendering (`@someone`, `#12`, addresses) is broken by a zero-width space: to have a
/// value that can be copied, use [`markdown_code`].
pub fn markdown(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    let mut rest = text.chars().peekable();
    let mut line_start = true;
    while let Some(character) = rest.next() {
        let word_follows = rest
            .peek()
            .is_some_and(|next| next.is_alphanumeric() || matches!(next, '"' | '_'));
        match character {
            _ if is_unsafe(character) => {
                let shown: String = character.escape_unicode().collect();
                shown
                    .chars()
                    .for_each(|character| push_entity(&mut out, character));
            }
            '@' | '#' | '!' | '~' | '$' | '%' | '&' | '^' | '*' if word_follows => {
                push_entity(&mut out, character);
                out.push_str("&#8203;");
            }
            ':' | '.' if word_follows || rest.peek() == Some(&'/') => {
                push_entity(&mut out, character);
                out.push_str("&#8203;");
            }
            // `GH-12` is a reference to a request on GitHub.
            '-' if out.ends_with(['H', 'h']) && word_follows => out.push_str("&#45;&#8203;"),
            // White space at the start of a line could indent it into code.
            ' ' if line_start => out.push_str("&#32;"),
            ',' | ';' | '?' => out.push(character),
            _ if character.is_ascii_punctuation() => push_entity(&mut out, character),
            _ => out.push(character),
        }
        line_start = line_start && character == ' ';
    }
    out
}

/// `text` as a Markdown code span that shows it as it is, inside a table cell too: nothing in it becomes a link, a
/// mention or a markup, and it can be copied.
///
/// `|`, which would end a table's cell, stands as `\u{7c}`.
pub fn markdown_code(text: &str) -> String {
    let shown = terminal(text).replace('|', "\\u{7c}");
    if shown.trim().is_empty() {
        // There is no empty code span, and one of spaces alone shows nothing.
        return "\u{2013}".to_owned();
    }
    let longest = shown
        .split(|character| character != '`')
        .map(str::len)
        .max()
        .unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    format!("{fence} {shown} {fence}")
}

fn push_entity(out: &mut String, character: char) {
    if character.is_ascii_punctuation() {
        out.push_str(&format!("&#{};", u32::from(character)));
    } else {
        out.push(character);
    }
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

    #[test]
    fn json_leaves_no_log_command() {
        let text = json("{\"a\": \"##[error]x\"}");
        assert_eq!(text, "{\"a\": \"\\u0023#[error]x\"}");
    }

    #[test]
    fn github_escapes_what_its_runner_unescapes() {
        assert_eq!(github_data("100%\r\n::error::x"), "100%25%0D%0A::error::x");
        assert_eq!(github_property("a:b,c%\n"), "a%3Ab%2Cc%25%0A");
        assert_eq!(github_data("%0A"), "%250A");
    }

    #[test]
    fn sarif_has_neither_placeholders_nor_links() {
        assert_eq!(sarif("{0} [here](http://x) a[0]"), "{{0}} [here] (http://x) a[0]");
        assert_eq!(sarif("\u{202e}\u{1b}"), "U+202EU+001B");
    }

    #[test]
    fn uri_paths_are_ascii() {
        assert_eq!(
            uri_path("signatures/été 1%:#?.yaml"),
            "signatures/%C3%A9t%C3%A9%201%25%3A%23%3F.yaml"
        );
    }

    /// The plain text of inline Markdown, or nothing if there is any markup in it.
    fn plain_text(markdown: &str) -> Option<String> {
        use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
        let mut text = String::new();
        for event in Parser::new_ext(markdown, Options::all()) {
            match event {
                Event::Text(part) => text.push_str(&part),
                Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph) => {}
                _ => return None,
            }
        }
        Some(text.replace('\u{200b}', ""))
    }

    /// The content of the one code span that `markdown` is, as the only cell of a table.
    fn code_in_table(markdown: &str) -> Option<String> {
        use pulldown_cmark::{Event, Options, Parser};
        let table = format!("| a | b |\n| - | - |\n| {markdown} | end |\n");
        let events: Vec<Event<'_>> = Parser::new_ext(&table, Options::all()).collect();
        assert!(events.contains(&Event::Text("end".into())), "{table}");
        let mut codes = events.iter().filter_map(|event| match event {
            Event::Code(code) => Some(code.to_string()),
            _ => None,
        });
        let code = codes.next();
        assert_eq!(codes.next(), None, "{table}");
        code
    }

    #[test]
    fn markdown_shows_markup_as_text() {
        let samples = [
            "*a* _b_ **c** `d` ~~e~~ [f](http://x) ![g](h) <b>i</b> &amp; \\ | # j",
            "- list",
            "1. list",
            "# title",
            "> quote",
            "    code",
            "---",
            "| a | b |",
            "https://x.example www.x.example",
            "[^1]: note",
            "<!-- c -->",
            "$m$",
            "a@b.example @team #12 !3 GH-4",
            "term\\\n: definition",
        ];
        for sample in samples {
            let escaped = markdown(sample);
            assert_eq!(
                plain_text(&escaped).as_deref(),
                Some(terminal(sample).as_str()),
                "{escaped}"
            );
            assert!(!escaped.contains(['<', '>', '"']), "{escaped}");
        }
        assert!(markdown("@team").contains("&#64;&#8203;team"));
        assert!(markdown("https://x").contains("&#58;&#8203;"));
        assert!(markdown("GH-4").contains("&#45;&#8203;4"));
    }

    #[test]
    fn code_spans_hold_anything() {
        for sample in ["a|b", "``", "`a", " a ", "<b>", "a``b`c", "[x](y) @team"] {
            let shown = terminal(sample).replace('|', "\\u{7c}");
            assert_eq!(code_in_table(&markdown_code(sample)), Some(shown), "{sample}");
        }
        assert_eq!(markdown_code(""), "–");
    }

    proptest::proptest! {
        #[test]
        fn any_text_survives_markdown(text in "\\PC{0,40}|[ -~]{0,40}|.{0,20}") {
            let text = text.trim();
            let shown = plain_text(&markdown(text));
            proptest::prop_assert_eq!(shown, Some(terminal(text).replace('\u{200b}', "")));
        }

        #[test]
        fn any_text_survives_a_code_span(text in "[ -~]{1,40}|.{1,20}") {
            let shown = terminal(&text).replace('|', "\\u{7c}");
            let expected = (!shown.trim().is_empty()).then_some(shown);
            proptest::prop_assert_eq!(code_in_table(&markdown_code(&text)), expected);
        }

        #[test]
        fn no_command_comes_out_of_a_terminal_line(text in ".{0,40}|[#\\[\\]:a-z%]{0,30}") {
            let shown = terminal(&text);
            proptest::prop_assert!(!shown.contains("##[") && !shown.chars().any(is_unsafe));
        }
    }
}
