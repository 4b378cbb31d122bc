//! What may be asked of the commands that start things: `init` and `new`.

use crate::cli::forge::Forge;
use clap::{Args, Subcommand};
use std::path::PathBuf;

/// Options of `init`.
#[derive(Debug, Args)]
pub struct InitOptions {
    /// The project folder.
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,
    /// The charter's title.
    #[arg(long, value_name = "WORDS")]
    pub title: Option<String>,
    /// The charter's short name, which every signature repeats.
    #[arg(long, value_name = "SLUG")]
    pub charter: Option<String>,
    /// The language of the charter and its site.
    #[arg(long, value_name = "fr|en")]
    pub language: Option<String>,
    /// The day of adoption of the first text.
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub date: Option<String>,
    /// The forge to add the files for.
    #[arg(long, value_name = "github|gitlab|forgejo")]
    pub forge: Option<Forge>,
}

/// What to start.
#[derive(Debug, Subcommand)]
pub enum NewCommand {
    /// The adaptation of a territory.
    Territory(NewTerritoryOptions),
    /// The next version of a text.
    Version(NewVersionOptions),
}

/// Options of `new territory`.
#[derive(Debug, Args)]
pub struct NewTerritoryOptions {
    /// The territory's short name, which is its folder's name.
    #[arg(value_name = "SLUG")]
    pub slug: String,
    /// The territory's name.
    #[arg(long, value_name = "NAME")]
    pub name: Option<String>,
    /// The territory's kind.
    #[arg(long, value_name = "KIND")]
    pub kind: Option<String>,
    /// The territory's official code.
    #[arg(long, value_name = "CODE")]
    pub code: Option<String>,
    /// The territory's department.
    #[arg(long, value_name = "CODE")]
    pub department: Option<String>,
    /// The text that it adapts.
    #[arg(long, value_name = "TEXT", default_value = "charter")]
    pub parent: String,
    /// The title of the text.
    #[arg(long, value_name = "WORDS")]
    pub title: Option<String>,
    /// The sentence that organisations sign.
    #[arg(long, value_name = "WORDS")]
    pub declaration: Option<String>,
    /// The day of adoption.
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub date: Option<String>,
    /// Ask nothing.
    #[arg(short, long)]
    pub yes: bool,
}

/// Options of `new version`.
#[derive(Debug, Args)]
pub struct NewVersionOptions {
    /// The text: `charter` or `territories/<slug>`.
    #[arg(value_name = "TEXT")]
    pub text: String,
    /// The next version.
    #[arg(value_name = "VERSION")]
    pub version: String,
    /// The day of adoption.
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub date: Option<String>,
}
