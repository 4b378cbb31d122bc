//! What may be asked of `import`.

use clap::Args;
use std::path::PathBuf;

/// Options of `import`.
#[derive(Debug, Args)]
pub struct ImportOptions {
    /// Signed files, messages, folders of them, or `-` for standard input.
    #[arg(value_name = "PATH", required = true)]
    pub paths: Vec<PathBuf>,
}
