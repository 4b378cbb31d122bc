//! `paraphe new`: the next text, its front matter filled in and its parent pinned by digest.

use super::answers;
use super::arguments::init::{NewCommand, NewTerritoryOptions, NewVersionOptions};
use super::console::{Console, Failure, Outcome, Style};
use super::prompt::{Prompt, Question, Refusal};
use super::seal::{faults_below, find_text};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::gazetteer;
use crate::identifier::{Department, Line, TextId, Version};
use crate::locale::Catalogue;
use crate::project::{Project, put};
use crate::register::{self, Loaded, Versions};
use crate::text::{self, FrontMatter, Parent, Territory, TerritoryCode, Text};
use std::path::Path;

/// Starts a text.
pub fn run(directory: &Path, command: &NewCommand, console: &Console) -> Result<Outcome, Failure> {
    let project = super::open_project(directory)?;
    let loaded = register::load(&project);
    match command {
        NewCommand::Territory(options) => territory(&project, &loaded, options, console),
        NewCommand::Version(options) => version(&project, &loaded, options, console),
    }
}

/// Starts the adaptation of a territory, as a draft.
fn territory(
    project: &Project,
    loaded: &Loaded,
    options: &NewTerritoryOptions,
    console: &Console,
) -> Result<Outcome, Failure> {
    let prompt = Prompt::new(console, options.yes);
    let given = |flag, value| Question {
        flag,
        given: Some(value),
        ..Question::default()
    };
    let slug = prompt.ask(given("SLUG", options.slug.as_str()), |answer| {
        answers::file_slug("territory", answer)
    })?;
    let id = TextId::Territory(slug);
    let folder = format!("content/{id}");
    if project.root.join(&folder).symlink_metadata().is_ok() {
        return Err(Failure::message("new-there", &[("path", folder.into())]));
    }
    let parent = current(find_text(loaded, &options.parent)?)?;
    let place = ask_territory(options, &prompt, console)?;
    let title = format!("{} – {}", parent.front.title, place.name);
    let title = question("new-ask-title", "--title", options.title.as_deref(), Some(&title));
    let usual = parent.front.declaration.as_str();
    let declaration = options.declaration.as_deref();
    let declaration = question("new-ask-declaration", "--declaration", declaration, Some(usual));
    let front = FrontMatter {
        title: prompt.ask(title, |answer| answers::line("title", answer))?,
        declaration: prompt.ask(declaration, |answer| answers::line("declaration", answer))?,
        adopted: adopted(&prompt, options.date.as_deref())?,
        summary: None,
        draft: true,
        adapts: Some(pin(parent)),
        territory: Some(place),
    };
    let words = Catalogue::new(project.configuration.language);
    let body = words.text(
        "new-territory-body",
        &[("title", parent.front.title.as_str().into())],
    );
    let first = Version::parse("1.0").map_err(|_| Failure::message("new-unsound", &[]))?;
    write(
        project,
        loaded,
        &id,
        &first,
        &front,
        &format!("\n{body}\n"),
        console,
    )
}

/// Starts the next version of a text from its last one, as a draft.
fn version(
    project: &Project,
    loaded: &Loaded,
    options: &NewVersionOptions,
    console: &Console,
) -> Result<Outcome, Failure> {
    let prompt = Prompt::new(console, true);
    let versions = find_text(loaded, &options.text)?;
    let next = Question {
        flag: "VERSION",
        given: Some(&options.version),
        ..Question::default()
    };
    let next = prompt.ask(next, answers::version)?;
    let last = versions
        .versions
        .last()
        .ok_or_else(|| Failure::message("new-unsound", &[]))?;
    if next <= last.version {
        let arguments = [
            ("version", next.as_str().into()),
            ("last", last.version.as_str().into()),
            ("text", versions.id.to_string().into()),
        ];
        return Err(Failure::message("new-not-later", &arguments));
    }
    let mut front = last.front.clone();
    front.adopted = adopted(&prompt, options.date.as_deref())?;
    front.draft = true;
    if let Some(parent) = &last.front.adapts {
        let name = parent.text.to_string();
        front.adapts = Some(pin(current(find_text(loaded, &name)?)?));
    }
    write(
        project,
        loaded,
        &versions.id,
        &next,
        &front,
        last.markdown(),
        console,
    )
}

/// The version of a parent that an adaptation is pinned to.
fn current(versions: &Versions) -> Result<&Text, Failure> {
    let name = versions.id.to_string();
    versions
        .current()
        .ok_or_else(|| Failure::message("new-parent-draft", &[("text", name.into())]))
}

fn pin(parent: &Text) -> Parent {
    Parent {
        text: parent.id.clone(),
        version: parent.version.clone(),
        sha256: parent.digest,
    }
}

fn question<'q>(
    id: &'static str,
    flag: &'static str,
    given: Option<&'q str>,
    usual: Option<&'q str>,
) -> Question<'q> {
    Question {
        id,
        flag,
        given,
        usual,
    }
}

