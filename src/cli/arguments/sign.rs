//! What may be asked of the commands that hold a key: `key`, `sign`, `withdraw`, `attest`.

use clap::{Args, Subcommand};
use std::path::PathBuf;

/// What to do with a key.
#[derive(Debug, Subcommand)]
pub enum KeyCommand {
    /// Makes a key.
    New(KeyNewOptions),
    /// Shows what a key file holds.
    Show(KeyShowOptions),
}

/// Options of `key new`.
#[derive(Debug, Args)]
pub struct KeyNewOptions {
    /// The file of the private key; the public one gets `.pub` after it.
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Leave the key open.
    #[arg(long, conflicts_with = "passphrase_file")]
    pub no_passphrase: bool,
    /// A file whose first line is the passphrase.
    #[arg(long, value_name = "FILE")]
    pub passphrase_file: Option<PathBuf>,
    /// A few words that go with the key.
    #[arg(long, value_name = "WORDS")]
    pub comment: Option<String>,
}

/// Options of `key show`.
#[derive(Debug, Args)]
pub struct KeyShowOptions {
    /// A private or a public key file.
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
}

/// Which key signs.
#[derive(Debug, Args)]
pub struct KeyOptions {
    /// The file of the private key; with an agent, the file of either key.
    #[arg(long, value_name = "FILE", required_unless_present = "agent")]
    pub key: Option<PathBuf>,
    /// Sign through ssh-agent.
    #[arg(long)]
    pub agent: bool,
    /// A file whose first line is the passphrase.
    #[arg(long, value_name = "FILE", conflicts_with = "agent")]
    pub passphrase_file: Option<PathBuf>,
}

/// What `sign` and `withdraw` ask alike: an organisation's file and how it follows the one that is there.
#[derive(Debug, Args)]
pub struct FileOptions {
    /// The organisation's short name, which is its file's name.
    #[arg(long, value_name = "SLUG")]
    pub organisation_id: Option<String>,
    /// The day of signing.
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub date: Option<String>,
    /// The organisation has lost the key of its present file.
    #[arg(long)]
    pub new_key: bool,
    /// Ask nothing.
    #[arg(short, long)]
    pub yes: bool,
}

/// Options of `sign`.
#[derive(Debug, Args)]
pub struct SignOptions {
    /// The text: `charter` or `territories/<slug>`.
    #[arg(value_name = "TEXT")]
    pub text: String,
    /// Which key signs.
    #[command(flatten)]
    pub key: KeyOptions,
    /// The organisation's name.
    #[arg(long, value_name = "NAME")]
    pub name: Option<String>,
    /// Its city.
    #[arg(long, value_name = "NAME")]
    pub city: Option<String>,
    /// The city's INSEE code.
    #[arg(long, value_name = "CODE")]
    pub insee: Option<String>,
    /// Its RNA number.
    #[arg(long, value_name = "NUMBER")]
    pub rna: Option<String>,
    /// Its SIREN.
    #[arg(long, value_name = "NUMBER")]
    pub siren: Option<String>,
    /// Its website.
    #[arg(long, value_name = "URL")]
    pub website: Option<String>,
    /// Who signs for it.
    #[arg(long, value_name = "NAME")]
    pub representative: Option<String>,
    /// In which office.
    #[arg(long, value_name = "OFFICE")]
    pub role: Option<String>,
    /// What is asked of every file of an organisation.
    #[command(flatten)]
    pub file: FileOptions,
}

/// Options of `withdraw`.
#[derive(Debug, Args)]
pub struct WithdrawOptions {
    /// The text: `charter` or `territories/<slug>`.
    #[arg(value_name = "TEXT")]
    pub text: String,
    /// Which key signs.
    #[command(flatten)]
    pub key: KeyOptions,
    /// Why, in one sentence.
    #[arg(long, value_name = "WORDS")]
    pub reason: Option<String>,
    /// What is asked of every file of an organisation.
    #[command(flatten)]
    pub file: FileOptions,
}

/// Options of `attest`.
#[derive(Debug, Args)]
pub struct AttestOptions {
    /// The signature file.
    #[arg(value_name = "PATH")]
    pub path: PathBuf,
    /// Which key signs.
    #[command(flatten)]
    pub key: KeyOptions,
    /// How the steward made sure.
    #[arg(long, value_name = "WORDS")]
    pub method: Option<String>,
    /// The day of attesting.
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub date: Option<String>,
    /// Ask nothing.
    #[arg(short, long)]
    pub yes: bool,
}
