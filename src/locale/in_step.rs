//! Tests that keep the two languages, the codes and their arguments in step.

use super::{Catalogue, Locale, catalogue};
use crate::diagnostic::{Argument, Code};
use fluent_bundle::FluentResource;
use std::collections::{BTreeMap, BTreeSet};

/// What is compared of a message: its attributes, and the variables in any of its parts.
#[derive(Debug, Default, PartialEq, Eq)]
struct Shape {
    attributes: BTreeSet<String>,
    variables: BTreeSet<String>,
}

/// The messages and terms of a Fluent file in their order.
fn shapes(source: &str) -> Vec<(String, Shape)> {
    let mut shapes: Vec<(String, Shape)> = Vec::new();
    for line in source
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
    {
        if !line.starts_with([' ', '}']) {
            let (id, _) = line.split_once(" =").unwrap_or_else(|| panic!("{line}"));
            shapes.push((id.to_owned(), Shape::default()));
        }
        let shape = &mut shapes.last_mut().expect("an entry before its parts").1;
        if let Some(rest) = line.trim_start().strip_prefix('.') {
            let (name, _) = rest.split_once(" =").unwrap_or_else(|| panic!("{line}"));
            shape.attributes.insert(name.to_owned());
        }
        for part in line.split('$').skip(1) {
            let end = part
                .find(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_')
                .unwrap_or(part.len());
            shape.variables.insert(part[..end].to_owned());
        }
    }
    shapes
}

/// The arguments that the comment of each code names: the words in backticks after its last colon.
fn documented() -> BTreeMap<Code, BTreeSet<String>> {
    let source = include_str!("../diagnostic/code.rs");
    let (_, source) = source.split_once("\ncodes! {").expect("the list of codes");
    let mut comment = String::new();
    let mut named = BTreeMap::new();
    for line in source.lines().map(str::trim) {
        if let Some(text) = line.strip_prefix("///") {
            comment.push_str(text);
        } else if let Some((_, rest)) = line.split_once(" = \"") {
            let name = rest.split('"').next().unwrap_or_default();
            let Some(code) = Code::from_name(name) else {
                continue;
            };
            let arguments = comment.rsplit_once(": ").map_or("", |(_, arguments)| arguments);
            let words = arguments.split('`').skip(1).step_by(2);
            let names = words.filter(|word| word.bytes().all(|byte| byte.is_ascii_lowercase()));
            named.insert(code, names.map(str::to_owned).collect());
            comment.clear();
        }
    }
    named
}

fn diagnostics(locale: Locale) -> Vec<(String, Shape)> {
    let mut entries = shapes(catalogue::sources(locale)[0].1);
    entries.retain(|(id, _)| !id.starts_with('-'));
    entries
}

#[test]
fn every_file_is_sound_fluent_and_no_name_is_there_twice() {
    for locale in Locale::ALL {
        let mut seen = BTreeSet::new();
        for (file, source) in catalogue::sources(*locale) {
            if let Err((_, errors)) = FluentResource::try_new(source.to_owned()) {
                panic!("{locale}/{file}: {errors:?}");
            }
            for (id, _) in shapes(source) {
                assert!(seen.insert(id.clone()), "{locale}/{file}: {id} is there twice");
            }
        }
    }
}

#[test]
fn both_languages_have_the_same_messages() {
    let [french, english] = [
        catalogue::sources(Locale::French),
        catalogue::sources(Locale::English),
    ];
    for ((file, french), (_, english)) in french.iter().zip(english) {
        let french: BTreeMap<_, _> = shapes(french).into_iter().collect();
        let english: BTreeMap<_, _> = shapes(english).into_iter().collect();
        for (id, shape) in &french {
            assert_eq!(english.get(id), Some(shape), "{file}: {id}, English on the left");
        }
        for id in english.keys() {
            assert!(french.contains_key(id), "{file}: {id} is not in French");
        }
    }
}

#[test]
fn every_code_has_its_words_in_the_order_of_the_codes() {
    let codes: Vec<&str> = Code::ALL.iter().map(|code| code.as_str()).collect();
    for locale in Locale::ALL {
        let entries = diagnostics(*locale);
        let ids: Vec<&str> = entries.iter().map(|(id, _)| id.as_str()).collect();
        assert_eq!(ids, codes, "{locale}");
        for (id, shape) in &entries {
            assert!(shape.attributes.contains("help"), "{locale}: {id} has no help");
            let known = ["label", "expected", "help"];
            assert!(
                shape.attributes.iter().all(|name| known.contains(&name.as_str())),
                "{locale}: {id}"
            );
        }
    }
}

#[test]
fn messages_use_the_arguments_that_the_codes_name() {
    let documented = documented();
    assert_eq!(documented.len(), Code::ALL.len());
    for (id, shape) in diagnostics(Locale::English) {
        let code = Code::from_name(&id).expect("a code");
        assert_eq!(
            shape.variables, documented[&code],
            "{id}: the code's comment on the right"
        );
    }
}

#[test]
fn filled_in_messages_are_one_clean_line() {
    let documented = documented();
    for locale in Locale::ALL {
        let catalogue = Catalogue::new(*locale);
        for code in Code::ALL {
            for number in [1, 2] {
                let value = |name: &String| match name.as_str() {
                    "size" | "limit" | "length" | "count" => Argument::Number(number),
                    _ => Argument::from("VALUE"),
                };
                let arguments: Vec<(&str, Argument)> = documented[code]
                    .iter()
                    .map(|name| (name.as_str(), value(name)))
                    .collect();
                let mut texts = vec![catalogue.text(code.as_str(), &arguments)];
                for name in ["label", "expected", "help"] {
                    texts.extend(catalogue.attribute(code.as_str(), name, &arguments));
                }
                for text in texts {
                    assert!(!text.contains(['\n', '{', '}']), "{locale}: {code}: {text}");
                    assert_eq!(text.trim(), text, "{locale}: {code}");
                    assert_eq!(crate::report::escape::terminal(&text), text, "{locale}: {code}");
                    if *locale == Locale::French {
                        assert_typography(&text);
                    }
                }
            }
        }
    }
}

#[test]
fn french_messages_keep_their_punctuation_on_the_line() {
    let themes = [
        include_str!("../../themes/default/locales/fr.ftl"),
        include_str!("../../themes/plain/locales/fr.ftl"),
    ];
    let program = catalogue::sources(Locale::French).map(|(_, source)| source);
    for source in program.into_iter().chain(themes) {
        messages(source)
            .iter()
            .for_each(|message| assert_typography(message));
    }
}

#[test]
fn english_messages_have_curly_quotes_but_for_what_is_typed() {
    for (file, source) in catalogue::sources(Locale::English) {
        for message in messages(source) {
            // A theme's first files, examples, and a value as a file spells it are no prose.
            if file == "diagnostics" || message.starts_with("theme-new-") {
                continue;
            }
            let prose = message.split("\n.examples").next().unwrap_or_default();
            let typed = |line: &&str| line.starts_with("git commit ");
            for line in prose.lines().filter(|line| !typed(line)) {
                let outside: String = line.split(['{', '}']).step_by(2).collect();
                assert!(!outside.contains(['"', '\'']), "{file}: {line}");
            }
        }
    }
}

#[test]
fn the_french_word_for_a_key_is_spelt_in_one_way() {
    let program = catalogue::sources(Locale::French).map(|(_, source)| source);
    let codes = include_str!("fr/codes.md");
    for source in program.into_iter().chain([codes]) {
        assert!(
            !source.to_lowercase().contains("clef"),
            "it is `clé` everywhere else"
        );
    }
}

/// The messages of a Fluent file, one after the other; comments are left out, and what lines are indented by.
fn messages(source: &str) -> Vec<String> {
    let mut messages: Vec<String> = Vec::new();
    for line in source.lines().filter(|line| !line.starts_with('#')) {
        match messages.last_mut() {
            Some(message) if line.starts_with([' ', '}']) => {
                message.push('\n');
                message.push_str(line.trim());
            }
            _ => messages.push(line.to_owned()),
        }
    }
    messages
}

/// French typography: narrow no-break spaces before high punctuation and inside guillemets, curly apostrophes.
pub(super) fn assert_typography(text: &str) {
    for wrong in ["'", " :", " ;", " !", " ?", "« ", " »", "..\u{2026}", "  "] {
        assert!(!text.contains(wrong), "{wrong:?} in: {text}");
    }
    let opened = text.matches("«\u{202f}").count();
    assert_eq!(
        (opened, opened),
        (text.matches('«').count(), text.matches("\u{202f}»").count()),
        "{text}"
    );
}
