//! A module without what only its readers need: comments, indentation, and spaces that part nothing.
//!
//! Lines stay lines, so that JavaScript's rules about the ends of statements (ECMA-262, "Automatic Semicolon Insertion")
//! have nothing to do with it; comments that start with `/*!` stay: licences.

/// Words after which a value comes: a `/` after them starts a regular expression.
const BEFORE_A_VALUE: [&str; 15] = [
    "await",
    "case",
    "default",
    "delete",
    "do",
    "else",
    "extends",
    "in",
    "instanceof",
    "new",
    "return",
    "throw",
    "typeof",
    "void",
    "yield",
];

/// Words whose parentheses a statement follows.
const BEFORE_A_CONDITION: [&str; 4] = ["for", "if", "while", "with"];

/// What ends a line (ECMA-262, "Line Terminators").
const LINE_ENDS: [char; 4] = ['\n', '\r', '\u{2028}', '\u{2029}'];

/// The lines of code of the module `source`, each shorter; its lines as they are where it can't be told what is code in
/// it and what is not. A template, a string or a comment that goes over several lines is part of one.
pub fn squeeze(source: &str) -> Vec<String> {
    let mut code = source.trim_start_matches('\u{feff}');
    if code.starts_with("#!") {
        code = &code[code.find(LINE_ENDS).unwrap_or(code.len())..];
    }
    squeezed(code).unwrap_or_else(|| code.lines().map(str::to_owned).collect())
}

fn squeezed(source: &str) -> Option<Vec<String>> {
    let mut squeezer = Squeezer {
        rest: source,
        lines: Vec::new(),
        line: String::new(),
        last: Last::Operator,
        after_line_end: false,
        conditions: Vec::new(),
        nested: Vec::new(),
    };
    squeezer.run()?;
    squeezer.end_line();
    Some(squeezer.lines)
}

/// What the last token was: that tells what a `/` after it is.
#[derive(Clone, Copy, PartialEq)]
enum Last {
    /// A value comes next.
    Operator,
    /// A value, which may be divided.
    Value,
    /// A regular expression, which may be divided, and to which a word after it would be its flags.
    Pattern,
    /// A word of [`BEFORE_A_CONDITION`].
    Condition,
    /// The dot before a name.
    Dot,
    /// Either may come next.
    Unclear,
}

struct Squeezer<'s> {
    rest: &'s str,
    lines: Vec<String>,
    line: String,
    last: Last,
    /// Whether a line ended after the last token.
    after_line_end: bool,
    /// For each parenthesis that is open, whether a statement follows it.
    conditions: Vec<bool>,
    /// For each template that is open, how many braces are in the expression that stands in it.
    nested: Vec<usize>,
}

