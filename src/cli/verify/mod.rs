//! `paraphe verify`: signed files, checked offline, in or out of a project.

mod check;
mod files;
mod json;
mod text;

use super::arguments::VerifyOptions;
use super::console::{Console, Failure, Outcome};
use super::progress;
use crate::identifier::Digest;
use crate::phases::{Phase, Phases};
use crate::project::Project;
use crate::register;
use crate::register::verdict::{AtHand, Counts};
use check::{Opened, belong_together, check};
use files::File;
use rayon::prelude::*;
use std::io::IsTerminal as _;
use std::path::Path;
use text::Words;

/// How many files are checked before what was found is printed.
const BATCH: usize = 2048;

/// How many of them a thread takes at once.
const CHUNK: usize = 16;

/// Checks every file that is named or lies in a named folder, and says of each what it is worth.
pub fn run(directory: &Path, options: &VerifyOptions, console: &Console) -> Result<Outcome, Failure> {
    let phases = Phases::default();
    phases.enter(Phase::Texts, 0);
    let at_hand = gather(directory, options)?;
    phases.enter(Phase::Find, 0);
    let files = files::find(directory, &options.paths)?;
    if files.is_empty() {
        return Err(Failure::message("verify-nothing", &[]));
    }
    let words = Words::new(console);
    phases.enter(Phase::Signatures, files.len());
    let mut json = json::Document::new();
    let mut work = || {
        check_all(
            &at_hand,
            &files,
            options.json,
            (&words, &mut json),
            (console, &phases),
        )
    };
    // What is said of each file tells at a terminal how far it is.
    let counts = if std::io::stdout().is_terminal() {
        work()?
    } else {
        progress::show(console, &phases, work)?
    };
    if options.timings {
        progress::tell(console, &phases);
    }
    console.raw(&if options.json {
        json.end(counts)
    } else {
        words.summary(counts)
    })?;
    Ok(if counts.faulty == 0 {
        Outcome::Well
    } else {
        Outcome::Findings
    })
}

/// Checks the files and says of each what it is worth, in their order.
fn check_all(
    at_hand: &AtHand,
    files: &[File],
    as_json: bool,
    (words, json): (&Words<'_>, &mut json::Document),
    (console, phases): (&Console, &Phases),
) -> Result<Counts, Failure> {
    let check_chunk = |opened: &mut Opened, chunk: &[&[File]]| {
        let mut counts = Counts::default();
        let mut said = Vec::with_capacity(chunk.len());
        for group in chunk {
            check(at_hand, group, opened, &mut |shown, verdict| {
                phases.step();
                counts.count(verdict.worth());
                said.push(if as_json {
                    json::file(shown, verdict, console)
                } else {
                    words.describe(shown, verdict)
                });
            });
        }
        (counts, said)
    };
    let mut counts = Counts::default();
    let mut said = String::new();
    // An attestation and its signature stand one behind the other, and are checked together.
    let groups: Vec<&[File]> = files.chunk_by(belong_together).collect();
    for batch in groups.chunks(BATCH) {
        let check_batch = || -> Vec<(Counts, Vec<String>)> {
            let chunks = batch.par_chunks(CHUNK);
            chunks.map_init(Opened::default, &check_chunk).collect()
        };
        // What the batch before has to say is written meanwhile.
        let (checked, written) = rayon::join(check_batch, || console.raw(&said));
        written?;
        said.clear();
        for (found, texts) in checked {
            counts.add(found);
            for text in texts {
                if as_json {
                    json.add(&text, &mut said);
                } else {
                    said.push_str(&text);
                }
            }
        }
    }
    console.raw(&said)?;
    Ok(counts)
}

/// What the project around and the options put at hand.
fn gather(directory: &Path, options: &VerifyOptions) -> Result<AtHand, Failure> {
    let mut at_hand = AtHand::default();
    let start = options
        .paths
        .first()
        .map_or_else(|| directory.to_owned(), |path| directory.join(path));
    let root = super::find_root(&start).or_else(|| super::find_root(directory));
    if let Some(root) = root {
        let project = Project::load(&root).map_err(Failure::Diagnostics)?;
        at_hand.texts = register::load_texts(&project).0;
        at_hand.charter = Some(project.configuration.charter);
        at_hand.stewards = project.configuration.stewards;
    }
    for path in &options.text {
        let whole = directory.join(path);
        let (folder, name) = files::split(&whole);
        let bytes = crate::project::files::read(folder, name, crate::text::SIZE_LIMIT)
            .map_err(|fault| Failure::Diagnostics(vec![fault]))?;
        at_hand
            .loose
            .push((Digest::of_text(&bytes), path.display().to_string()));
    }
    Ok(at_hand)
}
