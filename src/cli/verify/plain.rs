//! Texts handed to `verify` by themselves: which of the project's they are.

use super::files::File;
use crate::cli::console::{Console, Style};
use crate::diagnostic::{Code, Severity};
use crate::identifier::{Digest, Line, TextId, Version};
use crate::import;
use crate::register::Versions;
use crate::register::verdict::AtHand;
use crate::report::escape;
use crate::signature::find_private_key;
use crate::text::{self, Text};
use serde_json::json;
use std::collections::BTreeMap;

/// A text that was handed in.
pub struct Plain<'a> {
    shown: String,
    digest: Digest,
    is: Is<'a>,
}

/// What a text is, as the browser's checker says it too.
enum Is<'a> {
    /// The project's own, to the byte.
    Genuine(&'a Text),
    /// Another that goes by the title and the version of one.
    Altered(&'a Text),
    /// None of the project's.
    Unknown,
}

impl<'a> Plain<'a> {
    /// The text in `file`, where there are `texts` to hold it against; none when it goes by another name, or can't be read.
    /// `known` are the same by their digests.
    fn read(texts: &'a [Versions], known: &Known<'a>, file: &File) -> Option<Self> {
        let (folder, name) = (&file.folder, file.name());
        let bytes = crate::project::files::read(&folder.path, name, text::SIZE_LIMIT).ok()?;
        let digest = Digest::of_text(&bytes);
        // What it reads as depends on its version, and on whether it is an adaptation: it is read once for each.
        let mut titles: BTreeMap<(bool, &Version), Option<Line>> = BTreeMap::new();
        let mut goes_by = |text: &&'a Text| {
            let kind = (text.id == TextId::Charter, &text.version);
            let title = titles.entry(kind).or_insert_with(|| {
                let read = text::read(&text.id, &text.version, &bytes);
                read.ok().map(|read| read.front.title)
            });
            title.as_ref() == Some(&text.front.title)
        };
        let genuine = known.get(&digest).copied().map(Is::Genuine);
        let is = genuine.or_else(|| all(texts).find(|text| goes_by(text)).map(Is::Altered));
        // A key that is lost, or a signature in a message, matters more than that it is none of the texts.
        if is.is_none() && (find_private_key(&bytes).is_some() || import::as_signed(&bytes).is_some()) {
            return None;
        }
        Some(Self {
            shown: folder.shown(name),
            digest,
            is: is.unwrap_or(Is::Unknown),
        })
    }

    /// Whether it is one of the project's.
    pub fn is_genuine(&self) -> bool {
        matches!(self.is, Is::Genuine(_))
    }

    fn words(&self, console: &Console) -> String {
        let (id, text) = match self.is {
            Is::Genuine(text) => ("verify-text-genuine", text),
            Is::Altered(text) => ("verify-text-altered", text),
            Is::Unknown => return console.text("verify-text-unknown", &[]),
        };
        let arguments = [
            ("text", text.front.title.as_str().into()),
            ("version", text.version.as_str().into()),
            ("path", text.path().into()),
        ];
        console.text(id, &arguments)
    }

    /// What there is to say about it.
    pub fn describe(&self, console: &Console) -> String {
        let (style, mark) = if self.is_genuine() {
            (Style::Good, "✓")
        } else {
            (Style::Bad, "✗")
        };
        let path = console.paint(Style::Strong, &escape::terminal(&self.shown));
        let digest = console.text("verify-digest", &[("digest", self.digest.to_string().into())]);
        let words = self.words(console);
        format!("{} {path}\n  {words}\n  {digest}\n\n", console.paint(style, mark))
    }

    /// The same as JSON.
    pub fn json(&self, console: &Console) -> String {
        let (subject, text) = match self.is {
            Is::Genuine(text) => ("same", Some(text)),
            Is::Altered(text) => ("different", Some(text)),
            Is::Unknown => ("absent", None),
        };
        let fault = json!({
            "code": Code::DigestMismatch.as_str(),
            "severity": Severity::Error.as_str(),
            "line": null, "column": null,
            "message": self.words(console),
        });
        let value = json!({
            "path": self.shown,
            "sound": self.is_genuine(),
            "carried": false,
            "action": null, "organisation": null, "city": null,
            "text": text.map(|text| text.id.to_string()),
            "textVersion": text.map(|text| text.version.as_str()),
            "sha256": self.digest.to_string(),
            "date": null, "fingerprint": null, "digest": self.digest.to_string(),
            "subject": subject,
            "steward": null,
            "faults": if self.is_genuine() { json!([]) } else { json!([fault]) },
        });
        escape::json(&value.to_string())
    }
}

/// The texts at hand by their digests.
type Known<'a> = BTreeMap<Digest, &'a Text>;

fn all(texts: &[Versions]) -> impl Iterator<Item = &Text> {
    texts.iter().flat_map(|versions| &versions.versions)
}

/// The texts among `files`, and the others.
pub fn part(at_hand: &AtHand, files: Vec<File>) -> (Vec<Plain<'_>>, Vec<File>) {
    let is_text = |file: &File| file.name().ends_with(".md");
    if at_hand.texts.is_empty() || !files.iter().any(is_text) {
        return (Vec::new(), files);
    }
    // Of two with the same bytes, the first.
    let mut known = Known::new();
    for text in all(&at_hand.texts) {
        known.entry(text.digest).or_insert(text);
    }
    let (mut texts, mut others) = (Vec::new(), Vec::new());
    for file in files {
        let read = is_text(&file).then(|| Plain::read(&at_hand.texts, &known, &file));
        match read.flatten() {
            Some(text) => texts.push(text),
            None => others.push(file),
        }
    }
    (texts, others)
}
