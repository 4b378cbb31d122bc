//! Taking a mapping apart: every key asked for by name, every fault collected.

use super::{Node, Pair, Value};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::identifier::{Date, Line, LineError};
use std::ops::Range;

/// A value and where it stands, in bytes of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Located<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub range: Range<usize>,
}

/// A mapping that is being taken apart.
#[derive(Debug)]
pub struct Fields<'a> {
    path: &'a str,
    text: &'a str,
    /// What stands before a key in messages: `territory.`, or nothing.
    prefix: String,
    pairs: Vec<Pair>,
    range: Range<usize>,
    known: Vec<&'static str>,
    /// What is wrong so far.
    pub faults: Vec<Diagnostic>,
}

impl<'a> Fields<'a> {
    /// The fields of `node`, which stands in `text`, the file at `path`.
    ///
    /// A value that is no mapping is a fault, and counts as an empty one.
    pub fn new(path: &'a str, text: &'a str, node: Node) -> Self {
        Self::with_prefix(path, text, node, "")
    }

    fn with_prefix(path: &'a str, text: &'a str, node: Node, prefix: &str) -> Self {
        let mut fields = Self {
            path,
            text,
            prefix: prefix.to_owned(),
            pairs: Vec::new(),
            range: node.range.clone(),
            known: Vec::new(),
            faults: Vec::new(),
        };
        match node.value {
            Value::Mapping(pairs) => fields.pairs = pairs,
            Value::Null => {}
            _ => fields.wrong_kind(prefix.strip_suffix('.').unwrap_or(prefix), &node.range, "mapping"),
        }
        fields
    }

    /// A diagnostic at `range`.
    pub fn diagnostic(&self, code: Code, range: &Range<usize>) -> Diagnostic {
        Diagnostic::new(code, Place::in_text(self.path, self.text, range.start, range.end))
    }

    /// Adds a diagnostic about the value of `key`, which reads `value`.
    pub fn wrong(&mut self, code: Code, range: &Range<usize>, key: &str, value: &str) {
        let key = format!("{}{key}", self.prefix);
        let fault = self.diagnostic(code, range).with("key", key).with("value", value);
        self.faults.push(fault);
    }

    fn wrong_kind(&mut self, key: &str, range: &Range<usize>, expected: &str) {
        let fault = self
            .diagnostic(Code::ValueKind, range)
            .with("key", key)
            .with("reason", expected);
        self.faults.push(fault);
    }

    /// Takes the value of `key` out; an empty value counts as none.
    pub fn take(&mut self, key: &'static str) -> Option<Node> {
        self.known.push(key);
        let at = self.pairs.iter().position(|pair| pair.key == key)?;
        let pair = self.pairs.remove(at);
        if pair.node.value == Value::Null {
            self.wrong(Code::EmptyValue, &pair.range, key, "");
            return None;
        }
        Some(pair.node)
    }

    /// Whether `key` is still there to be taken.
    pub fn has(&self, key: &str) -> bool {
        self.pairs.iter().any(|pair| pair.key == key)
    }

    /// Reports that `key` is missing.
    pub fn missing(&mut self, key: &'static str) {
        let start = self.range.start..self.range.start;
        let name = format!("{}{key}", self.prefix);
        let fault = self.diagnostic(Code::MissingKey, &start).with("key", name);
        self.faults.push(fault);
    }

    /// A string of any kind.
    pub fn text(&mut self, key: &'static str) -> Option<Located<String>> {
        let node = self.take(key)?;
        match node.value {
            Value::Text(value) => Some(Located {
                value,
                range: node.range,
            }),
            _ => {
                let key = format!("{}{key}", self.prefix);
                self.wrong_kind(&key, &node.range, "text");
                None
            }
        }
    }

    /// A string that must be there.
    pub fn required_text(&mut self, key: &'static str) -> Option<Located<String>> {
        if !self.has(key) {
            self.known.push(key);
            self.missing(key);
            return None;
        }
        self.text(key)
    }

    /// A string that keeps the rules of a [`Line`], of at most `limit` characters.
    pub fn line(&mut self, key: &'static str, limit: usize) -> Option<Line> {
        let text = self.text(key)?;
        self.as_line(key, text, limit)
    }

    /// A [`Line`] that must be there.
    pub fn required_line(&mut self, key: &'static str) -> Option<Line> {
        let text = self.required_text(key)?;
        self.as_line(key, text, Line::LIMIT)
    }

