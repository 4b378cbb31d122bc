//! What a text changes against another: block by block, and word by word within the blocks that correspond.
//!
//! The words are compared as a reader sees them, with the addresses of links. Two texts of any size are compared in
//! bounded time: what is too large to be told apart in detail counts as replaced.

mod blocks;

pub use blocks::{Block, Kind, blocks};

use crate::text::Rules;
use similar::{Algorithm, ChangeTag, DiffOp, capture_diff_slices};
use std::collections::{HashMap, HashSet};

/// The largest product of two lengths that is compared in detail.
const LIMIT: usize = 4_000_000;

/// A block of either text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compared {
    /// What kind of block it is.
    pub kind: Kind,
    /// What became of it.
    pub state: State,
    /// Its words: one piece, but for a changed block.
    pub pieces: Vec<Piece>,
}

/// What became of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Both texts have it.
    Same,
    /// Only the new text has it.
    Added,
    /// Only the old text has it.
    Removed,
    /// Both have it, with other words.
    Changed,
}

/// Words of a block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Which text has them: both ([`State::Same`]), the new one ([`State::Added`]) or the old one
    /// ([`State::Removed`]).
    pub state: State,
    /// The words.
    pub text: String,
}

/// Compares two texts in Markdown. With `rules`, both are set by them first.
pub fn compare(old: &str, new: &str, rules: Option<Rules>) -> Vec<Compared> {
    let (old, new) = (blocks(old, rules), blocks(new, rules));
    let mut result = Vec::new();
    let (mut removed, mut added) = (Vec::new(), Vec::new());
    for (state, block) in matched(&old, &new) {
        match state {
            State::Removed => removed.push(block),
            State::Added => added.push(block),
            State::Same | State::Changed => {
                gap(&removed, &added, &mut result);
                removed.clear();
                added.clear();
                result.push(whole(block, State::Same));
            }
        }
    }
    gap(&removed, &added, &mut result);
    result
}

/// The blocks of both texts in order, those that are the same once.
fn matched<'a>(old: &'a [Block], new: &'a [Block]) -> Vec<(State, &'a Block)> {
    // Only blocks that both texts have can be matched.
    let of_old: HashSet<&Block> = old.iter().collect();
    let of_new: HashSet<&Block> = new.iter().collect();
    let left: Vec<(usize, &Block)> = shared(old, &of_new);
    let right: Vec<(usize, &Block)> = shared(new, &of_old);
    let ids: HashMap<&Block, usize> = left.iter().map(|(at, block)| (*block, *at)).collect();
    let numbers = |list: &[(usize, &Block)]| -> Vec<usize> {
        list.iter()
            .filter_map(|(_, block)| ids.get(block).copied())
            .collect()
    };
    let operations = if left.len().saturating_mul(right.len()) <= LIMIT {
        capture_diff_slices(Algorithm::Myers, &numbers(&left), &numbers(&right))
    } else {
        Vec::new()
    };

    let mut out = Vec::with_capacity(old.len() + new.len());
    let (mut from, mut to) = (0, 0);
    for operation in operations {
        let DiffOp::Equal {
            old_index,
            new_index,
            len,
        } = operation
        else {
            continue;
        };
        for step in 0..len {
            let (left, right) = (left[old_index + step].0, right[new_index + step].0);
            out.extend(old[from..left].iter().map(|block| (State::Removed, block)));
            out.extend(new[to..right].iter().map(|block| (State::Added, block)));
            out.push((State::Same, &new[right]));
            (from, to) = (left + 1, right + 1);
        }
    }
    out.extend(old[from..].iter().map(|block| (State::Removed, block)));
    out.extend(new[to..].iter().map(|block| (State::Added, block)));
    out
}

fn shared<'a>(list: &'a [Block], other: &HashSet<&Block>) -> Vec<(usize, &'a Block)> {
    list.iter()
        .enumerate()
        .filter(|(_, block)| other.contains(block))
        .collect()
}

