//! A text, set for reading at a terminal.
//!
//! Every line starts with two spaces of this program, so that nothing in a text can pass for its own words, and
//! characters that could drive a terminal are shown by their numbers.

use crate::report::escape;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use unicode_width::UnicodeWidthStr as _;

/// How many columns a line may take.
const WIDTH: usize = 80;

/// Sets Markdown as lines of at most 80 columns; with `colour`, headings and stresses are marked.
pub fn set(markdown: &str, colour: bool) -> String {
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
    let mut page = Page {
        colour,
        out: String::new(),
        margins: vec![Margin::plain("  ")],
        words: Vec::new(),
        glue: false,
        styles: Vec::new(),
        lists: Vec::new(),
        verbatim: false,
        links: Vec::new(),
    };
    for event in Parser::new_ext(markdown, options) {
        page.take(event);
    }
    page.flush();
    page.out
}

/// What stands at the left of a block's lines: once on the first, and then on all others.
struct Margin {
    first: Option<String>,
    rest: String,
}

impl Margin {
    fn plain(rest: &str) -> Self {
        Self {
            first: None,
            rest: rest.to_owned(),
        }
    }

    /// A mark on the first line, and as many spaces on the others.
    fn mark(mark: String) -> Self {
        Self {
            rest: " ".repeat(mark.width()),
            first: Some(mark),
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    Strong,
    Emphasis,
    Struck,
    Code,
}

impl Style {
    fn parameter(self) -> &'static str {
        match self {
            Self::Strong => "1",
            Self::Emphasis => "3",
            Self::Struck => "9",
            Self::Code => "36",
        }
    }
}

/// A run of characters between two places where a line may break.
#[derive(Default)]
struct Word {
    painted: String,
    width: usize,
}

struct Page {
    colour: bool,
    out: String,
    margins: Vec<Margin>,
    words: Vec<Word>,
    /// Whether what comes next belongs to the last word.
    glue: bool,
    styles: Vec<Style>,
    /// The next number of each open list; none for a bulleted one.
    lists: Vec<Option<u64>>,
    verbatim: bool,
    /// The addresses of the open links and images.
    links: Vec<String>,
}

impl Page {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) if self.verbatim => self.lines(&text),
            Event::Text(text) => self.text(&text),
            Event::Html(html) => {
                self.flush();
                self.lines(&html);
            }
            Event::Code(code) | Event::InlineHtml(code) => {
                self.styles.push(Style::Code);
                self.text(&code);
                self.styles.pop();
            }
            Event::FootnoteReference(name) => self.text(&format!("[{name}]")),
            Event::SoftBreak => self.glue = false,
            Event::HardBreak => self.flush(),
            Event::Rule => {
                self.flush();
                self.line(&"─".repeat(20));
                self.gap();
            }
            Event::TaskListMarker(done) => self.text(if done { "[x] " } else { "[ ] " }),
            Event::InlineMath(text) | Event::DisplayMath(text) => self.text(&text),
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Heading { level, .. } => {
                self.flush();
                self.styles.push(Style::Strong);
                if level <= HeadingLevel::H2 {
                    self.gap();
                }
            }
            Tag::BlockQuote(_) => {
                self.flush();
                self.margins.push(Margin::plain("│ "));
            }
            Tag::CodeBlock(_) => {
                self.flush();
                self.margins.push(Margin::plain("    "));
                self.verbatim = true;
            }
            Tag::List(start) => {
                self.flush();
                self.lists.push(start);
            }
            Tag::Item => {
                let mark = match self.lists.last_mut() {
                    Some(Some(number)) => {
                        *number += 1;
                        format!("{}. ", *number - 1)
                    }
                    _ => "• ".to_owned(),
                };
                self.margins.push(Margin::mark(mark));
            }
            Tag::FootnoteDefinition(name) => {
                self.flush();
                self.margins
                    .push(Margin::mark(escape::terminal(&format!("[{name}] "))));
            }
            Tag::Emphasis => self.styles.push(Style::Emphasis),
            Tag::Strong => self.styles.push(Style::Strong),
            Tag::Strikethrough => self.styles.push(Style::Struck),
            Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. } => {
                self.links.push(dest_url.into_string())
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::Table | TagEnd::HtmlBlock => {
                self.flush();
                self.gap();
            }
            TagEnd::Heading(_) => {
                self.flush();
                self.styles.pop();
                self.gap();
            }
            TagEnd::BlockQuote(_) | TagEnd::FootnoteDefinition => {
                self.flush();
                self.margins.pop();
                self.gap();
            }
            TagEnd::CodeBlock => {
                self.verbatim = false;
                self.margins.pop();
                self.gap();
            }
            TagEnd::Item => {
                self.flush();
                self.margins.pop();
            }
            TagEnd::List(_) => {
                self.lists.pop();
                self.gap();
            }
            TagEnd::TableCell => {
                self.glue = false;
                self.text("|");
                self.glue = false;
            }
            TagEnd::TableRow | TagEnd::TableHead => self.flush(),
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough => {
                self.styles.pop();
            }
            TagEnd::Link | TagEnd::Image => {
                if let Some(address) = self.links.pop() {
                    self.glue = false;
                    self.text(&format!("<{address}>"));
                }
            }
            _ => {}
        }
    }

    /// Adds text to the open paragraph; lines may break at its ordinary spaces.
    fn text(&mut self, text: &str) {
        for (at, part) in text.split([' ', '\n', '\t']).enumerate() {
            if at > 0 {
                self.glue = false;
            }
            if part.is_empty() {
                continue;
            }
            let shown = escape::terminal(part);
            let width = shown.width();
            let painted = self.paint(&shown);
            match self.words.last_mut().filter(|_| self.glue) {
                Some(word) => {
                    word.painted.push_str(&painted);
                    word.width += width;
                }
                None => self.words.push(Word { painted, width }),
            }
            self.glue = true;
        }
    }

    fn paint(&self, text: &str) -> String {
        if !self.colour || self.styles.is_empty() {
            return text.to_owned();
        }
        let parameters: Vec<&str> = self.styles.iter().map(|style| style.parameter()).collect();
        format!("\u{1b}[{}m{text}\u{1b}[0m", parameters.join(";"))
    }

    /// Lines that keep their own breaks.
    fn lines(&mut self, text: &str) {
        for line in text.lines() {
            let shown = escape::terminal(line);
            self.line(&shown);
        }
    }

    /// Writes the open paragraph's words as lines.
    fn flush(&mut self) {
        let words = std::mem::take(&mut self.words);
        self.glue = false;
        let room = WIDTH.saturating_sub(self.margin_width()).max(20);
        let mut line = String::new();
        let mut width = 0;
        for word in words {
            if width > 0 && width + 1 + word.width > room {
                self.line(&line);
                line.clear();
                width = 0;
            }
            if width > 0 {
                line.push(' ');
                width += 1;
            }
            line.push_str(&word.painted);
            width += word.width;
        }
        if !line.is_empty() {
            self.line(&line);
        }
    }

    fn margin_width(&self) -> usize {
        self.margins.iter().map(|margin| margin.rest.width()).sum()
    }

    fn line(&mut self, text: &str) {
        for margin in &mut self.margins {
            let left = margin.first.take();
            self.out.push_str(left.as_deref().unwrap_or(&margin.rest));
        }
        self.out.push_str(text);
        self.out.push('\n');
    }

    /// One empty line, however many are asked for; none at the start.
    fn gap(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with("\n\n") {
            self.out.push('\n');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::set;

    #[test]
    fn sets_what_a_charter_holds() {
        let markdown = "## Titre\n\nUn *mot* **fort** et `du code`[^1].\n\n- un\n- deux\n  suite\n\n3. trois\n\n> citation\n\n\
                        | a | b |\n|---|---|\n| c | d |\n\n[lien](https://example.org/)\n\n[^1]: La note.\n";
        assert_eq!(
            set(markdown, false),
            "  Titre\n\n  Un mot fort et du code[1].\n\n  • un\n  • deux suite\n\n  3. trois\n\n  │ citation\n\n  \
             a | b |\n  c | d |\n\n  lien <https://example.org/>\n\n  [1] La note.\n\n"
        );
    }

    #[test]
    fn lines_are_wrapped_and_none_is_lost() {
        let words: Vec<String> = (0..200).map(|number| format!("mot{number}")).collect();
        let set = set(&words.join(" "), false);
        assert!(
            set.lines()
                .all(|line| line.chars().count() <= 80 && (line.is_empty() || line.starts_with("  ")))
        );
        let found: Vec<&str> = set.split_whitespace().collect();
        assert_eq!(found, words);
    }

    #[test]
    fn nothing_drives_the_terminal() {
        let set = set(
            "a\u{1b}[31mb\u{202e}c\n\n<b onclick=x>\n\n```\n\u{9b}x\n```\n",
            false,
        );
        assert!(!set.chars().any(|c| c.is_control() && c != '\n'), "{set:?}");
        assert!(
            set.contains("\\u{202e}") && set.contains("<b onclick=x>"),
            "{set}"
        );
        assert!(
            set.lines().all(|line| line.is_empty() || line.starts_with("  ")),
            "{set:?}"
        );
    }

    #[test]
    fn the_demonstration_can_be_read() {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(root.join("content/charter/1.1.md")).unwrap();
        let body = text.splitn(3, "---\n").nth(2).unwrap();
        let set = set(body, true);
        assert!(set.contains("\u{1b}[1mPréambule\u{1b}[0m"));
        assert!(set.contains("\n  1. "));
    }
}
