//! Texts: versions, front matter, digest, the chain of adaptations, Markdown.

pub mod compare;
mod front_matter;
mod html;
pub mod lint;
pub mod markdown;
mod page;
mod read;
mod territory;
mod typography;
mod write;

pub use html::{entity, push_html};
pub use page::Page;
pub use read::{SIZE_LIMIT, decode, hidden_characters, read};
pub use territory::{Territory, TerritoryCode};
pub use typography::{Rules, set};

use crate::diagnostic::Diagnostic;
use crate::identifier::{Date, Digest, Line, TextId, Version};
use std::collections::BTreeSet;

/// One version of a text, read from `content/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// Which text.
    pub id: TextId,
    /// Which version, from the file's name.
    pub version: Version,
    /// The digest of the whole file (`format.md`, "Texts").
    pub digest: Digest,
    /// The whole file as UTF-8, without byte-order mark, with LF line ends.
    pub source: Box<str>,
    /// Where the Markdown starts in `source`, after the front matter.
    pub body_start: usize,
    /// The front matter.
    pub front: FrontMatter,
}

impl Text {
    /// The path in the project: `content/<id>/<version>.md`.
    pub fn path(&self) -> String {
        self.id.content_path(&self.version)
    }

    /// The Markdown after the front matter.
    pub fn markdown(&self) -> &str {
        &self.source[self.body_start..]
    }

    /// What the Markdown must not hold; `is_picture` tells whether the project has a picture at a path.
    pub fn lint(&self, is_picture: &dyn Fn(&str) -> bool) -> Vec<Diagnostic> {
        let source = lint::Source {
            path: &self.path(),
            text: &self.source,
            body_start: self.body_start,
        };
        lint::check(source, is_picture)
    }

    /// The pictures of the project that the text shows, by path.
    pub fn pictures(&self) -> BTreeSet<String> {
        let source = lint::Source {
            path: &self.path(),
            text: &self.source,
            body_start: self.body_start,
        };
        lint::pictures(source)
    }
}

/// The front matter of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrontMatter {
    /// The text's title.
    pub title: Line,
    /// The day of adoption.
    pub adopted: Date,
    /// The sentence that an organisation signs.
    pub declaration: Line,
    /// One paragraph for lists and link previews.
    pub summary: Option<Line>,
    /// Shown as a draft, takes no signature.
    pub draft: bool,
    /// The parent text, pinned by digest; always there for a territory.
    pub adapts: Option<Parent>,
    /// The territory; always there for a territory's text.
    pub territory: Option<Territory>,
}

/// The text that an adaptation adapts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parent {
    /// Which text.
    pub text: TextId,
    /// Which version.
    pub version: Version,
    /// The digest of that version.
    pub sha256: Digest,
}
