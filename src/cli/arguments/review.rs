//! What may be asked of the commands that compare.

use clap::Args;

/// Options of `diff`.
#[derive(Debug, Args)]
pub struct DiffOptions {
    /// A text, or one version of it.
    #[arg(value_name = "TEXT")]
    pub text: String,
    /// The text to hold it against.
    #[arg(long, value_name = "TEXT")]
    pub against: Option<String>,
}
