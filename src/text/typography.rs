//! Typography for running text, by language: what a keyboard has no keys for.

/// The narrow no-break space that French sets before `;`, `:`, `!`, `?` and inside guillemets.
const NARROW: char = '\u{202f}';

/// Whose rules a text is set by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rules {
    /// Narrow no-break spaces before `;`, `:`, `!`, `?` and inside guillemets, which take the place of straight quotes;
    /// curly apostrophes.
    French,
    /// Curly quotes and apostrophes.
    English,
}

/// A line by itself, a title or a sentence, set by these rules.
pub fn set(line: &str, rules: Rules) -> String {
    Typesetter::new(rules).set(line)
}

/// Sets one run of running text after another.
///
/// In French it changes spaces that are there and adds those of guillemets; it never adds one before `:` or `?`, which
/// may be part of an address or of a time. The last character is remembered from run to run, because Markdown cuts a
/// sentence wherever emphasis or a link starts.
#[derive(Clone, Copy, Debug)]
pub(super) struct Typesetter {
    rules: Rules,
    before: Option<char>,
}

impl Typesetter {
    /// One that has set nothing yet.
    pub(super) fn new(rules: Rules) -> Self {
        Self { rules, before: None }
    }

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
            match self.rules {
                Rules::French => self.add_in_french(character, next, &mut out),
                Rules::English => self.add_in_english(character, next, &mut out),
            }
        }
        out
    }

    fn add_in_french(&mut self, character: char, next: Option<char>, out: &mut String) {
        let set = match character {
            '\'' if self.before.is_some_and(char::is_alphanumeric) => '’',
            '"' if self.opens() => '«',
            '"' => '»',
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

    fn add_in_english(&mut self, character: char, next: Option<char>, out: &mut String) {
        let set = match character {
            // Years are cut short with an apostrophe: the ’90s.
            '\'' if self.opens() && !next.is_some_and(|next| next.is_ascii_digit()) => '‘',
            '\'' => '’',
            '"' if self.opens() => '“',
            '"' => '”',
            _ => character,
        };
        out.push(set);
        self.before = Some(set);
    }

    /// Whether a quote here is one that opens.
    fn opens(&self) -> bool {
        self.before.is_none_or(|before| {
            before.is_whitespace() || matches!(before, '(' | '[' | '{' | '‘' | '“' | '«' | '–' | '—' | '/')
        })
    }
}

fn is_high(character: char) -> bool {
    matches!(character, ';' | ':' | '!' | '?' | '»')
}

#[cfg(test)]
mod tests {
    use super::{Rules, Typesetter};

    fn set(runs: &[&str]) -> String {
        set_by(Rules::French, runs)
    }

    fn set_by(rules: Rules, runs: &[&str]) -> String {
        let mut typesetter = Typesetter::new(rules);
        runs.iter()
            .map(|run| typesetter.set(run))
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

    #[test]
    fn straight_quotes_become_guillemets_in_french() {
        let right = "un «\u{202f}mot\u{202f}» (et «\u{202f}deux mots\u{202f}»)";
        assert_eq!(set(&["un \"mot\" (et \"deux mots\")"]), right);
        assert_eq!(
            set(&["\"", "mot", "\", dit-elle"]),
            "«\u{202f}mot\u{202f}», dit-elle"
        );
    }

    #[test]
    fn quotes_and_apostrophes_curl_in_english() {
        let english = |runs: &[&str]| set_by(Rules::English, runs);
        assert_eq!(
            english(&["\"It's the neighbours' hall,\" they said."]),
            "“It’s the neighbours’ hall,” they said."
        );
        assert_eq!(
            english(&["She said \"we call it 'ours'\"."]),
            "She said “we call it ‘ours’”."
        );
        assert_eq!(english(&["(\"yes\")—\"no\""]), "(“yes”)—“no”");
        assert_eq!(
            english(&["\"", "word", "\" and ", "'", "word", "'"]),
            "“word” and ‘word’"
        );
        assert_eq!(
            english(&["the '90s: a 12' room ; 10:30 ?"]),
            "the ’90s: a 12’ room ; 10:30 ?"
        );
    }
}