    fn as_line(&mut self, key: &str, text: Located<String>, limit: usize) -> Option<Line> {
        // A block scalar brings the line feed that ends it.
        let value = text.value.strip_suffix('\n').unwrap_or(&text.value);
        match Line::parse_limited(value, limit) {
            Ok(line) => Some(line),
            Err(fault) => {
                let name = format!("{}{key}", self.prefix);
                let mut diagnostic = self.diagnostic(fault.error.into(), &text.range).with("key", name);
                match fault.error {
                    LineError::TooLong(length) => {
                        diagnostic = diagnostic.with("length", length).with("limit", limit);
                    }
                    LineError::Forbidden(character) | LineError::ForbiddenSpace(character) => {
                        let character = format!("U+{:04X}", u32::from(character));
                        diagnostic = diagnostic.with("character", character);
                    }
                    _ => {}
                }
                self.faults.push(diagnostic);
                None
            }
        }
    }

    /// A value with a form of its own: `parse` decides, `code` names the fault.
    pub fn parse<T, E>(
        &mut self,
        key: &'static str,
        code: Code,
        parse: impl FnOnce(&str) -> Result<T, E>,
    ) -> Option<Located<T>> {
        let text = self.text(key)?;
        match parse(&text.value) {
            Ok(value) => Some(Located {
                value,
                range: text.range,
            }),
            Err(_) => {
                self.wrong(code, &text.range, key, &text.value);
                None
            }
        }
    }

    /// A [`Self::parse`] of a value that must be there.
    pub fn required<T, E>(
        &mut self,
        key: &'static str,
        code: Code,
        parse: impl FnOnce(&str) -> Result<T, E>,
    ) -> Option<Located<T>> {
        if !self.has(key) {
            self.known.push(key);
            self.missing(key);
            return None;
        }
        self.parse(key, code, parse)
    }

    /// A date that must be there.
    pub fn required_date(&mut self, key: &'static str) -> Option<Date> {
        let text = self.required_text(key)?;
        match Date::parse(&text.value) {
            Ok(date) => Some(date),
            Err(error) => {
                self.wrong(error.into(), &text.range, key, &text.value);
                None
            }
        }
    }

    /// `true` or `false`.
    pub fn boolean(&mut self, key: &'static str) -> Option<bool> {
        let node = self.take(key)?;
        match node.value {
            Value::Boolean(value) => Some(value),
            _ => {
                let key = format!("{}{key}", self.prefix);
                self.wrong_kind(&key, &node.range, "boolean");
                None
            }
        }
    }

    /// A whole number.
    pub fn integer(&mut self, key: &'static str) -> Option<i64> {
        let node = self.take(key)?;
        match node.value {
            Value::Integer(value) => Some(value),
            _ => {
                let key = format!("{}{key}", self.prefix);
                self.wrong_kind(&key, &node.range, "integer");
                None
            }
        }
    }

    /// The items of a list; none when there is no list.
    pub fn list(&mut self, key: &'static str) -> Vec<Node> {
        match self.take(key) {
            None => Vec::new(),
            Some(Node {
                value: Value::List(items),
                ..
            }) => items,
            Some(node) => {
                let key = format!("{}{key}", self.prefix);
                self.wrong_kind(&key, &node.range, "list");
                Vec::new()
            }
        }
    }

    /// The mapping under `key`, to be given back with [`Self::close`].
    pub fn open(&mut self, key: &'static str) -> Option<Fields<'a>> {
        let node = self.take(key)?;
        Some(self.item(node, key))
    }

    /// The mapping `node`, called `name` in messages, to be given back with [`Self::close`].
    pub fn item(&self, node: Node, name: &str) -> Fields<'a> {
        Self::with_prefix(self.path, self.text, node, &format!("{}{name}.", self.prefix))
    }

    /// Takes over the faults of a mapping of [`Self::open`].
    pub fn close(&mut self, inner: Fields<'_>) {
        self.faults.extend(inner.finish());
    }

    /// Reports every key that nobody asked for, and gives all faults back.
    pub fn finish(mut self) -> Vec<Diagnostic> {
        for pair in std::mem::take(&mut self.pairs) {
            let name = format!("{}{}", self.prefix, pair.key);
            let fault = self.diagnostic(Code::UnknownKey, &pair.range).with("key", name);
            self.faults
                .push(fault.near(&pair.key, self.known.iter().copied()));
        }
        self.faults
    }
}
