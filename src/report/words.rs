//! A diagnostic in words.

use crate::diagnostic::{Argument, Diagnostic};
use crate::locale::Catalogue;

/// How many characters of a foreign argument a message shows: a whole declaration, but not a whole file.
const ARGUMENT_LIMIT: usize = 400;

/// What a diagnostic says, in the reader's language.
///
/// Foreign text stands in these words as it is, line breaks and all: who prints them escapes them first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// What is wrong, in one sentence.
    pub title: String,
    /// A few words to stand beside the part of the line that is meant.
    pub label: Option<String>,
    /// What was expected.
    pub expected: Option<String>,
    /// What to do now.
    pub help: Option<String>,
    /// A near word that was probably meant.
    pub suggestion: Option<String>,
}

impl Words {
    /// The words for `diagnostic` in the language of `catalogue`.
    pub fn of(diagnostic: &Diagnostic, catalogue: &Catalogue) -> Self {
        let arguments: Vec<(&str, Argument)> = diagnostic
            .arguments
            .iter()
            .map(|(name, value)| (*name, clip(name, value, catalogue)))
            .collect();
        let id = diagnostic.code.as_str();
        let attribute = |name| catalogue.attribute(id, name, &arguments);
        Self {
            title: catalogue.text(id, &arguments),
            label: attribute("label"),
            expected: attribute("expected"),
            help: attribute("help"),
            suggestion: diagnostic.suggestion.clone(),
        }
    }
}

impl Words {
    /// What follows the title, each with the id of the message that announces it.
    pub(super) fn remarks(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let remarks = [
            ("report-expected", self.expected.as_deref()),
            ("report-help", self.help.as_deref()),
            ("report-suggestion", self.suggestion.as_deref()),
        ];
        remarks.into_iter().filter_map(|(id, text)| Some((id, text?)))
    }
}

fn clip(name: &str, value: &Argument, catalogue: &Catalogue) -> Argument {
    match value {
        Argument::Text(text) if name == "reason" && text.len() < 60 => Argument::Text(catalogue.reason(text)),
        Argument::Text(text) => match text.char_indices().nth(ARGUMENT_LIMIT) {
            Some((at, _)) => Argument::Text(format!("{}…", &text[..at])),
            None => value.clone(),
        },
        Argument::Number(_) => value.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::Words;
    use crate::diagnostic::{Code, Diagnostic, Place};
    use crate::locale::{Catalogue, Locale};

    #[test]
    fn long_arguments_are_cut() {
        let diagnostic = Diagnostic::new(Code::UnknownKey, Place::file("f")).with("key", "é".repeat(5000));
        let words = Words::of(&diagnostic, &Catalogue::new(Locale::French));
        assert!(words.title.chars().count() < 600);
        assert!(words.title.contains("é…"));
    }
}
