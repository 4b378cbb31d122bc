//! The end of every ceremony: the exact bytes are shown, a person agrees, a key signs, the file is written in its
//! place and checked from disk as a stranger would check it.

use super::console::{Console, Failure, Outcome, Style};
use super::keys::{Chosen, signer_failure};
use super::prompt::Prompt;
use crate::diagnostic::{Diagnostic, Severity};
use crate::identifier::TextId;
use crate::project::{Project, files, put};
use crate::register::verdict::{self, AtHand, Given, Subject, Verdict};
use crate::register::{self, Loaded, Versions};
use crate::report::escape;
use crate::signature::{Document, Kind, Reading, SIZE_LIMIT, seal, write};
use std::path::Path;

/// What is to be signed, and where it goes.
pub struct Ceremony<'a> {
    /// The project.
    pub project: &'a Project,
    /// What is in it.
    pub loaded: &'a Loaded,
    /// The words and streams.
    pub console: &'a Console,
    /// Who is asked.
    pub prompt: &'a Prompt<'a>,
    /// What is signed.
    pub document: Document,
    /// The path of the file, relative to the project.
    pub path: String,
    /// Whether a file of that path may be replaced.
    pub replace: bool,
    /// The message that asks for the last word.
    pub confirm: &'static str,
}

impl Ceremony<'_> {
    /// Shows, asks, signs, writes and checks.
    ///
    /// # Errors
    /// [`Failure`] when the key does not sign or the file can't be written. Nothing is written then.
    pub fn hold(self, key: Chosen) -> Result<Outcome, Failure> {
        let Self { console, project, .. } = self;
        let body = write::body(&self.document);
        self.show(&body, &key)?;
        let path = [("path", self.path.as_str().into())];
        if !self.prompt.confirm(self.confirm, &path)? {
            console.say("sign-refused", &[])?;
            return Ok(Outcome::Findings);
        }
        let signer = key.open(console)?;
        let file = seal(&self.document, signer.as_ref()).map_err(|error| signer_failure(&error))?;
        drop(signer);

        let at_hand = AtHand {
            charter: Some(project.configuration.charter.clone()),
            texts: self.loaded.register.texts.clone(),
            loose: Vec::new(),
            stewards: project.configuration.stewards.clone(),
        };
        // What a stranger would refuse is never written.
        if let Some(faults) = self.faults(&at_hand, file.as_bytes()) {
            console.diagnose(&faults);
            return Ok(Outcome::Findings);
        }
        put(&project.root, &self.path, file.as_bytes(), self.replace)
            .map_err(|error| Failure::io(&project.root.join(&self.path), &error))?;
        let written = files::read(&project.root, &self.path, SIZE_LIMIT)
            .map_err(|fault| Failure::Diagnostics(vec![fault]))?;
        if written != file.as_bytes() || self.faults(&at_hand, &written).is_some() {
            return Err(Failure::message("sign-disk", &path));
        }
        console.line(&console.paint(Style::Good, &console.text("sign-written", &path)))?;
        console.diagnose(&self.remarks());
        Ok(Outcome::Well)
    }

    /// The bytes to be signed, and the key.
    fn show(&self, body: &str, key: &Chosen) -> Result<(), Failure> {
        let console = self.console;
        let size = [("size", body.len().into())];
        console.line("")?;
        console.line(&console.paint(Style::Strong, &console.text("sign-body", &size)))?;
        for line in body.lines() {
            console.line(&format!("  │ {}", escape::terminal(line)))?;
        }
        let fingerprint = [("fingerprint", key.public().fingerprint().into())];
        console.say("sign-with", &fingerprint)
    }

    /// Everything that a stranger would find wrong with the file; none when there is nothing.
    fn faults(&self, at_hand: &AtHand, bytes: &[u8]) -> Option<Vec<Diagnostic>> {
        let kind = Kind::of_path(&self.path);
        let read = Reading::new(&self.path, bytes, kind);
        let Verdict { outcome, subject, .. } = match kind {
            Kind::Adherence => verdict::signature(at_hand, read, Some(&self.path), None),
            Kind::Attestation => {
                let path = Kind::beside(&self.path).unwrap_or_default();
                let bytes = files::read(&self.project.root, &path, SIZE_LIMIT).ok();
                let beside = bytes.as_ref().map(|bytes| Given { path: &path, bytes });
                verdict::attestation(at_hand, read, beside)
            }
        };
        match outcome {
            Err(faults) => Some(faults),
            Ok(_) if !matches!(subject, Subject::Same(_)) => Some(Vec::new()),
            Ok(_) => None,
        }
    }

    /// What the project as a whole has to say about the new file, and had not to say before.
    fn remarks(&self) -> Vec<Diagnostic> {
        let stem = self.path.split('.').next().unwrap_or_default();
        let ours = |fault: &Diagnostic| {
            fault.place.path.split('.').next() == Some(stem) && fault.severity != Severity::Note
        };
        let after = register::load(self.project).diagnostics;
        after.into_iter().filter(ours).collect()
    }
}