fn adopted(prompt: &Prompt<'_>, given: Option<&str>) -> Result<crate::identifier::Date, Failure> {
    let today = answers::today().to_string();
    let given = Some(given.unwrap_or(&today));
    prompt.ask(question("sign-ask-date", "--date", given, None), answers::date)
}

/// Asks what the territory is: its kind and code first, which may tell its name and department.
fn ask_territory(
    options: &NewTerritoryOptions,
    prompt: &Prompt<'_>,
    console: &Console,
) -> Result<Territory, Failure> {
    if !prompt.is_silent() {
        console.note(&console.text("new-kinds", &[]));
    }
    let kind = question(
        "new-ask-kind",
        "--kind",
        options.kind.as_deref(),
        Some("neighbourhood"),
    );
    let kind = prompt.ask(kind, |answer| {
        let known = TerritoryCode::KINDS.iter().find(|kind| **kind == answer);
        known.copied().ok_or_else(|| {
            Diagnostic::new(Code::KindUnknown, Place::file(""))
                .with("value", answer)
                .near(answer, TerritoryCode::KINDS)
        })
    })?;
    let code = question("new-ask-code", "--code", options.code.as_deref(), None);
    let code = prompt.ask(code, |answer| {
        let compact: String = answer.split_whitespace().collect();
        TerritoryCode::parse(kind, &compact.to_uppercase()).ok_or_else(|| {
            Refusal::from(
                Diagnostic::new(Code::TerritoryCodeForm, Place::file(""))
                    .with("value", answer)
                    .with("kind", kind),
            )
        })
    })?;
    let usual = official_name(&code);
    let name = question("new-ask-name", "--name", options.name.as_deref(), usual);
    let name: Line = prompt.ask(name, |answer| answers::line("territory.name", answer))?;
    let department = match code.department() {
        Some(told) => Some(told),
        None => {
            let given = options.department.as_deref();
            let question = question("new-ask-department", "--department", given, None);
            prompt.ask_optional(question, answers::department)?
        }
    };
    agree(options.department.as_deref(), department.as_ref())?;
    Ok(Territory {
        name,
        code,
        department,
    })
}

/// Refuses a department on the command line that is not the one in the code.
fn agree(given: Option<&str>, department: Option<&Department>) -> Result<(), Failure> {
    match (given, department) {
        (Some(given), Some(told)) if given.trim() != told.as_str() => Err(Failure::message(
            "new-department",
            &[("value", given.into()), ("expected", told.as_str().into())],
        )),
        _ => Ok(()),
    }
}

/// What the official lists call the territory.
fn official_name(code: &TerritoryCode) -> Option<&'static str> {
    match code {
        TerritoryCode::Neighbourhood(code) => Some(gazetteer::neighbourhood(code.as_str())?.name),
        TerritoryCode::Commune(code) => {
            // Of an arrondissement the list has the city, which is no name of its own.
            let place = gazetteer::commune(code.as_str()).filter(|place| place.code == code.as_str());
            Some(place?.name)
        }
        _ => None,
    }
}

/// Reads the new text back before it is written, and writes it where nothing is.
fn write(
    project: &Project,
    loaded: &Loaded,
    id: &TextId,
    version: &Version,
    front: &FrontMatter,
    body: &str,
    console: &Console,
) -> Result<Outcome, Failure> {
    let path = id.content_path(version);
    let content = format!("{}{body}", front.to_yaml(version));
    let read = text::read(id, version, content.as_bytes()).map_err(Failure::Diagnostics)?;
    if read.front != *front {
        return Err(Failure::message("new-unsound", &[]));
    }
    let shown = [("path", path.as_str().into())];
    put(&project.root, &path, content.as_bytes(), false).map_err(|error| match error.kind() {
        std::io::ErrorKind::AlreadyExists => Failure::message("file-there", &shown),
        _ => Failure::io(&project.root.join(&path), &error),
    })?;
    console.line(&console.paint(Style::Good, &console.text("new-made", &shown)))?;
    console.say("new-next", &shown)?;
    let before = loaded.diagnostics.len();
    let after = register::load(project);
    if after.diagnostics.len() > before {
        console.diagnose(&faults_below(&after, &path));
    }
    Ok(Outcome::Well)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Locale;

    #[test]
    fn official_names_are_offered() {
        let code = |kind, code| TerritoryCode::parse(kind, code).unwrap();
        assert_eq!(official_name(&code("neighbourhood", "QN03709M")), Some("Sanitas"));
        assert_eq!(official_name(&code("commune", "37261")), Some("Tours"));
        assert_eq!(official_name(&code("commune", "75118")), None);
        assert_eq!(official_name(&code("neighbourhood", "QN03799M")), None);
    }

    #[test]
    fn the_first_words_of_an_adaptation_are_markdown() {
        for locale in Locale::ALL {
            let body = Catalogue::new(*locale).text("new-territory-body", &[("title", "T".into())]);
            assert!(body.starts_with("## ") && body.contains("\n\n## "), "{body}");
        }
    }
}
