//! Words and addresses that never change are put into a template before it is read.
//!
//! `{{ words.home }}` means the same on a hundred thousand pages: looking it up and escaping it once is enough. Only
//! the plain form is folded; in conditions, arguments and loops `words` and `addresses` are variables like any other.

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
            let inner = &source[at + 3..];
            let constant = inner
                .split_once(" }}")
                .and_then(|(path, _)| Some((path, find(path, constants)?)));
            let Some((path, value)) = constant else {
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

fn find<'c>(path: &str, constants: &[(&str, &'c BTreeMap<String, String>)]) -> Option<&'c str> {
    let (name, key) = path.split_once('.')?;
    let (_, values) = constants.iter().find(|(known, _)| *known == name)?;
    values.get(key).map(String::as_str)
}

/// Escapes HTML, and what would start a tag of the template.
fn push_escaped(out: &mut String, value: &str) {
    for character in value.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '{' => out.push_str("&#123;"),
            _ => out.push(character),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fold(source: &str) -> Folded {
        let words = BTreeMap::from([
            ("a".to_owned(), "<b> {{".to_owned()),
            ("c".to_owned(), "é".to_owned()),
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
        ] {
            assert_eq!(fold(same).text, same);
        }
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
