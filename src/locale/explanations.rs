//! A page for each code: what it means, why the rule is there, an example, and what to do.

use super::Locale;
use super::catalogue::sources;
use crate::diagnostic::Code;

/// The pages of `locale`, one `## code` section after the other.
fn pages(locale: Locale) -> &'static str {
    match locale {
        Locale::French => include_str!("fr/codes.md"),
        Locale::English => include_str!("en/codes.md"),
    }
}

/// The explanation of `code` in Markdown, without a heading.
///
/// Its first paragraph says what the code means and why the rule is there; a `diff` block may show a faulty line and
/// the mended one; the last paragraph says what to do.
pub fn explanation(code: Code, locale: Locale) -> &'static str {
    let name = code.as_str();
    let sections = pages(locale).split("## ").skip(1);
    sections
        .filter_map(|section| section.split_once('\n'))
        .find(|(title, _)| *title == name)
        .map_or("", |(_, text)| text.trim())
}

/// The codes in their groups, each with its heading: the group comments of the file of messages.
pub fn groups(locale: Locale) -> Vec<(&'static str, Vec<Code>)> {
    let mut groups: Vec<(&'static str, Vec<Code>)> = Vec::new();
    for line in sources(locale)[0].1.lines() {
        if let Some(heading) = line.strip_prefix("## ") {
            groups.push((heading, Vec::new()));
        } else if let Some((name, _)) = line.split_once(" =")
            && let (Some(code), Some((_, codes))) = (Code::from_name(name), groups.last_mut())
        {
            codes.push(code);
        }
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::{explanation, groups, pages};
    use crate::diagnostic::Code;
    use crate::locale::Locale;
    use crate::locale::in_step::assert_typography;
    use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag};

    #[test]
    fn there_is_one_section_for_each_code_in_the_order_of_the_codes() {
        let codes: Vec<&str> = Code::ALL.iter().map(|code| code.as_str()).collect();
        for locale in Locale::ALL {
            let titles: Vec<&str> = pages(*locale)
                .lines()
                .filter_map(|line| line.strip_prefix("## "))
                .collect();
            assert_eq!(titles, codes, "{locale}");
        }
    }

    #[test]
    fn every_code_is_in_one_group_and_both_languages_have_the_same() {
        let [french, english] = [Locale::French, Locale::English].map(groups);
        let codes = |groups: &[(_, Vec<Code>)]| -> Vec<Vec<Code>> {
            groups.iter().map(|(_, codes)| codes.clone()).collect()
        };
        assert_eq!(codes(&french), codes(&english));
        assert_eq!(codes(&french).concat(), Code::ALL);
        assert!(french.iter().all(|(_, codes)| !codes.is_empty()));
        french.iter().for_each(|(heading, _)| assert_typography(heading));
    }

    #[test]
    fn each_explains_and_tells_what_to_do() {
        for code in Code::ALL {
            let [french, english] =
                [Locale::French, Locale::English].map(|locale| explanation(*code, locale));
            for text in [french, english] {
                let paragraphs = text.split("\n\n").filter(|part| !part.starts_with("```")).count();
                assert!(paragraphs >= 2, "{code}: {text}");
                assert!(!text.contains("##"), "{code}: a section runs into the next");
                for event in Parser::new(text) {
                    match event {
                        Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(language))) => {
                            assert_eq!(&*language, "diff")
                        }
                        Event::Start(Tag::CodeBlock(_) | Tag::Heading { .. })
                        | Event::Html(_)
                        | Event::InlineHtml(_) => {
                            panic!("{code}: {event:?}")
                        }
                        _ => {}
                    }
                }
            }
            let example = |text: &str| text.contains("```diff\n");
            assert_eq!(example(french), example(english), "{code}");
        }
    }

    #[test]
    fn french_has_french_typography() {
        for code in Code::ALL {
            for (at, block) in explanation(*code, Locale::French).split("```").enumerate() {
                if at % 2 == 0 {
                    block.split('`').step_by(2).for_each(assert_typography);
                }
            }
        }
    }
}
