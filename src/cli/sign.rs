//! `paraphe sign`: an organisation adheres to a text.

use super::arguments::sign::SignOptions;
use super::console::{Console, Failure, Outcome, Style};
use super::keys::{self, Chosen};
use super::prompt::{Prompt, Question};
use super::seal::{Ceremony, faults_below, find_text, next_steps};
use super::{answers, reading};
use crate::diagnostic::Argument;
use crate::identifier::{Date, Slug};
use crate::project::Project;
use crate::register::against::Texts;
use crate::register::chain;
use crate::register::succession::{Succession, SuccessionError, succession};
use crate::register::{self, Entry, Loaded, Versions};
use crate::signature::{Action, Adherence, Document, Organisation, PublicKey, Representative};
use crate::text::Text;
use std::path::Path;

/// Shows the text, asks what is missing, and writes the signature.
pub fn run(directory: &Path, options: &SignOptions, console: &Console) -> Result<Outcome, Failure> {
    let project = super::open_project(directory)?;
    let prompt = Prompt::new(console, options.file.yes);
    let key = keys::choose(directory, &options.key, console, &prompt)?;
    let loaded = register::load(&project);
    let versions = find_text(&loaded, &options.text)?;
    let signing = Signing {
        options,
        console,
        prompt: &prompt,
        project: &project,
        loaded: &loaded,
        text: current(&loaded, versions)?,
    };
    signing.run(versions, key)
}

/// The version that takes signatures.
fn current<'a>(loaded: &Loaded, versions: &'a Versions) -> Result<&'a Text, Failure> {
    let name = [("text", versions.id.to_string().into())];
    let text = versions
        .current()
        .ok_or_else(|| Failure::message("sign-only-draft", &name))?;
    let faults = faults_below(loaded, &text.path());
    if faults.is_empty() {
        Ok(text)
    } else {
        Err(Failure::Diagnostics(faults))
    }
}

/// Shows a text as a person reads it, and what names it.
fn show(text: &Text, loaded: &Loaded, console: &Console) -> Result<(), Failure> {
    let front = &text.front;
    let arguments = [
        ("title", front.title.as_str().into()),
        ("version", text.version.as_str().into()),
        ("adopted", front.adopted.to_string().into()),
        ("path", text.path().into()),
        ("digest", text.digest.to_string().into()),
    ];
    console.line(&console.paint(Style::Strong, &console.text("sign-text", &arguments)))?;
    console.line("")?;
    console.raw(&reading::set(text.markdown(), console.colour))?;
    console.say("sign-text-end", &arguments)?;
    let texts = Texts(&loaded.register.texts);
    let parent = |text: &&Text| chain::find(texts, text.front.adapts.as_ref()?);
    // Texts pinned by digest can't go round in a circle.
    for parent in std::iter::successors(Some(text), parent).skip(1) {
        let arguments = [
            ("title", parent.front.title.as_str().into()),
            ("version", parent.version.as_str().into()),
            ("path", parent.path().into()),
        ];
        console.say("sign-adapts", &arguments)?;
    }
    console.line("")
}

struct Signing<'a> {
    options: &'a SignOptions,
    console: &'a Console,
    prompt: &'a Prompt<'a>,
    project: &'a Project,
    loaded: &'a Loaded,
    text: &'a Text,
}