impl Squeezer<'_> {
    /// None where a string or a pattern does not end, or where it can't be told whether one starts.
    fn run(&mut self) -> Option<()> {
        loop {
            self.gap()?;
            let Some(first) = self.rest.chars().next() else {
                return self.nested.is_empty().then_some(());
            };
            if self.rest.starts_with("/*!") {
                let length = self.rest.find("*/")? + 2;
                self.after_line_end |= self.rest[..length].contains(LINE_ENDS);
                self.copy(length);
                continue;
            }
            self.last = match first {
                '"' | '\'' => {
                    self.copy(quoted(self.rest, first)?);
                    Last::Value
                }
                '/' if self.is_pattern()? => {
                    self.copy(pattern(self.rest)?);
                    Last::Pattern
                }
                '`' => {
                    self.copy(1);
                    self.template()?
                }
                '}' if self.nested.last() == Some(&0) => {
                    self.nested.pop();
                    self.copy(1);
                    self.template()?
                }
                first if is_word(first) => self.word(),
                first => self.sign(first)?,
            };
            self.after_line_end = false;
        }
    }

    fn copy(&mut self, length: usize) {
        let (text, rest) = self.rest.split_at(length);
        self.line.push_str(text);
        self.rest = rest;
    }

    fn end_line(&mut self) {
        if !self.line.is_empty() {
            self.lines.push(std::mem::take(&mut self.line));
        }
    }

    /// White space and comments: an end of line where there is one, else a space where they part two tokens.
    fn gap(&mut self) -> Option<()> {
        let start = self.rest;
        loop {
            self.rest = self
                .rest
                .trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
            if self.rest.starts_with("//") {
                self.rest = &self.rest[self.rest.find(LINE_ENDS).unwrap_or(self.rest.len())..];
            } else if self.rest.starts_with("/*") && !self.rest.starts_with("/*!") {
                let length = self.rest[2..].find("*/")? + 4;
                self.rest = &self.rest[length..];
            } else {
                break;
            }
        }
        let skipped = &start[..start.len() - self.rest.len()];
        if skipped.contains(LINE_ENDS) {
            self.after_line_end = true;
            self.end_line();
        } else if let (false, Some(before), Some(after)) = (
            skipped.is_empty(),
            self.line.chars().next_back(),
            self.rest.chars().next(),
        ) && (is_needed(before, after) || self.last == Last::Pattern && is_word(after))
        {
            self.line.push(' ');
        }
        Some(())
    }

    fn word(&mut self) -> Last {
        let length = self.rest.find(|c| !is_word(c)).unwrap_or(self.rest.len());
        let word = &self.rest[..length];
        let last = match word {
            _ if self.last == Last::Dot => Last::Value,
            "await" if self.last == Last::Condition => Last::Condition,
            "of" => Last::Unclear,
            _ if BEFORE_A_VALUE.contains(&word) => Last::Operator,
            _ if BEFORE_A_CONDITION.contains(&word) => Last::Condition,
            _ => Last::Value,
        };
        self.copy(length);
        last
    }

    fn sign(&mut self, first: char) -> Option<Last> {
        let sign = ["...", "++", "--"]
            .into_iter()
            .find(|sign| self.rest.starts_with(sign));
        if let Some(sign) = sign {
            self.copy(sign.len());
            // After a value on the same line, `++` and `--` belong to it.
            let keeps = sign != "..." && !self.after_line_end;
            return Some(if keeps { self.last } else { Last::Operator });
        }
        match (first, self.nested.last_mut()) {
            ('{', Some(depth)) => *depth += 1,
            ('}', Some(depth)) => *depth -= 1,
            _ => {}
        }
        let last = match first {
            '(' => {
                self.conditions.push(self.last == Last::Condition);
                Last::Operator
            }
            ')' if self.conditions.pop()? => Last::Operator,
            ')' | ']' => Last::Value,
            '}' => Last::Unclear,
            '.' => Last::Dot,
            _ => Last::Operator,
        };
        self.copy(first.len_utf8());
        // In a script that is no module, `<!--` starts a comment, and `</script` ends the element that it stands in.
        if first == '<' && self.rest.starts_with(['!', '/']) {
            self.line.push(' ');
        }
        Some(last)
    }

    /// The text of a template up to its end, or up to an expression in it.
    fn template(&mut self) -> Option<Last> {
        let mut escaped = false;
        for (at, c) in self.rest.char_indices() {
            if !escaped && c == '`' {
                self.copy(at + 1);
                return Some(Last::Value);
            }
            if !escaped && self.rest[at..].starts_with("${") {
                self.nested.push(0);
                self.copy(at + 2);
                return Some(Last::Operator);
            }
            escaped = c == '\\' && !escaped;
        }
        None
    }

    /// Whether a `/` here starts a regular expression and does not divide. Where either may be, it divides if the line has
    /// no second one.
    fn is_pattern(&self) -> Option<bool> {
        match self.last {
            Last::Operator => Some(true),
            Last::Value | Last::Pattern | Last::Dot => Some(false),
            Last::Condition | Last::Unclear => {
                let line = self.rest[1..].split(LINE_ENDS).next();
                (!line.unwrap_or_default().contains('/')).then_some(false)
            }
        }
    }
}

fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || "_$#@\\".contains(c)
        || !c.is_ascii() && !c.is_whitespace() && c != '\u{feff}'
}

/// Whether a space between these two parts what would else be one word or sign.
fn is_needed(before: char, after: char) -> bool {
    match (before, after) {
        ('+', '+') | ('-', '-' | '>') | ('/', '/' | '*') | ('<', '!' | '/') => true,
        ('0'..='9', '.') => true,
        _ => is_word(before) && is_word(after),
    }
}

/// The length of the string at the start of `text`, its quotes included.
fn quoted(text: &str, quote: char) -> Option<usize> {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            '\n' | '\r' if !escaped => return None,
            '\r' => escaped = text[at..].starts_with("\r\n"),
            _ if !escaped && c == quote => return Some(at + 1),
            _ => escaped = c == '\\' && !escaped,
        }
    }
    None
}

/// The length of the regular expression at the start of `text`, its flags included.
fn pattern(text: &str) -> Option<usize> {
    let (mut escaped, mut class) = (false, false);
    for (at, c) in text.char_indices().skip(1) {
        match c {
            _ if LINE_ENDS.contains(&c) => return None,
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '[' => class = true,
            ']' => class = false,
            '/' if !class => {
                let flags = text[at + 1..].find(|c| !is_word(c));
                return Some(flags.map_or(text.len(), |flags| at + 1 + flags));
            }
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests;
