//! `paraphe verify`: signed files, checked offline, in or out of a project.

use super::arguments::VerifyOptions;
use super::console::{Console, Failure, Outcome, Style};
use super::verify_json;
use crate::identifier::Digest;
use crate::project::{Project, files};
use crate::register::verdict::{AtHand, Subject, Verdict, Voucher, verdict};
use crate::signature::{Action, Document, SIZE_LIMIT, Signed};
use crate::{register, text};
use rayon::prelude::*;
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// How many files are checked before their verdicts are printed.
const BATCH: usize = 4096;

/// Checks every file that is named or lies in a named folder, and says of each what it is worth.
pub fn run(directory: &Path, options: &VerifyOptions, console: &Console) -> Result<Outcome, Failure> {
    let at_hand = gather(directory, options)?;
    let files = find(directory, &options.paths)?;
    if files.is_empty() {
        return Err(Failure::message("verify-nothing", &[]));
    }
    let mut tally = Tally::default();
    let mut json = verify_json::Document::new();
    for batch in files.chunks(BATCH) {
        let verdicts: Vec<Verdict> = batch.par_iter().map(|file| check(&at_hand, file)).collect();
        for (file, verdict) in batch.iter().zip(&verdicts) {
            tally.add(verdict);
            let text = if options.json {
                json.add(&file.shown, verdict, console)
            } else {
                describe(file, verdict, console)
            };
            console.raw(&text)?;
        }
    }
    console.raw(&if options.json {
        json.end(tally.sound, tally.faulty)
    } else {
        summary(&tally, console)
    })?;
    Ok(if tally.faulty == 0 {
        Outcome::Well
    } else {
        Outcome::Findings
    })
}

#[derive(Default)]
struct Tally {
    sound: usize,
    faulty: usize,
}

impl Tally {
    fn add(&mut self, verdict: &Verdict) {
        if verdict.is_sound() {
            self.sound += 1
        } else {
            self.faulty += 1
        }
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
        let (folder, name) = split(&whole);
        let bytes =
            files::read(folder, name, text::SIZE_LIMIT).map_err(|fault| Failure::Diagnostics(vec![fault]))?;
        at_hand
            .loose
            .push((Digest::of_text(&bytes), path.display().to_string()));
    }
    Ok(at_hand)
}

/// A file to check.
struct File {
    path: PathBuf,
    /// The path as the person gave it.
    shown: String,
    /// The path in the project, when it lies in one.
    place: Option<String>,
}

fn find(directory: &Path, paths: &[PathBuf]) -> Result<Vec<File>, Failure> {
    let mut files = Vec::new();
    for path in paths {
        let whole = directory.join(path);
        let kind = std::fs::metadata(&whole).map_err(|error| Failure::io(path, &error))?;
        if !kind.is_dir() {
            files.push(file(whole, path.display().to_string()));
            continue;
        }
        for entry in WalkDir::new(&whole).sort_by_file_name() {
            let entry = entry.map_err(|error| {
                let reason = error.io_error().map_or_else(|| error.to_string(), files::reason);
                let place = error.path().unwrap_or(path).display().to_string();
                Failure::message("io-failure", &[("path", place.into()), ("reason", reason.into())])
            })?;
            let signed = entry
                .path()
                .components()
                .any(|part| part.as_os_str() == "signatures")
                || kind_is_loose(&whole, entry.path());
            if entry.file_type().is_file()
                && signed
                && entry.path().extension().is_some_and(|ending| ending == "yaml")
            {
                let inner = entry.path().strip_prefix(&whole).unwrap_or(entry.path());
                files.push(file(
                    entry.path().to_owned(),
                    path.join(inner).display().to_string(),
                ));
            }
        }
    }
    Ok(files)
}

/// Whether a folder is no project: then every YAML file in it is looked at.
fn kind_is_loose(folder: &Path, path: &Path) -> bool {
    super::find_root(folder).is_none()
        && path
            .file_name()
            .is_some_and(|name| name != crate::project::CONFIGURATION)
}

fn file(path: PathBuf, shown: String) -> File {
    let absolute = std::path::absolute(&path).unwrap_or_else(|_| path.clone());
    let place = super::find_root(&absolute).and_then(|root| {
        let inner = absolute.strip_prefix(root).ok()?;
        let parts: Option<Vec<&str>> = inner.components().map(|part| part.as_os_str().to_str()).collect();
        parts
            .map(|parts| parts.join("/"))
            .filter(|place| place.starts_with("signatures/"))
    });
    File { path, shown, place }
}

fn split(path: &Path) -> (&Path, &str) {
    let name = path
        .file_name()
        .and_then(|name| name.to_str())
        .unwrap_or_default();
    (path.parent().unwrap_or(Path::new("")), name)
}