impl Signing<'_> {
    fn run(&self, versions: &Versions, key: Chosen) -> Result<Outcome, Failure> {
        let known = self.known(&key.public());
        let adheres = known.is_some_and(|entry| {
            entry.adherence.text == self.text.id && entry.adherence.action == Action::Sign
        });
        // A closed text takes nobody new; who adheres may still sign again.
        if versions.closed && !adheres {
            let name = [("text", versions.id.to_string().into())];
            return Err(Failure::message("sign-closed", &name));
        }
        if !self.prompt.is_silent() {
            show(self.text, self.loaded, self.console)?;
        }
        if let Some(entry) = known {
            let name = &entry.adherence.organisation.name;
            let words = self.console.text("sign-known", &[("name", name.as_str().into())]);
            self.console.note(&words);
        }
        if !self.prompt.is_silent() {
            self.console.note(&self.console.text("sign-ask-all", &[]));
        }
        let organisation = self.organisation(known)?;
        let representative = self.representative(known)?;
        let slug = self.slug(known, &organisation)?;
        let before = present(self.loaded, self.project, self.text, &slug)?;
        let date = self.date()?;
        let adherence = Adherence {
            action: Action::Sign,
            charter: self.project.configuration.charter.clone(),
            text: self.text.id.clone(),
            version: self.text.version.clone(),
            sha256: self.text.digest,
            organisation,
            representative,
            date,
            declaration: self.text.front.declaration.clone(),
        };
        if let Some(before) = before {
            follows(
                before,
                &adherence,
                &key.public(),
                self.options.file.new_key,
                self.console,
            )?;
        }
        let path = adherence.text.signature_path(&slug);
        let ceremony = Ceremony {
            project: self.project,
            loaded: self.loaded,
            console: self.console,
            prompt: self.prompt,
            document: Document::Adherence(Box::new(adherence)),
            path: path.clone(),
            replace: before.is_some(),
            confirm: "sign-confirm",
        };
        let outcome = ceremony.hold(key)?;
        if outcome == Outcome::Well {
            next_steps(self.project, &path, &format!("signature-{slug}"), self.console)?;
            if !self.project.configuration.stewards.is_empty() {
                self.console.say("next-sign", &[])?;
            }
        }
        Ok(outcome)
    }

    /// What the organisation signed before: under the short name that is given, or with this key; best under this
    /// text, or else last.
    fn known(&self, key: &PublicKey) -> Option<&Entry> {
        let wanted = self.options.file.organisation_id.as_deref();
        let same = |entry: &&Entry| match wanted {
            Some(slug) => entry.organisation.as_str() == slug,
            None => entry.key == *key,
        };
        let entries = self.loaded.register.entries.iter().filter(same);
        entries.max_by_key(|entry| (entry.adherence.text == self.text.id, entry.adherence.date))
    }

    fn organisation(&self, known: Option<&Entry>) -> Result<Organisation, Failure> {
        let (options, prompt) = (self.options, self.prompt);
        let known = known.map(|entry| &entry.adherence.organisation);
        let question = |id, flag, given, usual| Question {
            id,
            flag,
            given,
            usual,
        };
        let usual = known.map(|known| known.name.as_str());
        let name = question("sign-ask-name", "--name", options.name.as_deref(), usual);
        let usual = known.map(|known| known.city.as_str());
        let city = question("sign-ask-city", "--city", options.city.as_deref(), usual);
        let usual = known.and_then(|known| known.insee.as_ref()).map(AsRef::as_ref);
        let insee = question("sign-ask-insee", "--insee", options.insee.as_deref(), usual);
        let usual = known.and_then(|known| known.rna.as_ref()).map(AsRef::as_ref);
        let rna = question("sign-ask-rna", "--rna", options.rna.as_deref(), usual);
        let usual = known.and_then(|known| known.siren.as_ref()).map(AsRef::as_ref);
        let siren = question("sign-ask-siren", "--siren", options.siren.as_deref(), usual);
        let usual = known.and_then(|known| known.website.as_ref()).map(AsRef::as_ref);
        let website = question("sign-ask-website", "--website", options.website.as_deref(), usual);
        Ok(Organisation {
            name: prompt.ask(name, |answer| answers::line("organisation.name", answer))?,
            city: prompt.ask(city, |answer| answers::line("organisation.city", answer))?,
            insee: prompt.ask_optional(insee, answers::commune)?,
            rna: prompt.ask_optional(rna, answers::rna)?,
            siren: prompt.ask_optional(siren, answers::siren)?,
            website: prompt.ask_optional(website, answers::website)?,
        })
    }

    fn representative(&self, known: Option<&Entry>) -> Result<Option<Representative>, Failure> {
        let known = known.and_then(|entry| entry.adherence.representative.as_ref());
        let question = Question {
            id: "sign-ask-representative",
            flag: "--representative",
            given: self.options.representative.as_deref(),
            usual: known.map(|known| known.name.as_str()),
        };
        let name = self
            .prompt
            .ask_optional(question, |answer| answers::line("representative.name", answer))?;
        let Some(name) = name else {
            return match self.options.role.as_deref() {
                Some(role) if !role.trim().is_empty() => Err(Failure::message("sign-role-alone", &[])),
                _ => Ok(None),
            };
        };
        let question = Question {
            id: "sign-ask-role",
            flag: "--role",
            given: self.options.role.as_deref(),
            usual: known.and_then(|known| known.role.as_ref()).map(AsRef::as_ref),
        };
        let role = self
            .prompt
            .ask_optional(question, |answer| answers::line("representative.role", answer))?;
        Ok(Some(Representative { name, role }))
    }

    fn slug(&self, known: Option<&Entry>, organisation: &Organisation) -> Result<Slug, Failure> {
        let usual = known
            .map(|entry| entry.organisation.clone())
            .or_else(|| Slug::from_name(organisation.name.as_str()));
        let question = Question {
            id: "sign-ask-slug",
            flag: "--organisation-id",
            given: self.options.file.organisation_id.as_deref(),
            usual: usual.as_ref().map(AsRef::as_ref),
        };
        self.prompt
            .ask(question, |answer| answers::file_slug("organisation", answer))
    }

    fn date(&self) -> Result<Date, Failure> {
        let today = answers::today();
        let usual = today.to_string();
        let question = Question {
            id: "sign-ask-date",
            flag: "--date",
            given: Some(self.options.file.date.as_deref().unwrap_or(&usual)),
            usual: None,
        };
        let adopted = self.text.front.adopted;
        self.prompt.ask(question, |answer| {
            answers::date_of_act(Some(adopted), today, answer)
        })
    }
}

