//! French typography for running text.

/// The narrow no-break space that French sets before `;`, `:`, `!`, `?` and inside guillemets.
const NARROW: char = '\u{202f}';

/// A line by itself, a title or a sentence, set as French wants it.
pub fn set_in_french(line: &str) -> String {
    French::default().set(line)
}

/// Sets one run of running text after another as French wants it: narrow no-break spaces before `;`, `:`, `!`, `?`
/// and `»` and after `«`, and curly apostrophes.
///
/// It changes spaces that are there and adds those of guillemets; it never adds one before `:` or `?`, which may be
/// part of an address or of a time. The last character is remembered from run to run, because Markdown cuts a sentence
/// wherever emphasis or a link starts.
#[derive(Debug, Default)]
pub(super) struct French {
    before: Option<char>,
}

impl French {
    /// Forgets the sentence so far, as a new paragraph does.
    pub(super) fn start_block(&mut self) {
        self.before = None;
    }

    /// Takes note of something that is not running text, such as code.
    pub(super) fn skip(&mut self) {
        self.before = Some('x');
    }

    /// The run `text`, set.
    pub(super) fn set(&mut self, text: &str) -> String {
        let mut out = String::with_capacity(text.len() + 8);
        let mut rest = text.chars().peekable();
        while let Some(character) = rest.next() {
            let next = rest.peek().copied();
            let set = match character {
                '\'' if self.before.is_some_and(char::is_alphanumeric) => '’',
                ' ' | '\u{a0}' if self.before == Some('«') || next.is_some_and(is_high) => NARROW,
                _ => character,
            };
            if set == '»' && self.before.is_some_and(|before| !before.is_whitespace()) {
                out.push(NARROW);
            }
            if self.before == Some('«') && !set.is_whitespace() && !out.ends_with(NARROW) {
                out.push(NARROW);
            }
            out.push(set);
            self.before = Some(set);
        }
        out
    }
}

fn is_high(character: char) -> bool {
    matches!(character, ';' | ':' | '!' | '?' | '»')
}

#[cfg(test)]
mod tests {
    use super::French;

    fn set(runs: &[&str]) -> String {
        let mut french = French::default();
        runs.iter()
            .map(|run| french.set(run))
            .collect::<Vec<_>>()
            .concat()
    }

    #[test]
    fn spaces_before_high_punctuation_are_narrow_and_do_not_break() {
        assert_eq!(
            set(&["Quoi ? Oui ; non\u{a0}!"]),
            "Quoi\u{202f}? Oui\u{202f}; non\u{202f}!"
        );
        assert_eq!(set(&["mot", " : suite"]), "mot\u{202f}: suite");
    }

    #[test]
    fn guillemets_get_their_spaces_once() {
        let right = "«\u{202f}mot\u{202f}»";
        for written in ["« mot »", "«mot»", "«\u{202f}mot\u{202f}»"] {
            assert_eq!(set(&[written]), right, "{written}");
        }
        assert_eq!(set(&["«", "mot", "»"]), right);
    }

    #[test]
    fn apostrophes_curl_and_addresses_stay() {
        assert_eq!(set(&["l'eau qu'", "elle"]), "l’eau qu’elle");
        assert_eq!(
            set(&["https://example.org/?a=b à 10:30"]),
            "https://example.org/?a=b à 10:30"
        );
        assert_eq!(set(&["'mot'"]), "'mot’");
    }
}
