//! Who signs already, for the signing page to tell beforehand.
//!
//! An organisation is looked up by its short name, by its name folded to a short name, by its RNA and by its SIREN. The
//! pieces go by the first digits of the SHA-256 of what is looked up, so that they are of one size whatever the names
//! are, and a person who types a number loads one small file whatever the size of the register.

use super::inputs::Inputs;
use super::model::Model;
use super::output::{OutputError, Staging};
use crate::identifier::{Digest, Slug};
use crate::register::{Entry, Standing};
use rayon::prelude::*;
use serde::Serialize;

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

/// The folder of the pieces.
const FOLDER: &str = "search/known";

/// Writes the pieces. A piece that would be empty is not written, and none where the theme has no page for signing.
///
/// # Errors
/// When the output folder can't be used.
pub fn write(model: &Model<'_>, inputs: &Inputs, staging: &Staging) -> Result<(), OutputError> {
    if !model.offers.signing || staging.keep_folder(inputs.all(), FOLDER) {
        return Ok(());
    }
    let depth = depth(model);
    let entries = &model.register.entries;
    let mut places: Vec<(u32, u32)> = entries
        .par_iter()
        .enumerate()
        .with_min_len(256)
        .filter(|(_, entry)| entry.standing != Standing::Withdrawn)
        .flat_map_iter(|(at, entry)| pieces_of(entry, depth).map(move |piece| (piece, at as u32)))
        .collect();
    places.par_sort_unstable();
    let pieces: Vec<&[(u32, u32)]> = places.chunk_by(|(one, _), (other, _)| one == other).collect();
    pieces.par_iter().try_for_each(|places| {
        let mut known: Vec<Known<'_>> = places
            .iter()
            .map(|(_, at)| known(&entries[*at as usize]))
            .collect();
        known.sort_unstable();
        known.dedup();
        let json = serde_json::to_vec(&known).unwrap_or_default();
        let name = places.first().map_or(0, |(piece, _)| *piece);
        let (path, inputs) = (
            format!("{FOLDER}/{}_.json", name_of(name, depth)),
            Digest::of(&json),
        );
        if staging.keep_made(&[(&inputs, &path)]) {
            return Ok(());
        }
        staging.write_from(Some(&inputs), &path, &json)
    })?;
    staging.complete(inputs.all(), FOLDER);
    Ok(())
}

fn known(entry: &Entry) -> Known<'_> {
    let organisation = &entry.adherence.organisation;
    Known(
        entry.organisation.as_str(),
        organisation.name.as_str(),
        organisation.rna.as_ref().map_or("", AsRef::as_ref),
        organisation.siren.as_ref().map_or("", AsRef::as_ref),
    )
}

/// The pieces that an entry belongs to, each once.
fn pieces_of(entry: &Entry, depth: usize) -> impl Iterator<Item = u32> {
    let Known(slug, name, rna, siren) = known(entry);
    let folded = Slug::from_name(name);
    let folded = folded.as_ref().map_or("", Slug::as_str);
    let mut pieces: Vec<u32> = [slug, folded, rna, siren]
        .into_iter()
        .filter(|value| !value.is_empty())
        .map(|value| piece(value, depth))
        .collect();
    pieces.sort_unstable();
    pieces.dedup();
    pieces.into_iter()
}

/// The piece in which a value is looked up, as a number of `depth` hexadecimal digits.
fn piece(value: &str, depth: usize) -> u32 {
    let [a, b, c, d, ..] = *Digest::of(value.as_bytes()).as_bytes();
    u32::from_be_bytes([a, b, c, d])
        .checked_shr(32 - 4 * depth as u32)
        .unwrap_or_default()
}

/// The piece's number as it stands in the name of its file.
fn name_of(piece: u32, depth: usize) -> String {
    if depth == 0 {
        return String::new();
    }
    format!("{piece:0depth$x}")
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
        let name = |value, depth| name_of(piece(value, depth), depth);
        assert_eq!(name("732829320", 0), "");
        // printf 732829320 | sha256sum
        assert_eq!(name("732829320", 3), "953");
        assert_eq!(name_of(0x53, 3), "053");
    }
}
