//! Where a fault is.

/// A file of the project, and the part of it that a diagnostic is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The path as the reader knows it: relative to the project folder, with `/` between its parts.
    pub path: String,
    /// The part of the file; none when the whole file is meant.
    pub span: Option<Span>,
}

/// A part of one line.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// The line, counted from 1.
    pub line: u32,
    /// The first character, counted from 1 in Unicode scalar values.
    pub column: u32,
    /// How many characters are meant; 0 marks a point between two of them.
    pub length: u32,
    /// The line itself, without its end; empty when it is too long to be worth showing. It may be hostile.
    pub source: String,
}

/// The longest line that is kept, in bytes: a file of one line with a thousand faults must not be kept a thousand times.
const SOURCE_LIMIT: usize = 8 * 1024;

impl Place {
    /// A whole file.
    pub fn file(path: impl Into<String>) -> Self {
        Self {
            path: path.into(),
            span: None,
        }
    }

    /// The bytes `start..end` of `text`, cut at the end of the first line.
    ///
    /// Offsets that lie outside `text` or inside a character are moved back to the nearest sound one.
    pub fn in_text(path: impl Into<String>, text: &str, start: usize, end: usize) -> Self {
        let start = floor(text, start);
        let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
        let line_end = text[start..].find('\n').map_or(text.len(), |at| start + at);
        let end = floor(text, end).clamp(start, line_end);
        let line = text[..start].bytes().filter(|byte| *byte == b'\n').count() + 1;
        Self {
            path: path.into(),
            span: Some(Span {
                line: narrow(line),
                column: narrow(text[line_start..start].chars().count() + 1),
                length: narrow(text[start..end].chars().count()),
                source: if line_end - line_start > SOURCE_LIMIT {
                    String::new()
                } else {
                    text[line_start..line_end].to_owned()
                },
            }),
        }
    }

    /// The line number, counted from 1; 1 when the whole file is meant.
    pub fn line(&self) -> u32 {
        self.span.as_ref().map_or(1, |span| span.line)
    }
}

impl std::fmt::Display for Place {
    /// Writes `file`, or `file:line:column`.
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(&self.path)?;
        match &self.span {
            Some(span) => write!(out, ":{}:{}", span.line, span.column),
            None => Ok(()),
        }
    }
}

fn floor(text: &str, offset: usize) -> usize {
    text.floor_char_boundary(offset)
}

fn narrow(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::Place;

    #[test]
    fn columns_count_characters_not_bytes() {
        let text = "a: \"été\"\nb: \"x\"\n";
        let place = Place::in_text("f", text, 4, 9);
        assert_eq!(place.to_string(), "f:1:5");
        assert_eq!(place.span.unwrap().length, 3);
    }

    #[test]
    fn a_span_ends_with_its_line_and_survives_wrong_offsets() {
        let place = Place::in_text("f", "é\nb", 1, 99);
        let span = place.span.unwrap();
        assert_eq!((span.line, span.column, span.length), (1, 1, 1));
        assert_eq!(Place::in_text("f", "", 7, 9).to_string(), "f:1:1");
    }
}
