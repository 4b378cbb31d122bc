//! A fault is a value: what rule is broken, how bad it is, where, and the words' ingredients.
//!
//! Nothing here prints. A [`Diagnostic`] carries a [`Code`] and named arguments; the words, in the
//! reader's language, come from `locale`, and each output format is one writer over this value.

mod code;
mod conflict;
mod place;

pub use code::{Code, Severity};
pub use conflict::conflict;
pub use place::{Place, Span};

/// A named argument of a diagnostic's message, as the locale files refer to it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Argument {
    /// Text from a file or from the program. It may be hostile: writers escape it for their format.
    Text(String),
    /// A number that the locale may inflect.
    Number(u64),
}

impl Argument {
    /// The value as text.
    pub fn to_text(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Number(number) => number.to_string(),
        }
    }
}

impl From<&str> for Argument {
    fn from(value: &str) -> Self {
        Self::Text(value.to_owned())
    }
}

impl From<String> for Argument {
    fn from(value: String) -> Self {
        Self::Text(value)
    }
}

impl From<u64> for Argument {
    fn from(value: u64) -> Self {
        Self::Number(value)
    }
}

impl From<usize> for Argument {
    fn from(value: usize) -> Self {
        Self::Number(value as u64)
    }
}

/// One thing that is wrong, or worth knowing, and where.
///
/// The order of diagnostics is by place, then code: what a reader goes through from top to bottom.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Diagnostic {
    /// Where the fault is.
    pub place: Place,
    /// How bad it is. Starts as the code's own severity.
    pub severity: Severity,
    /// Which rule is broken.
    pub code: Code,
    /// The named arguments of the message, in the order they were given.
    pub arguments: Vec<(&'static str, Argument)>,
    /// A near word that was probably meant.
    pub suggestion: Option<String>,
}

impl Diagnostic {
    /// A diagnostic for a rule broken somewhere in the file at `place`.
    pub fn new(code: Code, place: Place) -> Self {
        Self {
            place,
            severity: code.severity(),
            code,
            arguments: Vec::new(),
            suggestion: None,
        }
    }

    /// Adds a named argument for the message.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Argument>) -> Self {
        self.arguments.push((name, value.into()));
        self
    }

    /// Adds the nearest of `known` to `word`, when one is near enough to have been meant.
    #[must_use]
    pub fn near<'a>(mut self, word: &str, known: impl IntoIterator<Item = &'a str>) -> Self {
        self.suggestion = nearest(word, known).map(str::to_owned);
        self
    }
}

/// How many faults of one file are told one by one.
pub const TOLD: usize = 20;

/// The faults of one file in its order, each once; where there are more than [`TOLD`], one stands for all the others.
///
/// A stranger's file may break a rule at each of its bytes, and a report must stay one that a person can read.
pub fn told(mut faults: Vec<Diagnostic>) -> Vec<Diagnostic> {
    faults.sort();
    faults.dedup();
    if let Some(first) = faults.get(TOLD) {
        let rest = Diagnostic::new(Code::MoreFaults, first.place.clone());
        let rest = rest.with("count", faults.len() - TOLD);
        faults.truncate(TOLD);
        faults.push(rest);
    }
    faults
}

/// The word of `known` closest to `word` by the Damerau–Levenshtein distance, if at most a third of its
/// letters differ. Between equals the first one wins, so that the answer does not depend on chance.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let limit = (word.chars().take(64).count() / 3).max(1);
    let mut best: Option<(usize, &str)> = None;
    for candidate in known {
        if candidate == word || candidate.chars().count().abs_diff(word.chars().take(400).count()) > limit {
            continue;
        }
        let distance = strsim::damerau_levenshtein(word, candidate);
        if distance <= limit && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// What the system says of an error, without Rust's own additions: the `reason` of a diagnostic.
pub fn reason(error: &std::io::Error) -> String {
    let text = error.to_string();
    text.split_once(" (os error")
        .map_or(text.as_str(), |(reason, _)| reason)
        .to_owned()
}

/// How many of `diagnostics` are errors.
pub fn error_count(diagnostics: &[Diagnostic]) -> usize {
    diagnostics
        .iter()
        .filter(|diagnostic| diagnostic.severity == Severity::Error)
        .count()
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn nearest_finds_a_slip_of_the_finger() {
        assert_eq!(
            nearest("organistion", ["organisation", "date"]),
            Some("organisation")
        );
        assert_eq!(nearest("sirne", ["rna", "siren"]), Some("siren"));
    }

    #[test]
    fn nearest_is_silent_when_nothing_is_near() {
        assert_eq!(nearest("colour", ["organisation", "date"]), None);
        assert_eq!(nearest("date", ["date"]), None);
    }
}
