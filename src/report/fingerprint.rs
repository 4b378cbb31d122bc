//! Names for findings that stay the same from one run to the next.

use super::Finding;
use crate::diagnostic::Argument;
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;

/// One name for each finding, unique among them: the SHA-256, in hexadecimal, of the code, the path, the arguments
/// and the line's text, but not of its number, so that it survives what is added above.
///
/// Findings alike in all that are told apart by their order.
pub(super) fn of(findings: &[Finding<'_>]) -> Vec<String> {
    let mut seen: BTreeMap<String, u64> = BTreeMap::new();
    let name = |finding: &Finding<'_>| {
        let base = digest(finding, 0);
        let count = seen.entry(base.clone()).or_default();
        *count += 1;
        if *count == 1 {
            base
        } else {
            digest(finding, *count)
        }
    };
    findings.iter().map(name).collect()
}

fn digest(finding: &Finding<'_>, occurrence: u64) -> String {
    let diagnostic = finding.diagnostic;
    let mut hash = Sha256::new();
    let mut add = |part: &str| {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part.as_bytes());
    };
    add("paraphe 1");
    add(diagnostic.code.as_str());
    add(&diagnostic.place.path);
    add(finding.source.unwrap_or_default());
    for (name, value) in finding.arguments {
        add(name);
        match value {
            Argument::Text(text) => add(text),
            Argument::Number(number) => add(&number.to_string()),
        }
    }
    add(&occurrence.to_string());
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}
