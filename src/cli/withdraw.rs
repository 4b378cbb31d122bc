//! `paraphe withdraw`: an organisation ends its adherence to a text.

use super::answers;
use super::arguments::sign::WithdrawOptions;
use super::console::{Console, Failure, Outcome};
use super::keys;
use super::prompt::{Prompt, Question};
use super::seal::{Ceremony, find_text, next_steps};
use super::sign::follows;
use crate::diagnostic::Argument;
use crate::identifier::TextId;
use crate::locale::Catalogue;
use crate::register::{self, Entry, Loaded, Standing};
use crate::signature::{Action, Adherence, Document, PublicKey};
use std::path::Path;

/// Takes what the organisation's present file says, asks for the reason, and writes the withdrawal in its place.
pub fn run(directory: &Path, options: &WithdrawOptions, console: &Console) -> Result<Outcome, Failure> {
    let project = super::open_project(directory)?;
    let prompt = Prompt::new(console, options.file.yes);
    let key = keys::choose(directory, &options.key, console, &prompt)?;
    let loaded = register::load(&project);
    let text = &find_text(&loaded, &options.text)?.id;
    let before = find(
        &loaded,
        text,
        options.file.organisation_id.as_deref(),
        &key.public(),
    )?;
    let path = before.path();
    if before.standing == Standing::Withdrawn {
        return Err(Failure::message("withdraw-already", &[("path", path.into())]));
    }
    console.say("withdraw-what", &described(before))?;

    // It is published beside the charter, and in its language, whatever the person's terminal speaks.
    let usual = Catalogue::new(project.configuration.language).text("withdraw-usual-reason", &[]);
    let reason = Question {
        id: "withdraw-ask-reason",
        flag: "--reason",
        given: options.reason.as_deref(),
        usual: Some(&usual),
    };
    let today = answers::today();
    let usual_date = today.to_string();
    let date = Question {
        id: "sign-ask-date",
        flag: "--date",
        given: Some(options.file.date.as_deref().unwrap_or(&usual_date)),
        usual: None,
    };
    let adherence = Adherence {
        action: Action::Withdraw,
        declaration: prompt.ask(reason, |answer| answers::line("declaration", answer))?,
        date: prompt.ask(date, |answer| answers::date_of_act(None, today, answer))?,
        ..before.adherence.clone()
    };
    follows(before, &adherence, &key.public(), options.file.new_key, console)?;
    let branch = console.text(
        "withdraw-branch",
        &[("organisation", before.organisation.as_str().into())],
    );
    let ceremony = Ceremony {
        project: &project,
        loaded: &loaded,
        console,
        prompt: &prompt,
        document: Document::Adherence(Box::new(adherence)),
        path: path.clone(),
        replace: true,
        confirm: "withdraw-confirm",
    };
    let outcome = ceremony.hold(key)?;
    if outcome == Outcome::Well {
        next_steps(&project, &path, &branch, console)?;
        console.say("next-withdraw", &[])?;
    }
    Ok(outcome)
}

/// The file that the organisation signed: under its short name, or with this key.
fn find<'a>(
    loaded: &'a Loaded,
    text: &TextId,
    slug: Option<&str>,
    key: &PublicKey,
) -> Result<&'a Entry, Failure> {
    let mut found = loaded
        .register
        .entries_of(text)
        .iter()
        .filter(|entry| match slug {
            Some(slug) => entry.organisation.as_str() == slug,
            None => entry.key == *key,
        });
    let arguments: [(&str, Argument); 2] = [
        ("text", text.to_string().into()),
        ("organisation", slug.unwrap_or_default().into()),
    ];
    match (found.next(), found.next()) {
        (Some(entry), None) => Ok(entry),
        (Some(_), Some(_)) => Err(Failure::message("withdraw-several", &arguments)),
        (None, _) if slug.is_some() => Err(Failure::message("withdraw-no-organisation", &arguments)),
        (None, _) => Err(Failure::message("withdraw-no-file", &arguments)),
    }
}

/// What a signature says, for messages.
pub fn described(entry: &Entry) -> [(&'static str, Argument); 7] {
    let adherence = &entry.adherence;
    [
        ("name", adherence.organisation.name.as_str().into()),
        ("city", adherence.organisation.city.as_str().into()),
        ("text", adherence.text.to_string().into()),
        ("version", adherence.version.as_str().into()),
        ("date", adherence.date.to_string().into()),
        ("path", entry.path().into()),
        ("fingerprint", entry.key.fingerprint().into()),
    ]
}
