//! `paraphe theme`: what a theme is made of, and the first steps towards one's own.
//!
//! `list --json`, version 1: `{"version": 1, "theme": NAME, "files": [FILE…]}`, by path. A FILE has `path` (in the
//! theme's folder), `from` (`program` or `project`) and `replaces`: whether the project's file stands in the place of one
//! of the program's, or is laid over it where it holds words.

use super::answers;
use super::arguments::theme::{ThemeCommand, ThemeListOptions};
use super::console::{Console, Failure, Outcome, Style};
use crate::diagnostic::{Argument, nearest};
use crate::project::{Project, put};
use crate::site::theme::{Theme, embedded_names, name_of_program};
use serde_json::json;
use std::path::Path;

/// Lists a theme's files, copies one, or starts a theme.
pub fn run(directory: &Path, command: &ThemeCommand, console: &Console) -> Result<Outcome, Failure> {
    let project = super::open_project(directory)?;
    match command {
        ThemeCommand::List(options) => list(&project, options, console),
        ThemeCommand::Eject(options) => eject(&project, &options.file, console),
        ThemeCommand::New(options) => new(&project, &options.name, console),
    }
}

fn list(project: &Project, options: &ThemeListOptions, console: &Console) -> Result<Outcome, Failure> {
    let name = &project.configuration.theme;
    let theme = Theme::load(&project.root, name).map_err(Failure::Diagnostics)?;
    let beneath = Theme::of_program(name.as_str());
    if options.json {
        let file = |(path, own): (&str, bool)| {
            json!({
                "path": path,
                "from": if own { "project" } else { "program" },
                "replaces": own && beneath.file(path).is_some(),
            })
        };
        let files: Vec<_> = theme.paths().map(file).collect();
        let document = json!({ "version": 1, "theme": name.as_str(), "files": files });
        console.raw(&format!("{document:#}\n"))?;
        return Ok(Outcome::Well);
    }
    let own = theme.paths().filter(|(_, own)| *own).count();
    let program = ("program", name_of_program(name.as_str()).into());
    let counts = [
        ("theme", name.as_str().into()),
        program.clone(),
        ("count", theme.paths().count().into()),
        ("own", own.into()),
    ];
    let head = if name.as_str() == name_of_program(name.as_str()) {
        "theme-list-head"
    } else {
        "theme-list-head-own"
    };
    console.line(&console.paint(Style::Strong, &console.text(head, &counts)))?;
    for (path, own) in theme.paths() {
        let id = match (own, beneath.file(path).is_some()) {
            (false, _) => {
                console.line(&format!("  {path}"))?;
                continue;
            }
            (true, true) => "theme-list-replaces",
            (true, false) => "theme-list-adds",
        };
        let mark = console.paint(Style::Good, &console.text(id, std::slice::from_ref(&program)));
        console.line(&format!("* {path}  {mark}"))?;
    }
    Ok(Outcome::Well)
}

fn eject(project: &Project, written: &str, console: &Console) -> Result<Outcome, Failure> {
    let name = &project.configuration.theme;
    let beneath = Theme::of_program(name.as_str());
    let wanted = written.replace('\\', "/");
    let wanted = wanted.trim_start_matches("./");
    let inside = wanted
        .strip_prefix("themes/")
        .and_then(|rest| rest.split_once('/'));
    let wanted = inside.map_or(wanted, |(_, path)| path);
    let program = ("program", name_of_program(name.as_str()).into());
    let Some(file) = beneath.file(wanted) else {
        return Err(no_such_file(written, wanted, program, &beneath));
    };
    // Only a theme that is there is changed: a misspelt one would be made so.
    Theme::load(&project.root, name).map_err(Failure::Diagnostics)?;
    let path = format!("themes/{name}/{wanted}");
    let shown = [("path", path.as_str().into()), program];
    put(&project.root, &path, &file.bytes, false).map_err(|error| match error.kind() {
        std::io::ErrorKind::AlreadyExists => Failure::message("theme-file-there", &shown),
        _ => Failure::io(&project.root.join(&path), &error),
    })?;
    console.line(&console.paint(Style::Good, &console.text("theme-ejected", &shown)))?;
    Ok(Outcome::Well)
}

/// That the theme `beneath`, which is the program's `program`, has no file called `wanted`; `written` is what was typed.
fn no_such_file(written: &str, wanted: &str, program: (&'static str, Argument), beneath: &Theme) -> Failure {
    let file = ("file", written.into());
    let has_it = |name: &&str| Theme::of_program(name).file(wanted).is_some();
    if let Some(other) = embedded_names().find(has_it) {
        return Failure::message("theme-file-of-other", &[file, program, ("other", other.into())]);
    }
    match meant(wanted, beneath) {
        Some(near) => Failure::message("theme-file-near", &[file, program, ("near", near.into())]),
        None => Failure::message("theme-file-unknown", &[file, program]),
    }
}

/// The file that a person may have meant: one of that name in another folder, or one whose path is nearly the same.
fn meant<'t>(written: &str, theme: &'t Theme) -> Option<&'t str> {
    let name = |path: &'t str| path.rsplit('/').next().unwrap_or(path);
    let mut paths = theme.paths().map(|(path, _)| path);
    let same = paths.find(|path| name(path) == written.rsplit('/').next().unwrap_or(written));
    same.or_else(|| nearest(written, theme.paths().map(|(path, _)| path)))
        .or_else(|| {
            let near = nearest(written, theme.paths().map(|(path, _)| name(path)))?;
            theme
                .paths()
                .map(|(path, _)| path)
                .find(|path| name(path) == near)
        })
}

fn new(project: &Project, written: &str, console: &Console) -> Result<Outcome, Failure> {
    let name = answers::file_slug("theme", written).map_err(|fault| Failure::Diagnostics(vec![fault]))?;
    let shown = ("theme", name.as_str().into());
    if embedded_names().any(|known| known == name.as_str()) {
        return Err(Failure::message("theme-of-program", &[shown]));
    }
    let folder = format!("themes/{name}");
    let target = project.root.join(&folder);
    let path = ("path", folder.as_str().into());
    if target.symlink_metadata().is_ok() {
        return Err(Failure::message("file-there", &[path]));
    }
    let language = project.configuration.language;
    let words = crate::locale::Catalogue::new(language);
    let files = [
        ("static/own.css".to_owned(), "theme-new-css"),
        (format!("locales/{language}.ftl"), "theme-new-words"),
        ("templates/not-found.html".to_owned(), "theme-new-template"),
    ];
    for (inner, id) in &files {
        let path = format!("{folder}/{inner}");
        let content = format!("{}\n", words.text(id, &[]));
        if let Err(error) = put(&project.root, &path, content.as_bytes(), false) {
            // The folder was not there before: nothing half made stays behind.
            let _ = std::fs::remove_dir_all(&target);
            return Err(Failure::io(&project.root.join(&path), &error));
        }
    }
    console.line(&console.paint(
        Style::Good,
        &console.text("theme-made", std::slice::from_ref(&path)),
    ))?;
    for (inner, _) in &files {
        console.line(&format!("  {folder}/{inner}"))?;
    }
    console.say("theme-next", &[shown])?;
    Ok(Outcome::Well)
}
