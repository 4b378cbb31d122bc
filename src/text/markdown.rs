//! Markdown to HTML: CommonMark with tables, footnotes and strikethrough.
//!
//! A text may come from a stranger. HTML in it is shown, never passed on; a link leads to `https:`, `mailto:` or a place
//! that the caller knows; nothing written here holds a style or a script.

mod links;
mod writer;

pub use links::{Resolve, Target};

use super::typography::{Rules, Typesetter};
use crate::identifier::Slug;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use std::collections::BTreeMap;

/// How a text is set.
#[derive(Clone, Copy, Debug, Default)]
pub struct Setting<'a> {
    /// Whose typography to keep; none leaves the words as they are written.
    pub rules: Option<Rules>,
    /// The name of the list of footnotes, for those who can't see it.
    pub notes: &'a str,
    /// The name of the link from a footnote back to the text.
    pub back: &'a str,
}

/// A text as HTML.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rendered {
    /// The HTML, whose highest heading is an `h2`.
    pub html: String,
    /// Its headings.
    pub contents: Vec<Heading>,
}

/// A heading of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// Its level in the HTML, 2 to 6.
    pub level: u8,
    /// Its `id`: no two in a text are the same, and none starts with `page-`, `note-` or `noteref-`.
    pub id: String,
    /// Its words.
    pub text: String,
}

/// Renders `markdown`; `resolve` tells where a relative link leads.
pub fn render(markdown: &str, setting: Setting<'_>, resolve: &dyn Resolve) -> Rendered {
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
    let mut events: Vec<Event<'_>> = Parser::new_ext(markdown, options).collect();
    if let Some(rules) = setting.rules {
        typeset(&mut events, rules);
    }
    let contents = headings(&events);
    let html = writer::Writer::new(setting, resolve, &contents).write(events);
    Rendered { html, contents }
}

/// Sets running text, and leaves code and addresses alone.
fn typeset(events: &mut [Event<'_>], rules: Rules) {
    let mut typesetter = Typesetter::new(rules);
    let (mut in_code, mut in_bare_link) = (false, false);
    for event in events {
        match event {
            Event::Start(Tag::CodeBlock(_)) => in_code = true,
            Event::End(TagEnd::CodeBlock) => in_code = false,
            Event::Start(Tag::Link { link_type, .. }) => {
                in_bare_link = matches!(
                    link_type,
                    pulldown_cmark::LinkType::Autolink | pulldown_cmark::LinkType::Email
                );
            }
            Event::End(TagEnd::Link) => in_bare_link = false,
            Event::Text(text) if !in_code && !in_bare_link => *text = typesetter.set(text).into(),
            Event::Text(_) | Event::Code(_) | Event::FootnoteReference(_) => typesetter.skip(),
            Event::SoftBreak | Event::HardBreak => typesetter.start_block(),
            Event::Start(
                Tag::Paragraph | Tag::Heading { .. } | Tag::Item | Tag::TableCell | Tag::BlockQuote(_),
            ) => {
                typesetter.start_block();
            }
            _ => {}
        }
    }
}

/// The headings, their levels moved so that the highest is 2.
fn headings(events: &[Event<'_>]) -> Vec<Heading> {
    let mut found: Vec<(u8, String)> = Vec::new();
    let mut open = false;
    for event in events {
        match event {
            Event::Start(Tag::Heading { level, .. }) => {
                open = true;
                found.push((*level as u8, String::new()));
            }
            Event::End(TagEnd::Heading(_)) => open = false,
            Event::Text(text) | Event::Code(text) | Event::InlineHtml(text) if open => {
                if let Some((_, words)) = found.last_mut() {
                    words.push_str(text);
                }
            }
            Event::SoftBreak | Event::HardBreak if open => {
                if let Some((_, words)) = found.last_mut() {
                    words.push(' ');
                }
            }
            _ => {}
        }
    }
    let highest = found.iter().map(|(level, _)| *level).min().unwrap_or(2);
    let mut taken = BTreeMap::new();
    found
        .into_iter()
        .map(|(level, text)| Heading {
            level: (level + 2 - highest).min(6),
            id: heading_id(&text, &mut taken),
            text,
        })
        .collect()
}

/// An `id` made from the heading's words, numbered from the second of the same words on; `taken` are the ids so far, each
/// with the last number behind it.
fn heading_id(text: &str, taken: &mut BTreeMap<String, usize>) -> String {
    let base = Slug::from_name(text).map_or_else(|| "section".to_owned(), |slug| slug.to_string());
    let base = not_of_page(base);
    let mut id = base.clone();
    while taken.contains_key(&id) {
        let last = taken.entry(base.clone()).or_insert(1);
        *last += 1;
        id = not_of_page(format!("{base}-{last}"));
    }
    taken.insert(id.clone(), 1);
    id
}

/// `id`, or another one where the page itself may have it.
fn not_of_page(id: String) -> String {
    let own = ["page-", "note-", "noteref-"];
    if own.iter().any(|prefix| id.starts_with(prefix)) {
        format!("section-{id}")
    } else {
        id
    }
}

#[cfg(test)]
mod tests;
