//! The verdicts of `verify` as one JSON document, written as they come.
//!
//! Version 1: `{"version": 1, "files": [FILE…], "summary": {"sound": n, "stale": n, "faulty": n}}`: those that
//! hold, those of them whose attestation counts no more, those that do not. A FILE has `path`, `sound`, `carried`,
//! `action` (`sign`, `withdraw`, `attest`), `organisation`, `city`, `text`, `textVersion`, `sha256`, `date`,
//! `fingerprint`, `digest`, `subject` (`same`, `different`, `absent`), `steward` (a name or null) and `faults`, a
//! list of `{code, severity, line, column, message}`. What could not be read is null.

use super::text::text_different;
use crate::cli::console::Console;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::identifier::{Digest, unix_line_ends};
use crate::register::verdict::{Counts, Given, Subject, Verdict, Voucher, Worth};
use crate::report::{Words, escape};
use crate::signature::{Document as Signed, Sealed};
use serde_json::{Value, json};

/// What stands before the first file.
pub const HEAD: &str = "{\"version\":1,\"files\":[\n";

/// What stands between two files.
pub const BETWEEN: &str = ",\n";

/// What stands behind the last file.
pub fn end(counts: Counts) -> String {
    format!(
        "\n],\"summary\":{}}}\n",
        json!({ "sound": counts.sound, "stale": counts.stale, "faulty": counts.faulty })
    )
}

/// One file as JSON; `before` is the verdict on it as it was signed, where the way it came has changed it since. What it says
/// is then what was signed, and its faults are why it is refused as it is.
pub fn file(given: Given<'_>, verdict: &Verdict, before: Option<&Verdict>, console: &Console) -> String {
    let signed = before.unwrap_or(verdict);
    let mut value = json!({
        "path": given.path,
        "sound": verdict.worth() != Worth::Nothing,
        "carried": before.is_some(),
        "action": null, "organisation": null, "city": null, "text": null, "textVersion": null, "sha256": null,
        "date": null, "fingerprint": null, "digest": null,
        "subject": match signed.subject {
            Subject::Same(_) => "same",
            Subject::Different => "different",
            Subject::Absent => "absent",
        },
        "steward": match &signed.voucher {
            Voucher::Steward(name) => Some(name),
            Voucher::Stale(_) | Voucher::Unsound(_) | Voucher::None => None,
        },
        "faults": [],
    });
    if let Some(Ok(signed)) = before.map(|before| &before.outcome) {
        describe(&mut value, signed);
    }
    match &verdict.outcome {
        Ok(signed) => {
            describe(&mut value, signed);
            value["digest"] = Digest::of(&unix_line_ends(given.bytes)).to_string().into();
            if let (Signed::Adherence(adherence), Subject::Different) = (&signed.document, &verdict.subject) {
                value["faults"] = json!([{
                    "code": Code::DigestMismatch.as_str(),
                    "severity": Severity::Error.as_str(),
                    "line": null, "column": null,
                    "message": text_different(console, adherence),
                }]);
            }
        }
        Err(faults) => value["faults"] = list(faults, console),
    }
    if let Voucher::Stale(faults) | Voucher::Unsound(faults) = &verdict.voucher
        && let (Value::Array(said), Value::Array(more)) = (&mut value["faults"], list(faults, console))
    {
        said.extend(more);
    }
    escape::json(&value.to_string())
}

fn describe(value: &mut Value, signed: &Sealed) {
    value["fingerprint"] = signed.seal.key.fingerprint().into();
    match &signed.document {
        Signed::Adherence(adherence) => {
            value["action"] = adherence.action.as_str().into();
            value["organisation"] = adherence.organisation.name.as_str().into();
            value["city"] = adherence.organisation.city.as_str().into();
            value["text"] = adherence.text.to_string().into();
            value["textVersion"] = adherence.version.as_str().into();
            value["sha256"] = adherence.sha256.to_string().into();
            value["date"] = adherence.date.to_string().into();
        }
        Signed::Attestation(attestation) => {
            value["action"] = "attest".into();
            value["organisation"] = attestation.organisation.as_str().into();
            value["sha256"] = attestation.signature_sha256.to_string().into();
            value["date"] = attestation.date.to_string().into();
        }
    }
}

fn list(faults: &[Diagnostic], console: &Console) -> Value {
    let one = |fault: &Diagnostic| {
        let span = fault.place.span.as_ref();
        json!({
            "code": fault.code.as_str(),
            "severity": fault.severity.as_str(),
            "line": span.map(|span| span.line),
            "column": span.map(|span| span.column),
            "message": Words::of(fault, &console.catalogue).title,
        })
    };
    faults.iter().map(one).collect()
}
