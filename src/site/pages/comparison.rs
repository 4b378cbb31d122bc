//! What a text changes against the text that it adapts, and against its own version before.

use super::Page;
use crate::diagnostic::Diagnostic;
use crate::register::against::Texts;
use crate::register::chain;
use crate::site::model::{Model, TextView};
use crate::site::words::rules;
use crate::text::Text;
use crate::text::compare::{Compared, State, compare};
use serde::Serialize;

/// How many blocks in a row that stayed are shown as they are; more are folded. So are those that went, when a text was
/// written anew and they would hide what it says.
const UNFOLDED: usize = 3;

/// One comparison.
#[derive(Serialize)]
struct Comparison<'a> {
    /// `parent` or `previous`.
    with: &'static str,
    /// The title of the other text.
    title: &'a str,
    /// Its version.
    version: &'a str,
    /// The page of that version.
    address: String,
    /// How many blocks came, went and changed.
    added: usize,
    removed: usize,
    changed: usize,
    /// How many stayed.
    same: usize,
    /// Whether so little stayed that the text was written anew.
    rewritten: bool,
    runs: Vec<Run>,
}

/// Blocks in a row, folded or not.
#[derive(Serialize)]
struct Run {
    folded: bool,
    /// `same`, `removed` or `mixed`.
    state: &'static str,
    blocks: Vec<BlockValue>,
}

/// A block of either text.
#[derive(Serialize)]
struct BlockValue {
    kind: &'static str,
    state: &'static str,
    pieces: Vec<PieceValue>,
}

/// Words of a block.
#[derive(Serialize)]
struct PieceValue {
    state: &'static str,
    text: String,
}

/// The versions that `view` can be compared with.
pub(in crate::site) fn others<'a>(model: &Model<'a>, view: &TextView<'a>) -> Vec<(&'static str, &'a Text)> {
    let text = view.versions.shown();
    let parent = text.front.adapts.as_ref();
    let parent = parent.and_then(|parent| chain::find(Texts(&model.register.texts), parent));
    let previous = view
        .versions
        .versions
        .iter()
        .rev()
        .find(|other| other.version < text.version);
    let parent = parent.map(|text| ("parent", text));
    parent
        .into_iter()
        .chain(previous.map(|text| ("previous", text)))
        .collect()
}

pub(super) fn render(page: Page<'_, '_>, at: usize) -> Result<(), Vec<Diagnostic>> {
    let model = page.model;
    let view = &model.texts[at];
    let text = view.versions.shown();
    let title = model
        .words
        .about("comparison_title", "title", text.front.title.as_str());
    let section = super::text::section(model, view);
    let mut values = page.values("comparison", &title, None, &section);
    let comparisons: Vec<Comparison<'_>> = others(model, view)
        .into_iter()
        .map(|(with, other)| comparison(model, with, other, text))
        .collect();
    values.insert("text", &model.text_value(view));
    values.insert("comparisons", &comparisons);
    page.render("comparison", &values)
}

fn comparison<'t>(model: &Model<'_>, with: &'static str, other: &'t Text, text: &Text) -> Comparison<'t> {
    let blocks = compare(other.markdown(), text.markdown(), Some(rules(model.language)));
    let count = |state: State| blocks.iter().filter(|block| block.state == state).count();
    let rewritten = (count(State::Same) + count(State::Changed)) * 5 < blocks.len();
    Comparison {
        with,
        title: other.front.title.as_str(),
        version: other.version.as_str(),
        address: model.addresses.version(&other.id, &other.version),
        added: count(State::Added),
        removed: count(State::Removed),
        changed: count(State::Changed),
        same: count(State::Same),
        rewritten,
        runs: runs(&blocks, rewritten),
    }
}

fn runs(blocks: &[Compared], rewritten: bool) -> Vec<Run> {
    let state = |block: &Compared| match block.state {
        State::Same => "same",
        State::Removed if rewritten => "removed",
        _ => "mixed",
    };
    let run = |chunk: &[Compared]| {
        let state = chunk.first().map_or("mixed", state);
        Run {
            folded: state != "mixed" && chunk.len() > UNFOLDED,
            state,
            blocks: chunk.iter().map(block_value).collect(),
        }
    };
    blocks.chunk_by(|a, b| state(a) == state(b)).map(run).collect()
}

fn block_value(block: &Compared) -> BlockValue {
    let piece = |piece: &crate::text::compare::Piece| PieceValue {
        state: name(piece.state),
        text: piece.text.clone(),
    };
    BlockValue {
        kind: block.kind.as_str(),
        state: name(block.state),
        pieces: block.pieces.iter().map(piece).collect(),
    }
}

fn name(state: State) -> &'static str {
    match state {
        State::Same => "same",
        State::Added => "added",
        State::Removed => "removed",
        State::Changed => "changed",
    }
}
