//! `paraphe init`: a new project that builds at once.

use super::answers;
use super::arguments::init::InitOptions;
use super::console::{Console, Failure, Outcome, Style};
use crate::identifier::{Date, Line, Slug};
use crate::locale::Locale;
use crate::project::{CONFIGURATION, Project, put};
use std::path::Path;

/// A file of a new project: its path, and its content with `{{title}}`, `{{charter}}` and `{{date}}` to be filled in.
type Template = (&'static str, &'static str);

const FRENCH: [Template; 5] = [
    ("paraphe.yaml", include_str!("init/templates/fr/paraphe.yaml")),
    (
        "CONTRIBUTING.md",
        include_str!("init/templates/fr/CONTRIBUTING.md"),
    ),
    (
        "content/charter/1.0.md",
        include_str!("init/templates/fr/charter.md"),
    ),
    (
        "content/pages/donnees-personnelles.md",
        include_str!("init/templates/fr/donnees-personnelles.md"),
    ),
    (
        "content/pages/mentions-legales.md",
        include_str!("init/templates/fr/mentions-legales.md"),
    ),
];

const ENGLISH: [Template; 5] = [
    ("paraphe.yaml", include_str!("init/templates/en/paraphe.yaml")),
    (
        "CONTRIBUTING.md",
        include_str!("init/templates/en/CONTRIBUTING.md"),
    ),
    (
        "content/charter/1.0.md",
        include_str!("init/templates/en/charter.md"),
    ),
    (
        "content/pages/privacy.md",
        include_str!("init/templates/en/privacy.md"),
    ),
    (
        "content/pages/legal-notice.md",
        include_str!("init/templates/en/legal-notice.md"),
    ),
];

const COMMON: [Template; 3] = [
    (".gitattributes", include_str!("init/templates/gitattributes")),
    (".gitignore", include_str!("init/templates/gitignore")),
    ("signatures/.gitkeep", ""),
];

/// Writes the files of a new project, or of a forge for a project that is there: all or none, over nothing that is there.
pub fn run(directory: &Path, options: &InitOptions, console: &Console) -> Result<Outcome, Failure> {
    let root = super::inside(directory, &options.folder);
    let there = root.join(CONFIGURATION).symlink_metadata().is_ok();
    let (files, made) = match options.forge {
        Some(forge) if there => {
            let project = Project::load(&root).map_err(Failure::Diagnostics)?;
            (forge.files(project.configuration.language), "init-forge-made")
        }
        _ => (new_files(options, &root, console)?, "init-made"),
    };
    write(&root, &files)?;
    let arguments = [
        ("path", root.display().to_string().into()),
        ("command", command_in(&root).into()),
    ];
    console.line(&console.paint(Style::Good, &console.text(made, &arguments)))?;
    for (path, _) in &files {
        console.line(&format!("  {path}"))?;
    }
    if made == "init-made" {
        console.say("init-next", &arguments)?;
    }
    if let Some(forge) = options.forge {
        console.say(&format!("init-forge-next-{}", forge.as_str()), &[])?;
    }
    Ok(Outcome::Well)
}

/// How the program is called for the project in `root`, as a shell understands it.
fn command_in(root: &Path) -> String {
    let path = root.display().to_string();
    let is_plain = |character: char| character.is_alphanumeric() || "/._-+@:,".contains(character);
    match path.trim_end_matches('/') {
        "." | "" if !path.starts_with('/') => "paraphe".to_owned(),
        _ if path.chars().all(is_plain) => format!("paraphe -C {path}"),
        _ => format!("paraphe -C '{}'", path.replace('\'', "'\\''")),
    }
}

/// The files of a new project, with those of its forge.
fn new_files(
    options: &InitOptions,
    root: &Path,
    console: &Console,
) -> Result<Vec<(&'static str, String)>, Failure> {
    let language = language(options, console)?;
    let values = Values::read(options, root, language, console)?;
    let own = files(language).into_iter();
    let mut all: Vec<_> = own
        .map(|(path, template)| (path, values.fill(template)))
        .collect();
    if let Some(forge) = options.forge {
        all.extend(forge.files(language));
    }
    Ok(all)
}

