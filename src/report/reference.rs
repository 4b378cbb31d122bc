//! What can be wrong, told without a file at hand: the list of codes and the page that explains them.

use crate::diagnostic::{Code, Severity};
use crate::locale::{Catalogue, explanation, groups};

/// What `code` says in one line; `…` stands for what depends on the file.
pub fn title(code: Code, catalogue: &Catalogue) -> String {
    let message = catalogue.text(code.as_str(), &[]);
    // A variable without a value is left as `{$name}`.
    let mut parts = message.split("{$");
    let mut title = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        title.push('…');
        title.push_str(part.split_once('}').map_or(part, |(_, rest)| rest));
    }
    title
}

/// How bad it is to break the rule, as a word.
pub fn severity(code: Code, catalogue: &Catalogue) -> String {
    let id = match code.severity() {
        Severity::Error => "report-error",
        Severity::Warning => "report-warning",
        Severity::Note => "report-note",
    };
    catalogue.text(id, &[])
}

/// The section of `code` in Markdown, below a heading of `level` signs.
pub fn section(code: Code, catalogue: &Catalogue, level: usize) -> String {
    format!(
        "{} {code}\n\n**{}{}{}**\n\n{}\n",
        "#".repeat(level),
        severity(code, catalogue),
        catalogue.text("report-colon", &[]),
        escape(&title(code, catalogue)),
        explanation(code, catalogue.locale())
    )
}

/// The page of all codes in Markdown.
pub fn page(catalogue: &Catalogue) -> String {
    let word = |id| catalogue.text(id, &[]);
    let mut page = format!(
        "# {}\n\n{}\n\n{}\n\n{}\n\n## {}\n",
        word("codes-title"),
        word("codes-other-language"),
        word("codes-intro"),
        word("codes-made"),
        word("codes-contents")
    );
    let groups = groups(catalogue.locale());
    for (heading, codes) in &groups {
        page.push_str(&format!("\n**{heading}**\n\n"));
        for code in codes {
            let title = escape(&title(*code, catalogue));
            page.push_str(&format!("- [`{code}`](#{code}) {title}\n"));
        }
    }
    for (heading, codes) in &groups {
        page.push_str(&format!("\n## {heading}\n"));
        for code in codes {
            page.push('\n');
            page.push_str(&section(*code, catalogue, 3));
        }
    }
    page
}

/// One of our own sentences, with the few signs in it that Markdown would take for its own.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        if matches!(character, '<' | '*' | '_' | '`' | '[' | '\\') {
            out.push('\\');
        }
        out.push(character);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{page, title};
    use crate::diagnostic::Code;
    use crate::locale::{Catalogue, Locale};
    use pulldown_cmark::{Event, Parser, Tag, TagEnd};

    #[test]
    fn titles_are_one_line_without_variables() {
        for locale in Locale::ALL {
            let catalogue = Catalogue::new(*locale);
            for code in Code::ALL {
                let title = title(*code, &catalogue);
                assert!(
                    !title.contains(['{', '}', '$', '\n']),
                    "{locale}: {code}: {title}"
                );
            }
        }
        let french = Catalogue::new(Locale::French);
        assert!(title(Code::FileTooLarge, &french).contains("fait … octets"));
    }

    #[test]
    fn the_page_has_a_section_and_a_link_for_each_code() {
        for locale in Locale::ALL {
            let page = page(&Catalogue::new(*locale));
            let (mut links, mut sections, mut heading) = (Vec::new(), Vec::new(), None);
            for event in Parser::new(&page) {
                match event {
                    Event::Start(Tag::Link { dest_url, .. }) => {
                        links.extend(dest_url.strip_prefix('#').map(str::to_owned))
                    }
                    Event::Start(Tag::Heading { .. }) => heading = Some(String::new()),
                    Event::End(TagEnd::Heading(_)) => sections.extend(heading.take()),
                    Event::Text(text) => {
                        if let Some(heading) = &mut heading {
                            heading.push_str(&text);
                        }
                    }
                    Event::Html(_) | Event::InlineHtml(_) => panic!("{locale}: {event:?}"),
                    _ => {}
                }
            }
            let codes: Vec<&str> = Code::ALL.iter().map(|code| code.as_str()).collect();
            assert_eq!(links, codes, "{locale}");
            sections.retain(|heading| Code::from_name(heading).is_some());
            assert_eq!(sections, codes, "{locale}");
        }
    }

    /// The pages under `docs/` are made; this says how to make them again.
    #[test]
    fn the_pages_in_the_documentation_are_these() {
        for (locale, name) in [(Locale::English, "codes.md"), (Locale::French, "codes.fr.md")] {
            let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
                .join("docs")
                .join(name);
            let there = std::fs::read_to_string(&path).unwrap_or_default();
            assert!(
                there == page(&Catalogue::new(locale)),
                "write docs/{name} again: cargo run -- --lang {locale} explain --markdown > docs/{name}"
            );
        }
    }
}
