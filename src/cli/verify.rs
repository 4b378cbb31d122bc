//! `paraphe verify`: signed files, checked offline, in or out of a project.

use super::arguments::VerifyOptions;
use super::console::{Console, Failure, Outcome};
use super::progress;
use super::verify_files::{self, File};
use super::verify_json;
use super::verify_text::Words;
use crate::diagnostic::Diagnostic;
use crate::identifier::Digest;
use crate::phases::{Phase, Phases};
use crate::project::Project;
use crate::project::files::{self, Folder};
use crate::register::verdict::{AtHand, Subject, Verdict, Voucher, Worth, verdict};
use crate::signature::SIZE_LIMIT;
use crate::{register, text};
use rayon::prelude::*;
use std::io::IsTerminal as _;
use std::path::Path;
use std::sync::Arc;

/// How many files are checked before what was found is printed.
const BATCH: usize = 2048;

/// Checks every file that is named or lies in a named folder, and says of each what it is worth.
pub fn run(directory: &Path, options: &VerifyOptions, console: &Console) -> Result<Outcome, Failure> {
    let phases = Phases::default();
    phases.enter(Phase::Texts, 0);
    let at_hand = gather(directory, options)?;
    phases.enter(Phase::Find, 0);
    let files = verify_files::find(directory, &options.paths)?;
    if files.is_empty() {
        return Err(Failure::message("verify-nothing", &[]));
    }
    let words = Words::new(console);
    phases.enter(Phase::Signatures, files.len());
    let mut json = verify_json::Document::new();
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
    (words, json): (&Words<'_>, &mut verify_json::Document),
    (console, phases): (&Console, &Phases),
) -> Result<Counts, Failure> {
    let mut counts = Counts::default();
    for batch in files.chunks(BATCH) {
        let checked: Vec<(Worth, String)> = batch
            .par_iter()
            .with_min_len(16)
            .map_init(Opened::default, |opened, file| {
                phases.step();
                let shown = file.shown();
                let verdict = check(at_hand, file, &shown, opened);
                let said = if as_json {
                    verify_json::file(&shown, &verdict, console)
                } else {
                    words.describe(&shown, &verdict)
                };
                (verdict.worth(), said)
            })
            .collect();
        let mut said = String::new();
        for (worth, text) in checked {
            counts.add(worth);
            if as_json {
                json.add(&text, &mut said);
            } else {
                said.push_str(&text);
            }
        }
        console.raw(&said)?;
    }
    Ok(counts)
}

/// How many files hold, how many of them beside an attestation that counts no more, and how many do not.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Counts {
    /// Those that hold.
    pub sound: usize,
    /// Those of them that a stale attestation stands beside, or that are one.
    pub stale: usize,
    /// Those that do not hold.
    pub faulty: usize,
}

impl Counts {
    fn add(&mut self, worth: Worth) {
        self.sound += usize::from(worth != Worth::Nothing);
        self.stale += usize::from(worth == Worth::Stale);
        self.faulty += usize::from(worth == Worth::Nothing);
    }
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
        let (folder, name) = verify_files::split(&whole);
        let bytes =
            files::read(folder, name, text::SIZE_LIMIT).map_err(|fault| Failure::Diagnostics(vec![fault]))?;
        at_hand
            .loose
            .push((Digest::of_text(&bytes), path.display().to_string()));
    }
    Ok(at_hand)
}

/// The folder that a thread read last, kept open for the next file in it.
#[derive(Default)]
struct Opened(Option<(Arc<verify_files::Folder>, Opening)>);

type Opening = Result<Folder, Box<Diagnostic>>;

impl Opened {
    fn get(&mut self, folder: &Arc<verify_files::Folder>) -> Result<&Folder, &Diagnostic> {
        let known = self.0.take().filter(|(known, _)| Arc::ptr_eq(known, folder));
        let open = || Folder::open(&folder.path, String::new()).map_err(Box::new);
        let (_, opened) = self.0.insert(known.unwrap_or_else(|| (folder.clone(), open())));
        opened.as_ref().map_err(|fault| &**fault)
    }
}

fn check(at_hand: &AtHand, file: &File, shown: &str, opened: &mut Opened) -> Verdict {
    let folder = opened.get(&file.folder);
    let read = |name: &str| match folder {
        Ok(folder) => folder.read(name, SIZE_LIMIT),
        Err(fault) => Err(fault.clone()),
    };
    match read(&file.name) {
        Ok(bytes) => {
            let beside = |path: &str| read(path.rsplit('/').next().unwrap_or(path)).ok();
            verdict(at_hand, shown, &bytes, file.place().as_deref(), &beside)
        }
        Err(mut fault) => {
            shown.clone_into(&mut fault.place.path);
            Verdict {
                outcome: Err(vec![fault]),
                subject: Subject::Absent,
                voucher: Voucher::None,
            }
        }
    }
}
