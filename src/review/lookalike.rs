//! Names that deceive: one that looks like another organisation's, one made of letters that don't belong together.

use super::fold::{Likeness, compare};
use super::known::Known;
use super::submission::{Sound, Submission};
use crate::diagnostic::{Code, Diagnostic, Place, Severity};
use crate::signature::Action;
use unicode_security::MixedScript as _;

/// Everything that deceives in the names of one submission; `others` are the signatures that have something in common
/// with the change, those of the change itself included.
pub fn check(submission: &Submission, others: &[Known]) -> Vec<Diagnostic> {
    let Some(sound) = submission.sound.as_ref() else {
        return Vec::new();
    };
    let mut faults = mixed_scripts(sound);
    // A steward has looked at the name and at who bears it.
    if sound.adherence.action == Action::Sign && submission.voucher.is_none() {
        faults.extend(
            other_key_of_the_same(submission, sound, others).or_else(|| alike(submission, sound, others)),
        );
    }
    faults
}

/// The same organisation under another text, with another key: perhaps somebody else who uses its short name.
fn other_key_of_the_same(submission: &Submission, sound: &Sound, others: &[Known]) -> Option<Diagnostic> {
    if submission.before.is_some() {
        return None;
    }
    let other = others.iter().find(|known| {
        known.organisation == submission.organisation
            && known.path != submission.path
            && known.key.is_some_and(|key| key != sound.key)
    })?;
    let mut fault = Diagnostic::new(Code::UnattestedKey, sound.marks.name.clone())
        .with("organisation", submission.organisation.as_str())
        .with("other", other.path.as_str());
    fault.severity = Severity::Error;
    Some(fault)
}

/// Another organisation with another key, whose name looks the same.
///
/// Two honest organisations may well have one name in two cities: that is for a person to look at.
fn alike(submission: &Submission, sound: &Sound, others: &[Known]) -> Option<Diagnostic> {
    let organisation = &sound.adherence.organisation;
    let mut found: Option<(&Known, Severity)> = None;
    for known in others {
        if known.organisation == submission.organisation || known.key.is_none_or(|key| key == sound.key) {
            continue;
        }
        let severity = match compare(organisation.name.as_str(), &known.name) {
            None => continue,
            Some(Likeness::Disguised) => Severity::Error,
            Some(Likeness::Same) if compare(organisation.city.as_str(), &known.city).is_some() => {
                Severity::Error
            }
            Some(Likeness::Same) => Severity::Warning,
        };
        if found.is_none_or(|(_, worst)| severity < worst) {
            found = Some((known, severity));
        }
    }
    let (known, severity) = found?;
    let mut fault = Diagnostic::new(Code::LookalikeName, sound.marks.name.clone())
        .with("value", organisation.name.as_str())
        .with("actual", known.name.as_str())
        .with("other", known.path.as_str());
    fault.severity = severity;
    Some(fault)
}

/// The words of a name in which letters of several scripts stand side by side.
fn mixed_scripts(sound: &Sound) -> Vec<Diagnostic> {
    let organisation = &sound.adherence.organisation;
    let words = organisation
        .name
        .as_str()
        .split(|c: char| !c.is_alphanumeric() && !is_mark(c));
    let mixed = words.filter(|word| !word.is_single_script());
    mixed
        .map(|word| Diagnostic::new(Code::MixedScripts, at_word(&sound.marks.name, word)).with("value", word))
        .collect()
}

/// Marks and joiners, which belong to the letters around them.
fn is_mark(character: char) -> bool {
    unicode_normalization::char::is_combining_mark(character) || matches!(character, '\u{200c}' | '\u{200d}')
}

/// The place of one word in a value.
fn at_word(place: &Place, word: &str) -> Place {
    let mut place = place.clone();
    if let Some(span) = &mut place.span
        && let Some(at) = span.source.find(word)
    {
        span.column = span.source[..at].chars().count() as u32 + 1;
        span.length = word.chars().count() as u32;
    }
    place
}
