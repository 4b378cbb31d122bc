//! Short names that stand in paths and addresses.

use std::sync::Arc;

/// `[a-z0-9]+(-[a-z0-9]+)*`, at most 80 characters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slug(Arc<str>);

super::string_type!(Slug);

/// A string that is no slug.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SlugError;

impl Slug {
    /// The largest number of characters.
    pub const LIMIT: usize = 80;

    /// Reads a slug.
    ///
    /// # Errors
    /// [`SlugError`] for any other form.
    pub fn parse(value: &str) -> Result<Self, SlugError> {
        let word = |part: &str| {
            !part.is_empty()
                && part
                    .bytes()
                    .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        };
        if value.len() <= Self::LIMIT && value.split('-').all(word) {
            Ok(Self(value.into()))
        } else {
            Err(SlugError)
        }
    }

    /// A slug made from a name: accents dropped, ligatures spelled out, everything else a hyphen.
    ///
    /// Returns `None` when nothing of the name is left, as with a name in Arabic.
    pub fn from_name(name: &str) -> Option<Self> {
        use unicode_normalization::UnicodeNormalization as _;
        let mut slug = String::new();
        for character in name.nfkd().flat_map(char::to_lowercase) {
            match character {
                'a'..='z' | '0'..='9' => slug.push(character),
                'œ' => slug.push_str("oe"),
                'æ' => slug.push_str("ae"),
                'ß' => slug.push_str("ss"),
                'ø' => slug.push('o'),
                'ł' => slug.push('l'),
                _ if unicode_normalization::char::is_combining_mark(character) => {}
                _ if !slug.is_empty() && !slug.ends_with('-') => slug.push('-'),
                _ => {}
            }
        }
        slug.truncate(Self::LIMIT);
        Self::parse(slug.trim_end_matches('-')).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::Slug;

    #[test]
    fn reads_and_refuses() {
        assert!(Slug::parse("regie-les-tilleuls-2").is_ok());
        assert!(Slug::parse(&"a".repeat(80)).is_ok());
        for wrong in [
            "",
            "-a",
            "a-",
            "a--b",
            "A",
            "é",
            "a_b",
            "a/b",
            "..",
            &"a".repeat(81),
        ] {
            assert!(Slug::parse(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn is_made_from_a_name() {
        let slug = |name| Slug::from_name(name).map(|slug| slug.to_string());
        assert_eq!(
            slug("Régie de quartier « Les Tilleuls »").as_deref(),
            Some("regie-de-quartier-les-tilleuls")
        );
        assert_eq!(slug("L'Œuvre & Cie").as_deref(), Some("l-oeuvre-cie"));
        assert_eq!(slug("جمعية"), None);
        assert_eq!(slug(&"ab ".repeat(60)).unwrap().len(), 80);
    }
}
