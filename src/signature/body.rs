//! The one spelling of a body, read line by line.
//!
//! The body is a small part of YAML with exactly one way to write each value, so it is read by its own grammar:
//! what this reader takes, any YAML reader takes in the same sense (a test holds the two against each other),
//! and what it takes is what [`super::write`] writes. Each departure is named for what it is.

use super::schema::{Form, Key, Kind, Rule};
use super::source::Source;
use crate::diagnostic::{Code, Diagnostic};
use std::borrow::Cow;
use std::ops::Range;

/// The string of one key, and where its characters stand.
#[derive(Clone, Debug)]
pub(super) struct Scalar {
    /// The value with its escapes resolved; none when its spelling is wrong.
    pub value: Option<String>,
    /// The value as written in the source text, without its quotes.
    pub range: Range<usize>,
}

/// What a body holds: for each key, its string.
#[derive(Clone, Debug, Default)]
pub(super) struct Body {
    scalars: [Option<Scalar>; Key::COUNT],
    lines: [Option<usize>; Key::COUNT],
    /// A mapping in another spelling than the format's: what it holds can't be said to be missing.
    opaque: Option<Key>,
}

impl Body {
    /// The string of `key`, where the key stands and its spelling is right.
    pub fn value(&self, key: Key) -> Option<(&str, Range<usize>)> {
        let scalar = self.scalars[key as usize].as_ref()?;
        Some((scalar.value.as_deref()?, scalar.range.clone()))
    }

    /// Where the value of `key` stands in the source text.
    pub fn range(&self, key: Key) -> Option<Range<usize>> {
        self.scalars[key as usize]
            .as_ref()
            .map(|scalar| scalar.range.clone())
    }

    fn has(&self, key: Key) -> bool {
        self.lines[key as usize].is_some()
    }
}

/// Reads the body of `source` in the form of `kind`, and adds what is wrong to its faults.
pub(super) fn read(source: &mut Source<'_>, kind: Kind) -> Body {
    let text = source.body().to_owned();
    let mut reader = Reader {
        source,
        text: &text,
        rules: kind.rules(),
        parent: None,
        next: 0,
        body: Body::default(),
    };
    let mut start = 0;
    while start < text.len() {
        let rest = &text[start..];
        let length = memchr::memchr(b'\n', rest.as_bytes()).map_or(rest.len(), |at| at + 1);
        let line = &rest[..length];
        let content = line.strip_suffix('\n').unwrap_or(line);
        match content.strip_prefix('\u{feff}').filter(|_| start == 0) {
            Some(content) => reader.line('\u{feff}'.len_utf8(), content),
            None => reader.line(start, content),
        }
        start += line.len();
    }
    reader.missing();
    reader.body
}

struct Reader<'r, 's> {
    source: &'r mut Source<'s>,
    text: &'r str,
    rules: &'static [Rule],
    /// The mapping that two more spaces belong to.
    parent: Option<Key>,
    /// The index of the first rule that may still come.
    next: usize,
    body: Body,
}

impl Reader<'_, '_> {
    fn fault(&mut self, code: Code, range: Range<usize>) {
        self.source.fault(code, range);
    }

    fn add(&mut self, diagnostic: Diagnostic) {
        self.source.faults.push(diagnostic);
    }

    /// Reads a line that is as it should be: a key that may come next, and a string without escapes.
    ///
    /// What this takes, [`Self::line`] takes in the same sense.
    fn expected(&mut self, start: usize, line: &str) -> bool {
        let nested = line.starts_with("  ");
        let parent = self.parent.filter(|_| nested);
        if nested != parent.is_some() {
            return false;
        }
        let Some(inner) = line[if nested { 2 } else { 0 }..].strip_suffix('"') else {
            return false;
        };
        for index in self.next..self.rules.len() {
            let rule = self.rules[index];
            if rule.parent != parent || rule.form != Form::Text {
                continue;
            }
            let Some(value) = inner
                .strip_prefix(rule.key.word())
                .and_then(|rest| rest.strip_prefix(": \""))
            else {
                continue;
            };
            if self.body.has(rule.key) || memchr::memchr2(b'"', b'\\', value.as_bytes()).is_some() {
                return false;
            }
            let end = start + line.len() - 1;
            self.parent = parent;
            self.next = index + 1;
            self.body.lines[rule.key as usize] = Some(start + line.len() - inner.len() - 1);
            self.body.scalars[rule.key as usize] = Some(Scalar {
                value: Some(value.to_owned()),
                range: end - value.len()..end,
            });
            return true;
        }
        false
    }

