//! The one door to the YAML library, with its strict settings.
//!
//! Configuration and front matter come from strangers: no anchors, aliases, tags or merge keys, one document, eight
//! levels, no value whose kind another YAML reader would guess differently. The result is a tree of [`Node`]s that
//! know where they stand, so that one pass can report everything that is wrong.

mod fields;

pub use fields::{Fields, Located};

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::identifier::is_forbidden;
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_saphyr::{DuplicateKeyPolicy, Error, MergeKeyPolicy, Options, Spanned};
use std::ops::Range;

/// A value and where it stands, in bytes of the whole file.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// The value.
    pub value: Value,
    /// Where it stands.
    pub range: Range<usize>,
}

/// A YAML value.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A string.
    Text(String),
    /// A whole number.
    Integer(i64),
    /// `true` or `false`.
    Boolean(bool),
    /// Any other number: what it was meant to be can't be told.
    Number,
    /// Nothing.
    Null,
    /// A sequence.
    List(Vec<Node>),
    /// A mapping, in the order of the file.
    Mapping(Vec<Pair>),
}

/// One key of a mapping with its value.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// The key.
    pub key: String,
    /// Where the key stands, in bytes of the whole file.
    pub range: Range<usize>,
    /// Its value.
    pub node: Node,
}

/// Reads the YAML at `range` of `text`, the file at `path`.
///
/// # Errors
/// The first fault of the syntax, at its place.
pub fn parse(path: &str, text: &str, range: Range<usize>) -> Result<Node, Diagnostic> {
    let yaml = &text[range.clone()];
    let hidden = |character: &char| {
        *character != '\n' && (is_forbidden(*character) || matches!(character, '\u{200c}' | '\u{200d}'))
    };
    if let Some((at, character)) = yaml.char_indices().find(|(_, character)| hidden(character)) {
        let at = range.start + at;
        let code = if character == '\t' {
            Code::Tab
        } else {
            Code::ForbiddenCharacter
        };
        let place = Place::in_text(path, text, at, at + character.len_utf8());
        return Err(Diagnostic::new(code, place).with("character", format!("U+{:04X}", u32::from(character))));
    }
    let tree: Spanned<Tree> = serde_saphyr::from_str_with_options(yaml, options())
        .map_err(|error| diagnose(path, text, &range, error.without_snippet()))?;
    let tree = node(tree, range.start);
    match ambiguous(text, &tree) {
        None => Ok(tree),
        Some(node) => {
            let word = &text[node.range.clone()];
            let place = Place::in_text(path, text, node.range.start, node.range.end);
            Err(Diagnostic::new(Code::NotDoubleQuoted, place).with("key", word))
        }
    }
}

/// The first unquoted word that YAML 1.1 readers take for a boolean and YAML 1.2 readers for a string.
fn ambiguous<'a>(text: &str, node: &'a Node) -> Option<&'a Node> {
    const WORDS: [&str; 8] = ["y", "n", "yes", "no", "on", "off", "~", "null"];
    match &node.value {
        Value::Text(value) => {
            let plain = text.get(node.range.clone()) == Some(value);
            (plain && WORDS.contains(&value.to_ascii_lowercase().as_str())).then_some(node)
        }
        Value::List(items) => items.iter().find_map(|item| ambiguous(text, item)),
        Value::Mapping(pairs) => pairs.iter().find_map(|pair| ambiguous(text, &pair.node)),
        Value::Integer(_) | Value::Boolean(_) | Value::Number | Value::Null => None,
    }
}

fn options() -> Options {
    let mut options = Options::default();
    options.no_schema = true;
    options.strict_booleans = true;
    options.reject_unsupported_tags = true;
    options.reject_tagged_field_names = true;
    options.with_snippet = false;
    options.merge_keys = MergeKeyPolicy::Error;
    options.duplicate_keys = DuplicateKeyPolicy::Error;
    if let Some(budget) = options.budget.as_mut() {
        budget.max_anchors = 0;
        budget.max_aliases = 0;
        budget.max_depth = 8;
        budget.max_nodes = 4000;
        budget.max_documents = 1;
    }
    options
}

fn diagnose(path: &str, text: &str, range: &Range<usize>, error: &Error) -> Diagnostic {
    let place = match error.location() {
        Some(location) if location.line() > 0 => {
            let yaml = &text[range.clone()];
            let line = usize::try_from(location.line()).unwrap_or(1) - 1;
            let start: usize = yaml.split_inclusive('\n').take(line).map(str::len).sum();
            let column = usize::try_from(location.column()).unwrap_or(1).saturating_sub(1);
            let content = yaml[start..].split('\n').next().unwrap_or_default();
            let offset = content
                .char_indices()
                .nth(column)
                .map_or(content.len(), |(at, _)| at);
            let at = range.start + start + offset;
            Place::in_text(path, text, at, at + content[offset..].trim_end().len())
        }
        _ => Place::in_text(path, text, range.start, range.start),
    };
    let code = match error {
        Error::DuplicateMappingKey { .. } => Code::DuplicateKey,
        Error::MergeKeyNotAllowed { .. } | Error::MergeValueNotMapOrSeqOfMaps { .. } => Code::MergeKey,
        Error::UnsupportedTag { .. } | Error::TaggedStructFieldName { .. } => Code::Tag,
        Error::QuotingRequired { .. } => Code::NotDoubleQuoted,
        Error::MultipleDocuments { .. } => Code::DocumentMarker,
        Error::UnknownAnchor { .. } => Code::Alias,
        Error::Budget { breach, .. } => match format!("{breach:?}") {
            name if name.starts_with("Anchors") => Code::Anchor,
            name if name.starts_with("Aliases") => Code::Alias,
            name if name.starts_with("Documents") => Code::DocumentMarker,
            _ => Code::YamlSyntax,
        },
        _ => Code::YamlSyntax,
    };
    let key = match error {
        Error::DuplicateMappingKey { key: Some(key), .. } => key.clone(),
        _ => place
            .span
            .as_ref()
            .map(|span| span.source.trim().to_owned())
            .unwrap_or_default(),
    };
    // The library's sentence ends with its own idea of the place, which is counted from the front matter's start.
    let reason = error.to_string();
    let reason = reason
        .rsplit_once(" at line ")
        .map_or(reason.as_str(), |(reason, _)| reason)
        .to_owned();
    Diagnostic::new(code, place)
        .with("key", key)
        .with("reason", reason)
}

