//! What this program says of signed files, for tests that hold another implementation against it.
//!
//! - `judge files PROJECT` reads from standard input, again and again, a line `<path> <length>` and that many bytes, and
//!   prints for each file one line: its faults as `code:line:column:length`, sorted, between spaces; `-` for none. The
//!   file is held against the texts of the project as if it stood at that path in it.
//! - `judge unicode` prints the characters that may not stand in a string, as the scripts keep them.
//! - `judge nfc` reads texts, a line each, and prints for each the index of the first character that normalisation form C
//!   would change; `-1` for none.
//! - `judge slugs` reads names, a line each, and prints the slug of each.

use paraphe::diagnostic::Diagnostic;
use paraphe::identifier::{Slug, is_forbidden};
use paraphe::project::Project;
use paraphe::register::{self, Role, against};
use paraphe::signature::{Kind, Reading};
use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::path::Path;
use unicode_normalization::UnicodeNormalization as _;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().collect();
    let words: Vec<&str> = arguments.iter().skip(1).map(String::as_str).collect();
    match words.as_slice() {
        ["files", project] => files(Path::new(project)),
        ["unicode"] => unicode(),
        ["nfc"] => nfc(),
        ["slugs"] => slugs(),
        _ => Err("judge files PROJECT | judge unicode | judge nfc | judge slugs".into()),
    }
}

fn files(project: &Path) -> Result<(), Box<dyn std::error::Error>> {
    let project = Project::load(project).map_err(|faults| format!("{faults:?}"))?;
    let texts = register::load_texts(&project).0;
    let mut input = BufReader::new(io::stdin().lock());
    let mut output = io::stdout().lock();
    let mut head = String::new();
    while input.read_line(&mut head)? > 0 {
        let (path, length) = head
            .trim_end()
            .rsplit_once(' ')
            .ok_or("a line without a length")?;
        let mut bytes = vec![0; length.parse()?];
        input.read_exact(&mut bytes)?;
        let faults = judge(&project, against::Texts(&texts), path, &bytes);
        writeln!(output, "{}", line(&faults))?;
        head.clear();
    }
    Ok(())
}

/// What `verify` says of one signature file, or of an attestation without its signature.
fn judge(project: &Project, texts: against::Texts<'_>, path: &str, bytes: &[u8]) -> Vec<Diagnostic> {
    let kind = Kind::of_path(path);
    let mut reading = match Reading::new(path, bytes, kind) {
        Ok(reading) => reading,
        Err(fault) => return vec![fault],
    };
    if kind == Kind::Adherence {
        let place = match register::role(path) {
            Ok(Role::Signature(text, _)) => Some(text),
            _ => None,
        };
        against::signature(
            &mut reading,
            Some(&project.configuration.charter),
            place.as_ref(),
            texts,
        );
    }
    reading.check_seal();
    if kind == Kind::Attestation {
        let configuration = &project.configuration;
        against::stewards_key(&mut reading, &configuration.charter, &configuration.stewards);
    }
    reading.finish().err().unwrap_or_default()
}

fn line(faults: &[Diagnostic]) -> String {
    let mut words: Vec<String> = faults
        .iter()
        .map(|fault| match &fault.place.span {
            Some(span) => format!("{}:{}:{}:{}", fault.code, span.line, span.column, span.length),
            None => format!("{}:1:0:0", fault.code),
        })
        .collect();
    words.sort();
    if words.is_empty() {
        "-".to_owned()
    } else {
        words.join(" ")
    }
}

/// The ranges of forbidden characters from U+0080 on: for each how far it starts after the last one ended, and how many
/// more characters than one it has, in base 36.
fn unicode() -> Result<(), Box<dyn std::error::Error>> {
    let forbidden = |point: u32| char::from_u32(point).is_none_or(is_forbidden);
    let mut words = Vec::new();
    let (mut end, mut point) = (0x80, 0x80);
    while point <= 0x0010_ffff {
        if forbidden(point) {
            let start = point;
            while point < 0x0010_ffff && forbidden(point + 1) {
                point += 1;
            }
            let more = if point > start {
                format!(",{}", base36(point - start))
            } else {
                String::new()
            };
            words.push(base36(start - end) + &more);
            end = point + 1;
        }
        point += 1;
    }
    println!("{}", words.join(" "));
    Ok(())
}

fn base36(mut number: u32) -> String {
    let mut digits = Vec::new();
    loop {
        digits.extend(char::from_digit(number % 36, 36));
        number /= 36;
        if number == 0 {
            return digits.iter().rev().collect();
        }
    }
}

fn nfc() -> Result<(), Box<dyn std::error::Error>> {
    let mut output = io::stdout().lock();
    for text in io::stdin().lock().lines() {
        let text = text?;
        let same = text
            .chars()
            .zip(text.nfc())
            .take_while(|(one, other)| one == other)
            .count();
        let sound = unicode_normalization::is_nfc(&text);
        writeln!(output, "{}", if sound { -1 } else { i64::try_from(same)? })?;
    }
    Ok(())
}

fn slugs() -> Result<(), Box<dyn std::error::Error>> {
    for name in io::stdin().lock().lines() {
        println!(
            "{}",
            Slug::from_name(&name?)
                .map(|slug| slug.to_string())
                .unwrap_or_default()
        );
    }
    Ok(())
}
