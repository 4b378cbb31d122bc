//! `paraphe attest`: a steward vouches that a signature is the organisation's own.

use super::answers;
use super::arguments::sign::AttestOptions;
use super::console::{Console, Failure, Outcome, Style};
use super::keys;
use super::prompt::{Prompt, Question};
use super::seal::{Ceremony, faults_below, next_steps};
use super::withdraw::described;
use crate::identifier::{Slug, TextId};
use crate::project::Project;
use crate::register::{self, Entry, Loaded, Role, Standing, role};
use crate::report::escape;
use crate::signature::{Attestation, Document};
use std::path::Path;

/// Shows what is vouched for, asks how the steward made sure, and writes the attestation beside the signature.
pub fn run(directory: &Path, options: &AttestOptions, console: &Console) -> Result<Outcome, Failure> {
    let project = open_project_of(directory, &options.path)?;
    let prompt = Prompt::new(console, options.yes);
    let key = keys::choose(directory, &options.key, console, &prompt)?;
    let stewards = &project.configuration.stewards;
    if !stewards.iter().any(|steward| steward.key == key.public()) {
        let fingerprint = key.public().fingerprint();
        return Err(Failure::message(
            "attest-not-steward",
            &[("fingerprint", fingerprint.into())],
        ));
    }
    let (text, slug) = place(&project, &super::inside(directory, &options.path))?;
    let loaded = register::load(&project);
    let entry = find(&loaded, &text, &slug)?;
    if let Some(attested) = &entry.attestation {
        let arguments = [
            ("steward", attested.steward.as_str().into()),
            ("path", text.attestation_path(&slug).into()),
        ];
        return Err(Failure::message("attest-already", &arguments));
    }
    show(entry, console)?;

    let method = Question {
        id: "attest-ask-method",
        flag: "--method",
        given: options.method.as_deref(),
        usual: None,
    };
    let today = answers::today();
    let usual = today.to_string();
    let date = Question {
        id: "sign-ask-date",
        flag: "--date",
        given: Some(options.date.as_deref().unwrap_or(&usual)),
        usual: None,
    };
    let attestation = Attestation {
        charter: project.configuration.charter.clone(),
        signature_sha256: entry.digest,
        organisation: entry.adherence.organisation.name.clone(),
        method: prompt.ask(method, |answer| answers::line("method", answer))?,
        date: prompt.ask(date, |answer| answers::date_of_act(None, today, answer))?,
    };
    let path = text.attestation_path(&slug);
    let ceremony = Ceremony {
        project: &project,
        loaded: &loaded,
        console,
        prompt: &prompt,
        document: Document::Attestation(Box::new(attestation)),
        path: path.clone(),
        // A file that is there attests an earlier signature, or nothing.
        replace: true,
        confirm: "attest-confirm",
    };
    let outcome = ceremony.hold(key)?;
    if outcome == Outcome::Well {
        next_steps(&project, &path, &format!("attestation-{slug}"), console)?;
    }
    Ok(outcome)
}

/// The project around the working folder, or around the file.
fn open_project_of(directory: &Path, path: &Path) -> Result<Project, Failure> {
    if super::find_root(directory).is_some() {
        return super::open_project(directory);
    }
    super::open_project(super::inside(directory, path).parent().unwrap_or(directory))
}

/// Which signature the file at `path` is.
fn place(project: &Project, path: &Path) -> Result<(TextId, Slug), Failure> {
    let shown = path.display().to_string();
    let failure = |id| Failure::message(id, &[("path", shown.as_str().into())]);
    let whole = path.canonicalize().map_err(|error| Failure::io(path, &error))?;
    let root = project
        .root
        .canonicalize()
        .map_err(|error| Failure::io(&project.root, &error))?;
    let inner = whole.strip_prefix(&root).map_err(|_| failure("attest-outside"))?;
    let parts: Vec<_> = inner
        .components()
        .map(|part| part.as_os_str().to_string_lossy())
        .collect();
    match role(&parts.join("/")) {
        Ok(Role::Signature(text, slug) | Role::Attestation(text, slug)) => Ok((text, slug)),
        _ => Err(failure("attest-no-signature")),
    }
}

fn find<'a>(loaded: &'a Loaded, text: &TextId, slug: &Slug) -> Result<&'a Entry, Failure> {
    let entries = loaded.register.entries_of(text);
    if let Some(entry) = entries.iter().find(|entry| entry.organisation == *slug) {
        return Ok(entry);
    }
    let path = text.signature_path(slug);
    let faults = faults_below(loaded, &path);
    if faults.is_empty() {
        Err(Failure::message("attest-no-signature", &[("path", path.into())]))
    } else {
        Err(Failure::Diagnostics(faults))
    }
}

/// What the steward vouches for.
fn show(entry: &Entry, console: &Console) -> Result<(), Failure> {
    let arguments = described(entry);
    let id = if entry.standing == Standing::Withdrawn {
        "attest-what-withdrawal"
    } else {
        "attest-what"
    };
    console.line(&console.paint(Style::Strong, &console.text(id, &arguments)))?;
    let body = crate::signature::write::body(&Document::Adherence(Box::new(entry.adherence.clone())));
    for line in body.lines() {
        console.line(&format!("  │ {}", escape::terminal(line)))?;
    }
    console.say("attest-key", &arguments)?;
    console.say("attest-means", &[])
}
