//! Adaptations held against the texts that they adapt.

use super::Versions;
use super::against::Texts;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::identifier::TextId;
use crate::text::{Parent, Text};

/// Everything wrong with the parents of the texts: missing ones, wrong digests, circles.
pub fn check(texts: &[Versions]) -> Vec<Diagnostic> {
    let all = Texts(texts);
    let mut faults = Vec::new();
    for text in texts.iter().flat_map(|versions| &versions.versions) {
        let Some(parent) = &text.front.adapts else {
            continue;
        };
        match find(all, parent) {
            None => faults.push(unknown(all, text, parent)),
            Some(found) if found.digest != parent.sha256 => {
                faults.extend(circle(all, text));
                let fault = at(Code::ParentDigest, text, "sha256").with("text", parent.text.to_string());
                let fault = fault.with("version", parent.version.as_str());
                faults.push(fault.with("expected", found.digest.to_string()));
            }
            Some(_) => faults.extend(circle(all, text)),
        }
    }
    faults
}

/// Leaves out every text whose chain up to the charter is broken, so that whoever follows a chain comes to its end.
pub fn keep_sound(texts: &mut Vec<Versions>) {
    loop {
        let sound = |text: &Text| {
            let parent = text.front.adapts.as_ref();
            parent.is_none_or(|parent| {
                find(Texts(texts), parent).is_some_and(|found| found.digest == parent.sha256)
            })
        };
        let broken: Vec<String> = texts
            .iter()
            .flat_map(|versions| &versions.versions)
            .filter(|text| !sound(text))
            .map(Text::path)
            .collect();
        if broken.is_empty() {
            return;
        }
        for versions in texts.iter_mut() {
            versions.versions.retain(|text| !broken.contains(&text.path()));
        }
        texts.retain(|versions| !versions.versions.is_empty());
    }
}

/// The text that `parent` names, whatever its digest.
pub fn find<'a>(texts: Texts<'a>, parent: &Parent) -> Option<&'a Text> {
    texts
        .get(&parent.text)?
        .versions
        .iter()
        .find(|text| text.version == parent.version)
}

fn unknown(texts: Texts<'_>, text: &Text, parent: &Parent) -> Diagnostic {
    let (key, name, known): (_, String, Vec<String>) = match texts.get(&parent.text) {
        None => (
            "text",
            parent.text.to_string(),
            texts.0.iter().map(|known| known.id.to_string()).collect(),
        ),
        Some(found) => {
            let versions = found.versions.iter().map(|text| text.version.to_string());
            ("version", parent.version.to_string(), versions.collect())
        }
    };
    at(Code::ParentUnknown, text, key)
        .with("text", parent.text.to_string())
        .with("version", parent.version.as_str())
        .near(&name, known.iter().map(String::as_str))
}

/// Follows the parents of `text` until the charter, or until a text comes again.
fn circle(texts: Texts<'_>, text: &Text) -> Option<Diagnostic> {
    let mut seen: Vec<(&TextId, &str)> = vec![(&text.id, text.version.as_str())];
    let mut next = text.front.adapts.as_ref();
    while let Some(parent) = next {
        let name = (&parent.text, parent.version.as_str());
        if seen.contains(&name) {
            let chain: Vec<String> = seen
                .iter()
                .chain([&name])
                .map(|(id, version)| format!("{id} {version}"))
                .collect();
            return Some(at(Code::ParentCycle, text, "text").with("chain", chain.join(" → ")));
        }
        seen.push(name);
        next = find(texts, parent).and_then(|found| found.front.adapts.as_ref());
    }
    None
}

/// A diagnostic at the line of `key` below `adapts:`.
fn at(code: Code, text: &Text, key: &str) -> Diagnostic {
    let front = &text.source[..text.body_start];
    let adapts = front.find("\nadapts:").unwrap_or_default();
    let line = front[adapts..]
        .find(&format!(" {key}:"))
        .map_or(adapts + 1, |at| adapts + at + 1);
    let end = front[line..].find('\n').map_or(front.len(), |at| line + at);
    Diagnostic::new(code, Place::in_text(text.path(), &text.source, line, end))
}
