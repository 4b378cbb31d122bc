//! The words of the program, in French and in English.
//!
//! A [`Catalogue`] holds the Fluent messages of one [`Locale`]; they are part of the program, so that it never
//! depends on files that were installed beside it. [`explanation`] gives a longer page for each code.

mod catalogue;
mod explanations;
#[cfg(test)]
mod in_step;
mod template;

pub use catalogue::Catalogue;
pub use explanations::{explanation, groups};
pub use template::Template;

/// A language that the program speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Locale {
    /// French, the language of the charters this program was made for.
    French,
    /// English.
    English,
}

impl Locale {
    /// Every locale.
    pub const ALL: &[Locale] = &[Locale::French, Locale::English];

    /// The locale that a language tag or a POSIX locale name means: `fr`, `fr-CA`, `fr_FR.UTF-8`, `EN`.
    pub fn parse(name: &str) -> Option<Self> {
        let language = name.split(['-', '_', '.', '@']).next().unwrap_or_default();
        match language.to_ascii_lowercase().as_str() {
            "fr" => Some(Self::French),
            "en" => Some(Self::English),
            _ => None,
        }
    }

    /// The locale of the environment, after `LC_ALL`, `LC_MESSAGES` and `LANG`.
    ///
    /// Nothing set, `C` and `POSIX` mean French; a language that the program does not speak means English.
    pub fn from_environment() -> Self {
        Self::from_variables(|name| std::env::var(name).ok())
    }

    /// The same as [`from_environment`](Self::from_environment), over any source of variables.
    pub fn from_variables(variable: impl Fn(&str) -> Option<String>) -> Self {
        let name = ["LC_ALL", "LC_MESSAGES", "LANG"]
            .iter()
            .find_map(|name| variable(name).filter(|value| !value.is_empty()))
            .unwrap_or_default();
        match name.split('.').next() {
            None | Some("" | "C" | "POSIX") => Self::French,
            Some(_) => Self::parse(&name).unwrap_or(Self::English),
        }
    }

    /// The locale's language tag: `fr` or `en`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::French => "fr",
            Self::English => "en",
        }
    }
}

impl std::fmt::Display for Locale {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::Locale;

    fn of(pairs: &[(&str, &str)]) -> Locale {
        Locale::from_variables(|name| {
            pairs
                .iter()
                .find(|(key, _)| *key == name)
                .map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn parses_tags_and_posix_names() {
        for name in ["fr", "FR", "fr-CA", "fr_FR.UTF-8", "fr_BE@euro"] {
            assert_eq!(Locale::parse(name), Some(Locale::French), "{name}");
        }
        assert_eq!(Locale::parse("en_GB.UTF-8"), Some(Locale::English));
        for name in ["", "C", "de_DE", "french", "fra"] {
            assert_eq!(Locale::parse(name), None, "{name}");
        }
        for locale in Locale::ALL {
            assert_eq!(Locale::parse(locale.as_str()), Some(*locale));
        }
    }

    #[test]
    fn the_environment_is_read_in_the_order_of_posix() {
        assert_eq!(of(&[]), Locale::French);
        assert_eq!(of(&[("LANG", "C")]), Locale::French);
        assert_eq!(of(&[("LANG", "C.UTF-8")]), Locale::French);
        assert_eq!(
            of(&[("LC_ALL", "POSIX"), ("LANG", "en_US.UTF-8")]),
            Locale::French
        );
        assert_eq!(
            of(&[("LC_ALL", ""), ("LC_MESSAGES", "en_GB"), ("LANG", "fr_FR")]),
            Locale::English
        );
        assert_eq!(of(&[("LANG", "de_DE.UTF-8")]), Locale::English);
    }
}
