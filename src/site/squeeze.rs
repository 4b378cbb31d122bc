//! A module without what only its readers need: comments, indentation, and spaces that part nothing.
//!
//! Lines stay lines, so that JavaScript's rules about the ends of statements (ECMA-262, "Automatic Semicolon Insertion")
//! have nothing to do with it; comments that start with `/*!` stay: licences.

/// What a `/` after it is the start of a regular expression, besides the start of a module.
const BEFORE_A_PATTERN: &str = "(,=:[!&|?{};+-*%<>~^\n";

/// The module `source`, each line shorter; itself where it can't be told what is code in it and what is not.
pub fn squeeze(source: &str) -> String {
    let mut squeezer = Squeezer {
        rest: source,
        out: String::with_capacity(source.len()),
        nested: Vec::new(),
    };
    match squeezer.run() {
        Some(()) => squeezer.out,
        None => source.to_owned(),
    }
}

struct Squeezer<'s> {
    rest: &'s str,
    out: String,
    /// For each template that is open, how many braces are in the expression that stands in it.
    nested: Vec<usize>,
}

impl Squeezer<'_> {
    /// None where a string or a pattern does not end, or where it can't be told whether one starts.
    fn run(&mut self) -> Option<()> {
        while let Some(first) = self.rest.chars().next() {
            if self.rest.starts_with("/*!") {
                let length = self.rest.find("*/")? + 2;
                self.copy(length);
            } else if self.rest.starts_with("/*") {
                let length = self.rest.find("*/")? + 2;
                self.rest = &self.rest[length..];
            } else if self.rest.starts_with("//") {
                let length = self.rest.find('\n').unwrap_or(self.rest.len());
                self.rest = &self.rest[length..];
            } else if first.is_whitespace() {
                self.space();
            } else if matches!(first, '"' | '\'') {
                let length = quoted(self.rest, first)?;
                self.copy(length);
            } else if first == '`' {
                self.copy(1);
                self.template()?;
            } else if first == '/' && self.is_pattern()? {
                let length = pattern(self.rest)?;
                self.copy(length);
            } else if first == '}' && self.nested.last() == Some(&0) {
                self.nested.pop();
                self.copy(1);
                self.template()?;
            } else {
                match (first, self.nested.last_mut()) {
                    ('{', Some(depth)) => *depth += 1,
                    ('}', Some(depth)) => *depth -= 1,
                    _ => {}
                }
                self.copy(first.len_utf8());
            }
        }
        self.nested.is_empty().then_some(())
    }

    fn copy(&mut self, length: usize) {
        let (text, rest) = self.rest.split_at(length);
        self.out.push_str(text);
        self.rest = rest;
    }

    /// White space: an end of line where there is one, else a space where it parts two words.
    fn space(&mut self) {
        let after = self.rest.trim_start();
        let skipped = &self.rest[..self.rest.len() - after.len()];
        self.rest = after;
        let before = self.out.chars().next_back().unwrap_or('\n');
        if skipped.contains('\n') {
            if before != '\n' {
                self.out.push('\n');
            }
        } else if after.starts_with(|after| is_needed(before, after)) {
            self.out.push(' ');
        }
    }

    /// The text of a template up to its end, or up to an expression in it.
    fn template(&mut self) -> Option<()> {
        let mut escaped = false;
        for (at, c) in self.rest.char_indices() {
            if !escaped && c == '`' {
                self.copy(at + 1);
                return Some(());
            }
            if !escaped && self.rest[at..].starts_with("${") {
                self.nested.push(0);
                self.copy(at + 2);
                return Some(());
            }
            escaped = c == '\\' && !escaped;
        }
        None
    }

    /// Whether a `/` here starts a regular expression and does not divide. After a `)` either may be, unless the line has no
    /// second one.
    fn is_pattern(&self) -> Option<bool> {
        let before = self.out.trim_end_matches(' ');
        let line = self.rest[1..].lines().next().unwrap_or_default();
        if before.ends_with(')') && line.contains('/') {
            return None;
        }
        let starts = |c: char| BEFORE_A_PATTERN.contains(c);
        Some(before.is_empty() || before.ends_with(starts) || before.ends_with("return"))
    }
}

/// Whether a space between these two parts what would else be one word or sign.
fn is_needed(before: char, after: char) -> bool {
    let is_word = |c: char| !c.is_ascii() || c.is_ascii_alphanumeric() || "_$#@\\".contains(c);
    match (before, after) {
        ('+', '+') | ('-', '-' | '>') | ('/', '/' | '*') | ('<', '!') => true,
        ('0'..='9', '.') => true,
        _ => is_word(before) && is_word(after),
    }
}

/// The length of the string at the start of `text`, its quotes included.
fn quoted(text: &str, quote: char) -> Option<usize> {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            '\n' if !escaped => return None,
            _ if !escaped && c == quote => return Some(at + 1),
            _ => escaped = c == '\\' && !escaped,
        }
    }
    None
}

/// The length of the regular expression at the start of `text`, without its flags.
fn pattern(text: &str) -> Option<usize> {
    let (mut escaped, mut class) = (false, false);
    for (at, c) in text.char_indices().skip(1) {
        match c {
            '\n' => return None,
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '[' => class = true,
            ']' => class = false,
            '/' if !class => return Some(at + 1),
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::squeeze;

    #[test]
    fn what_only_readers_need_goes() {
        for (source, squeezed) in [
            ("a = b + c;\n", "a=b+c;\n"),
            ("if (x) {\n  f(`a`);\n}\n", "if(x){\nf(`a`);\n}\n"),
            ("// A.\nf();  // B.\n\n/* C\n D */ g();\n", "f();\ng();\n"),
            (
                "/*! Licence\n  of mine */\nf();\n",
                "/*! Licence\n  of mine */\nf();\n",
            ),
            (
                "const { a, b } = c;\nreturn { a };\n",
                "const{a,b}=c;\nreturn{a};\n",
            ),
            ("a - -b; a + +b; a / b; x\n", "a- -b;a+ +b;a/b;x\n"),
            ("for (const x of [1, 2]) y\n", "for(const x of[1,2])y\n"),
            ("import { f } from \"./x.js\";\n", "import{f}from\"./x.js\";\n"),
        ] {
            assert_eq!(squeeze(source), squeezed);
        }
    }

    #[test]
    fn strings_templates_and_patterns_stay_as_they_are() {
        for source in [
            "f(\"a  =  b // c\\\"  =  \");\n",
            "f('a  \"  = b');\n",
            "f(`a  =  ${g(`${h} = `)+\" = \"}  // \\`  = \\${  \n  c`);\n",
            "f(`${{a:{b}}}  = `);\n",
            "f(/a  =  [/\"]  \\/  = \"/g);\n",
            "x=/ = /;\nreturn/ = /;\n",
            "y=\"a\\\n  =  b\";\n",
        ] {
            assert_eq!(squeeze(source), source);
        }
        assert_eq!(squeeze("return / = /;\n"), "return/ = /;\n");
    }

    #[test]
    fn what_does_not_end_is_left_alone() {
        for source in [
            "f(\"a = b;\n",
            "f(`a = b;\n",
            "f(/a = b;\n",
            "/* a = b\n",
            "f(`${ a = b\n",
            "if (a) /b = c/;\n",
        ] {
            assert_eq!(squeeze(source), source);
        }
    }
}
