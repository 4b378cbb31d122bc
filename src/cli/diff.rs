//! `paraphe diff`: what a text changes against the one it adapts, or against any other.

use super::arguments::review::DiffOptions;
use super::console::{Console, Failure, Outcome, Style};
use crate::identifier::{TextId, Version};
use crate::register::{self, Versions};
use crate::report::escape;
use crate::text::Text;
use crate::text::compare::{Compared, State, compare};
use std::path::Path;

/// Compares two texts paragraph by paragraph, and word by word within those that changed.
pub fn run(directory: &Path, options: &DiffOptions, console: &Console) -> Result<Outcome, Failure> {
    let project = super::open_project(directory)?;
    let (texts, _) = register::load_texts(&project);
    let new = find(&texts, &options.text)?;
    let old = match &options.against {
        Some(name) => find(&texts, name)?,
        None => before(&texts, new)
            .ok_or_else(|| Failure::message("diff-nothing-before", &[("text", title(new).into())]))?,
    };
    console.line(&console.paint(Style::Bad, &escape::terminal(&format!("--- {}", title(old)))))?;
    console.line(&console.paint(Style::Good, &escape::terminal(&format!("+++ {}", title(new)))))?;
    console.line("")?;
    let blocks = compare(&whole(old), &whole(new), None);
    if blocks.iter().all(|block| block.state == State::Same) {
        console.say("diff-same", &[])?;
        return Ok(Outcome::Well);
    }
    let mut same = 0_usize;
    for block in &blocks {
        if block.state == State::Same {
            same += 1;
            continue;
        }
        pass_over(&mut same, console)?;
        console.line(&describe(block, console))?;
        console.line("")?;
    }
    pass_over(&mut same, console)?;
    Ok(Outcome::Well)
}

/// Says how many paragraphs stand unchanged before the next change.
fn pass_over(same: &mut usize, console: &Console) -> Result<(), Failure> {
    if *same > 0 {
        let words = console.text("diff-unchanged", &[("count", (*same).into())]);
        console.line(&console.paint(Style::Dim, &format!("  … {words}\n")))?;
    }
    *same = 0;
    Ok(())
}

fn title(text: &Text) -> String {
    format!("{} {}", text.id, text.version)
}

/// What a reader sees of a text: its title, the sentence that is signed, and the text itself.
fn whole(text: &Text) -> String {
    let front = &text.front;
    format!("{}\n\n{}\n\n{}", front.title, front.declaration, text.markdown())
}

/// The text of that name: `charter`, `territories/x`, either with `@1.0` or `/1.0`, or the path of a file.
fn find<'t>(texts: &'t [Versions], name: &str) -> Result<&'t Text, Failure> {
    let unknown = || Failure::message("diff-unknown-text", &[("text", name.into())]);
    let short = name.strip_prefix("content/").unwrap_or(name);
    let short = short.strip_suffix(".md").unwrap_or(short);
    let split = short.rsplit_once('@').or_else(|| short.rsplit_once('/'));
    let version =
        split.and_then(|(id, version)| Some((TextId::parse(id).ok()?, Version::parse(version).ok()?)));
    let of = |id: &TextId| texts.iter().find(|versions| versions.id == *id);
    // A territory may well be called `2024`: the name as a whole comes first.
    if let Some(versions) = TextId::parse(short).ok().as_ref().and_then(of) {
        return Ok(versions.shown());
    }
    let (id, version) = version.ok_or_else(unknown)?;
    let found = of(&id).and_then(|versions| versions.versions.iter().find(|text| text.version == version));
    found.ok_or_else(unknown)
}

/// What a text comes after: the one it adapts, or its own version before.
fn before<'t>(texts: &'t [Versions], text: &Text) -> Option<&'t Text> {
    if let Some(parent) = &text.front.adapts {
        return register::chain::find(register::against::Texts(texts), parent);
    }
    let versions = texts.iter().find(|versions| versions.id == text.id)?;
    versions
        .versions
        .iter()
        .rev()
        .find(|earlier| earlier.version < text.version)
}

/// A paragraph with a mark before it: `-` gone, `+` new, `~` changed. Without colours the words that changed stand in
/// `[-…-]` and `{+…+}`.
fn describe(block: &Compared, console: &Console) -> String {
    let mark = match block.state {
        State::Same => ' ',
        State::Added => '+',
        State::Removed => '-',
        State::Changed => '~',
    };
    let mut line = format!("{mark} ");
    for piece in &block.pieces {
        // Blocks may hold lines of their own: code, for instance.
        let words: Vec<String> = piece.text.lines().map(escape::terminal).collect();
        let words = words.join("\n  ");
        line.push_str(&match (piece.state, block.state, console.colour) {
            (State::Removed, _, true) => console.paint(Style::Bad, &words),
            (State::Added, _, true) => console.paint(Style::Good, &words),
            (State::Removed, State::Changed, false) => format!("[-{words}-]"),
            (State::Added, State::Changed, false) => format!("{{+{words}+}}"),
            _ => words,
        });
    }
    line
}
