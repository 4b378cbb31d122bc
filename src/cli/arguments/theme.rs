//! What may be asked of `theme`.

use clap::{Args, Subcommand};

/// What to do with themes.
#[derive(Debug, Subcommand)]
pub enum ThemeCommand {
    /// Lists the files of the theme in use.
    List(ThemeListOptions),
    /// Copies a file of the program's theme into the project.
    Eject(ThemeEjectOptions),
    /// Starts a theme.
    New(ThemeNewOptions),
}

/// Options of `theme list`.
#[derive(Debug, Args)]
pub struct ThemeListOptions {
    /// Write JSON.
    #[arg(long)]
    pub json: bool,
}

/// Options of `theme eject`.
#[derive(Debug, Args)]
pub struct ThemeEjectOptions {
    /// The file, as `theme list` names it.
    #[arg(value_name = "FILE")]
    pub file: String,
}

/// Options of `theme new`.
#[derive(Debug, Args)]
pub struct ThemeNewOptions {
    /// The theme's name.
    #[arg(value_name = "NAME")]
    pub name: String,
}
