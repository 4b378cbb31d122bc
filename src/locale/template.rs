//! A message that is said again and again.

use super::Catalogue;
use crate::diagnostic::Argument;

/// A message split where its arguments go, so that it is looked up and read once.
///
/// Only for messages in which each argument stands as it is: no plural, no choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    /// Text, and the argument after it.
    pieces: Vec<(String, Option<usize>)>,
}

/// The first of the non-characters (Unicode, section 23.7) that stand for arguments: no message holds one.
const FIRST: u32 = 0xfdd0;

impl Template {
    /// The message `id` with places for the arguments `names`, at most 32.
    pub fn new(catalogue: &Catalogue, id: &str, names: &[&'static str]) -> Self {
        let place = |at: usize| char::from_u32(FIRST + at as u32).unwrap_or_default();
        let arguments: Vec<(&str, Argument)> = (0..)
            .zip(names)
            .map(|(at, name)| (*name, place(at).to_string().into()))
            .collect();
        let mut pieces = vec![(String::new(), None)];
        for character in catalogue.text(id, &arguments).chars() {
            let at = u32::from(character).wrapping_sub(FIRST) as usize;
            if let Some(piece) = pieces.last_mut() {
                if at < names.len() {
                    piece.1 = Some(at);
                } else {
                    piece.0.push(character);
                    continue;
                }
            }
            pieces.push((String::new(), None));
        }
        Self { pieces }
    }

    /// The message with these arguments, in the order of their names; they must be fit for where it goes.
    pub fn fill(&self, arguments: &[&str]) -> String {
        let mut out = String::with_capacity(160);
        for (text, argument) in &self.pieces {
            out.push_str(text);
            out.push_str(
                argument
                    .and_then(|at| arguments.get(at))
                    .copied()
                    .unwrap_or_default(),
            );
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Locale;

    #[test]
    fn says_what_the_catalogue_says() {
        for locale in Locale::ALL {
            let catalogue = Catalogue::new(*locale);
            let names = ["organisation", "city", "text", "version", "date"];
            let values = ["Régie", "Tours", "charter", "1.0", "2026-01-02"];
            let arguments: Vec<(&str, Argument)> =
                names.iter().copied().zip(values.map(Argument::from)).collect();
            for id in ["verify-signs", "verify-withdraws"] {
                assert_eq!(
                    Template::new(&catalogue, id, &names).fill(&values),
                    catalogue.text(id, &arguments)
                );
            }
        }
    }
}