/// The text that a person names.
///
/// # Errors
/// [`Failure`], with the nearest name, when there is none; with its faults when it is not sound.
pub fn find_text<'a>(loaded: &'a Loaded, name: &str) -> Result<&'a Versions, Failure> {
    let register = &loaded.register;
    let name = name.trim_end_matches('/');
    let name = name.strip_prefix("content/").unwrap_or(name);
    let id = TextId::parse(name);
    if let Ok(id) = &id {
        if let Some(versions) = register.text(id) {
            return Ok(versions);
        }
        let folder = format!("content/{id}");
        let faults = faults_below(loaded, &folder);
        if !faults.is_empty() {
            return Err(Failure::Diagnostics(faults));
        }
    }
    let known: Vec<String> = register
        .texts
        .iter()
        .map(|versions| versions.id.to_string())
        .collect();
    let bare = |id: &String| id.strip_prefix("territories/").unwrap_or(id).to_owned();
    let near = crate::diagnostic::nearest(name, known.iter().map(String::as_str)).map(str::to_owned);
    let near = near.or_else(|| known.iter().find(|id| bare(id) == name).cloned());
    Err(match near {
        Some(near) => Failure::message(
            "sign-no-text-near",
            &[("text", name.into()), ("near", near.into())],
        ),
        None => {
            let known = known.join(", ").into();
            Failure::message("sign-no-text", &[("text", name.into()), ("known", known)])
        }
    })
}

/// The errors in a file, or below a folder.
pub fn faults_below(loaded: &Loaded, path: &str) -> Vec<Diagnostic> {
    let below = |fault: &&Diagnostic| {
        let place = &fault.place.path;
        fault.severity == Severity::Error
            && place
                .strip_prefix(path)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    loaded.diagnostics.iter().filter(below).cloned().collect()
}

/// Prints what to do with the new file.
///
/// # Errors
/// As for [`Console::line`].
pub fn next_steps(project: &Project, path: &str, branch: &str, console: &Console) -> Result<(), Failure> {
    let configuration = &project.configuration;
    let folder = Path::new(path).parent().unwrap_or(Path::new(""));
    let arguments = [
        ("path", path.into()),
        ("branch", branch.into()),
        ("folder", folder.display().to_string().into()),
        ("name", path.rsplit('/').next().unwrap_or_default().into()),
        (
            "contact",
            configuration.contact.clone().unwrap_or_default().into(),
        ),
        (
            "repository",
            configuration.repository.clone().unwrap_or_default().into(),
        ),
    ];
    console.line("")?;
    console.line(&console.paint(Style::Strong, &console.text("next-title", &arguments)))?;
    console.say("next-git", &arguments)?;
    if configuration.repository.is_some() {
        console.say("next-web", &arguments)?;
    }
    if configuration.contact.is_some() {
        console.say("next-mail", &arguments)?;
    }
    Ok(())
}
