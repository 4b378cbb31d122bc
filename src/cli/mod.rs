//! The command line: one file a command, each a table of contents over the library.
//!
//! Exit status: 0 when all is well, 1 when something is wrong with what was looked at, 2 when the command could not
//! do its work (wrong use, or something about the machine).

mod answers;
mod arguments;
mod attest;
mod build;
mod check;
mod console;
mod diff;
mod explain;
mod forge;
mod git_failure;
mod help;
mod import;
mod init;
mod key;
mod keys;
mod log;
mod new;
mod progress;
mod prompt;
mod reading;
mod remember;
mod seal;
mod serve;
mod sign;
mod theme;
mod usage;
mod verify;
mod withdraw;
mod wrap;

pub use console::{Console, Failure, Outcome};

use crate::locale::{Catalogue, Locale};
use crate::project::{CONFIGURATION, Project};
use arguments::{Arguments, Command};
use clap::FromArgMatches as _;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Runs the command that `arguments` name, the program's own name first.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let locale = usage::asked_locale(&arguments).unwrap_or_else(Locale::from_environment);
    let console = Console::new(Catalogue::new(locale));
    let mut command = help::command(&console.catalogue);
    let parsed = command
        .try_get_matches_from_mut(&arguments)
        .and_then(|matches| Arguments::from_arg_matches(&matches));
    let outcome = match parsed {
        Ok(arguments) => dispatch(&arguments, &console),
        Err(error) => usage::explain(&error, &arguments, command, &console),
    };
    console.finish(outcome)
}

fn dispatch(arguments: &Arguments, console: &Console) -> Result<Outcome, Failure> {
    let directory = arguments.directory.as_path();
    check_directory(directory)?;
    match &arguments.command {
        Command::Check(options) => check::run(directory, options, arguments.lang.is_some(), console),
        Command::Build(options) => build::run(directory, options, console),
        Command::Serve(options) => serve::run(directory, options, console),
        Command::Verify(options) => verify::run(directory, options, console),
        Command::Diff(options) => diff::run(directory, options, console),
        Command::Explain(options) => explain::run(options, console),
        Command::Init(options) => init::run(directory, options, console),
        Command::New(command) => new::run(directory, command, console),
        Command::Key(command) => key::run(directory, command, console),
        Command::Sign(options) => sign::run(directory, options, console),
        Command::Withdraw(options) => withdraw::run(directory, options, console),
        Command::Attest(options) => attest::run(directory, options, console),
        Command::Import(options) => import::run(directory, options, console),
        Command::Log(options) => log::run(directory, options, console),
        Command::Theme(command) => theme::run(directory, command, console),
    }
}

/// Checks that `-C` names a folder: each command would otherwise miss something else, and say so of another path.
fn check_directory(directory: &Path) -> Result<(), Failure> {
    let path = [("path", directory.display().to_string().into())];
    match std::fs::metadata(directory) {
        Ok(data) if data.is_dir() => Ok(()),
        Ok(_) => Err(Failure::message("directory-is-file", &path)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            Err(Failure::message("directory-missing", &path))
        }
        Err(error) => Err(Failure::io(directory, &error)),
    }
}

/// The project that `start` lies in: the nearest folder, from there upwards, that holds `paraphe.yaml`.
///
/// # Errors
/// [`Failure`] when there is none, or when its configuration is wrong.
pub(crate) fn open_project(start: &Path) -> Result<Project, Failure> {
    Project::load(&project_root(start)?).map_err(Failure::Diagnostics)
}

/// The folder of the project that `start` lies in, whatever its configuration is worth.
///
/// # Errors
/// [`Failure`] when there is none.
pub(crate) fn project_root(start: &Path) -> Result<PathBuf, Failure> {
    find_root(start).ok_or_else(|| {
        let place = start.join(CONFIGURATION).display().to_string();
        Failure::message("no-project", &[("path", place.into())])
    })
}

/// `path` from the root of the file system, without `.` and `..`, as it is written: no link is followed.
pub(crate) fn absolute(path: &Path) -> PathBuf {
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let mut plain = PathBuf::new();
    for part in whole.components() {
        if part == std::path::Component::ParentDir {
            plain.pop();
        } else {
            plain.push(part);
        }
    }
    plain
}

/// The nearest folder, from `start` upwards, that holds `paraphe.yaml`.
pub(crate) fn find_root(start: &Path) -> Option<PathBuf> {
    let start = absolute(start);
    start
        .ancestors()
        .find(|folder| folder.join(CONFIGURATION).symlink_metadata().is_ok())
        .map(Path::to_owned)
}

/// The folder of the site: the one that a person named, or `public/` in the project at `root`.
pub(crate) fn output(directory: &Path, named: Option<&Path>, root: &Path) -> PathBuf {
    named.map_or_else(|| root.join("public"), |path| inside(directory, path))
}

/// `path` as a person means it who gave `-C directory`.
pub(crate) fn inside(directory: &Path, path: &Path) -> PathBuf {
    if directory == Path::new(".") {
        path.to_owned()
    } else {
        directory.join(path)
    }
}