    fn line(&mut self, start: usize, line: &str) {
        if self.expected(start, line) {
            return;
        }
        let content = line.trim_start_matches([' ', '\t']);
        let indent = line.len() - content.len();
        let at = start + indent;
        if content.trim_ascii().is_empty() {
            return self.fault(Code::BlankLine, start..start + line.len());
        }
        if let Some(tab) = line[..indent].find('\t') {
            self.fault(Code::Tab, start + tab..start + tab + 1);
        }
        let trimmed = content.trim_end_matches([' ', '\t']);
        if trimmed.len() < content.len() {
            self.fault(Code::TrailingSpace, at + trimmed.len()..at + content.len());
        }
        if let Some(code) = not_a_key(trimmed) {
            return self.fault(code, at..at + trimmed.len());
        }
        let Some((word, rest)) = trimmed.split_once(':') else {
            return self.not_canonical("key: \"…\"", at..at + trimmed.len());
        };
        if word.starts_with(['"', '\'']) || word.ends_with(' ') {
            return self.not_canonical("key: \"…\"", at..at + word.len());
        }
        let expected = if self.parent.is_some() { 2_usize } else { 0 };
        if indent != 0 && indent != expected && !line[..indent].contains('\t') {
            let fault = self
                .source
                .diagnostic(Code::Indentation, start..at)
                .with("expected", expected);
            self.add(fault);
        }
        if indent == 0 {
            self.parent = None;
        }
        self.key(word, at, rest, at + word.len() + 1);
    }

    fn key(&mut self, word: &str, at: usize, rest: &str, rest_at: usize) {
        let parent = self.parent;
        let range = at..at + word.len();
        let Some(index) = self
            .rules
            .iter()
            .position(|rule| rule.parent == parent && rule.key.word() == word)
        else {
            let known = self
                .rules
                .iter()
                .filter(|rule| rule.parent == parent)
                .map(|rule| rule.key.word());
            let fault = self
                .source
                .diagnostic(Code::UnknownKey, range)
                .with("key", word)
                .near(word, known);
            return self.add(fault);
        };
        let rule = self.rules[index];
        if self.body.has(rule.key) {
            let fault = self
                .source
                .diagnostic(Code::DuplicateKey, range)
                .with("key", rule.key.name());
            return self.add(fault);
        }
        if index < self.next {
            let after = self.rules[..index]
                .iter()
                .rev()
                .find(|before| before.parent == parent);
            let after = after.map_or("", |before| before.key.word());
            let fault = self
                .source
                .diagnostic(Code::KeyOrder, range)
                .with("key", rule.key.name())
                .with("after", after);
            self.add(fault);
        }
        self.next = self.next.max(index + 1);
        self.body.lines[rule.key as usize] = Some(at);
        match rule.form {
            Form::Mapping => {
                self.parent = Some(rule.key);
                if !rest.is_empty() {
                    self.body.opaque = Some(rule.key);
                    let code = lexical(rest.trim_start()).unwrap_or(Code::NotCanonical);
                    let fault = self.source.diagnostic(code, rest_at..rest_at + rest.len());
                    self.add(
                        fault
                            .with("key", rule.key.name())
                            .with("expected", format!("{word}:")),
                    );
                }
            }
            Form::One | Form::Text => {
                let scalar = self.scalar(rule, rest, rest_at);
                self.body.scalars[rule.key as usize] = Some(scalar);
            }
        }
    }

    fn scalar(&mut self, rule: Rule, rest: &str, rest_at: usize) -> Scalar {
        let written = rest.trim_start_matches([' ', '\t']);
        let at = rest_at + rest.len() - written.len();
        let whole = at..at + written.len();
        let nothing = Scalar {
            value: None,
            range: whole.clone(),
        };
        if let Some(tab) = rest[..rest.len() - written.len()].find('\t') {
            self.fault(Code::Tab, rest_at + tab..rest_at + tab + 1);
        } else if rest.len() - written.len() != 1 && !written.is_empty() {
            self.not_canonical(&format!("{}: …", rule.key.word()), rest_at..at);
        }
        if rule.form == Form::One {
            self.format_version(written, whole);
            return nothing;
        }
        if let Some(code) = lexical(written) {
            let fault = self.source.diagnostic(code, whole).with("key", rule.key.name());
            self.add(fault);
            return nothing;
        }
        self.quoted(&written[1..], at + 1).unwrap_or(nothing)
    }

