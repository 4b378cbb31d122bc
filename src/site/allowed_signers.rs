//! The keys of signatories and stewards as `ssh-keygen -Y verify` reads them (ssh-keygen(1), "ALLOWED SIGNERS").

use super::model::Model;
use crate::signature::NAMESPACE;
use std::io::{self, Write};

/// Writes a line for each signature and each attestation.
///
/// The principal is the file's path without `signatures/` and `.yaml`, so that a key speaks for no other file. Those
/// who have withdrawn are there too: their last word can be checked like any other.
///
/// # Errors
/// Those of `out`.
pub fn write_all(model: &Model<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut lines = Vec::with_capacity(model.register.entries.len());
    for entry in &model.register.entries {
        let principal = format!("{}/{}", entry.adherence.text, entry.organisation);
        if let Some(attested) = &entry.attestation {
            lines.push((format!("{principal}.attestation"), attested.key));
        }
        lines.push((principal, entry.key));
    }
    lines.sort_unstable();
    for (principal, key) in lines {
        writeln!(out, "{principal} namespaces=\"{NAMESPACE}\" {}", key.to_openssh())?;
    }
    Ok(())
}

/// The stewards' keys, each under the principal `steward`, with the steward's name as the comment.
pub fn stewards(model: &Model<'_>) -> String {
    let stewards = &model.project.configuration.stewards;
    let line = |steward: &crate::project::Steward| {
        format!(
            "steward namespaces=\"{NAMESPACE}\" {} {}\n",
            steward.key.to_openssh(),
            steward.name
        )
    };
    stewards.iter().map(line).collect()
}
