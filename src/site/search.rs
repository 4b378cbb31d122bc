//! The index behind the search among signatories.
//!
//! It is cut into pieces by the first letters of words, so that a search loads one small file whatever the size of the
//! register. Each file calls a function of the theme's `search.js`: a script can be loaded where a page is opened from
//! a disk, which `fetch` can't. Pagefind was weighed and left: it needs WebAssembly, a server and tens of kilobytes
//! before the first letter is typed.

use super::inline;
use super::inputs::Inputs;
use super::model::{Model, PER_PAGE, sort_key};
use super::output::{OutputError, Staging};
use crate::register::Standing;
use rayon::prelude::*;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The folder of the index.
const FOLDER: &str = "search";

/// The file that says how the index is cut, and names departments and texts.
const INDEX: &str = "search/index.js";

/// The number of organisations from which pieces go by three letters instead of two.
const MANY: usize = 20_000;

#[derive(Serialize)]
struct Index<'a> {
    /// How many organisations there are.
    count: usize,
    /// By how many letters pieces go; none when everything stands on one page.
    depth: usize,
    /// Words that too many names have.
    common: Vec<&'a str>,
    /// The beginnings of words that have a piece.
    pieces: Vec<&'a str>,
    /// Code, name and page of each department.
    departments: Vec<(&'a str, &'a str, String)>,
    /// Id, name and page of each text.
    texts: Vec<(String, &'a str, String)>,
}

/// An organisation: name, city, short name, department as an index or -1, texts as indices, what holds of it.
#[derive(Serialize)]
struct Found<'a>(&'a str, &'a str, &'a str, i32, Vec<usize>, u8);

/// Its signature of a current version, of an older one; a steward vouched for one.
const CURRENT: u8 = 1;
const OLDER: u8 = 2;
const ATTESTED: u8 = 4;

/// Writes the index.
///
/// # Errors
/// When the output folder can't be used.
pub fn write(model: &Model<'_>, inputs: &Inputs, staging: &Staging) -> Result<(), OutputError> {
    if staging.keep_folder(inputs.all(), FOLDER) {
        return Ok(());
    }
    let count = model.organisations.len();
    let depth = match count {
        _ if count <= PER_PAGE => 0,
        _ if count <= MANY => 2,
        _ => 3,
    };
    let words: Vec<Box<str>> = if depth == 0 {
        Vec::new()
    } else {
        model
            .organisations
            .par_iter()
            .with_min_len(256)
            .map(|at| words_of(model, *at))
            .collect()
    };
    let common = common(&words);
    let mut pieces: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
    for (place, words) in (0..).zip(&words) {
        for word in words.split(' ').filter(|word| !common.contains(word)) {
            let list = pieces.entry(start(word, depth)).or_default();
            if list.last() != Some(&place) {
                list.push(place);
            }
        }
    }
    let departments: HashMap<&str, i32> = model.departments.iter().map(|view| view.code).zip(0..).collect();
    pieces.par_iter().try_for_each(|(name, places)| {
        let (made_from, path) = (inputs.of_piece(model, places), piece_path(name));
        if staging.keep_made(&[(&made_from, &path)]) {
            return Ok(());
        }
        let found: Vec<Found<'_>> = places
            .iter()
            .map(|place| found(model, model.organisations[*place as usize], &departments))
            .collect();
        let text = format!(
            "parapheSearch.piece({},{});\n",
            inline::json(&name),
            inline::json(&found)
        );
        staging.write_from(Some(&made_from), &path, text.as_bytes())
    })?;
    let index = Index {
        count,
        depth,
        common: common.iter().copied().collect(),
        pieces: pieces.keys().copied().collect(),
        departments: model
            .departments
            .iter()
            .map(|view| (view.code, view.name, model.addresses.department(view.code, 1)))
            .collect(),
        texts: model
            .texts
            .iter()
            .map(|view| {
                let id = &view.versions.id;
                (
                    id.to_string(),
                    model.short_name(view.versions),
                    model.addresses.text(id),
                )
            })
            .collect(),
    };
    let text = format!("parapheSearch.index({});\n", inline::json(&index));
    staging.write_from(Some(inputs.all()), INDEX, text.as_bytes())?;
    staging.complete(inputs.all(), FOLDER);
    Ok(())
}

/// The words of an organisation's name and city, without accents, case and marks.
fn words_of(model: &Model<'_>, at: u32) -> Box<str> {
    let named = &model.entry(at).adherence.organisation;
    sort_key(format!("{} {}", named.name, named.city))
}

/// Words that more than one name in fifty has, where that is many.
fn common(words: &[Box<str>]) -> BTreeSet<&str> {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for words in words {
        let unique: BTreeSet<&str> = words.split(' ').collect();
        for word in unique {
            *counts.entry(word).or_default() += 1;
        }
    }
    let most = (words.len() / 50).max(500);
    counts
        .into_iter()
        .filter(|(_, count)| *count > most)
        .map(|(word, _)| word)
        .collect()
}

/// The first letters of a word.
fn start(word: &str, depth: usize) -> &str {
    word.char_indices().nth(depth).map_or(word, |(at, _)| &word[..at])
}

/// Letters of other scripts are written by their code, so that the name is one everywhere.
fn piece_path(name: &str) -> String {
    if name.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return format!("search/{name}_.js");
    }
    let codes: Vec<String> = name
        .chars()
        .map(|letter| format!("{:x}", u32::from(letter)))
        .collect();
    format!("search/u-{}_.js", codes.join("-"))
}

fn found<'a>(model: &Model<'a>, at: u32, departments: &HashMap<&str, i32>) -> Found<'a> {
    let headline = model.entry(at);
    let named = &headline.adherence.organisation;
    let department = model
        .department_of(at)
        .and_then(|view| departments.get(view.code).copied());
    let mut texts = Vec::new();
    let mut holds = 0;
    for entry in model.entries_beside(at) {
        let id = &entry.adherence.text;
        texts.extend(model.texts.binary_search_by(|view| view.versions.id.cmp(id)));
        holds |= if entry.standing == Standing::Current {
            CURRENT
        } else {
            OLDER
        };
        holds |= if entry.attestation.is_some() { ATTESTED } else { 0 };
    }
    Found(
        named.name.as_str(),
        named.city.as_str(),
        headline.organisation.as_str(),
        department.unwrap_or(-1),
        texts,
        holds,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_have_one_name_everywhere() {
        assert_eq!(start("tilleuls", 2), "ti");
        assert_eq!(start("a", 2), "a");
        assert_eq!(piece_path("ti"), "search/ti_.js");
        assert_eq!(piece_path("جم"), "search/u-62c-645_.js");
    }

    #[test]
    fn words_that_all_names_have_are_left_out() {
        let words: Vec<Box<str>> = (0..600)
            .map(|at| format!("association numero{at}").into())
            .collect();
        assert_eq!(common(&words).into_iter().collect::<Vec<_>>(), ["association"]);
    }
}
