//! Adaptations held against the texts that they adapt.

use super::Versions;
use super::against::Texts;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::identifier::TextId;
use crate::text::{Parent, Text};
use std::collections::BTreeMap;

/// How many texts of a circle are named.
const SHOWN: usize = 8;

/// Everything wrong with the parents of the texts: missing ones, wrong digests, circles.
pub fn check(texts: &[Versions]) -> Vec<Diagnostic> {
    let all = Texts(texts);
    let links: Vec<Link<'_>> = links(all);
    let parents: Vec<Option<usize>> = links.iter().map(Link::found).collect();
    let ends = which_end(&parents);
    let mut faults = Vec::new();
    for (link, ends) in links.iter().zip(ends) {
        let (text, Some(parent)) = (link.text, &link.text.front.adapts) else {
            continue;
        };
        if !ends {
            faults.push(circle(all, text));
        }
        match link.parent {
            None => faults.push(unknown(all, text, parent)),
            Some((_, found)) if found.digest != parent.sha256 => {
                let fault = at(Code::ParentDigest, text, "sha256").with("text", parent.text.to_string());
                let fault = fault.with("version", parent.version.as_str());
                faults.push(fault.with("expected", found.digest.to_string()));
            }
            Some(_) => {}
        }
    }
    faults
}

/// Leaves out every text whose chain up to the charter is broken, so that whoever follows a chain comes to its end.
pub fn keep_sound(texts: &mut Vec<Versions>) {
    let sound = |(at, link): (usize, &Link<'_>)| {
        let parent = link.text.front.adapts.as_ref()?;
        let pinned = link.parent.filter(|(_, found)| found.digest == parent.sha256);
        // A broken link leads nowhere, like one to itself.
        Some(pinned.map_or(at, |(found, _)| found))
    };
    let parents: Vec<Option<usize>> = links(Texts(texts)).iter().enumerate().map(sound).collect();
    let mut ends = which_end(&parents).into_iter();
    for versions in texts.iter_mut() {
        versions.versions.retain(|_| ends.next().unwrap_or_default());
    }
    texts.retain(|versions| !versions.versions.is_empty());
}

/// A text, and the one that it names as its parent, where that is there: its number among all texts with it.
struct Link<'a> {
    text: &'a Text,
    parent: Option<(usize, &'a Text)>,
}

impl Link<'_> {
    fn found(&self) -> Option<usize> {
        self.parent.map(|(at, _)| at)
    }
}

/// All versions of all texts, numbered in their order.
fn links<'a>(all: Texts<'a>) -> Vec<Link<'a>> {
    let mut next = 0;
    let numbers = all.0.iter().map(|versions| {
        let first = next;
        next += versions.versions.len();
        (&versions.id, first)
    });
    let firsts: BTreeMap<&TextId, usize> = numbers.collect();
    let link = |text: &'a Text| {
        let parent = text.front.adapts.as_ref().and_then(|parent| {
            let versions = all.get(&parent.text)?;
            let at = place(versions, parent)?;
            Some((firsts.get(&parent.text)? + at, &versions.versions[at]))
        });
        Link { text, parent }
    };
    let texts = all.0.iter().flat_map(|versions| &versions.versions);
    texts.map(link).collect()
}

/// Which of them come to an end when each is followed to its parent, and not into a circle. Each is looked at once, however
/// long the chains are.
fn which_end(parents: &[Option<usize>]) -> Vec<bool> {
    let mut known: Vec<Option<bool>> = vec![None; parents.len()];
    let mut path = Vec::new();
    for start in 0..parents.len() {
        let mut next = Some(start);
        while let Some(at) = next.filter(|at| known[*at].is_none()) {
            // Whoever comes back to it meanwhile has gone round in a circle.
            known[at] = Some(false);
            path.push(at);
            next = parents[at];
        }
        let ends = next.is_none_or(|at| known[at] == Some(true));
        path.drain(..).for_each(|at| known[at] = Some(ends));
    }
    known.into_iter().map(Option::unwrap_or_default).collect()
}

/// The text that `parent` names, whatever its digest.
pub fn find<'a>(texts: Texts<'a>, parent: &Parent) -> Option<&'a Text> {
    let versions = texts.get(&parent.text)?;
    Some(&versions.versions[place(versions, parent)?])
}

/// Where the version that `parent` names stands among all of its text.
fn place(versions: &Versions, parent: &Parent) -> Option<usize> {
    let versions = &versions.versions;
    versions
        .binary_search_by(|text| text.version.cmp(&parent.version))
        .ok()
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

/// What is to be said of a text whose parents go round in a circle: the texts from it on, until one comes again.
fn circle(texts: Texts<'_>, text: &Text) -> Diagnostic {
    let name = |text: &Text| format!("{} {}", text.id, text.version);
    let mut chain = vec![name(text)];
    let parents = std::iter::successors(Some(text), |text| find(texts, text.front.adapts.as_ref()?));
    for parent in parents.skip(1) {
        let name = name(parent);
        let closed = chain.contains(&name);
        chain.push(name);
        if closed || chain.len() > SHOWN {
            if !closed {
                chain.push("…".to_owned());
            }
            break;
        }
    }
    at(Code::ParentCycle, text, "text").with("chain", chain.join(" → "))
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

#[cfg(test)]
mod tests {
    use super::which_end;

    #[test]
    fn what_leads_into_a_circle_comes_to_no_end() {
        // 0 is the charter; 2 adapts 1, which adapts it; 3 and 4 adapt each other, 5 adapts 4, 6 itself.
        let parents = [None, Some(0), Some(1), Some(4), Some(3), Some(4), Some(6)];
        assert_eq!(
            which_end(&parents),
            [true, true, true, false, false, false, false]
        );
    }

    #[test]
    fn a_chain_may_be_of_any_length() {
        let count = 500_000_usize;
        let down: Vec<Option<usize>> = (0..count).map(|at| at.checked_sub(1)).collect();
        let up: Vec<Option<usize>> = (1..=count).map(|at| Some(at).filter(|at| *at < count)).collect();
        assert!(which_end(&down).into_iter().all(|ends| ends));
        assert!(which_end(&up).into_iter().all(|ends| ends));
        let round: Vec<Option<usize>> = (1..=count).map(|at| Some(at % count)).collect();
        assert!(!which_end(&round).into_iter().any(|ends| ends));
    }
}