fn write(root: &Path, files: &[(&'static str, String)]) -> Result<(), Failure> {
    for (path, _) in files {
        let target = root.join(path);
        if target.symlink_metadata().is_ok() {
            let shown = target.display().to_string();
            return Err(Failure::message("init-there", &[("path", shown.into())]));
        }
    }
    let new_root = make_root(root)?;
    let mut written = Vec::new();
    for (path, content) in files {
        if let Err(error) = put(root, path, content.as_bytes(), false) {
            undo(root, &written, new_root);
            return Err(Failure::io(&root.join(path), &error));
        }
        written.push(*path);
    }
    Ok(())
}

/// Every file of a new project in that language.
fn files(language: Locale) -> Vec<Template> {
    let own = match language {
        Locale::French => FRENCH,
        Locale::English => ENGLISH,
    };
    own.into_iter().chain(COMMON).collect()
}

fn language(options: &InitOptions, console: &Console) -> Result<Locale, Failure> {
    match options.language.as_deref() {
        None => Ok(console.catalogue.locale()),
        Some("fr") => Ok(Locale::French),
        Some("en") => Ok(Locale::English),
        Some(other) => Err(Failure::message("init-language", &[("value", other.into())])),
    }
}

/// What is filled in.
struct Values {
    title: Line,
    charter: Slug,
    date: Date,
}

impl Values {
    fn read(
        options: &InitOptions,
        root: &Path,
        language: Locale,
        console: &Console,
    ) -> Result<Self, Failure> {
        use super::prompt::{Prompt, Question};
        let prompt = Prompt::new(console, true);
        let question = |flag, given, usual| Question {
            id: "init-ask",
            flag,
            given,
            usual: Some(usual),
        };
        let usual_title = match language {
            Locale::French => "Notre charte",
            Locale::English => "Our charter",
        };
        let usual_charter = name_of(root).unwrap_or_else(|| match language {
            Locale::French => "charte".to_owned(),
            Locale::English => "charter".to_owned(),
        });
        let today = answers::today().to_string();
        Ok(Self {
            title: prompt.ask(
                question("--title", options.title.as_deref(), usual_title),
                |answer| answers::line("title", answer),
            )?,
            charter: prompt.ask(
                question("--charter", options.charter.as_deref(), &usual_charter),
                |answer| answers::slug("charter", answer),
            )?,
            date: prompt.ask(question("--date", options.date.as_deref(), &today), answers::date)?,
        })
    }

    fn fill(&self, template: &str) -> String {
        let title = self.title.as_str().replace('\\', "\\\\").replace('"', "\\\"");
        template
            .replace("{{date}}", &self.date.to_string())
            .replace("{{charter}}", self.charter.as_str())
            .replace("{{title}}", &title)
    }
}

/// A short name from the folder's own.
fn name_of(root: &Path) -> Option<String> {
    let whole = std::path::absolute(root).ok()?;
    let name = whole.file_name()?.to_str()?;
    Slug::from_name(name).map(|slug| slug.to_string())
}

/// Makes the project's folder where there is none; says whether it did.
fn make_root(root: &Path) -> Result<bool, Failure> {
    if root.is_dir() {
        return Ok(false);
    }
    std::fs::create_dir_all(root).map_err(|error| Failure::io(root, &error))?;
    Ok(true)
}

/// Takes away what was written before a failure. What can't be taken away is not worse than the failure itself.
fn undo(root: &Path, written: &[&str], new_root: bool) {
    for path in written {
        let target = root.join(path);
        let _ = std::fs::remove_file(&target);
        let folders = target.ancestors().skip(1).take_while(|folder| *folder != root);
        for folder in folders {
            // Only what is empty goes.
            let _ = std::fs::remove_dir(folder);
        }
    }
    if new_root {
        let _ = std::fs::remove_dir(root);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::register;

    #[test]
    fn a_new_project_has_no_fault_in_either_language() {
        for language in Locale::ALL {
            let folder = tempfile::tempdir().unwrap();
            let values = Values {
                title: Line::parse("La « charte » \\ \"à nous\"").unwrap(),
                charter: Slug::parse("la-notre").unwrap(),
                date: Date::parse("2026-11-23").unwrap(),
            };
            for (path, template) in files(*language) {
                let content = values.fill(template);
                assert!(!content.contains("{{"), "{path}");
                put(folder.path(), path, content.as_bytes(), false).unwrap();
            }
            let project = Project::load(folder.path()).unwrap();
            assert_eq!(project.configuration.language, *language);
            assert_eq!(project.configuration.title, values.title);
            let loaded = register::load(&project);
            assert_eq!(loaded.diagnostics, []);
            assert_eq!(loaded.register.texts[0].shown().front.title, values.title);
            assert!(loaded.register.texts[0].current().is_none());
        }
    }
}
