//! Who signs already, for the signing page to tell beforehand.
//!
//! An organisation is looked up by its short name, by its name folded to a short name, by its RNA and by its SIREN. The
//! pieces go by the first digits of the SHA-256 of what is looked up, so that they are of one size whatever the names
//! are, and a person who types a number loads one small file whatever the size of the register.

use super::model::Model;
use super::output::{OutputError, Staging};
use crate::identifier::{Digest, Slug};
use crate::register::{Entry, Standing};
use rayon::prelude::*;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// How many organisations a piece is about at most, on average.
const PER_PIECE: usize = 128;

/// An organisation as it signed: its short name, its name, its RNA and SIREN, empty where it has none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
struct Known<'a>(&'a str, &'a str, &'a str, &'a str);

/// By how many hexadecimal digits the pieces go: none when one file is small enough for all.
pub fn depth(model: &Model<'_>) -> usize {
    depth_of(model.organisations.len())
}

fn depth_of(organisations: usize) -> usize {
    let mut depth = 0;
    // Each organisation stands in two to four pieces.
    while organisations * 3 > PER_PIECE << (4 * depth) {
        depth += 1;
    }
    depth
}

/// Writes the pieces. A piece that would be empty is not written.
///
/// # Errors
/// When the output folder can't be used.
pub fn write(model: &Model<'_>, staging: &Staging) -> Result<(), OutputError> {
    let depth = depth(model);
    let holding: Vec<&Entry> = model
        .register
        .entries
        .iter()
        .filter(|entry| entry.standing != Standing::Withdrawn)
        .collect();
    let places: Vec<(String, Known<'_>)> = holding
        .par_iter()
        .with_min_len(256)
        .flat_map_iter(|entry| places_of(entry, depth))
        .collect();
    let mut pieces: BTreeMap<String, BTreeSet<Known<'_>>> = BTreeMap::new();
    for (name, known) in places {
        pieces.entry(name).or_default().insert(known);
    }
    pieces.par_iter().try_for_each(|(name, known)| {
        let json = serde_json::to_vec(known).unwrap_or_default();
        let (path, inputs) = (format!("search/known/{name}_.json"), Digest::of(&json));
        if staging.keep_made(&[(&inputs, &path)]) {
            return Ok(());
        }
        staging.write_from(Some(&inputs), &path, &json)
    })
}

/// The pieces that an entry belongs to, with what stands there.
fn places_of(entry: &Entry, depth: usize) -> impl Iterator<Item = (String, Known<'_>)> {
    let organisation = &entry.adherence.organisation;
    let known = Known(
        entry.organisation.as_str(),
        organisation.name.as_str(),
        organisation.rna.as_ref().map_or("", AsRef::as_ref),
        organisation.siren.as_ref().map_or("", AsRef::as_ref),
    );
    let folded = Slug::from_name(known.1);
    let wanted: BTreeSet<String> = [
        known.0,
        folded.as_ref().map_or("", Slug::as_str),
        known.2,
        known.3,
    ]
    .into_iter()
    .filter(|value| !value.is_empty())
    .map(|value| piece(value, depth))
    .collect();
    wanted.into_iter().map(move |name| (name, known))
}

/// The piece in which a value is looked up.
fn piece(value: &str, depth: usize) -> String {
    Digest::of(value.as_bytes()).to_string()[..depth].to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_stay_small() {
        assert_eq!([0, 42, 43, 682, 683, 100_000].map(depth_of), [0, 0, 1, 1, 2, 3]);
    }

    #[test]
    fn a_piece_goes_by_the_digest() {
        assert_eq!(piece("732829320", 0), "");
        // printf 732829320 | sha256sum
        assert_eq!(piece("732829320", 3), "953");
    }
}