fn check(at_hand: &AtHand, file: &File) -> Verdict {
    let (folder, name) = split(&file.path);
    let read = |name: &str| files::read(folder, name, SIZE_LIMIT);
    match read(name) {
        Ok(bytes) => {
            let beside = |path: &str| read(path.rsplit('/').next().unwrap_or(path)).ok();
            verdict(at_hand, &file.shown, &bytes, file.place.as_deref(), &beside)
        }
        Err(mut fault) => {
            fault.place.path.clone_from(&file.shown);
            Verdict {
                outcome: Err(vec![fault]),
                subject: Subject::Absent,
                voucher: Voucher::None,
            }
        }
    }
}

fn describe(file: &File, verdict: &Verdict, console: &Console) -> String {
    let mut lines = Vec::new();
    let mark = if verdict.is_sound() {
        console.paint(Style::Good, "✓")
    } else {
        console.paint(Style::Bad, "✗")
    };
    lines.push(format!(
        "{mark} {}",
        console.paint(Style::Strong, &crate::report::escape::terminal(&file.shown))
    ));
    match &verdict.outcome {
        Err(faults) => {
            let mut options = crate::report::Options::new(&console.catalogue);
            options.colour = console.colour;
            let report = crate::report::write(crate::report::Format::Human, faults, &options);
            lines.extend(report.trim_end().lines().map(|line| format!("  {line}")));
        }
        Ok(signed) => {
            lines.push(format!("  {}", what(signed, console)));
            let fingerprint = signed.seal.key.fingerprint();
            lines.push(format!(
                "  {}",
                console.text("verify-key", &[("fingerprint", fingerprint.into())])
            ));
        }
    }
    if verdict.outcome.is_ok() {
        lines.push(format!("  {}", subject(verdict, console)));
        lines.extend(
            voucher(verdict, console)
                .into_iter()
                .map(|line| format!("  {line}")),
        );
    }
    lines.push(String::new());
    lines.join("\n") + "\n"
}

fn what(signed: &Signed, console: &Console) -> String {
    match &signed.document {
        Document::Adherence(adherence) => {
            let id = match adherence.action {
                Action::Sign => "verify-signs",
                Action::Withdraw => "verify-withdraws",
            };
            console.text(
                id,
                &[
                    ("organisation", adherence.organisation.name.as_str().into()),
                    ("city", adherence.organisation.city.as_str().into()),
                    ("text", adherence.text.to_string().into()),
                    ("version", adherence.version.as_str().into()),
                    ("date", adherence.date.to_string().into()),
                ],
            )
        }
        Document::Attestation(attestation) => console.text(
            "verify-attests",
            &[
                ("organisation", attestation.organisation.as_str().into()),
                ("method", attestation.method.as_str().into()),
                ("date", attestation.date.to_string().into()),
            ],
        ),
    }
}

fn subject(verdict: &Verdict, console: &Console) -> String {
    let attests = matches!(
        &verdict.outcome,
        Ok(Signed {
            document: Document::Attestation(_),
            ..
        })
    );
    match (&verdict.subject, attests) {
        (Subject::Same(path), false) => console.text("verify-text-same", &[("path", path.as_str().into())]),
        (Subject::Same(path), true) => console.text("verify-file-same", &[("path", path.as_str().into())]),
        (Subject::Different, false) => console.paint(Style::Bad, &console.text("verify-text-different", &[])),
        (Subject::Different, true) => console.paint(Style::Bad, &console.text("verify-file-different", &[])),
        (Subject::Absent, false) => console.paint(Style::Careful, &console.text("verify-text-absent", &[])),
        (Subject::Absent, true) => console.paint(Style::Careful, &console.text("verify-file-absent", &[])),
    }
}

fn voucher(verdict: &Verdict, console: &Console) -> Vec<String> {
    match &verdict.voucher {
        Voucher::Steward(name) => vec![console.text("verify-steward", &[("steward", name.as_str().into())])],
        Voucher::None => vec![console.paint(Style::Dim, &console.text("verify-no-steward", &[]))],
        Voucher::Unsound(faults) => {
            let options = crate::report::Options::new(&console.catalogue);
            let report = crate::report::write(crate::report::Format::Human, faults, &options);
            report.trim_end().lines().map(str::to_owned).collect()
        }
    }
}

fn summary(tally: &Tally, console: &Console) -> String {
    let text = console.text(
        "verify-summary",
        &[("sound", tally.sound.into()), ("faulty", tally.faulty.into())],
    );
    let style = if tally.faulty == 0 {
        Style::Good
    } else {
        Style::Bad
    };
    console.paint(style, &text) + "\n"
}
