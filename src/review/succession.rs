//! What may follow what.

use super::submission::{Before, Sound, Submission};
use crate::diagnostic::{Code, Diagnostic};
use crate::identifier::Date;
use crate::register::Versions;
use crate::register::succession::{Succession, SuccessionError, succession};
use crate::signature::Action;

/// Everything that keeps a submission from taking its place.
pub fn check(submission: &Submission, texts: &[Versions], today: Date) -> Vec<Diagnostic> {
    let Some(sound) = &submission.sound else {
        return Vec::new();
    };
    let mut faults: Vec<Diagnostic> = in_future(sound, today).into_iter().collect();
    if let Some(before) = &submission.before {
        faults.extend(following(before, sound, submission));
    }
    faults.extend(new_adherence(submission, sound, texts));
    faults
}

fn in_future(sound: &Sound, today: Date) -> Option<Diagnostic> {
    let date = sound.adherence.date;
    (date > today.plus_days(1)).then(|| {
        Diagnostic::new(Code::DateInFuture, sound.marks.date.clone())
            .with("date", date.to_string())
            .with("expected", today.to_string())
    })
}

/// What the format allows to follow.
fn following(before: &Before, sound: &Sound, submission: &Submission) -> Option<Diagnostic> {
    let (new, marks) = (&sound.adherence, &sound.marks);
    match succession((&before.adherence, &before.key), (new, &sound.key)) {
        Ok(Succession::SameKey) => None,
        Ok(Succession::NewKey) => by_another_key(before, sound, submission),
        Err(SuccessionError::EarlierDate(date)) => Some(
            Diagnostic::new(Code::DateGoesBack, marks.date.clone())
                .with("date", new.date.to_string())
                .with("expected", date.to_string()),
        ),
        Err(SuccessionError::EarlierVersion(version)) => Some(
            Diagnostic::new(Code::VersionGoesBack, marks.version.clone())
                .with("version", new.version.as_str())
                .with("expected", version.as_str()),
        ),
        Err(SuccessionError::DayOfWithdrawal(date)) => {
            Some(Diagnostic::new(Code::WithdrawalSameDay, marks.date.clone()).with("date", date.to_string()))
        }
    }
}

/// Only with a steward's word for this very file, given now: one that is older than the file it would help to replace, or
/// than the word on that one, may have been taken from the past, together with a signature by a key that was lost since.
fn by_another_key(before: &Before, sound: &Sound, submission: &Submission) -> Option<Diagnostic> {
    let vouched = submission.voucher.as_ref().is_some_and(|voucher| {
        voucher.new
            && voucher.date >= before.adherence.date
            && voucher.after.is_none_or(|after| voucher.date >= after)
    });
    (!vouched).then(|| {
        Diagnostic::new(Code::KeyReplaced, sound.marks.name.clone())
            .with("fingerprint", sound.key.fingerprint())
            .with("expected", before.key.fingerprint())
    })
}

/// Whoever did not adhere signs the newest version, of a text that is open.
fn new_adherence(submission: &Submission, sound: &Sound, texts: &[Versions]) -> Vec<Diagnostic> {
    let adheres = |before: &Before| before.adherence.action == Action::Sign;
    if sound.adherence.action != Action::Sign || submission.before.as_ref().is_some_and(adheres) {
        return Vec::new();
    }
    let Some(versions) = texts.iter().find(|versions| versions.id == submission.text) else {
        return Vec::new();
    };
    let mut faults = Vec::new();
    let text = submission.text.to_string();
    if versions.closed {
        faults.push(Diagnostic::new(Code::TextClosed, sound.marks.text.clone()).with("text", text.as_str()));
    }
    let newest = versions.current().map(|text| &text.version);
    if let Some(newest) = newest.filter(|newest| **newest != sound.adherence.version) {
        faults.push(
            Diagnostic::new(Code::VersionNotCurrent, sound.marks.version.clone())
                .with("text", text)
                .with("version", sound.adherence.version.as_str())
                .with("expected", newest.as_str()),
        );
    }
    faults
}
