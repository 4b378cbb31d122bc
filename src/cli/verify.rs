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
use crate::register::verdict::{self, AtHand, Attested, Given, Verdict, Worth};
use crate::signature::{Kind, SIZE_LIMIT};
use crate::{register, text};
use rayon::prelude::*;
use std::io::IsTerminal as _;
use std::path::Path;
use std::sync::Arc;

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
    let check_chunk = |opened: &mut Opened, chunk: &[&[File]]| {
        let mut counts = Counts::default();
        let mut said = Vec::with_capacity(chunk.len());
        for group in chunk {
            check(at_hand, group, opened, &mut |shown, verdict| {
                phases.step();
                counts.count(verdict.worth());
                said.push(if as_json {
                    verify_json::file(shown, verdict, console)
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
    fn count(&mut self, worth: Worth) {
        self.sound += usize::from(worth != Worth::Nothing);
        self.stale += usize::from(worth == Worth::Stale);
        self.faulty += usize::from(worth == Worth::Nothing);
    }

    fn add(&mut self, more: Self) {
        self.sound += more.sound;
        self.stale += more.stale;
        self.faulty += more.faulty;
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

/// Whether `next` is the signature beside which `file`, an attestation, stands.
fn belong_together(file: &File, next: &File) -> bool {
    Arc::ptr_eq(&file.folder, &next.folder)
        && Kind::of_path(file.name()) == Kind::Attestation
        && Kind::beside(file.name()).is_some_and(|name| name == next.name())
}

/// A file as it was read.
struct Input {
    shown: String,
    bytes: Result<Vec<u8>, Diagnostic>,
}

impl Input {
    fn read(folder: &verify_files::Folder, opened: Result<&Folder, &Diagnostic>, name: &str) -> Self {
        let shown = folder.shown(name);
        let bytes = match opened {
            Ok(opened) => opened.read(name, SIZE_LIMIT),
            Err(fault) => Err(fault.clone()),
        };
        let bytes = bytes.map_err(|mut fault| {
            shown.clone_into(&mut fault.place.path);
            fault
        });
        Self { shown, bytes }
    }

    fn given(&self) -> Result<Given<'_>, &Diagnostic> {
        let bytes = self.bytes.as_ref()?;
        Ok(Given {
            path: &self.shown,
            bytes,
        })
    }
}

/// Checks a file, or an attestation and its signature; `say` is given the path of each as it is shown, and the verdict.
fn check(at_hand: &AtHand, group: &[File], opened: &mut Opened, say: &mut dyn FnMut(&str, &Verdict)) {
    let (folder, name) = (&group[0].folder, group[0].name());
    let opened = opened.get(folder);
    let own = Input::read(folder, opened, name);
    let beside = Kind::beside(name)
        .filter(|name| folder.may_hold(name))
        .map(|name| Input::read(folder, opened, &name));
    let (signature, attestation) = match Kind::of_path(name) {
        Kind::Adherence => (Some(&own), beside.as_ref()),
        Kind::Attestation => (beside.as_ref(), Some(&own)),
    };
    let attested = attestation
        .and_then(|input| input.given().ok())
        .map(Attested::read);
    for (file, input) in group.iter().zip([&own].into_iter().chain(&beside)) {
        let verdict = match (input.given(), Kind::of_path(file.name())) {
            (Err(fault), _) => Verdict::refused(vec![fault.clone()]),
            (Ok(given), Kind::Adherence) => {
                verdict::signature(at_hand, given, file.place().as_deref(), attested.clone())
            }
            (Ok(given), Kind::Attestation) => {
                let attested = attested.clone().unwrap_or_else(|| Attested::read(given));
                verdict::attestation(at_hand, attested, signature.and_then(|input| input.given().ok()))
            }
        };
        say(&input.shown, &verdict);
    }
}
