//! `paraphe import`: signatures that came by mail, put in their places.

use super::arguments::import::ImportOptions;
use super::console::{Console, Failure, Outcome, Style};
use super::{answers, check, git_failure};
use crate::diagnostic::{Argument, Diagnostic};
use crate::import::{self, Fate, Gathered, SIZE_LIMIT, Taken};
use crate::register;
use crate::report::{self, Format, escape};
use std::io::Read as _;
use std::path::Path;

/// Checks everything that came, puts in place what may stand there, and says of each what became of it.
pub fn run(directory: &Path, options: &ImportOptions, console: &Console) -> Result<Outcome, Failure> {
    let project = super::open_project(directory)?;
    let gathered = import::gather(directory, &options.paths, &standard_input)
        .map_err(|unreadable| Failure::io(&unreadable.path, &unreadable.error))?;
    if gathered.candidates.is_empty() && gathered.faults.is_empty() {
        passed(&gathered, console)?;
        return Err(Failure::message("import-nothing", &[]));
    }
    let (texts, faults) = register::load_texts(&project);
    let taken = import::take(&project, &texts, &gathered, answers::today())
        .map_err(|error| git_failure::of(&error))?;
    let mut tally = Tally::default();
    for one in &taken {
        tally.add(&one.fate);
        console.prose(&describe(one, console))?;
    }
    passed(&gathered, console)?;
    console.diagnose(&gathered.faults);
    if tally.refused > 0 {
        console.diagnose(&faults);
    }
    tally.refused += gathered.faults.len();
    let style = if tally.refused == 0 {
        Style::Good
    } else {
        Style::Bad
    };
    let counts = tally.counts();
    console.line(&console.paint(style, &console.text("import-summary", &counts)))?;
    if tally.placed > 0 {
        console.say("import-next", &[])?;
    }
    Ok(if tally.refused == 0 {
        Outcome::Well
    } else {
        Outcome::Findings
    })
}

fn standard_input() -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let limit = SIZE_LIMIT as u64 + 1;
    std::io::stdin().lock().take(limit).read_to_end(&mut bytes)?;
    if bytes.len() > SIZE_LIMIT {
        return Err(std::io::Error::from(std::io::ErrorKind::FileTooLarge));
    }
    Ok(bytes)
}

#[derive(Default)]
struct Tally {
    placed: usize,
    there: usize,
    refused: usize,
}

impl Tally {
    fn add(&mut self, fate: &Fate) {
        match fate {
            Fate::Placed(..) => self.placed += 1,
            Fate::There(_) | Fate::Replaced(_) => self.there += 1,
            _ => self.refused += 1,
        }
    }

    fn counts(&self) -> [(&'static str, Argument); 3] {
        [
            ("placed", self.placed.into()),
            ("there", self.there.into()),
            ("refused", self.refused.into()),
        ]
    }
}

/// What was passed over: a line each, but not a screen full.
fn passed(gathered: &Gathered, console: &Console) -> Result<(), Failure> {
    const SHOWN: usize = 20;
    for shown in gathered.passed.iter().take(SHOWN) {
        let text = console.text("import-passed", &[("path", shown.as_str().into())]);
        console.line(&console.paint(Style::Dim, &text))?;
    }
    match gathered.passed.len().checked_sub(SHOWN) {
        Some(more) if more > 0 => console.say("import-passed-more", &[("count", more.into())]),
        _ => Ok(()),
    }
}

fn describe(taken: &Taken, console: &Console) -> String {
    let mark = match &taken.fate {
        Fate::Placed(..) => console.paint(Style::Good, "✓"),
        Fate::There(_) | Fate::Replaced(_) => console.paint(Style::Dim, "="),
        _ => console.paint(Style::Bad, "✗"),
    };
    let shown = console.paint(Style::Strong, &escape::terminal(&taken.shown));
    let mut text = format!("{mark} {shown}\n");
    let mut push = |words: &str| {
        words
            .lines()
            .for_each(|line| text.push_str(&format!("  {line}\n")))
    };
    let say = |id, name, value: &str| console.text(id, &[(name, value.into())]);
    match &taken.fate {
        Fate::Placed(act, remarks) => {
            push(&check::describe(act, console));
            push(&faults(remarks, console));
        }
        Fate::There(path) => push(&say("import-there", "path", path)),
        Fate::Replaced(path) => push(&say("import-replaced", "path", path)),
        Fate::Occupied(path) => push(&say("import-occupied", "path", path)),
        Fate::NothingToAttest(digest) => push(&say("import-no-signature", "digest", &digest.to_string())),
        Fate::Nameless => push(&console.text("import-nameless", &[])),
        Fate::Refused(found) => push(&faults(found, console)),
        Fate::Unwritten(path, reason) => push(&console.text(
            "io-failure",
            &[("path", path.as_str().into()), ("reason", reason.as_str().into())],
        )),
    }
    text
}

fn faults(diagnostics: &[Diagnostic], console: &Console) -> String {
    let mut options = report::Options::new(&console.catalogue);
    options.colour = console.colour;
    // It stands two columns in.
    options.width = console.columns().saturating_sub(2);
    report::write(Format::Human, diagnostics, &options)
}
