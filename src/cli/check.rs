//! `paraphe check`: everything that is wrong in the project, or in a change to it.

use super::arguments::CheckOptions;
use super::console::{Console, Failure, Outcome, Style};
use super::{git_failure, progress};
use crate::diagnostic::{Diagnostic, error_count};
use crate::locale::Catalogue;
use crate::phases::Phases;
use crate::project::Configuration;
use crate::register::{self, Standing};
use crate::report::{self, Format};
use crate::review::{self, Act, Refusal, Request, Review};
use crate::site::{self, addresses::Addresses};
use std::path::Path;

/// Loads the whole project, or the change since a revision, and reports everything wrong with it.
///
/// `language_asked` says whether the person chose a language: if not, a report in Markdown, which others read, is in the
/// charter's.
pub fn run(
    directory: &Path,
    options: &CheckOptions,
    language_asked: bool,
    console: &Console,
) -> Result<Outcome, Failure> {
    if let Some(since) = &options.since {
        return since_revision(directory, options, since, language_asked, console);
    }
    let project = super::open_project(directory)?;
    let mut checks = super::remember::checks(&project.root, options.no_cache, console);
    let phases = Phases::default();
    let load = || register::load_with(&project, None, &checks, &phases);
    let mut loaded = progress::show(console, &phases, load);
    checks.settle();
    loaded
        .diagnostics
        .extend(site::faults(&project, &loaded.register));
    loaded.diagnostics.sort();
    if options.timings {
        progress::tell(console, &phases);
    }
    let catalogue = catalogue(options, language_asked, &project.configuration);
    let mut report = report::Options::new(catalogue.as_ref().unwrap_or(&console.catalogue));
    report.colour = console.colour;
    report.width = console.columns();
    report.contact = project.configuration.contact.as_deref();
    print(options.format.0, &loaded.diagnostics, &report, console)?;
    let errors = error_count(&loaded.diagnostics);
    if options.format.0 == Format::Human && errors == 0 {
        let texts = loaded.register.texts.iter();
        let texts = texts.flat_map(|versions| &versions.versions);
        let (drafts, adopted): (Vec<_>, Vec<_>) = texts.partition(|text| text.front.draft);
        let entries = &loaded.register.entries;
        let withdrawals = entries
            .iter()
            .filter(|entry| entry.standing == Standing::Withdrawn)
            .count();
        let counts = [
            ("texts", adopted.len().into()),
            ("drafts", drafts.len().into()),
            ("signatures", (entries.len() - withdrawals).into()),
            ("withdrawals", withdrawals.into()),
        ];
        console.line(&console.paint(Style::Good, &console.text("check-well", &counts)))?;
    }
    Ok(outcome(errors))
}

fn print(
    format: Format,
    diagnostics: &[Diagnostic],
    options: &report::Options<'_>,
    console: &Console,
) -> Result<(), Failure> {
    let text = report::write(format, diagnostics, options);
    if format == Format::Human {
        console.prose(&text)
    } else {
        console.raw(&text)
    }
}

fn outcome(errors: usize) -> Outcome {
    if errors == 0 {
        Outcome::Well
    } else {
        Outcome::Findings
    }
}

/// The words of the charter's language, where the report is for others and nobody asked for another.
fn catalogue(
    options: &CheckOptions,
    language_asked: bool,
    configuration: &Configuration,
) -> Option<Catalogue> {
    let wanted = options.format.0 == Format::Markdown && !language_asked;
    wanted.then(|| Catalogue::new(configuration.language))
}

fn since_revision(
    directory: &Path,
    options: &CheckOptions,
    since: &str,
    language_asked: bool,
    console: &Console,
) -> Result<Outcome, Failure> {
    // A change may take the configuration away: then the folder itself is looked at.
    let root = super::find_root(directory).unwrap_or_else(|| directory.to_owned());
    let today = options.today.map_or_else(super::answers::today, |day| day.0);
    let phases = Phases::default();
    let request = Request {
        root: &root,
        since,
        head: options.head.as_deref(),
        today,
        taken: |language, page| Addresses::new(language).taken(page),
        theme: site::unreadable_theme,
        phases: &phases,
    };
    let reviewed = progress::show(console, &phases, || review::review(request));
    if options.timings {
        progress::tell(console, &phases);
    }
    let Review {
        configuration,
        diagnostics,
        acts,
        changed,
    } = reviewed.map_err(|refusal| match refusal {
        Refusal::Git(error) => git_failure::of(&error),
        Refusal::Configuration(faults) => Failure::Diagnostics(faults),
    })?;
    let catalogue = catalogue(options, language_asked, &configuration);
    let report = report::Options {
        colour: console.colour,
        width: console.columns(),
        changed: &changed,
        acts: &acts,
        contact: configuration.contact.as_deref(),
        ..report::Options::new(catalogue.as_ref().unwrap_or(&console.catalogue))
    };
    print(options.format.0, &diagnostics, &report, console)?;
    let errors = error_count(&diagnostics);
    if options.format.0 == Format::Human {
        for act in &acts {
            console.line(&describe(act, console))?;
        }
        let (id, style) = match (acts.len(), errors) {
            (0, 0) => ("review-nothing", Style::Dim),
            (_, 0) => ("review-well", Style::Good),
            (_, _) => ("review-wrong", Style::Bad),
        };
        let counts = [("files", acts.len().into()), ("errors", errors.into())];
        console.line(&console.paint(style, &console.text(id, &counts)))?;
    }
    Ok(outcome(errors))
}

/// One line on what a file of the change does.
pub(super) fn describe(act: &Act, console: &Console) -> String {
    let mark = if act.sound {
        console.paint(Style::Good, "✓")
    } else {
        console.paint(Style::Bad, "✗")
    };
    let safe = report::escape::terminal;
    let mut line = format!("{mark} {}", console.paint(Style::Strong, &safe(&act.path)));
    line.push_str(&format!(
        "{}{}",
        console.text("report-colon", &[]),
        console.text(&format!("act-{}", act.kind.as_str()), &[])
    ));
    let text = act.text.as_ref().map(|text| match &act.version {
        Some(version) => format!("{text} {version}"),
        None => text.clone(),
    });
    let parts = [&act.organisation, &act.city, &text, &act.date, &act.fingerprint];
    for part in parts.into_iter().flatten() {
        line.push_str(&format!(", {}", safe(part)));
    }
    if let Some(steward) = &act.steward {
        line.push_str(&format!(
            ", {}",
            console.text("verify-steward", &[("steward", steward.as_str().into())])
        ));
    }
    line
}
