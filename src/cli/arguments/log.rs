//! What may be asked of `log`.

use clap::Args;

/// Options of `log`.
#[derive(Debug, Args)]
pub struct LogOptions {
    /// A text, an organisation's short name, or a signature file.
    #[arg(value_name = "TEXT|ORGANISATION")]
    pub subject: String,
    /// Write JSON.
    #[arg(long)]
    pub json: bool,
}