fn node(tree: Spanned<Tree>, offset: usize) -> Node {
    let range = span(&tree, offset);
    let value = match tree.value {
        Tree::Scalar(value) => value,
        Tree::List(items) => Value::List(items.into_iter().map(|item| node(item, offset)).collect()),
        Tree::Mapping(pairs) => Value::Mapping(
            pairs
                .into_iter()
                .map(|(key, value)| {
                    let range = span(&key, offset);
                    Pair {
                        range,
                        key: key.value,
                        node: node(value, offset),
                    }
                })
                .collect(),
        ),
    };
    Node { value, range }
}

fn span<T>(spanned: &Spanned<T>, offset: usize) -> Range<usize> {
    let span = spanned.referenced.span();
    let start = offset
        + span
            .byte_offset()
            .and_then(|at| usize::try_from(at).ok())
            .unwrap_or_default();
    let length = span
        .byte_len()
        .and_then(|length| usize::try_from(length).ok())
        .unwrap_or_default();
    start..start + length
}

enum Tree {
    Scalar(Value),
    List(Vec<Spanned<Tree>>),
    Mapping(Vec<(Spanned<String>, Spanned<Tree>)>),
}

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TreeVisitor)
    }
}

struct TreeVisitor;

impl<'de> Visitor<'de> for TreeVisitor {
    type Value = Tree;

    fn expecting(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("a YAML value")
    }

    fn visit_str<E>(self, value: &str) -> Result<Tree, E> {
        Ok(Tree::Scalar(Value::Text(value.to_owned())))
    }

    fn visit_bool<E>(self, value: bool) -> Result<Tree, E> {
        Ok(Tree::Scalar(Value::Boolean(value)))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Tree, E> {
        Ok(Tree::Scalar(Value::Integer(value)))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Tree, E> {
        Ok(Tree::Scalar(
            i64::try_from(value).map_or(Value::Number, Value::Integer),
        ))
    }

    fn visit_i128<E>(self, _: i128) -> Result<Tree, E> {
        Ok(Tree::Scalar(Value::Number))
    }

    fn visit_u128<E>(self, _: u128) -> Result<Tree, E> {
        Ok(Tree::Scalar(Value::Number))
    }

    fn visit_f64<E>(self, _: f64) -> Result<Tree, E> {
        Ok(Tree::Scalar(Value::Number))
    }

    fn visit_unit<E>(self) -> Result<Tree, E> {
        Ok(Tree::Scalar(Value::Null))
    }

    fn visit_none<E>(self) -> Result<Tree, E> {
        Ok(Tree::Scalar(Value::Null))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Tree, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = access.next_element()? {
            items.push(item);
        }
        Ok(Tree::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Tree, A::Error> {
        let mut pairs = Vec::new();
        while let Some(pair) = access.next_entry()? {
            pairs.push(pair);
        }
        Ok(Tree::Mapping(pairs))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(yaml: &str) -> (Code, String) {
        let fault = parse("f", yaml, 0..yaml.len()).unwrap_err();
        (fault.code, fault.place.to_string())
    }

    #[test]
    fn knows_where_values_stand() {
        let text = "---\ntitle: \"Été\"\norder: 3\n---\n";
        let tree = parse("f", text, 4..text.len() - 4).unwrap();
        let Value::Mapping(pairs) = tree.value else {
            panic!()
        };
        assert_eq!(pairs[0].node.value, Value::Text("Été".into()));
        assert_eq!(&text[pairs[0].node.range.clone()], "\"Été\"");
        assert_eq!(&text[pairs[1].range.clone()], "order");
        assert_eq!(pairs[1].node.value, Value::Integer(3));
    }

    #[test]
    fn refuses_what_readers_disagree_on() {
        assert_eq!(fault("a: 1\na: 2\n"), (Code::DuplicateKey, "f:2:1".into()));
        assert_eq!(fault("a: &x 1\n").0, Code::Anchor);
        assert_eq!(fault("a: *x\n").0, Code::Alias);
        assert_eq!(fault("a: !t 1\n").0, Code::Tag);
        assert_eq!(fault("<<: {a: 1}\n").0, Code::MergeKey);
        assert_eq!(fault("a: 1\n---\nb: 2\n").0, Code::DocumentMarker);
        assert_eq!(fault("a: no\n").0, Code::NotDoubleQuoted);
        assert_eq!(fault("a: [\n").0, Code::YamlSyntax);
        assert_eq!(fault("a:\n\tb: 1\n"), (Code::Tab, "f:2:1".into()));
        assert_eq!(
            fault("a: \"x\u{202e}y\"\n"),
            (Code::ForbiddenCharacter, "f:1:6".into())
        );
    }

    #[test]
    fn deep_nesting_ends_at_once() {
        let deep = "[".repeat(200_000);
        assert_eq!(fault(&deep).0, Code::YamlSyntax);
    }
}
