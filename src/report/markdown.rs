//! For a job summary or a comment on a pull request: what the change does, what is wrong, and how to mend it, for
//! someone who has never used git.
//!
//! Everything that comes from a file goes through [`escape::markdown`] or [`escape::markdown_code`].

use super::{Finding, Options, Summary, escape, label};
use crate::diagnostic::{Code, Severity};
use crate::locale::Catalogue;
use crate::review::{Act, ActKind};

/// How many rows of the table are shown, and how many findings: a summary holds at most a mebibyte.
const ACT_LIMIT: usize = 200;
const FINDING_LIMIT: usize = 100;

pub(super) fn write(findings: &[Finding<'_>], options: &Options<'_>) -> String {
    let words = options.catalogue;
    let mut out = format!("## {}\n\n", words.text("markdown-title", &[]));
    out.push_str(&verdict(findings, words));
    if !options.acts.is_empty() {
        out.push_str(&heading(words, "markdown-acts"));
        out.push_str(&table(options.acts, words));
    }
    let mend = findings
        .iter()
        .any(|finding| finding.diagnostic.severity == Severity::Error);
    for (id, severities) in [
        ("markdown-errors", &[Severity::Error][..]),
        ("markdown-remarks", &[Severity::Warning, Severity::Note]),
    ] {
        let shown: Vec<&Finding<'_>> = findings
            .iter()
            .filter(|finding| severities.contains(&finding.diagnostic.severity))
            .collect();
        if shown.is_empty() {
            continue;
        }
        out.push_str(&heading(words, id));
        for finding in shown.iter().take(FINDING_LIMIT) {
            out.push_str(&describe(finding, words));
        }
        let left = shown.len().saturating_sub(FINDING_LIMIT);
        if left > 0 {
            out.push_str(&format!(
                "{}\n\n",
                words.text("markdown-more", &[("count", left.into())])
            ));
        }
    }
    if mend && !options.acts.is_empty() {
        out.push_str(&how_to_mend(findings, options));
    }
    out
}

fn heading(words: &Catalogue, id: &str) -> String {
    format!("### {}\n\n", words.text(id, &[]))
}

fn verdict(findings: &[Finding<'_>], words: &Catalogue) -> String {
    let summary = Summary::of(findings.iter().map(|finding| finding.diagnostic));
    let (mark, id) = match (summary.errors, summary.warnings) {
        (0, 0) => ("✅", "markdown-well"),
        (0, _) => ("⚠️", "markdown-look"),
        _ => ("❌", "markdown-wrong"),
    };
    let counts = summary.text(words);
    let counts = if counts.is_empty() {
        counts
    } else {
        format!(" ({counts})")
    };
    format!("{mark} **{}**{counts}\n\n", words.text(id, &[]))
}

fn table(acts: &[Act], words: &Catalogue) -> String {
    let columns = ["what", "who", "text", "date", "key", "steward", "file"];
    let heads = columns.map(|column| words.text(&format!("markdown-column-{column}"), &[]));
    let mut out = format!(
        "| | {} |\n|---{}|\n",
        heads.join(" | "),
        "|---".repeat(columns.len())
    );
    for act in acts.iter().take(ACT_LIMIT) {
        let none = || "–".to_owned();
        let who = match (&act.organisation, &act.city) {
            (Some(name), Some(city)) => format!("**{}**, {}", escape::markdown(name), escape::markdown(city)),
            (Some(name), None) => format!("**{}**", escape::markdown(name)),
            (None, _) => none(),
        };
        let text = match (&act.text, &act.version) {
            (Some(text), Some(version)) => {
                format!("{} {}", escape::markdown_code(text), escape::markdown(version))
            }
            (Some(text), None) => escape::markdown_code(text),
            (None, _) => none(),
        };
        let signs = act.kind.is_of_signature();
        let steward = match &act.steward {
            Some(steward) => escape::markdown(steward),
            None if signs => words.text("markdown-no-steward", &[]),
            None => none(),
        };
        let cells = [
            if act.sound { "✅" } else { "❌" }.to_owned(),
            words.text(&format!("act-{}", act.kind.as_str()), &[]),
            who,
            text,
            act.date.as_deref().map_or_else(none, escape::markdown),
            act.fingerprint
                .as_deref()
                .map_or_else(none, escape::markdown_code),
            steward,
            escape::markdown_code(&act.path),
        ];
        out.push_str(&format!("| {} |\n", cells.join(" | ")));
    }
    out.push('\n');
    let adheres = |kind: ActKind| kind.is_of_signature() && kind != ActKind::Withdraws;
    let waits = |act: &Act| act.sound && adheres(act.kind) && act.steward.is_none();
    if acts.iter().take(ACT_LIMIT).any(waits) {
        out.push_str(&format!("{}\n\n", words.text("markdown-not-attested", &[])));
    }
    let left = acts.len().saturating_sub(ACT_LIMIT);
    if left > 0 {
        out.push_str(&format!(
            "{}\n\n",
            words.text("markdown-more-acts", &[("count", left.into())])
        ));
    }
    out
}

fn describe(finding: &Finding<'_>, words: &Catalogue) -> String {
    let diagnostic = finding.diagnostic;
    let mut out = format!("**{}**\n\n", escape::markdown(&finding.words.title));
    let place = match &diagnostic.place.span {
        Some(span) => words.text("markdown-line", &[("line", u64::from(span.line).into())]),
        None => String::new(),
    };
    out.push_str(&format!(
        "- {}{place}\n",
        escape::markdown_code(&diagnostic.place.path)
    ));
    if let Some(source) = finding.source.filter(|source| !source.trim().is_empty()) {
        let short: String = source.chars().take(200).collect();
        out.push_str(&format!("- {}\n", escape::markdown_code(&short)));
    }
    for (id, text) in finding.words.remarks() {
        out.push_str(&format!(
            "- *{}*{}\n",
            label(words, id).trim_end(),
            spaced(&escape::markdown(text))
        ));
    }
    out.push_str(&format!(
        "- *{}* {}\n\n",
        words.text("markdown-code", &[]),
        escape::markdown_code(&format!("paraphe explain {}", diagnostic.code))
    ));
    out
}

fn spaced(text: &str) -> String {
    format!(" {text}")
}

/// What to do on the forge's pages, without git.
fn how_to_mend(findings: &[Finding<'_>], options: &Options<'_>) -> String {
    let words = options.catalogue;
    let mut out = heading(words, "markdown-mend");
    let lost = [Code::PrivateKey, Code::PrivateKeyBefore];
    let steps = if findings
        .iter()
        .any(|finding| lost.contains(&finding.diagnostic.code))
    {
        // What was sent once stays in the request, whatever is put over it.
        &["key-1", "key-2", "key-3"][..]
    } else if options.acts.iter().any(|act| act.kind.is_signed()) {
        &["1", "2", "3", "4"]
    } else {
        &["1", "2-other", "3", "4"]
    };
    for (at, step) in steps.iter().enumerate() {
        let text = words.text(&format!("markdown-mend-{step}"), &[]);
        out.push_str(&format!("{}. {text}\n", at + 1));
    }
    if let Some(contact) = options.contact {
        let sentence = words.text("markdown-mend-contact", &[]);
        out.push_str(&format!("\n{sentence} {}\n", escape::markdown_code(contact)));
    }
    out
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::{Code, Diagnostic, Place};
    use crate::locale::{Catalogue, Locale};
    use crate::report::{Format, Options, write};
    use crate::review::{Act, ActKind};
    use pulldown_cmark::{Event, Options as Extensions, Parser, Tag};

    fn act(kind: ActKind, text: &str) -> Act {
        let text = || Some(text.to_owned());
        Act {
            kind,
            path: text().unwrap_or_default(),
            organisation: text(),
            city: text(),
            text: text(),
            version: text(),
            date: text(),
            fingerprint: text(),
            steward: text(),
            sound: false,
        }
    }

    const HOSTILE: &str = "x | y <script>alert(1)</script> ![i](https://e.example/i.png) @someone **b** `c` \u{1b}[2J\u{202e}\n\n# t\n| a |";

    #[test]
    fn no_foreign_string_becomes_markup() {
        let acts: Vec<Act> = ActKind::ALL.iter().map(|kind| act(*kind, HOSTILE)).collect();
        let place = Place::in_text(HOSTILE, HOSTILE, 0, 3);
        let mut fault = Diagnostic::new(Code::LookalikeName, place)
            .with("value", HOSTILE)
            .with("actual", HOSTILE)
            .with("other", HOSTILE);
        fault.suggestion = Some(HOSTILE.to_owned());
        for locale in Locale::ALL {
            let catalogue = Catalogue::new(*locale);
            let options = Options {
                acts: &acts,
                contact: Some("contact@charte.example"),
                ..Options::new(&catalogue)
            };
            let text = write(Format::Markdown, std::slice::from_ref(&fault), &options);
            assert!(
                text.chars()
                    .all(|c| c == '\n' || !crate::identifier::is_forbidden(c))
            );
            let (mut rows, mut headings) = (0, 0);
            for event in Parser::new_ext(&text, Extensions::ENABLE_TABLES) {
                match event {
                    Event::Start(Tag::TableRow) => rows += 1,
                    Event::Start(Tag::Heading { .. }) => headings += 1,
                    Event::Start(Tag::Link { .. } | Tag::Image { .. } | Tag::HtmlBlock)
                    | Event::Html(_)
                    | Event::InlineHtml(_) => panic!("{event:?}"),
                    _ => {}
                }
            }
            assert_eq!((rows, headings), (acts.len(), 4), "{text}");
        }
    }

    #[test]
    fn what_is_to_be_done_fits_what_is_wrong() {
        let catalogue = Catalogue::new(Locale::English);
        let say = |kind, code| {
            let acts = [act(kind, "x")];
            let options = Options {
                acts: &acts,
                ..Options::new(&catalogue)
            };
            let fault = Diagnostic::new(code, Place::file("x")).with("version", "1.0");
            write(Format::Markdown, &[fault], &options)
        };
        let signature = say(ActKind::Signs, Code::KeyReplaced);
        assert!(signature.contains("Keep this request open") && signature.contains("paraphe sign"));
        let text = say(ActKind::Changes, Code::TextChanged);
        assert!(text.contains("Keep this request open") && !text.contains("paraphe sign"));
        for code in [Code::PrivateKey, Code::PrivateKeyBefore] {
            let key = say(ActKind::Signs, code);
            assert!(!key.contains("Keep this request open") && key.contains("Close this request"));
        }
    }

    #[test]
    fn a_sound_signature_that_nobody_attests_yet_is_no_fault() {
        let catalogue = Catalogue::new(Locale::English);
        let say = |sound, steward| {
            let acts = [Act {
                sound,
                steward,
                ..act(ActKind::Signs, "x")
            }];
            let options = Options {
                acts: &acts,
                ..Options::new(&catalogue)
            };
            write(Format::Markdown, &[], &options).contains("is no fault")
        };
        assert!(say(true, None));
        assert!(!say(false, None) && !say(true, Some("x".to_owned())));
    }

    #[test]
    fn says_that_all_is_well() {
        let catalogue = Catalogue::new(Locale::French);
        let text = write(Format::Markdown, &[], &Options::new(&catalogue));
        assert!(text.contains("✅"), "{text}");
        assert!(!text.contains("###"), "{text}");
    }

    #[test]
    fn a_summary_never_grows_too_large() {
        let catalogue = Catalogue::new(Locale::French);
        let acts = vec![act(ActKind::Signs, &HOSTILE.repeat(2)); 5000];
        let fault = Diagnostic::new(Code::ActionUnknown, Place::file(HOSTILE)).with("value", HOSTILE);
        let options = Options {
            acts: &acts,
            ..Options::new(&catalogue)
        };
        let text = write(Format::Markdown, &vec![fault; 5000], &options);
        assert!(text.len() < 1024 * 1024, "{}", text.len());
    }
}
