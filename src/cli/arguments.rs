//! What may be asked on the command line. The words of the help are in `locale`, under the same names.

pub mod explain;
pub mod import;
pub mod init;
pub mod log;
pub mod review;
pub mod sign;
pub mod theme;

use crate::locale::Locale;
use clap::{Args, Parser, Subcommand};
use std::path::PathBuf;

/// The whole command line.
#[derive(Debug, Parser)]
#[command(name = "paraphe", version)]
pub struct Arguments {
    /// Another project folder.
    #[arg(
        short = 'C',
        long = "directory",
        value_name = "DIR",
        global = true,
        default_value = "."
    )]
    pub directory: PathBuf,
    /// The language of messages.
    #[arg(long, value_name = "fr|en", global = true, value_parser = language)]
    pub lang: Option<Locale>,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// The language that `--lang` names, by its tag or by the name that POSIX gives it.
fn language(name: &str) -> Result<Locale, String> {
    Locale::parse(name).ok_or_else(|| "fr, en".to_owned())
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Checks a whole project.
    Check(CheckOptions),
    /// Builds the site.
    Build(BuildOptions),
    /// Shows the site while it is being written.
    Serve(ServeOptions),
    /// Checks signed files on their own.
    Verify(VerifyOptions),
    /// Compares two texts.
    Diff(review::DiffOptions),
    /// Says what a code means.
    Explain(explain::ExplainOptions),
    /// Starts a project.
    Init(init::InitOptions),
    /// Starts a text.
    #[command(subcommand)]
    New(init::NewCommand),
    /// Makes and shows keys.
    #[command(subcommand)]
    Key(sign::KeyCommand),
    /// Signs a text.
    Sign(sign::SignOptions),
    /// Ends an adherence.
    Withdraw(sign::WithdrawOptions),
    /// Vouches for a signature.
    Attest(sign::AttestOptions),
    /// Takes in signatures that came by mail.
    Import(import::ImportOptions),
    /// Shows the history of an adherence.
    Log(log::LogOptions),
    /// Shows and changes themes.
    #[command(subcommand)]
    Theme(theme::ThemeCommand),
}

/// Options of `check`.
#[derive(Debug, Args)]
pub struct CheckOptions {
    /// How to write what was found.
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub format: ReportFormat,
    /// Only what changes since a revision.
    #[arg(long, value_name = "REV")]
    pub since: Option<String>,
    /// The revision to look at, instead of the working tree.
    #[arg(long, value_name = "REV", requires = "since")]
    pub head: Option<String>,
    /// Tell where the time went.
    #[arg(long)]
    pub timings: bool,
    /// The day of today.
    #[arg(long, value_name = "YYYY-MM-DD", requires = "since")]
    pub today: Option<Day>,
    /// Check every signature anew.
    #[arg(long)]
    pub no_cache: bool,
}

/// A date on the command line.
#[derive(Clone, Copy, Debug)]
pub struct Day(pub crate::identifier::Date);

impl std::str::FromStr for Day {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        crate::identifier::Date::parse(text)
            .map(Self)
            .map_err(|_| "YYYY-MM-DD".to_owned())
    }
}

/// A format of reports, by the name that `report` gives it.
#[derive(Clone, Copy, Debug)]
pub struct ReportFormat(pub crate::report::Format);

impl std::str::FromStr for ReportFormat {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        crate::report::Format::parse(name)
            .map(Self)
            .ok_or_else(|| Self::names().join(", "))
    }
}

impl ReportFormat {
    /// The names of all formats.
    pub fn names() -> Vec<&'static str> {
        let all = crate::report::Format::ALL.iter();
        all.map(|format| format.as_str()).collect()
    }
}

/// Options of `build`.
#[derive(Debug, Args)]
pub struct BuildOptions {
    /// The folder of the site.
    #[arg(short, long, value_name = "DIR")]
    pub output: Option<PathBuf>,
    /// Leave faulty files out instead of refusing.
    #[arg(long)]
    pub keep_going: bool,
    /// Tell where the time went.
    #[arg(long)]
    pub timings: bool,
    /// Check every signature anew.
    #[arg(long)]
    pub no_cache: bool,
}

/// Options of `serve`.
#[derive(Debug, Args)]
pub struct ServeOptions {
    /// The port, or the first one after it that is free.
    #[arg(short, long, value_name = "PORT", default_value = "8585")]
    pub port: u16,
    /// The interface.
    #[arg(long, value_name = "HOST", default_value = "127.0.0.1")]
    pub host: String,
    /// Open the browser.
    #[arg(long)]
    pub open: bool,
    /// The folder of the site.
    #[arg(short, long, value_name = "DIR")]
    pub output: Option<PathBuf>,
    /// Check every signature anew at the start.
    #[arg(long)]
    pub no_cache: bool,
}

/// Options of `verify`.
#[derive(Debug, Args)]
pub struct VerifyOptions {
    /// Signed files, or folders of them.
    #[arg(value_name = "PATH", required = true)]
    pub paths: Vec<PathBuf>,
    /// Texts to hold them against, beside those of the project.
    #[arg(long, value_name = "FILE")]
    pub text: Vec<PathBuf>,
    /// Write JSON.
    #[arg(long)]
    pub json: bool,
    /// Tell where the time went.
    #[arg(long)]
    pub timings: bool,
}
