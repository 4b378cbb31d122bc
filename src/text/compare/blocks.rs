//! A Markdown text as a list of blocks, each with its words.

use crate::text::typography::{Rules, Typesetter};
use pulldown_cmark::{CodeBlockKind, Event, LinkType, Options, Parser, Tag, TagEnd};

/// A heading, a paragraph, an item of a list, a row of a table.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Block {
    /// What kind of block it is.
    pub kind: Kind,
    /// Its words, with the addresses of its links.
    pub text: String,
}

/// Kinds of blocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A heading.
    Heading,
    /// A paragraph.
    Paragraph,
    /// An item of a list.
    Item,
    /// A paragraph of a quotation.
    Quote,
    /// A row of a table.
    Row,
    /// A footnote.
    Note,
    /// Code.
    Code,
}

impl Kind {
    /// Its name for templates.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Heading => "heading",
            Self::Paragraph => "paragraph",
            Self::Item => "item",
            Self::Quote => "quote",
            Self::Row => "row",
            Self::Note => "note",
            Self::Code => "code",
        }
    }
}

/// The blocks of a text in Markdown. With `rules`, they are set by them.
pub fn blocks(markdown: &str, rules: Option<Rules>) -> Vec<Block> {
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
    let mut reader = Reader {
        typesetter: rules.map(Typesetter::new),
        ..Reader::default()
    };
    for event in Parser::new_ext(markdown, options) {
        reader.read(event);
    }
    reader.close();
    reader.blocks
}

#[derive(Default)]
struct Reader {
    blocks: Vec<Block>,
    /// The block being read.
    open: Option<Kind>,
    text: String,
    /// The addresses of the links being read; none for one that is its own address.
    links: Vec<Option<String>>,
    quotes: usize,
    /// Whether a paragraph belongs to a footnote or an item that has no words yet.
    waiting: Option<Kind>,
    typesetter: Option<Typesetter>,
}

impl Reader {
    fn read(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => {
                let set = match (&mut self.typesetter, self.open) {
                    (Some(typesetter), kind) if kind != Some(Kind::Code) => typesetter.set(&text),
                    _ => text.into_string(),
                };
                self.add(&set);
            }
            Event::Code(text)
            | Event::Html(text)
            | Event::InlineHtml(text)
            | Event::InlineMath(text)
            | Event::DisplayMath(text) => self.add_as_it_is(&text),
            Event::FootnoteReference(name) => self.add_as_it_is(&format!("[{name}]")),
            Event::SoftBreak | Event::HardBreak => self.add(" "),
            Event::Rule => self.close(),
            Event::TaskListMarker(done) => self.add(if done { "[x] " } else { "[ ] " }),
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Heading { .. } => self.open(Kind::Heading),
            Tag::Paragraph => {
                let kind = self.waiting.take();
                let plain = if self.quotes > 0 {
                    Kind::Quote
                } else {
                    Kind::Paragraph
                };
                self.open(kind.unwrap_or(plain));
            }
            Tag::Item => {
                self.open(Kind::Item);
                self.waiting = Some(Kind::Item);
            }
            Tag::FootnoteDefinition(name) => {
                self.open(Kind::Note);
                self.waiting = Some(Kind::Note);
                self.text = format!("[{name}] ");
            }
            Tag::BlockQuote(_) => {
                self.close();
                self.quotes += 1;
            }
            Tag::CodeBlock(kind) => {
                self.open(Kind::Code);
                if let CodeBlockKind::Fenced(language) = kind
                    && !language.is_empty()
                {
                    self.text = format!("{language}\n");
                }
            }
            Tag::HtmlBlock => self.open(Kind::Code),
            Tag::TableHead | Tag::TableRow => self.open(Kind::Row),
            Tag::TableCell if !self.text.is_empty() => self.text.push_str(" | "),
            Tag::Link {
                link_type, dest_url, ..
            } => {
                let bare = matches!(link_type, LinkType::Autolink | LinkType::Email);
                self.links.push((!bare).then(|| dest_url.into_string()));
            }
            Tag::Image { dest_url, .. } => self.links.push(Some(dest_url.into_string())),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_)
            | TagEnd::Paragraph
            | TagEnd::Item
            | TagEnd::FootnoteDefinition
            | TagEnd::CodeBlock
            | TagEnd::HtmlBlock
            | TagEnd::TableHead
            | TagEnd::TableRow => self.close(),
            TagEnd::BlockQuote(_) => {
                self.close();
                self.quotes = self.quotes.saturating_sub(1);
            }
            TagEnd::Link | TagEnd::Image => {
                if let Some(Some(address)) = self.links.pop() {
                    self.add_as_it_is(&format!(" ({address})"));
                }
            }
            _ => {}
        }
    }

    fn open(&mut self, kind: Kind) {
        // A paragraph that is an item's first words goes on with what is there.
        if !(self.open == Some(kind) && matches!(kind, Kind::Item | Kind::Note)) {
            self.close();
        }
        self.open = Some(kind);
    }

    fn close(&mut self) {
        let kind = self.open.take().unwrap_or(Kind::Paragraph);
        let text = std::mem::take(&mut self.text);
        let text = text.trim();
        if !text.is_empty() {
            self.blocks.push(Block {
                kind,
                text: text.to_owned(),
            });
        }
        if let Some(typesetter) = &mut self.typesetter {
            typesetter.start_block();
        }
    }

    fn add(&mut self, text: &str) {
        self.waiting = None;
        self.text.push_str(text);
    }

    fn add_as_it_is(&mut self, text: &str) {
        self.add(text);
        if let Some(typesetter) = &mut self.typesetter {
            typesetter.skip();
        }
    }
}
