//! Words and addresses that never change are put into a template before it is read.
//!
//! `{{ words.home }}` means the same on a hundred thousand pages: looking it up and escaping it once is enough. Only
//! the plain form is folded; in conditions, arguments and loops `words` and `addresses` are variables like any other.

use crate::text::push_html;
use std::collections::BTreeMap;

/// A template's source with its constants folded in.
#[derive(Debug, Default)]
pub struct Folded {
    /// The text that is read.
    pub text: String,
    /// Where unchanged pieces start: in `text`, and in the source.
    pieces: Vec<(usize, usize)>,
}

impl Folded {
    /// Folds `{{ NAME.KEY }}` wherever `constants` has `NAME` and its map has `KEY`.
    pub fn new(source: &str, constants: &[(&str, &BTreeMap<String, String>)]) -> Self {
        let mut folded = Self::default();
        // Inside `raw` such a form is text.
        if source.contains("{% raw") || source.contains("{%- raw") {
            folded.text.push_str(source);
            return folded;
        }
        let mut from = 0;
        while let Some(at) = source[from..].find("{{ ").map(|at| from + at) {
            let constant = path(&source[at + 3..]).and_then(|path| Some((path, find(path, constants)?)));
            // With a brace before it, the first letters of a value could start a tag.
            let is_alone = !source[..at].ends_with('{');
            let Some((path, value)) = constant.filter(|_| is_alone) else {
                folded.text.push_str(&source[from..at + 3]);
                from = at + 3;
                continue;
            };
            folded.text.push_str(&source[from..at]);
            push_escaped(&mut folded.text, value);
            from = at + 3 + path.len() + 3;
            folded.pieces.push((folded.text.len(), from));
        }
        folded.text.push_str(&source[from..]);
        folded
    }

    /// The place in the source of a place in the folded text.
    pub fn origin(&self, at: usize) -> usize {
        let before = self.pieces.partition_point(|(folded, _)| *folded <= at);
        match before.checked_sub(1) {
            Some(last) => self.pieces[last].1 + (at - self.pieces[last].0),
            None => at,
        }
    }
}

/// The name at the start of `inner`, where nothing but it stands in the braces.
fn path(inner: &str) -> Option<&str> {
    let is_of_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
    let end = inner.find(|c| !is_of_name(c))?;
    inner[end..].starts_with(" }}").then(|| &inner[..end])
}

fn find<'c>(path: &str, constants: &[(&str, &'c BTreeMap<String, String>)]) -> Option<&'c str> {
    let (name, key) = path.split_once('.')?;
    let (_, values) = constants.iter().find(|(known, _)| *known == name)?;
    values.get(key).map(String::as_str)
}

/// Escapes HTML, and what would start a tag of the template.
fn push_escaped(out: &mut String, value: &str) {
    for (at, part) in value.split('{').enumerate() {
        if at > 0 {
            out.push_str("&#123;");
        }
        push_html(out, part);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fold(source: &str) -> Folded {
        let words = BTreeMap::from([
            ("a".to_owned(), "<b> {{".to_owned()),
            ("c".to_owned(), "é".to_owned()),
            ("d".to_owned(), "% x %".to_owned()),
        ]);
        Folded::new(source, &[("words", &words)])
    }

    #[test]
    fn only_the_plain_form_is_folded() {
        assert_eq!(
            fold("x {{ words.a }}{{ words.c }}").text,
            "x &lt;b&gt; &#123;&#123;é"
        );
        for same in [
            "{{ words.b }}",
            "{{ word.a }}",
            "{{words.a}}",
            "{{ words.a | upper }}",
            "{% if words.a %}{{ x }}",
            "{% raw %}{{ words.a }}{% endraw %}",
            "{{ ",
            "{{ {{ words.a",
            "{{{ words.d }}",
        ] {
            assert_eq!(fold(same).text, same);
        }
    }

    #[test]
    fn what_was_put_in_is_not_looked_at_again() {
        let words = BTreeMap::from([
            ("a".to_owned(), "{{ words.b }} words.b }}".to_owned()),
            ("b".to_owned(), "no".to_owned()),
        ]);
        let folded = Folded::new("{{ words.a }}{{ words.b }}", &[("words", &words)]);
        assert_eq!(folded.text, "&#123;&#123; words.b }} words.b }}no");
    }

    #[test]
    fn braces_that_nothing_closes_take_no_time() {
        let source = "{{ x".repeat(500_000);
        assert_eq!(fold(&source).text, source);
        let source = "{{ ".repeat(500_000) + " }}";
        assert_eq!(fold(&source).text, source);
    }

    #[test]
    fn places_lead_back_to_the_source() {
        let source = "é {{ words.a }} {{ x }} {{ words.c }}{{ y }}";
        let folded = fold(source);
        for name in ["{{ x", "{{ y"] {
            let at = folded.text.find(name).unwrap();
            assert_eq!(folded.origin(at), source.find(name).unwrap(), "{name}");
        }
        assert_eq!(folded.origin(0), 0);
    }
}
