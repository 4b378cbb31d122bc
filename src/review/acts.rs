//! What a change does, in a few values: who signs which text.

use super::act::{Act, ActKind};
use super::change::Touched;
use super::submission::Submission;
use crate::diagnostic::{Diagnostic, Severity};
use crate::identifier::{TextId, Version};
use crate::register::{Role, Versions, role};
use crate::signature::{Action, Kind, Reading};
use std::collections::{BTreeMap, BTreeSet};

/// What the change does, file by file; `stewards` are those whose attestations count, by path.
pub fn list(
    touched: &[Touched],
    submissions: &[Submission],
    texts: &[Versions],
    stewards: &BTreeMap<String, String>,
    faults: &[Diagnostic],
) -> Vec<Act> {
    let faulty: BTreeSet<&str> = faults
        .iter()
        .filter(|fault| fault.severity == Severity::Error)
        .map(|fault| fault.place.path.as_str())
        .collect();
    touched
        .iter()
        .map(|file| {
            let mut act = match role(&file.path)
                .ok()
                .filter(|_| file.inside && !file.is_deleted())
            {
                Some(Role::Signature(text, _)) => {
                    let submission = submissions.iter().find(|submission| submission.path == file.path);
                    signature(file, &text.to_string(), submission)
                }
                Some(Role::Attestation(text, _)) => {
                    attestation(file, &text.to_string(), stewards.get(&file.path))
                }
                Some(Role::Text(id, version)) if file.is_added() => {
                    let text = texts
                        .iter()
                        .filter(|versions| versions.id == id)
                        .flat_map(|versions| &versions.versions)
                        .find(|text| text.version == version);
                    Act {
                        date: text.map(|text| text.front.adopted.to_string()),
                        ..of_text(plain(file, ActKind::AddsText), &id, &version)
                    }
                }
                Some(Role::Text(id, version)) => of_text(plain(file, ActKind::Changes), &id, &version),
                _ if file.is_deleted() => plain(file, ActKind::Removes),
                _ if file.is_added() => plain(file, ActKind::Adds),
                _ => plain(file, ActKind::Changes),
            };
            act.sound = !faulty.contains(file.path.as_str());
            if act.sound && act.kind == ActKind::Attests && act.steward.is_none() {
                act.kind = ActKind::AttestsNothing;
                act.sound = false;
            }
            act
        })
        .collect()
}

fn of_text(act: Act, id: &TextId, version: &Version) -> Act {
    Act {
        text: Some(id.to_string()),
        version: Some(version.to_string()),
        ..act
    }
}

fn plain(file: &Touched, kind: ActKind) -> Act {
    Act {
        kind,
        path: file.path.clone(),
        organisation: None,
        city: None,
        text: None,
        version: None,
        date: None,
        fingerprint: None,
        steward: None,
        sound: true,
    }
}

fn signature(file: &Touched, text: &str, submission: Option<&Submission>) -> Act {
    let Some((submission, sound)) = submission.and_then(|found| Some((found, found.sound.as_ref()?))) else {
        return Act {
            text: Some(text.to_owned()),
            ..plain(file, ActKind::Unreadable)
        };
    };
    let adherence = &sound.adherence;
    let before = submission.before.as_ref().map(|before| before.adherence.action);
    let kind = match (adherence.action, before) {
        (Action::Withdraw, _) => ActKind::Withdraws,
        (Action::Sign, None) => ActKind::Signs,
        (Action::Sign, Some(Action::Sign)) => ActKind::SignsAgain,
        (Action::Sign, Some(Action::Withdraw)) => ActKind::Returns,
    };
    Act {
        organisation: Some(adherence.organisation.name.to_string()),
        city: Some(adherence.organisation.city.to_string()),
        text: Some(text.to_owned()),
        version: Some(adherence.version.to_string()),
        date: Some(adherence.date.to_string()),
        fingerprint: Some(sound.key.fingerprint()),
        steward: submission.voucher.as_ref().map(|voucher| voucher.steward.clone()),
        ..plain(file, kind)
    }
}

fn attestation(file: &Touched, text: &str, steward: Option<&String>) -> Act {
    let bytes = file.new.bytes().unwrap_or_default();
    let mut act = Act {
        text: Some(text.to_owned()),
        ..plain(file, ActKind::Attests)
    };
    if let Ok(reading) = Reading::new(&file.path, bytes, Kind::Attestation) {
        act.organisation = reading.values.name.map(|name| name.to_string());
        act.date = reading.values.date.map(|date| date.to_string());
        act.steward = steward.cloned();
        act.fingerprint = reading.seal.map(|seal| seal.key.fingerprint());
    }
    act
}