    fn format_version(&mut self, written: &str, range: Range<usize>) {
        if written == "1" {
            return;
        }
        let numeric =
            !written.is_empty() && written.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
        if numeric && written != "01" {
            let fault = self
                .source
                .diagnostic(Code::FormatVersion, range)
                .with("version", written);
            self.add(fault);
        } else if let Some(code) = lexical(written).filter(|code| *code != Code::NotDoubleQuoted) {
            self.fault(code, range);
        } else {
            self.not_canonical("paraphe: 1", range);
        }
    }

    /// Reads the rest of a string after its opening quote.
    fn quoted(&mut self, rest: &str, at: usize) -> Option<Scalar> {
        let mut value = Cow::Borrowed("");
        let mut from = 0;
        let mut sound = true;
        loop {
            let Some(stop) = rest[from..].find(['"', '\\']).map(|offset| from + offset) else {
                self.not_canonical("\"…\"", at + rest.len()..at + rest.len());
                return None;
            };
            if rest.as_bytes()[stop] == b'"' {
                append(&mut value, &rest[from..stop]);
                self.after_quote(&rest[stop + 1..], at + stop + 1);
                let value = sound.then(|| value.into_owned());
                return Some(Scalar {
                    value,
                    range: at..at + stop,
                });
            }
            let escaped = rest[stop + 1..].chars().next();
            append(&mut value, &rest[from..stop]);
            from = stop + 1 + escaped.map_or(0, char::len_utf8);
            match escaped {
                Some('"') => append(&mut value, "\""),
                Some('\\') => append(&mut value, "\\"),
                _ => {
                    let escape = &rest[stop..from];
                    let fault = self
                        .source
                        .diagnostic(Code::Escape, at + stop..at + from)
                        .with("escape", escape);
                    self.add(fault);
                    sound = false;
                }
            }
        }
    }

    fn after_quote(&mut self, rest: &str, at: usize) {
        let tail = rest.trim_start_matches([' ', '\t']);
        if tail.starts_with('#') {
            self.fault(Code::Comment, at + rest.len() - tail.len()..at + rest.len());
        } else if !rest.is_empty() {
            self.not_canonical("\"…\"", at..at + rest.len());
        }
    }

    fn not_canonical(&mut self, expected: &str, range: Range<usize>) {
        let fault = self
            .source
            .diagnostic(Code::NotCanonical, range)
            .with("expected", expected);
        self.add(fault);
    }

    /// Reports each required key that is missing where it should stand: before the next key that is there.
    fn missing(&mut self) {
        for (index, rule) in self.rules.iter().enumerate() {
            let open = |parent| self.body.has(parent) && self.body.opaque != Some(parent);
            let wanted = rule.required && rule.parent.is_none_or(open);
            if !wanted || self.body.has(rule.key) {
                continue;
            }
            let after = self.rules[index..]
                .iter()
                .find_map(|later| self.body.lines[later.key as usize]);
            let at = after.unwrap_or(self.text.len());
            let fault = self
                .source
                .diagnostic(Code::MissingKey, at..at)
                .with("key", rule.key.name());
            self.add(fault);
        }
    }
}

fn append<'a>(value: &mut Cow<'a, str>, part: &'a str) {
    if value.is_empty() {
        *value = Cow::Borrowed(part);
    } else if !part.is_empty() {
        value.to_mut().push_str(part);
    }
}

/// What a line is when it is not `key: value`.
fn not_a_key(content: &str) -> Option<Code> {
    match content.as_bytes() {
        [b'#', ..] => Some(Code::Comment),
        [b'%', ..] => Some(Code::DocumentMarker),
        _ if content == "---" || content == "..." || content.starts_with("--- ") => {
            Some(Code::DocumentMarker)
        }
        [b'<', b'<', ..] => Some(Code::MergeKey),
        [b'&', ..] => Some(Code::Anchor),
        [b'*', ..] => Some(Code::Alias),
        [b'!', ..] => Some(Code::Tag),
        [b'{' | b'[' | b'}' | b']', ..] => Some(Code::FlowCollection),
        _ => None,
    }
}

/// What a value is when it does not start with a double quote.
fn lexical(written: &str) -> Option<Code> {
    match written.as_bytes() {
        [b'"', ..] => None,
        [b'&', ..] => Some(Code::Anchor),
        [b'*', ..] => Some(Code::Alias),
        [b'!', ..] => Some(Code::Tag),
        [b'{' | b'[', ..] => Some(Code::FlowCollection),
        [b'#', ..] => Some(Code::Comment),
        _ => Some(Code::NotDoubleQuoted),
    }
}
