//! Names as the eye takes them: two names that fold to the same string can be taken for each other.

use std::collections::HashSet;
use std::sync::OnceLock;
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// Up to how many strings names are held against letter by letter.
const FEW: usize = 16;

/// The three ways to fold a character.
#[derive(Clone, Debug, Default)]
struct Folded {
    /// Without case, accents and punctuation.
    plain: String,
    /// The same, then each letter as the one it can be confused with (UTS #39).
    by_case: String,
    /// First as the letter it can be confused with, then without case: a capital I is taken for a small l.
    by_shape: String,
}

/// Folds names, one after the other.
#[derive(Debug, Default)]
pub struct Fold {
    by_case: String,
    by_shape: String,
}

impl Fold {
    /// Whether `test` holds for one of the two strings that `name` folds to.
    pub fn any(&mut self, name: &str, test: impl Fn(&str) -> bool) -> bool {
        self.fold(name);
        (!self.by_case.is_empty() && test(&self.by_case))
            || (!self.by_shape.is_empty() && test(&self.by_shape))
    }

    /// Whether one of the two strings that `name` folds to is among `folds`.
    ///
    /// Most names are told by their first letter.
    pub fn is_among(&mut self, name: &str, folds: &HashSet<String>) -> bool {
        let may_start = |folded: &str| folded.is_empty() || folds.iter().any(|fold| fold.starts_with(folded));
        if folds.len() <= FEW {
            for (at, character) in name.char_indices() {
                self.fold(&name[at..at + character.len_utf8()]);
                if !may_start(&self.by_case) && !may_start(&self.by_shape) {
                    return false;
                }
                if !self.by_case.is_empty() || !self.by_shape.is_empty() {
                    break;
                }
            }
        }
        self.any(name, |folded| folds.contains(folded))
    }

    /// The strings that `name` folds to.
    pub fn both(&mut self, name: &str) -> [String; 2] {
        self.fold(name);
        [self.by_case.clone(), self.by_shape.clone()]
    }

    fn fold(&mut self, name: &str) {
        self.by_case.clear();
        self.by_shape.clear();
        for character in name.chars() {
            let mut slow = None;
            let folded = match table().get(character as usize) {
                Some(folded) => folded,
                None => slow.insert(fold_character(character)),
            };
            self.by_case.push_str(&folded.by_case);
            self.by_shape.push_str(&folded.by_shape);
        }
    }
}

/// `name` without case, accents and punctuation.
pub fn plain(name: &str) -> String {
    name.chars()
        .map(|character| fold_character(character).plain)
        .collect()
}

/// Whether two names can be taken for each other, and whether it takes letters of another kind for that.
pub fn compare(one: &str, other: &str) -> Option<Likeness> {
    let mut fold = Fold::default();
    let ones = fold.both(one);
    let alike = fold.any(other, |folded| ones.iter().any(|one| one == folded));
    alike.then(|| {
        if plain(one) == plain(other) {
            Likeness::Same
        } else {
            Likeness::Disguised
        }
    })
}

/// How two names are alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Likeness {
    /// They differ at most by case, accents or punctuation.
    Same,
    /// They differ by letters that look the same.
    Disguised,
}

/// Latin letters, which most names are made of, and what stands between them.
fn table() -> &'static [Folded] {
    static TABLE: OnceLock<Vec<Folded>> = OnceLock::new();
    TABLE.get_or_init(|| ('\0'..='\u{24f}').map(fold_character).collect())
}

fn fold_character(character: char) -> Folded {
    let mut buffer = [0; 4];
    let text: &str = character.encode_utf8(&mut buffer);
    let plain = letters(text);
    Folded {
        by_case: letters(&unicode_security::skeleton(&plain).collect::<String>()),
        by_shape: letters(&unicode_security::skeleton(text).collect::<String>()),
        plain,
    }
}

/// The letters and digits of `text`, small and without marks.
fn letters(text: &str) -> String {
    let mut out = String::new();
    for character in text.nfkd().flat_map(char::to_lowercase) {
        match character {
            'œ' => out.push_str("oe"),
            'æ' => out.push_str("ae"),
            'ß' => out.push_str("ss"),
            'ø' => out.push('o'),
            'ł' => out.push('l'),
            _ if is_combining_mark(character) => {}
            _ if character.is_alphanumeric() => out.push(character),
            _ => {}
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn alike_to_the_eye() {
        for (one, other, likeness) in [
            ("Régie Les Tilleuls", "REGIE LES-TILLEULS", Likeness::Same),
            ("L’Œuvre", "l'oeuvre", Likeness::Same),
            ("Île aux enfants", "île aux Enfants", Likeness::Same),
            ("Les Tilleuls", "Les Tiⅼleuls", Likeness::Same),
            ("Les Tilleuls", "Les Tіlleuls", Likeness::Disguised),
            ("Les Tilleuls", "Les TiIleuls", Likeness::Disguised),
            ("ASSOCIATION", "ASSOClATION", Likeness::Disguised),
            ("Maison commune", "Maison cornmune", Likeness::Disguised),
            ("Club 10", "Club 1O", Likeness::Disguised),
            ("Сбор", "Cбop", Likeness::Disguised),
        ] {
            assert_eq!(compare(one, other), Some(likeness), "{one} / {other}");
            assert_eq!(compare(other, one), Some(likeness), "{other} / {one}");
        }
    }

    #[test]
    fn the_first_letter_tells_nothing_that_the_whole_name_does_not() {
        let names = [
            "",
            "«»",
            "…a",
            "Les Tilleuls",
            "TiIleuls",
            "Сбор",
            "Cбop",
            "ﬁn",
            "ﬁ",
            "œuvre",
            "10",
            "1O",
            "rn",
            "m",
            "Ílot",
        ];
        for wanted in [
            &names[3..6],
            &names[7..8],
            &names[8..11],
            &names[11..],
            &names[..],
        ] {
            let mut fold = Fold::default();
            let folds: HashSet<String> = wanted.iter().flat_map(|name| fold.both(name)).collect();
            for name in names {
                let whole = fold.any(name, |folded| folds.contains(folded));
                assert_eq!(fold.is_among(name, &folds), whole, "{name} in {wanted:?}");
            }
        }
    }

    #[test]
    fn different_to_the_eye() {
        for (one, other) in [
            ("Régie de quartier 12", "Régie de quartier 21"),
            ("Les Tilleuls", "Les Tilleul"),
            ("جمعية", "Jamiya"),
            ("«»", "…"),
            ("", ""),
        ] {
            assert_eq!(compare(one, other), None, "{one} / {other}");
        }
    }
}
