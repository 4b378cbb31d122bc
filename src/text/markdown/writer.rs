//! Events of the parser to HTML.

use super::links::{Resolve, Target, push_address};
use super::{Heading, Setting};
use crate::text::push_html;
use pulldown_cmark::{Alignment, CodeBlockKind, Event, LinkType, Tag, TagEnd};
use std::collections::{BTreeMap, HashSet};

/// Writes the HTML of one text.
pub(super) struct Writer<'a> {
    setting: Setting<'a>,
    resolve: &'a dyn Resolve,
    headings: &'a [Heading],
    /// Their ids.
    ids: HashSet<&'a str>,
    /// How many headings were begun.
    heading: usize,
    out: String,
    /// The closing tags of the open links and images; empty where the link was dropped.
    links: Vec<&'static str>,
    /// The words of an image so far; they go into its `alt`.
    image: Option<Image>,
    table: Vec<Alignment>,
    cell: usize,
    in_head: bool,
    notes: Notes,
}

struct Image {
    address: Option<String>,
    words: String,
    depth: usize,
}

/// Footnotes: they stand at the end, in the order in which they are first referred to.
#[derive(Default)]
struct Notes {
    /// Number of each label.
    numbers: BTreeMap<String, usize>,
    /// How often each number was referred to.
    references: Vec<usize>,
    /// The HTML of each label's definition.
    definitions: BTreeMap<String, String>,
    /// The text around the definition that is being read.
    outside: Vec<(String, String)>,
}

impl<'a> Writer<'a> {
    pub(super) fn new(setting: Setting<'a>, resolve: &'a dyn Resolve, headings: &'a [Heading]) -> Self {
        Self {
            setting,
            resolve,
            headings,
            ids: headings.iter().map(|heading| heading.id.as_str()).collect(),
            heading: 0,
            out: String::new(),
            links: Vec::new(),
            image: None,
            table: Vec::new(),
            cell: 0,
            in_head: false,
            notes: Notes::default(),
        }
    }

