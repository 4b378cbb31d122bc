//! A page of the site beside the texts: legal notice, privacy, about.

use super::{SIZE_LIMIT, decode, front_matter, hidden_characters, lint};
use crate::diagnostic::Diagnostic;
use crate::identifier::{Line, Slug};
use crate::yaml::{self, Fields};

/// A page from `content/pages/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Its short name, from the file's name.
    pub slug: Slug,
    /// Its title.
    pub title: Line,
    /// One paragraph for lists and link previews.
    pub summary: Option<Line>,
    /// Its place among the pages; those without one come last, by name.
    pub order: Option<i64>,
    /// The whole file as UTF-8, without byte-order mark, with LF line ends.
    pub source: Box<str>,
    /// Where the Markdown starts in `source`, after the front matter.
    pub body_start: usize,
}

impl Page {
    /// The largest page, in bytes.
    pub const SIZE_LIMIT: usize = SIZE_LIMIT;

    /// Where the page of that name stands.
    pub fn path_of(slug: &Slug) -> String {
        format!("content/pages/{slug}.md")
    }

    /// The Markdown after the front matter.
    pub fn markdown(&self) -> &str {
        &self.source[self.body_start..]
    }

    /// What the Markdown must not hold; `is_picture` tells whether the project has a picture at a path.
    pub fn lint(&self, is_picture: &dyn Fn(&str) -> bool) -> Vec<Diagnostic> {
        let source = lint::Source {
            path: &Self::path_of(&self.slug),
            text: &self.source,
            body_start: self.body_start,
        };
        lint::check(source, is_picture)
    }

    /// Reads the file of the page `slug`.
    ///
    /// # Errors
    /// Everything wrong with it; never empty.
    pub fn read(slug: &Slug, bytes: &[u8]) -> Result<Self, Vec<Diagnostic>> {
        let path = Self::path_of(slug);
        let source = decode(&path, bytes).map_err(|fault| vec![fault])?;
        let (range, body_start) = front_matter::split(&path, &source).map_err(|fault| vec![fault])?;
        let tree = yaml::parse(&path, &source, range).map_err(|fault| vec![fault])?;
        let mut fields = Fields::new(&path, &source, tree);
        fields.faults = hidden_characters(&path, &source);
        let title = fields.required_line("title");
        let summary = fields.line("summary", 1000);
        let order = fields.integer("order");
        let faults = fields.finish();
        match title {
            Some(title) if faults.is_empty() => Ok(Self {
                slug: slug.clone(),
                title,
                summary,
                order,
                source: source.into(),
                body_start,
            }),
            _ => Err(faults),
        }
    }
}
