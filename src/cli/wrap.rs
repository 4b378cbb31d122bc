//! Prose broken into lines that a terminal has room for.
//!
//! Lines end at ordinary spaces only, and not inside quotes where that can be helped: what stands there is often a command
//! to be copied. Lines that are no prose stay as they are: commands, and the source that a report shows.

use unicode_width::UnicodeWidthStr as _;

/// `text` with each of its lines broken that is wider than `width` columns; what follows a break is indented as far as the
/// words of its line. SGR sequences take no room.
pub fn fit(text: &str, width: usize) -> String {
    let lines: Vec<String> = text.split('\n').map(|line| fit_line(line, width)).collect();
    lines.join("\n")
}

/// All of `text` as one paragraph, whatever lines it has had.
pub fn paragraph(text: &str, width: usize) -> String {
    let words: Vec<&str> = text.split([' ', '\n']).collect();
    fill(&words, width, 0)
}

fn fit_line(line: &str, width: usize) -> String {
    let plain = without_colours(line);
    if plain.width() <= width || !is_prose(&plain) {
        return line.to_owned();
    }
    let indent = hanging(&plain).min(width / 2);
    let start = line.len() - line.trim_start_matches(' ').len();
    let room = width.saturating_sub(indent);
    let mut words: Vec<&str> = Vec::new();
    for piece in pieces(&line[start..]) {
        if without_colours(piece).width() > room {
            words.extend(piece.split(' '));
        } else {
            words.push(piece);
        }
    }
    if let Some(first) = words.first_mut() {
        *first = &line[..start + first.len()];
    }
    fill(&words, width, indent)
}

/// The words one after the other, `indent` spaces before each line but the first.
fn fill(words: &[&str], width: usize, indent: usize) -> String {
    let mut text = String::new();
    let mut column = 0;
    for (at, word) in words.iter().enumerate() {
        let wide = without_colours(word).width();
        if at > 0 && column > indent && column + 1 + wide > width {
            text.push('\n');
            text.push_str(&" ".repeat(indent));
            column = indent;
        } else if at > 0 {
            text.push(' ');
            column += 1;
        }
        text.push_str(word);
        column += wide;
    }
    text
}

/// The parts of a line between spaces; what stands in quotes is one of them.
fn pieces(line: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let (mut start, mut depth, mut quoted) = (0, 0_usize, false);
    for (at, character) in line.char_indices() {
        match character {
            '«' | '“' => depth += 1,
            '»' | '”' => depth = depth.saturating_sub(1),
            '"' => quoted = !quoted,
            ' ' if depth == 0 && !quoted => {
                pieces.push(&line[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    pieces.push(&line[start..]);
    pieces
}

/// Whether a line may be broken: neither a command, nor a line of source with what points into it.
fn is_prose(plain: &str) -> bool {
    let words = plain.trim_start();
    let after_number = words.trim_start_matches(|character: char| character.is_ascii_digit());
    !["git ", "paraphe ", "ssh-keygen ", "│", "--> "]
        .iter()
        .any(|start| words.starts_with(start))
        && !after_number.trim_start().starts_with('|')
}

/// How far the words of a line stand in: behind the number of a list, a mark of one character, or a first column that two
/// spaces end.
fn hanging(plain: &str) -> usize {
    let words = plain.trim_start_matches(' ');
    let lead = plain.len() - words.len();
    let (first, _) = words.split_once(' ').unwrap_or((words, ""));
    let number = first.strip_suffix('.').unwrap_or_default();
    let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    if let Some(column) = words
        .find("  ")
        .map(|end| words[..end].width())
        .filter(|wide| *wide <= FIRST_COLUMN)
    {
        lead + column + 2
    } else if is_number || first.chars().count() == 1 && !first.contains(char::is_alphanumeric) {
        lead + first.width() + 1
    } else {
        lead
    }
}

/// How wide what stands before two spaces may be to be a column.
const FIRST_COLUMN: usize = 24;

/// `text` without the sequences that colour it.
fn without_colours(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("\u{1b}[") {
        plain.push_str(before);
        rest = after.split_once('m').map_or("", |(_, rest)| rest);
    }
    plain + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_line_ends_at_spaces_and_goes_on_below_its_words() {
        assert_eq!(fit("short\nlines stay", 20), "short\nlines stay");
        assert_eq!(fit("one two three four", 10), "one two\nthree four");
        assert_eq!(fit("  = what to do: mend it", 16), "  = what to do:\n    mend it");
        assert_eq!(
            fit("    12. write the text", 16),
            "    12. write\n        the text"
        );
        assert_eq!(
            fit("a verylongwordthatfitsnowhere b", 8),
            "a\nverylongwordthatfitsnowhere\nb"
        );
    }

    #[test]
    fn quotes_stay_whole_where_there_is_room_and_other_spaces_never_break() {
        assert_eq!(
            fit("lancez «\u{202f}paraphe check\u{202f}» ici", 18),
            "lancez\n«\u{202f}paraphe check\u{202f}»\nici"
        );
        assert_eq!(
            fit("run \"paraphe check\" now", 16),
            "run\n\"paraphe check\"\nnow"
        );
        assert_eq!(
            fit("“one two three four” five", 10),
            "“one two\nthree\nfour” five"
        );
        assert_eq!(
            fit("un\u{a0}mot insécable\u{202f}: oui", 12),
            "un\u{a0}mot\ninsécable\u{202f}:\noui"
        );
    }

    #[test]
    fn commands_and_source_are_left_alone() {
        for line in [
            "    git push -u origin signature-les-tilleuls",
            "  | ^^^^^^ what is wrong here",
            "12 | name: \"a b c d e f\"",
            "  │ name: \"a b c d e f\"",
        ] {
            assert_eq!(fit(line, 12), line);
        }
    }

    #[test]
    fn colours_take_no_room() {
        let line = "\u{1b}[1;31merror:\u{1b}[0m one two three";
        assert_eq!(fit(line, 14), "\u{1b}[1;31merror:\u{1b}[0m one two\nthree");
        assert_eq!(fit("\u{1b}[1mab\u{1b}[0m", 2), "\u{1b}[1mab\u{1b}[0m");
    }

    #[test]
    fn no_word_is_lost_whatever_the_width() {
        let text =
            "Un « mot » ou deux, “trois mots”, et \"quatre\" : \u{1b}[1mvoilà\u{1b}[0m. Encore « ouvert";
        for width in 0..80 {
            let broken = fit(text, width);
            assert_eq!(
                broken.split_whitespace().collect::<Vec<_>>(),
                text.split_whitespace().collect::<Vec<_>>(),
                "{width}"
            );
        }
    }
}
