//! The strings of a signed file: one line of clean Unicode.

use std::sync::Arc;
use unicode_normalization::UnicodeNormalization as _;
use unicode_properties::{GeneralCategory, UnicodeGeneralCategory as _};

/// A string as `format.md` allows it: NFC, 1 to 300 characters, no character that hides or reorders,
/// no white space at its ends and no two spaces in a row.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Line(Arc<str>);

super::string_type!(Line);

/// What is wrong with a string, and at which character (counted from 0).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineFault {
    /// The broken rule.
    pub error: LineError,
    /// The index of the first character concerned.
    pub at: usize,
}

/// The rules for strings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineError {
    /// No character at all.
    Empty,
    /// More than [`Line::LIMIT`] characters; how many.
    TooLong(usize),
    /// A control, format, private-use, unassigned or separator character.
    Forbidden(char),
    /// A space other than U+0020, U+00A0 and U+202F.
    ForbiddenSpace(char),
    /// White space at the start or end.
    OuterSpace,
    /// Two spaces in a row.
    DoubleSpace,
    /// Not in Unicode Normalization Form C (UAX #15).
    NotNfc,
}

/// Whether `character` may never stand in a string: general categories Cc, Cf, Zl, Zp, Co, Cs and Cn,
/// but for U+200C and U+200D, which Persian and Indian scripts need.
pub fn is_forbidden(character: char) -> bool {
    if character.is_ascii() {
        return character.is_ascii_control();
    }
    !matches!(character, '\u{200c}' | '\u{200d}')
        && matches!(
            character.general_category(),
            GeneralCategory::Control
                | GeneralCategory::Format
                | GeneralCategory::LineSeparator
                | GeneralCategory::ParagraphSeparator
                | GeneralCategory::PrivateUse
                | GeneralCategory::Surrogate
                | GeneralCategory::Unassigned
        )
}

/// Whether `character` is one of the three spaces that a string may hold.
pub fn is_allowed_space(character: char) -> bool {
    matches!(character, ' ' | '\u{a0}' | '\u{202f}')
}

impl Line {
    /// The largest number of Unicode scalar values in a string.
    pub const LIMIT: usize = 300;

    /// Takes `value` if it keeps every rule.
    ///
    /// # Errors
    /// The first broken rule from left to right, the length and NFC last.
    pub fn parse(value: &str) -> Result<Self, LineFault> {
        Self::parse_limited(value, Self::LIMIT)
    }

    /// The same with another largest number of characters.
    ///
    /// # Errors
    /// As for [`Self::parse`].
    pub fn parse_limited(value: &str, limit: usize) -> Result<Self, LineFault> {
        if is_plain(value, limit) {
            return Ok(Self(value.into()));
        }
        match Self::faults(value, limit).into_iter().next() {
            None => Ok(Self(value.into())),
            Some(fault) => Err(fault),
        }
    }

    /// Every broken rule, each once, at its first place.
    pub fn faults(value: &str, limit: usize) -> Vec<LineFault> {
        let mut faults: Vec<LineFault> = Vec::new();
        let mut add = |error: LineError, at: usize| {
            let same =
                |fault: &LineFault| std::mem::discriminant(&fault.error) == std::mem::discriminant(&error);
            if !faults.iter().any(same) {
                faults.push(LineFault { error, at });
            }
        };
        if value.is_empty() {
            add(LineError::Empty, 0);
            return faults;
        }
        let mut count = 0;
        let mut ascii = true;
        let mut before = None;
        for (at, character) in value.chars().enumerate() {
            count = at + 1;
            ascii &= character.is_ascii();
            if is_forbidden(character) {
                add(LineError::Forbidden(character), at);
            }
            let space = character.is_whitespace();
            if space && at == 0 {
                add(LineError::OuterSpace, at);
            }
            if space && before.is_some_and(char::is_whitespace) {
                add(LineError::DoubleSpace, at - 1);
            }
            if space && !is_allowed_space(character) && !is_forbidden(character) {
                add(LineError::ForbiddenSpace(character), at);
            }
            before = Some(character);
        }
        if before.is_some_and(char::is_whitespace) {
            add(LineError::OuterSpace, count - 1);
        }
        if count > limit {
            add(LineError::TooLong(count), limit);
        }
        if !ascii && !unicode_normalization::is_nfc(value) {
            let at = value
                .chars()
                .zip(value.nfc())
                .take_while(|(ours, theirs)| ours == theirs)
                .count();
            add(LineError::NotNfc, at.min(count - 1));
        }
        faults
    }
}

/// Whether `value` needs no closer look: what most names and sentences of Europe are made of, none of which combines
/// with its neighbour, hides or reorders.
fn is_plain(value: &str, limit: usize) -> bool {
    let mut count = 0;
    let mut after_space = true;
    for character in value.chars() {
        let space = is_allowed_space(character);
        let plain = space
            || matches!(character, '!'..='~' | '\u{a1}'..='\u{ac}' | '\u{ae}'..='\u{17f}' | '\u{2018}'..='\u{201e}');
        if !plain || space && after_space {
            return false;
        }
        after_space = space;
        count += 1;
    }
    !after_space && count <= limit
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_short_way_takes_nothing_that_the_long_one_refuses() {
        let mut plain = 0;
        for character in '\0'..=char::MAX {
            for text in [
                character.to_string(),
                format!("e{character}e"),
                format!("é{character}\u{175}"),
            ] {
                if is_plain(&text, 3) {
                    plain += 1;
                    assert_eq!(Line::faults(&text, 3), [], "{text:?}");
                }
            }
        }
        assert!(plain > 900);
        for text in [
            "",
            " a",
            "a ",
            "a  b",
            "a \u{a0}b",
            "abcd",
            "a\u{301}",
            "a\u{ad}b",
        ] {
            assert!(!is_plain(text, 3), "{text:?}");
        }
    }

    fn error(value: &str) -> LineError {
        Line::parse(value).unwrap_err().error
    }

    #[test]
    fn takes_names_of_the_world() {
        for name in [
            "Régie « Les Tilleuls »",
            "جمعية",
            "می\u{200c}خواهم",
            "👨\u{200d}👩\u{200d}👧",
            "a",
            "Tāvana nō\u{a0}Te\u{202f}Fenua",
        ] {
            assert!(Line::parse(name).is_ok(), "{name}");
        }
    }

    #[test]
    fn refuses_what_hides() {
        assert_eq!(error("a\u{202e}b"), LineError::Forbidden('\u{202e}'));
        assert_eq!(error("a\u{200b}b"), LineError::Forbidden('\u{200b}'));
        assert_eq!(error("a\u{85}b"), LineError::Forbidden('\u{85}'));
        assert_eq!(error("a\u{e000}b"), LineError::Forbidden('\u{e000}'));
        assert_eq!(error("a\u{378}b"), LineError::Forbidden('\u{378}'));
        assert_eq!(error("a\u{3000}b"), LineError::ForbiddenSpace('\u{3000}'));
        assert_eq!(error("e\u{301}"), LineError::NotNfc);
    }

    #[test]
    fn refuses_stray_spaces_and_lengths() {
        assert_eq!(error(""), LineError::Empty);
        assert_eq!(error(" a"), LineError::OuterSpace);
        assert_eq!(error("a\u{a0}"), LineError::OuterSpace);
        assert_eq!(error("a \u{202f}b"), LineError::DoubleSpace);
        assert!(Line::parse(&"é".repeat(300)).is_ok());
        assert_eq!(error(&"é".repeat(301)), LineError::TooLong(301));
    }
}
