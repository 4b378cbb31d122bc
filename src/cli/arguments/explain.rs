//! What may be asked of `explain`.

use clap::Args;

/// Options of `explain`.
#[derive(Debug, Args)]
pub struct ExplainOptions {
    /// The code; without it, all of them are listed.
    #[arg(value_name = "CODE")]
    pub code: Option<String>,
    /// Write Markdown; without a code, the whole page.
    #[arg(long)]
    pub markdown: bool,
}