/// Blocks between two that are the same: pairs that are alike are compared word by word, in their order.
fn gap(removed: &[&Block], added: &[&Block], out: &mut Vec<Compared>) {
    let mut from = 0;
    let detailed = removed.len().saturating_mul(added.len()) <= 10_000;
    for new in added {
        let alike = detailed
            .then(|| {
                removed[from..]
                    .iter()
                    .position(|old| old.kind == new.kind && is_alike(old, new))
            })
            .flatten();
        match alike {
            Some(step) => {
                let before = &removed[from..from + step];
                out.extend(before.iter().map(|block| whole(block, State::Removed)));
                out.push(changed(removed[from + step], new));
                from += step + 1;
            }
            None => out.push(whole(new, State::Added)),
        }
    }
    // What is gone stands before what came in its place.
    let rest = removed[from..].iter().map(|block| whole(block, State::Removed));
    let place = out
        .iter()
        .rposition(|block| block.state != State::Added)
        .map_or(0, |at| at + 1);
    out.splice(place..place, rest);
}

fn whole(block: &Block, state: State) -> Compared {
    Compared {
        kind: block.kind,
        state,
        pieces: vec![Piece {
            state,
            text: block.text.clone(),
        }],
    }
}

/// Whether two blocks share half of the words of the shorter one, and a third of the longer one's.
fn is_alike(old: &Block, new: &Block) -> bool {
    let words = |block: &'_ Block| -> HashSet<String> {
        let words = block.text.split(|character: char| !character.is_alphanumeric());
        words
            .filter(|word| word.chars().count() > 2)
            .map(str::to_lowercase)
            .collect()
    };
    let (old, new) = (words(old), words(new));
    let common = old.intersection(&new).count();
    common > 0 && common * 2 >= old.len().min(new.len()) && common * 3 >= old.len().max(new.len())
}

fn changed(old: &Block, new: &Block) -> Compared {
    let (left, right) = (tokens(&old.text), tokens(&new.text));
    let mut pieces: Vec<Piece> = Vec::new();
    if left.len().saturating_mul(right.len()) > LIMIT {
        for (state, text) in [(State::Removed, &old.text), (State::Added, &new.text)] {
            let text = text.clone();
            pieces.push(Piece { state, text });
        }
    } else {
        for operation in capture_diff_slices(Algorithm::Myers, &left, &right) {
            for change in operation.iter_changes(&left, &right) {
                let state = match change.tag() {
                    ChangeTag::Equal => State::Same,
                    ChangeTag::Insert => State::Added,
                    ChangeTag::Delete => State::Removed,
                };
                push(&mut pieces, state, change.value());
            }
        }
    }
    Compared {
        kind: new.kind,
        state: State::Changed,
        pieces: tidy(pieces),
    }
}

fn push(pieces: &mut Vec<Piece>, state: State, text: &str) {
    match pieces.last_mut().filter(|last| last.state == state) {
        Some(last) => last.text.push_str(text),
        None => pieces.push(Piece {
            state,
            text: text.to_owned(),
        }),
    }
}

/// Joins changes that only a space or a mark keeps apart, and puts what is gone before what came.
fn tidy(pieces: Vec<Piece>) -> Vec<Piece> {
    let count = pieces.len();
    let mut out: Vec<Piece> = Vec::new();
    let (mut gone, mut came) = (String::new(), String::new());
    let flush = |gone: &mut String, came: &mut String, out: &mut Vec<Piece>| {
        for (state, text) in [(State::Removed, gone), (State::Added, came)] {
            if !text.is_empty() {
                push(out, state, text);
                text.clear();
            }
        }
    };
    for (at, piece) in pieces.into_iter().enumerate() {
        let small = !piece.text.chars().any(char::is_alphanumeric) && at > 0 && at + 1 < count;
        match piece.state {
            State::Removed => gone.push_str(&piece.text),
            State::Added => came.push_str(&piece.text),
            _ if small && !(gone.is_empty() && came.is_empty()) => {
                gone.push_str(&piece.text);
                came.push_str(&piece.text);
            }
            _ => {
                flush(&mut gone, &mut came, &mut out);
                push(&mut out, State::Same, &piece.text);
            }
        }
    }
    flush(&mut gone, &mut came, &mut out);
    out
}

/// Words, runs of white space, and single marks.
fn tokens(text: &str) -> Vec<&str> {
    let class = |character: char| match character {
        _ if character.is_alphanumeric() => 0,
        _ if character.is_whitespace() => 1,
        _ => 2,
    };
    let mut tokens = Vec::new();
    let mut start = 0;
    let mut before = None;
    for (at, character) in text.char_indices() {
        let class = class(character);
        if before.is_some_and(|before| before != class || class == 2) {
            tokens.push(&text[start..at]);
            start = at;
        }
        before = Some(class);
    }
    if start < text.len() {
        tokens.push(&text[start..]);
    }
    tokens
}

#[cfg(test)]
mod tests;
