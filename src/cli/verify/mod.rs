//! `paraphe verify`: signed files, checked offline, in or out of a project.

mod check;
mod files;
mod json;
mod plain;
mod text;

use super::arguments::VerifyOptions;
use super::console::{Console, Failure, Outcome};
use super::progress;
use crate::identifier::Digest;
use crate::phases::{Phase, Phases};
use crate::project::Project;
use crate::register;
use crate::register::verdict::{AtHand, Counts};
use check::{Opened, as_signed, belong_together, check};
use files::File;
use plain::Plain;
use rayon::prelude::*;
use std::io::IsTerminal as _;
use std::path::Path;
use text::Words;

/// How many files are checked before what was found is printed.
const BATCH: usize = 8192;

/// How many of them a thread takes at once.
const CHUNK: usize = 32;

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
    let (texts, files) = plain::part(&at_hand, files);
    let words = Words::new(console);
    phases.enter(Phase::Signatures, files.len());
    let form = if options.json {
        Form::Json
    } else {
        Form::Text(&words)
    };
    let work = || check_all(&at_hand, &texts, &files, form, console, &phases);
    // What is said of each file tells at a terminal how far it is.
    let counts = if std::io::stdout().is_terminal() {
        work()?
    } else {
        progress::show(console, &phases, work)?
    };
    if options.timings {
        progress::tell(console, &phases);
    }
    form.print(&form.end(counts), console)?;
    Ok(if counts.faulty == 0 {
        Outcome::Well
    } else {
        Outcome::Findings
    })
}

/// How what is found is said.
#[derive(Clone, Copy)]
enum Form<'a> {
    Text(&'a Words<'a>),
    Json,
}

impl Form<'_> {
    /// What stands before everything that is said.
    fn head(self) -> &'static str {
        match self {
            Self::Text(_) => "",
            Self::Json => json::HEAD,
        }
    }

    /// What stands between what is said of two files.
    fn between(self) -> &'static str {
        match self {
            Self::Text(_) => "",
            Self::Json => json::BETWEEN,
        }
    }

    fn print(self, said: &str, console: &Console) -> Result<(), Failure> {
        match self {
            Self::Text(_) => console.prose(said),
            Self::Json => console.raw(said),
        }
    }

    /// What stands behind everything.
    fn end(self, counts: Counts) -> String {
        match self {
            Self::Text(words) => words.summary(counts),
            Self::Json => json::end(counts),
        }
    }
}

/// Checks the files and says of each what it is worth, in their order.
fn check_all(
    at_hand: &AtHand,
    texts: &[Plain<'_>],
    files: &[File],
    form: Form<'_>,
    console: &Console,
    phases: &Phases,
) -> Result<Counts, Failure> {
    let check_chunk = |opened: &mut Opened, chunk: &[&[File]]| {
        let (mut counts, mut said) = (Counts::default(), String::new());
        check(at_hand, chunk, opened, &mut |file, verdict| {
            phases.step();
            counts.count(verdict.worth());
            if !said.is_empty() {
                said.push_str(form.between());
            }
            let before = as_signed(at_hand, file, verdict);
            match form {
                Form::Text(words) => words.describe(file.path, verdict, before.as_ref(), &mut said),
                Form::Json => said.push_str(&json::file(file, verdict, before.as_ref(), console)),
            }
        });
        (counts, said)
    };
    let mut counts = Counts::default();
    let (mut said, mut between) = (String::new(), form.head());
    for text in texts {
        counts.sound += usize::from(text.is_genuine());
        counts.faulty += usize::from(!text.is_genuine());
        said.push_str(between);
        said.push_str(&match form {
            Form::Text(_) => text.describe(console),
            Form::Json => text.json(console),
        });
        between = form.between();
    }
    // An attestation and its signature stand one behind the other, and are checked together.
    let mut groups: Vec<&[File]> = Vec::with_capacity(files.len());
    groups.extend(files.chunk_by(belong_together));
    for batch in groups.chunks(BATCH) {
        let check_batch = || -> Vec<(Counts, String)> {
            let chunks = batch.par_chunks(CHUNK);
            chunks.map_init(Opened::default, &check_chunk).collect()
        };
        // What the batch before has to say is written meanwhile.
        let (checked, written) = rayon::join(check_batch, || form.print(&said, console));
        written?;
        said.clear();
        for (found, text) in checked {
            counts.add(found);
            said.push_str(between);
            said.push_str(&text);
            between = form.between();
        }
    }
    form.print(&said, console)?;
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
        let bytes =
            crate::project::files::read(folder, name, crate::text::SIZE_LIMIT).map_err(|mut fault| {
                fault.place.path = path.display().to_string();
                Failure::Diagnostics(vec![fault])
            })?;
        at_hand
            .loose
            .push((Digest::of_text(&bytes), path.display().to_string()));
    }
    Ok(at_hand)
}