/// The present file of an organisation for a text.
///
/// # Errors
/// [`Failure`] when there is one that is not sound: what may follow it can't be told.
pub fn present<'a>(
    loaded: &'a Loaded,
    project: &Project,
    text: &Text,
    slug: &Slug,
) -> Result<Option<&'a Entry>, Failure> {
    let entries = loaded.register.entries_of(&text.id);
    if let Some(entry) = entries.iter().find(|entry| entry.organisation == *slug) {
        return Ok(Some(entry));
    }
    let path = text.id.signature_path(slug);
    if project.root.join(&path).symlink_metadata().is_err() {
        return Ok(None);
    }
    let faults = faults_below(loaded, &path);
    if faults.is_empty() {
        Err(Failure::message("file-there", &[("path", path.into())]))
    } else {
        Err(Failure::Diagnostics(faults))
    }
}

/// Refuses what the format does not let take the place of `before`, and says what another key means.
///
/// # Errors
/// [`Failure`], with the reason.
pub fn follows(
    before: &Entry,
    after: &Adherence,
    key: &PublicKey,
    new_key: bool,
    console: &Console,
) -> Result<(), Failure> {
    let refuse = |id, name, value: Argument| {
        let path = before.path();
        Err(Failure::message(id, &[("path", path.into()), (name, value)]))
    };
    match succession((&before.adherence, &before.key), (after, key)) {
        Ok(Succession::SameKey) => Ok(()),
        Ok(Succession::NewKey) if new_key => {
            let words = console.text("sign-new-key", &[]);
            console.note(&console.paint_error(Style::Careful, &words));
            Ok(())
        }
        Ok(Succession::NewKey) => refuse("sign-other-key", "fingerprint", before.key.fingerprint().into()),
        Err(SuccessionError::EarlierDate(date)) => {
            refuse("sign-earlier-date", "date", date.to_string().into())
        }
        Err(SuccessionError::EarlierVersion(version)) => {
            refuse("sign-earlier-version", "version", version.as_str().into())
        }
        Err(SuccessionError::DayOfWithdrawal(date)) => {
            refuse("sign-day-of-withdrawal", "date", date.to_string().into())
        }
    }
}
