//! `paraphe log`: the history of an adherence, from git.
//!
//! With `--json`, version 1: `{"version": 1, "complete": …, "events": [EVENT…]}`, the oldest first. An EVENT has `kind`
//! (`signs`, `signs-again`, `returns`, `withdraws`, `attests`, `removes`, `unreadable`), `text`, `organisation` (the short
//! name), `path`, `name`, `city`, `textVersion`, `date` (as the file says it), `fingerprint`, `digest`, `steward`, `commit` and
//! `committed` (its day). What there is none of is null. `complete` is false in a clone that lacks the beginning.

use super::arguments::log::LogOptions;
use super::console::{Console, Failure, Outcome, Style};
use super::git_failure;
use crate::diagnostic::nearest;
use crate::identifier::{Slug, TextId};
use crate::project::Project;
use crate::report::escape;
use crate::review::ActKind;
use crate::review::history::{Event, History, history};
use serde_json::{Value, json};

/// Shows what happened to the adherences to a text, or to those of an organisation.
pub fn run(directory: &std::path::Path, options: &LogOptions, console: &Console) -> Result<Outcome, Failure> {
    let project = super::open_project(directory)?;
    let stewards = &project.configuration.stewards;
    let paths = paths(&project, &options.subject);
    // Without a path, git would tell of everything.
    if paths.is_empty() {
        return Err(nothing(&project, &options.subject));
    }
    let history = history(&project.root, &paths, stewards).map_err(|error| git_failure::of(&error))?;
    if history.events.is_empty() {
        return Err(nothing(&project, &options.subject));
    }
    if options.json {
        console.raw(&document(&history))?;
        return Ok(Outcome::Well);
    }
    if history.shallow {
        console.note(&console.paint_error(Style::Careful, &console.text("log-shallow", &[])));
    }
    for event in &history.events {
        console.line(&describe(event, console))?;
    }
    Ok(Outcome::Well)
}

/// The files and folders that a person means: a text, an organisation under all texts, or one file. None for what can't be a
/// name.
fn paths(project: &Project, subject: &str) -> Vec<String> {
    let subject = subject.trim_end_matches('/');
    let subject = subject.strip_prefix("signatures/").unwrap_or(subject);
    let subject = subject.strip_suffix(".yaml").unwrap_or(subject);
    let subject = subject.strip_suffix(".attestation").unwrap_or(subject);
    if let Ok(text) = TextId::parse(subject) {
        return vec![format!("signatures/{text}")];
    }
    let (texts, name) = match subject.rsplit_once('/') {
        Some((text, name)) => (TextId::parse(text).into_iter().collect(), name),
        None => (texts(project), subject),
    };
    let Ok(organisation) = Slug::parse(name) else {
        return Vec::new();
    };
    let of = |text: &TextId| {
        [
            text.signature_path(&organisation),
            text.attestation_path(&organisation),
        ]
    };
    texts.iter().flat_map(of).collect()
}

/// The texts that have a folder now.
fn texts(project: &Project) -> Vec<TextId> {
    let mut texts = vec![TextId::Charter];
    for room in ["content/territories", "signatures/territories"] {
        texts.extend(names(project, room).iter().filter_map(|name| {
            let slug = Slug::parse(name).ok()?;
            Some(TextId::Territory(slug))
        }));
    }
    texts.sort();
    texts.dedup();
    texts
}

fn names(project: &Project, folder: &str) -> Vec<String> {
    let entries = std::fs::read_dir(project.root.join(folder))
        .into_iter()
        .flatten()
        .flatten();
    entries
        .filter_map(|entry| entry.file_name().into_string().ok())
        .collect()
}

/// The failure that nothing is known by that name, with the nearest one that is.
fn nothing(project: &Project, subject: &str) -> Failure {
    let mut known = Vec::new();
    for text in texts(project) {
        let files = names(project, &format!("signatures/{text}"));
        let stems = files.iter().filter_map(|name| name.strip_suffix(".yaml"));
        known.extend(stems.filter(|stem| !stem.contains('.')).map(str::to_owned));
        known.push(text.to_string());
    }
    known.sort();
    let bare = |name: &String| name.strip_prefix("territories/") == Some(subject);
    let near = known.iter().find(|name| bare(name)).map(String::as_str);
    let near = near.or_else(|| nearest(subject, known.iter().map(String::as_str)));
    let subject = ("subject", subject.into());
    match near {
        Some(near) => Failure::message("log-near", &[subject, ("near", near.into())]),
        None => Failure::message("log-nothing", &[subject]),
    }
}

fn describe(event: &Event, console: &Console) -> String {
    let act = &event.act;
    let safe = escape::terminal;
    let style = match act.kind {
        ActKind::Withdraws | ActKind::Removes => Style::Careful,
        ActKind::Unreadable => Style::Bad,
        _ => Style::Good,
    };
    let word = console.text(&format!("act-{}", act.kind.as_str()), &[]);
    let text = match (&act.text, &act.version) {
        (Some(text), Some(version)) => format!("{text} {version}"),
        (text, _) => text.clone().unwrap_or_default(),
    };
    let who = match (&act.organisation, &act.city) {
        (Some(name), Some(city)) => format!("{name} ({city})"),
        (Some(name), None) => name.clone(),
        (None, _) => event.organisation.to_string(),
    };
    let mut line = format!(
        "{}  {}, {}, {}",
        act.date.clone().unwrap_or_else(|| event.committed.to_string()),
        console.paint(style, &word),
        safe(&text),
        console.paint(Style::Strong, &safe(&who))
    );
    if let Some(fingerprint) = &act.fingerprint {
        line.push_str(&format!(", {fingerprint}"));
    }
    if act.kind == ActKind::Attests {
        let steward = act.steward.as_deref();
        let words = match steward {
            Some(steward) => console.text("verify-steward", &[("steward", steward.into())]),
            None => console.text("log-no-steward", &[]),
        };
        line.push_str(&format!(", {words}"));
    }
    let commit = event.commit.as_str();
    let commit = &commit[..commit.len().min(12)];
    let arguments = [
        ("commit", commit.into()),
        ("date", event.committed.to_string().into()),
    ];
    let commit = console.paint(Style::Dim, &console.text("log-commit", &arguments));
    format!("{line}\n            {commit}")
}

fn document(history: &History) -> String {
    let event = |event: &Event| -> Value {
        let act = &event.act;
        json!({
            "kind": act.kind.as_str(),
            "text": act.text,
            "organisation": event.organisation.as_str(),
            "path": act.path,
            "name": act.organisation,
            "city": act.city,
            "textVersion": act.version,
            "date": act.date,
            "fingerprint": act.fingerprint,
            "digest": event.digest.map(|digest| digest.to_string()),
            "steward": act.steward,
            "commit": event.commit.as_str(),
            "committed": event.committed.to_string(),
        })
    };
    let events: Vec<String> = history
        .events
        .iter()
        .map(|found| escape::json(&event(found).to_string()))
        .collect();
    format!(
        "{{\"version\":1,\"complete\":{},\"events\":[\n{}\n]}}\n",
        !history.shallow,
        events.join(",\n")
    )
}
