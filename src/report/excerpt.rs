//! The part of a source line that is shown, and where the mark under it goes.

use super::escape;
use crate::diagnostic::Span;
use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

/// The part of a line that is shown.
pub(super) struct Excerpt {
    /// The text, at most as wide as asked.
    pub(super) text: String,
    /// How many columns stand before the mark.
    pub(super) before: usize,
    /// How many columns the mark takes.
    pub(super) marked: usize,
}

/// Shows `source` in at most `room` columns, with what `span` means in view.
pub(super) fn excerpt(source: &str, span: &Span, room: usize) -> Excerpt {
    let cells: Vec<Cell> = source
        .char_indices()
        .map(|(at, character)| Cell::of(character, &source[at..]))
        .collect();
    let start = (span.column.saturating_sub(1) as usize).min(cells.len());
    let end = start.saturating_add(span.length as usize).min(cells.len());
    let window = window(&cells, start, end, room);
    let mut text = String::new();
    if window.start > 0 {
        text.push('…');
    }
    let mut before = text.width();
    let mut marked = 0;
    for (at, cell) in cells.iter().enumerate().take(window.end).skip(window.start) {
        text.push_str(&cell.text);
        if at < start {
            before += cell.width;
        } else if at < end {
            marked += cell.width;
        }
    }
    if window.end < cells.len() {
        text.push('…');
    }
    Excerpt { text, before, marked }
}

/// One character of the line as it is shown.
struct Cell {
    text: String,
    width: usize,
}

impl Cell {
    fn of(character: char, rest: &str) -> Self {
        // A tab is shown, and takes a fixed width: what stands before it on the screen is no tab stop.
        if character == '\t' {
            return Self {
                text: "→   ".to_owned(),
                width: 4,
            };
        }
        let mut text = String::new();
        escape::push_terminal(&mut text, character, rest);
        let width = if text.len() > 4 {
            text.len()
        } else {
            character.width().unwrap_or(0)
        };
        Self { text, width }
    }
}

/// The cells to show: all of them if there is room, or else those around `start..end`, of which the start matters
/// most.
fn window(cells: &[Cell], start: usize, end: usize, room: usize) -> std::ops::Range<usize> {
    let total: usize = cells.iter().map(|cell| cell.width).sum();
    if total <= room {
        return 0..cells.len();
    }
    // Two columns are kept for the ellipses.
    let mut left = room.saturating_sub(2);
    let (mut low, mut high) = (start, start);
    let grow = |budget: &mut usize, cell: Option<&Cell>| match cell {
        Some(cell) if cell.width <= *budget => {
            *budget -= cell.width;
            true
        }
        _ => false,
    };
    // The marked part first, though never more than two thirds of the room.
    let mut share = left * 2 / 3;
    left -= share;
    while high < end && grow(&mut share, cells.get(high)) {
        high += 1;
    }
    left += share;
    // Then a third of what is left before it, the rest behind it, and what remains before it again.
    let mut share = left / 3;
    left -= share;
    while low > 0 && grow(&mut share, cells.get(low - 1)) {
        low -= 1;
    }
    left += share;
    while grow(&mut left, cells.get(high)) {
        high += 1;
    }
    while low > 0 && grow(&mut left, cells.get(low - 1)) {
        low -= 1;
    }
    low..high
}

#[cfg(test)]
mod tests {
    use super::excerpt;
    use crate::diagnostic::Place;
    use unicode_width::UnicodeWidthStr as _;

    fn cut(line: &str, start: usize, end: usize, room: usize) -> String {
        let span = Place::in_text("f", line, start, end).span.unwrap();
        let excerpt = excerpt(line, &span, room);
        format!(
            "{}\n{}{}",
            excerpt.text,
            " ".repeat(excerpt.before),
            "^".repeat(excerpt.marked)
        )
    }

    #[test]
    fn marks_stand_under_what_they_mean() {
        assert_eq!(cut("été: x", 7, 8, 80), "été: x\n     ^");
        assert_eq!(cut("日本: x", 0, 6, 80), "日本: x\n^^^^");
        assert_eq!(cut("\ta", 1, 2, 80), "→   a\n    ^");
        assert_eq!(cut("a\u{202e}b", 4, 5, 80), "a\\u{202e}b\n         ^");
    }

    #[test]
    fn a_cut_line_fits_and_keeps_the_start_of_the_mark() {
        let line = "0123456789".repeat(100);
        for (start, end) in [
            (0, 1),
            (0, 1000),
            (500, 503),
            (500, 900),
            (999, 1000),
            (1000, 1000),
        ] {
            let shown = cut(&line, start, end, 40);
            let (text, marks) = shown.split_once('\n').unwrap();
            assert!(text.width() <= 40 && marks.len() <= 40, "{start}..{end}\n{shown}");
            if end > start {
                let column = marks.find('^').unwrap();
                assert_eq!(
                    text.chars().nth(column),
                    line.chars().nth(start),
                    "{start}..{end}\n{shown}"
                );
            }
        }
        assert_eq!(cut("", 0, 0, 40), "\n");
    }
}
