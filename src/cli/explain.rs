//! `paraphe explain`: what a code means, why the rule is there, and what to do.

use super::arguments::explain::ExplainOptions;
use super::console::{Console, Failure, Outcome, Style};
use super::wrap;
use crate::diagnostic::{Code, Severity, nearest};
use crate::locale::{explanation, groups};
use crate::report::reference;

/// How many columns a line of words may take at most.
const WIDTH: usize = 80;

/// Explains one code, or lists them all.
pub fn run(options: &ExplainOptions, console: &Console) -> Result<Outcome, Failure> {
    let catalogue = &console.catalogue;
    let text = match (&options.code, options.markdown) {
        (Some(name), true) => reference::section(find(name)?, catalogue, 1),
        (Some(name), false) => section(find(name)?, console),
        (None, true) => reference::page(catalogue),
        (None, false) => list(console),
    };
    console.raw(&text)?;
    Ok(Outcome::Well)
}

/// The code that a person means, as it stands in a report or nearly so: `error[date-form]`, `Date_Form`.
fn find(written: &str) -> Result<Code, Failure> {
    let name = match written.split_once('[') {
        Some((_, rest)) => rest.split(']').next().unwrap_or_default(),
        None => written,
    };
    let name = name.trim().to_lowercase().replace(['_', ' '], "-");
    Code::from_name(&name).ok_or_else(|| {
        let code = ("code", written.into());
        match nearest(&name, Code::ALL.iter().map(|code| code.as_str())) {
            Some(near) => Failure::message("explain-near", &[code, ("near", near.into())]),
            None => Failure::message("explain-unknown", &[code]),
        }
    })
}

fn style(code: Code) -> Style {
    match code.severity() {
        Severity::Error => Style::Bad,
        Severity::Warning => Style::Careful,
        Severity::Note => Style::Dim,
    }
}

fn list(console: &Console) -> String {
    let mut text = String::new();
    let names = Code::ALL.iter().map(|code| code.as_str().len());
    let room = names.max().unwrap_or_default();
    for (heading, codes) in groups(console.catalogue.locale()) {
        text.push_str(&format!("{}\n", console.paint(Style::Strong, heading)));
        for code in codes {
            let gap = " ".repeat(room - code.as_str().len());
            let name = console.paint(style(code), code.as_str());
            text.push_str(&format!(
                "  {name}{gap}  {}\n",
                reference::title(code, &console.catalogue)
            ));
        }
        text.push('\n');
    }
    text.push_str(&console.text("explain-more", &[]));
    text.push('\n');
    text
}

fn section(code: Code, console: &Console) -> String {
    let catalogue = &console.catalogue;
    let head = format!("{}[{code}]", reference::severity(code, catalogue));
    let title = format!(
        "{}{}",
        catalogue.text("report-colon", &[]),
        reference::title(code, catalogue)
    );
    let head = console.paint(style(code), &head) + &console.paint(Style::Strong, &title);
    let mut text = wrap::fit(&head, console.columns());
    text.push('\n');
    for (at, part) in explanation(code, catalogue.locale()).split("```").enumerate() {
        let inside = at % 2 == 1;
        if inside {
            text.push('\n');
            part.lines()
                .skip(1)
                .for_each(|line| text.push_str(&example(line, console)));
            continue;
        }
        for paragraph in part
            .split("\n\n")
            .filter(|paragraph| !paragraph.trim().is_empty())
        {
            text.push('\n');
            text.push_str(&wrap::paragraph(paragraph.trim(), console.columns().min(WIDTH)));
            text.push('\n');
        }
    }
    text
}

/// A line of an example; what is wrong and what is right stand out.
fn example(line: &str, console: &Console) -> String {
    let line = match line.chars().next() {
        Some('-') => console.paint(Style::Bad, line),
        Some('+') => console.paint(Style::Good, line),
        _ => line.to_owned(),
    };
    format!("    {line}\n")
}

#[cfg(test)]
mod tests {
    use super::{WIDTH, find, section};
    use crate::cli::console::{Console, Failure};
    use crate::diagnostic::Code;
    use crate::locale::{Catalogue, Locale, explanation};
    use unicode_width::UnicodeWidthStr as _;

    #[test]
    fn a_code_is_found_as_a_report_writes_it() {
        for written in [
            "date-form",
            " Date_Form",
            "error[date-form]",
            "erreur[date-form] : x",
        ] {
            assert_eq!(find(written).ok(), Some(Code::DateForm), "{written}");
        }
        assert!(matches!(
            find("dat-form"),
            Err(Failure::Message("explain-near", _))
        ));
        assert!(matches!(find("zzz"), Err(Failure::Message("explain-unknown", _))));
        assert!(find("").is_err());
    }

    #[test]
    fn no_word_is_lost_and_no_line_is_too_wide() {
        for locale in Locale::ALL {
            let mut console = Console::new(Catalogue::new(*locale));
            console.colour = false;
            for code in Code::ALL {
                let section = section(*code, &console);
                let (_, shown) = section.split_once("\n\n").unwrap();
                let words = |text: &str| -> Vec<String> {
                    let text = text.replace("```diff", " ").replace("```", " ");
                    text.split_whitespace().map(str::to_owned).collect()
                };
                assert_eq!(words(shown), words(explanation(*code, *locale)), "{code}");
                let prose = shown.lines().filter(|line| !line.starts_with("    "));
                for line in prose {
                    assert!(line.width() <= WIDTH, "{locale}: {code}: {line}");
                }
            }
        }
    }
}