    pub(super) fn write(mut self, events: Vec<Event<'_>>) -> String {
        for event in events {
            if self.image.is_some() {
                self.event_in_image(event);
            } else {
                self.event(event);
            }
        }
        self.write_notes();
        self.out
    }

    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => {
                push_html(&mut self.out, &text)
            }
            Event::Code(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                self.out.push_str("<code>");
                push_html(&mut self.out, &text);
                self.out.push_str("</code>");
            }
            Event::FootnoteReference(label) => self.reference(&label),
            Event::SoftBreak => self.out.push('\n'),
            Event::HardBreak => self.out.push_str("<br>\n"),
            Event::Rule => self.out.push_str("<hr>\n"),
            Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Paragraph | Tag::HtmlBlock => self.out.push_str("<p>"),
            Tag::Heading { .. } => {
                if let Some(heading) = self.headings.get(self.heading) {
                    self.out
                        .push_str(&format!("<h{} id=\"{}\">", heading.level, heading.id));
                }
            }
            Tag::BlockQuote(_) => self.out.push_str("<blockquote>\n"),
            Tag::CodeBlock(kind) => self.code_block(&kind),
            Tag::List(None) => self.out.push_str("<ul>\n"),
            Tag::List(Some(1)) => self.out.push_str("<ol>\n"),
            Tag::List(Some(first)) => self.out.push_str(&format!("<ol start=\"{first}\">\n")),
            Tag::Item => self.out.push_str("<li>"),
            Tag::FootnoteDefinition(label) => {
                let outside = std::mem::take(&mut self.out);
                self.notes.outside.push((label.to_string(), outside));
            }
            Tag::Table(alignments) => {
                self.table = alignments;
                self.out.push_str("<div class=\"table\"><table>\n");
            }
            Tag::TableHead => {
                self.in_head = true;
                self.cell = 0;
                self.out.push_str("<thead>\n<tr>");
            }
            Tag::TableRow => {
                self.cell = 0;
                self.out.push_str("<tr>");
            }
            Tag::TableCell => {
                let name = if self.in_head { "th scope=\"col\"" } else { "td" };
                let class = match self.table.get(self.cell) {
                    Some(Alignment::Center) => " class=\"center\"",
                    Some(Alignment::Right) => " class=\"end\"",
                    _ => "",
                };
                self.out.push_str(&format!("<{name}{class}>"));
            }
            Tag::Emphasis => self.out.push_str("<em>"),
            Tag::Strong => self.out.push_str("<strong>"),
            Tag::Strikethrough => self.out.push_str("<del>"),
            Tag::Link {
                link_type,
                dest_url,
                title,
                ..
            } => self.link(link_type, &dest_url, &title),
            Tag::Image { dest_url, .. } => {
                let address = match Target::parse(&dest_url) {
                    Some(Target::File { path, .. }) => self.resolve.file(path, true),
                    _ => None,
                };
                self.image = Some(Image {
                    address,
                    words: String::new(),
                    depth: 0,
                });
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::HtmlBlock => self.out.push_str("</p>\n"),
            TagEnd::Heading(_) => {
                if let Some(heading) = self.headings.get(self.heading) {
                    self.out.push_str(&format!("</h{}>\n", heading.level));
                }
                self.heading += 1;
            }
            TagEnd::BlockQuote(_) => self.out.push_str("</blockquote>\n"),
            TagEnd::CodeBlock => self.out.push_str("</code></pre>\n"),
            TagEnd::List(true) => self.out.push_str("</ol>\n"),
            TagEnd::List(false) => self.out.push_str("</ul>\n"),
            TagEnd::Item => self.out.push_str("</li>\n"),
            TagEnd::FootnoteDefinition => {
                if let Some((label, outside)) = self.notes.outside.pop() {
                    let definition = std::mem::replace(&mut self.out, outside);
                    self.notes.definitions.entry(label).or_insert(definition);
                }
            }
            TagEnd::Table => self.out.push_str("</tbody>\n</table></div>\n"),
            TagEnd::TableHead => {
                self.in_head = false;
                self.out.push_str("</tr>\n</thead>\n<tbody>\n");
            }
            TagEnd::TableRow => self.out.push_str("</tr>\n"),
            TagEnd::TableCell => {
                self.cell += 1;
                self.out.push_str(if self.in_head { "</th>" } else { "</td>" });
            }
            TagEnd::Emphasis => self.out.push_str("</em>"),
            TagEnd::Strong => self.out.push_str("</strong>"),
            TagEnd::Strikethrough => self.out.push_str("</del>"),
            TagEnd::Link => {
                let end = self.links.pop().unwrap_or_default();
                self.out.push_str(end);
            }
            _ => {}
        }
    }

    fn code_block(&mut self, kind: &CodeBlockKind<'_>) {
        let language = match kind {
            CodeBlockKind::Fenced(info) => info.split([' ', ',']).next().unwrap_or_default(),
            CodeBlockKind::Indented => "",
        };
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '+');
        self.out.push_str("<pre tabindex=\"0\">");
        if language.is_empty() || !language.chars().all(plain) {
            self.out.push_str("<code>");
        } else {
            self.out
                .push_str(&format!("<code class=\"language-{language}\">"));
        }
    }

    fn link(&mut self, link_type: LinkType, destination: &str, title: &str) {
        let mailbox = format!("mailto:{destination}");
        let destination = if link_type == LinkType::Email {
            &mailbox
        } else {
            destination
        };
        let (address, elsewhere) = match Target::parse(destination) {
            Some(Target::Elsewhere(address)) => (Some(address.to_owned()), true),
            Some(Target::Heading(id)) => (self.heading_address(id), false),
            Some(Target::File { path, fragment }) => {
                let with_fragment = |mut address: String| {
                    if let Some(fragment) = fragment {
                        address.push('#');
                        address.push_str(fragment);
                    }
                    address
                };
                (self.resolve.file(path, false).map(with_fragment), false)
            }
            None => (None, false),
        };
        let Some(address) = address else {
            self.links.push("");
            return;
        };
        self.out.push_str("<a href=\"");
        push_address(&mut self.out, &address);
        self.out.push('"');
        if elsewhere {
            self.out.push_str(" rel=\"nofollow noopener\"");
        }
        if !title.is_empty() {
            self.out.push_str(" title=\"");
            push_html(&mut self.out, title);
            self.out.push('"');
        }
        self.out.push('>');
        self.links.push("</a>");
    }

    fn heading_address(&self, id: &str) -> Option<String> {
        self.ids.contains(id).then(|| format!("#{id}"))
    }

    /// Inside an image only words count.
    fn event_in_image(&mut self, event: Event<'_>) {
        let Some(image) = &mut self.image else { return };
        match event {
            Event::Start(_) => image.depth += 1,
            Event::End(_) if image.depth > 0 => image.depth -= 1,
            Event::End(_) => {
                if let Some(image) = self.image.take() {
                    self.finish_image(&image);
                }
            }
            Event::Text(text) | Event::Code(text) | Event::InlineHtml(text) => image.words.push_str(&text),
            Event::SoftBreak | Event::HardBreak => image.words.push(' '),
            _ => {}
        }
    }

    fn finish_image(&mut self, image: &Image) {
        match &image.address {
            Some(address) => {
                self.out.push_str("<img src=\"");
                push_address(&mut self.out, address);
                self.out.push_str("\" alt=\"");
                push_html(&mut self.out, &image.words);
                self.out.push_str("\" loading=\"lazy\">");
            }
            None => push_html(&mut self.out, &image.words),
        }
    }

    fn reference(&mut self, label: &str) {
        let next = self.notes.numbers.len() + 1;
        let number = *self.notes.numbers.entry(label.to_owned()).or_insert(next);
        if number > self.notes.references.len() {
            self.notes.references.push(0);
        }
        self.notes.references[number - 1] += 1;
        let id = reference_id(number, self.notes.references[number - 1]);
        self.out.push_str(&format!(
            "<sup class=\"note-ref\"><a href=\"#note-{number}\" id=\"{id}\" role=\"doc-noteref\">{number}</a></sup>"
        ));
    }

    fn write_notes(&mut self) {
        // A definition may itself refer to a note, so numbers are complete only now.
        let mut labels: Vec<(usize, String)> = self
            .notes
            .numbers
            .iter()
            .map(|(label, number)| (*number, label.clone()))
            .collect();
        labels.sort_unstable();
        if labels.is_empty() {
            return;
        }
        self.out
            .push_str("<section class=\"notes\" role=\"doc-endnotes\" aria-label=\"");
        push_html(&mut self.out, self.setting.notes);
        self.out.push_str("\">\n<ol>\n");
        for (number, label) in labels {
            let definition = self.notes.definitions.remove(&label).unwrap_or_default();
            self.out.push_str(&format!(
                "<li id=\"note-{number}\">\n{definition}<p class=\"note-back\">"
            ));
            for time in 1..=self.notes.references[number - 1] {
                self.out.push_str(&format!(
                    "<a href=\"#{}\" role=\"doc-backlink\" aria-label=\"",
                    reference_id(number, time)
                ));
                push_html(&mut self.out, self.setting.back);
                self.out.push_str(&format!(" {number}\">↩</a> "));
            }
            self.out.truncate(self.out.trim_end().len());
            self.out.push_str("</p>\n</li>\n");
        }
        self.out.push_str("</ol>\n</section>\n");
    }
}

fn reference_id(number: usize, time: usize) -> String {
    if time == 1 {
        format!("noteref-{number}")
    } else {
        format!("noteref-{number}-{time}")
    }
}
