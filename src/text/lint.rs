//! What a text must not hold: HTML, links that lead elsewhere than they may, images from outside.
//!
//! The site would show HTML as text and drop such links; who adopts a text should learn of it before.

use super::markdown::Target;
use crate::diagnostic::{Code, Diagnostic, Place};
use pulldown_cmark::{Event, LinkType, Options, Parser, Tag};
use std::collections::BTreeSet;
use std::ops::Range;

/// How many faults of one text are told.
const LIMIT: usize = 20;

/// A Markdown file of the project.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// Its path in the project.
    pub path: &'a str,
    /// The whole file.
    pub text: &'a str,
    /// Where the Markdown starts, after the front matter.
    pub body_start: usize,
}

/// Looks through the Markdown of `source`; `is_picture` tells whether the project has a picture at a path.
pub fn check(source: Source<'_>, is_picture: &dyn Fn(&str) -> bool) -> Vec<Diagnostic> {
    let mut faults = Vec::new();
    for (event, range) in parser(source).into_offset_iter() {
        let range = source.body_start + range.start..source.body_start + range.end;
        match event {
            Event::Start(Tag::HtmlBlock) | Event::InlineHtml(_) => {
                faults.push(at(Code::RawHtml, source, range));
            }
            Event::Start(Tag::Link {
                link_type, dest_url, ..
            }) if link_type != LinkType::Email && Target::parse(&dest_url).is_none() => {
                faults.push(destination(Code::LinkScheme, source, range, &dest_url));
            }
            Event::Start(Tag::Image { dest_url, .. }) => {
                let code = match picture(source.path, &dest_url) {
                    Some(path) if is_picture(&path) => continue,
                    Some(_) => Code::ImageMissing,
                    None => Code::ImageOutside,
                };
                faults.push(destination(code, source, range, &dest_url));
            }
            _ => {}
        }
        if faults.len() == LIMIT {
            break;
        }
    }
    faults
}

/// The pictures of the project that the Markdown of `source` shows, by path.
pub fn pictures(source: Source<'_>) -> BTreeSet<String> {
    let shown = parser(source).filter_map(|event| match event {
        Event::Start(Tag::Image { dest_url, .. }) => picture(source.path, &dest_url),
        _ => None,
    });
    shown.collect()
}

fn parser(source: Source<'_>) -> Parser<'_> {
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
    Parser::new_ext(&source.text[source.body_start..], options)
}

/// The path of the picture that an image of the file at `path` shows; none outside the project.
fn picture(path: &str, address: &str) -> Option<String> {
    match Target::parse(address) {
        Some(Target::File { path: relative, .. }) => join(path, relative),
        _ => None,
    }
}

/// The path, from the project folder, of what `relative` means in the file at `path`; none outside the project.
pub fn join(path: &str, relative: &str) -> Option<String> {
    let mut parts: Vec<&str> = path.split('/').collect();
    parts.pop();
    for part in relative.split('/') {
        match part {
            "." | "" => {}
            ".." => drop(parts.pop()?),
            _ => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

fn at(code: Code, source: Source<'_>, range: Range<usize>) -> Diagnostic {
    Diagnostic::new(
        code,
        Place::in_text(source.path, source.text, range.start, range.end),
    )
}

/// A diagnostic at the address of a link or image, where it stands there, or else at the whole of it.
fn destination(code: Code, source: Source<'_>, range: Range<usize>, address: &str) -> Diagnostic {
    let written = &source.text[range.clone()];
    let range = match written.rfind(address).filter(|_| !address.is_empty()) {
        Some(offset) => range.start + offset..range.start + offset + address.len(),
        None => range,
    };
    at(code, source, range).with("value", address)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(markdown: &str) -> Vec<(Code, String)> {
        let text = format!("---\ntitle: \"T\"\n---\n{markdown}");
        let source = Source {
            path: "content/charter/1.0.md",
            text: &text,
            body_start: text.len() - markdown.len(),
        };
        check(source, &|path| path == "content/charter/plan.png")
            .into_iter()
            .map(|fault| {
                let span = fault.place.span.unwrap();
                (
                    fault.code,
                    format!("{}:{}+{}", span.line, span.column, span.length),
                )
            })
            .collect()
    }

    #[test]
    fn html_is_found_where_it_stands() {
        assert_eq!(
            found("# Été\n\nUn <b>mot</b>.\n\n<script>\nalert(1)\n</script>\n"),
            [
                (Code::RawHtml, "6:4+3".into()),
                (Code::RawHtml, "6:10+4".into()),
                (Code::RawHtml, "8:1+8".into())
            ]
        );
        assert_eq!(found("`<b>` et 3 < 4\n\n    <b>\n"), []);
    }

    #[test]
    fn links_lead_where_they_may() {
        assert_eq!(
            found("[é](javascript:alert(1)) <https://a.example> <a@b.example> [x](../y.md) [z](#fin)\n"),
            [(Code::LinkScheme, "4:5+19".into())]
        );
        assert_eq!(
            found("[x][r]\n\n[r]: http://a.example\n"),
            [(Code::LinkScheme, "4:1+6".into())]
        );
    }

    #[test]
    fn images_lie_in_the_project() {
        assert_eq!(found("![](plan.png) ![](../charter/plan.png)\n"), []);
        assert_eq!(
            found("![a](https://a.example/x.png)\n![b](autre.png)\n![c](../../../x.png)\n"),
            [
                (Code::ImageOutside, "4:6+23".into()),
                (Code::ImageMissing, "5:6+9".into()),
                (Code::ImageOutside, "6:6+14".into())
            ]
        );
    }

    #[test]
    fn a_text_full_of_faults_is_told_in_part() {
        assert_eq!(found(&"<b>x</b> ".repeat(1000)).len(), LIMIT);
    }
}
