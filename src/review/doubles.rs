//! Organisations that may be one, or keys that may not be theirs: as in the whole project, for what a change brings.

use super::known::Known;
use super::submission::Submission;
use crate::diagnostic::{Code, Diagnostic};
use crate::signature::Action;

/// The same RNA or SIREN under two names for one text, and the same key under two organisations.
pub fn check(submission: &Submission, others: &[Known]) -> Vec<Diagnostic> {
    let Some(sound) = &submission.sound else {
        return Vec::new();
    };
    let mut faults = Vec::new();
    let others = || {
        others
            .iter()
            .filter(|known| known.organisation != submission.organisation)
    };
    let organisation = &sound.adherence.organisation;
    let identifiers = [
        (
            "RNA",
            organisation.rna.as_ref().map(AsRef::<str>::as_ref),
            &sound.marks.rna,
        ),
        (
            "SIREN",
            organisation.siren.as_ref().map(AsRef::<str>::as_ref),
            &sound.marks.siren,
        ),
    ];
    for (kind, value, place) in identifiers {
        let Some(value) = value.filter(|_| sound.adherence.action == Action::Sign) else {
            continue;
        };
        let same = |known: &&Known| {
            let theirs = if kind == "RNA" { &known.rna } else { &known.siren };
            !known.withdrawn && known.text == submission.text && theirs.as_deref() == Some(value)
        };
        if let Some(other) = others().find(same) {
            faults.push(
                Diagnostic::new(Code::DuplicateIdentifier, place.clone())
                    .with("identifier", kind)
                    .with("value", value)
                    .with("other", other.path.as_str()),
            );
        }
    }
    if let Some(other) = others().find(|known| known.key == Some(sound.key)) {
        faults.push(
            Diagnostic::new(Code::SharedKey, sound.marks.name.clone())
                .with("fingerprint", sound.key.fingerprint())
                .with("other", other.path.as_str()),
        );
    }
    faults
}
