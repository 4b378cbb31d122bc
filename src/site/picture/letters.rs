//! Letters as outlines: EB Garamond, cut down to what Latin-script languages need.

use std::sync::OnceLock;
use ttf_parser::gpos::{PairAdjustment, PositioningSubtable};
use ttf_parser::{Face, GlyphId, OutlineBuilder};

static FACES: [&[u8]; 2] = [
    include_bytes!("eb-garamond-500.ttf"),
    include_bytes!("eb-garamond-ext-500.ttf"),
];

/// The faces, each for the characters that those before it lack.
fn faces() -> &'static [Face<'static>] {
    static LIST: OnceLock<Vec<Face<'static>>> = OnceLock::new();
    LIST.get_or_init(|| {
        FACES
            .iter()
            .filter_map(|bytes| Face::parse(bytes, 0).ok())
            .collect()
    })
}

/// A character of a line: its face, its glyph, and how far it lies from the start, in thousandths of the size.
struct Placed {
    face: &'static Face<'static>,
    glyph: GlyphId,
    at: i32,
}

/// A line of letters.
pub(super) struct Line {
    placed: Vec<Placed>,
    /// Its length, in thousandths of the size.
    length: i32,
}

/// What is left of `text` when only characters with an outline stay.
pub(super) fn drawable(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        let character = if character.is_whitespace() { ' ' } else { character };
        if find(character).is_some() && !(character == ' ' && out.ends_with(' ')) {
            out.push(character);
        }
    }
    out.trim().to_owned()
}

fn find(character: char) -> Option<(&'static Face<'static>, GlyphId)> {
    let face_with = |face: &'static Face<'static>| Some((face, face.glyph_index(character)?));
    faces().iter().find_map(face_with)
}

impl Line {
    /// Sets `text`; characters without an outline are left out. `spacing` is added between letters, in thousandths.
    pub(super) fn new(text: &str, spacing: i32) -> Self {
        let mut placed: Vec<Placed> = Vec::new();
        let mut at = 0;
        for character in text.chars() {
            let Some((face, glyph)) = find(character) else {
                continue;
            };
            if let Some(before) = placed.last() {
                at += spacing;
                if std::ptr::eq(before.face, face) {
                    at += kern(face, before.glyph, glyph);
                }
            }
            placed.push(Placed { face, glyph, at });
            at += i32::from(face.glyph_hor_advance(glyph).unwrap_or_default());
        }
        Self { placed, length: at }
    }

    /// Its length at that size.
    pub(super) fn length(&self, size: f32) -> f32 {
        self.length as f32 * size / 1000.0
    }

    /// How many of its letters have room in `width`.
    fn count_in(&self, size: f32, width: f32) -> usize {
        let end = |placed: &Placed| {
            let advance = placed.face.glyph_hor_advance(placed.glyph).unwrap_or_default();
            (placed.at + i32::from(advance)) as f32 * size / 1000.0
        };
        self.placed.partition_point(|placed| end(placed) <= width)
    }

    /// An SVG path with the start of the line's base at `x` and `y`.
    pub(super) fn path(&self, colour: &str, x: f32, y: f32, size: f32) -> String {
        self.outline(x, y, size).path(colour)
    }

    /// The same without a colour.
    pub(super) fn outline(&self, x: f32, y: f32, size: f32) -> Outline {
        let scale = size / 1000.0 * FINE;
        let mut pen = Pen {
            data: String::new(),
            x: 0.0,
            y: y * FINE,
            scale,
            at: (0, 0),
        };
        for placed in &self.placed {
            pen.x = x * FINE + placed.at as f32 * scale;
            placed.face.outline_glyph(placed.glyph, &mut pen);
        }
        Outline(pen.data)
    }
}

/// The outlines of a line of letters.
#[derive(Clone, Debug)]
pub(super) struct Outline(String);

impl Outline {
    /// The outlines as an SVG path.
    pub(super) fn path(&self, colour: &str) -> String {
        let step = 1.0 / FINE;
        format!(
            "<path fill=\"{colour}\" transform=\"scale({step})\" d=\"{}\"/>",
            self.0
        )
    }
}

/// `text` in lines of at most `width`; a word that is longer than a line is cut, and what is too much is replaced by an
/// ellipsis at the end of the last of `most` lines.
pub(super) fn wrap(text: &str, size: f32, width: f32, most: usize) -> Vec<String> {
    let fits = |line: &str| Line::new(line, 0).length(size) <= width;
    let mut lines: Vec<String> = vec![String::new()];
    for word in drawable(text).split(' ').filter(|word| !word.is_empty()) {
        let mut rest = word.to_owned();
        let joined = lines
            .last()
            .filter(|line| !line.is_empty())
            .map(|line| format!("{line} {rest}"));
        match (joined, lines.last_mut()) {
            (Some(joined), Some(line)) if fits(&joined) => {
                *line = joined;
                continue;
            }
            (Some(_), _) => lines.push(String::new()),
            _ => {}
        }
        while !fits(&rest) && lines.len() <= most {
            // At least one letter a line, however narrow it is.
            let end = rest
                .char_indices()
                .nth(Line::new(&rest, 0).count_in(size, width).max(1));
            let tail = rest.split_off(end.map_or(rest.len(), |(at, _)| at));
            if let Some(line) = lines.last_mut() {
                line.push_str(&rest);
            }
            if tail.is_empty() {
                rest.clear();
                break;
            }
            lines.push(String::new());
            rest = tail;
        }
        if let Some(line) = lines.last_mut() {
            line.push_str(&rest);
        }
        if lines.len() > most {
            break;
        }
    }
    if lines.len() > most {
        lines.truncate(most);
        if let Some(line) = lines.last_mut() {
            while !line.is_empty() && !fits(&format!("{line}…")) {
                line.pop();
            }
            line.truncate(line.trim_end_matches([' ', ',', ';', ':', '–', '-']).len());
            line.push('…');
        }
    }
    lines.retain(|line| !line.is_empty());
    lines
}

/// How much closer (or farther) the second glyph stands after the first, from the font's pair adjustments.
fn kern(face: &Face<'_>, first: GlyphId, second: GlyphId) -> i32 {
    let Some(table) = face.tables().gpos else {
        return 0;
    };
    for lookup in table.lookups {
        for subtable in lookup.subtables.into_iter::<PositioningSubtable<'_>>() {
            let PositioningSubtable::Pair(pair) = subtable else {
                continue;
            };
            let found = match pair {
                PairAdjustment::Format1 { coverage, sets } => coverage
                    .get(first)
                    .and_then(|at| sets.get(at))
                    .and_then(|set| set.get(second)),
                PairAdjustment::Format2 {
                    coverage,
                    classes,
                    matrix,
                } if coverage.contains(first) => matrix.get((classes.0.get(first), classes.1.get(second))),
                PairAdjustment::Format2 { .. } => None,
            };
            if let Some((value, _)) = found {
                return i32::from(value.x_advance);
            }
        }
    }
    0
}

/// How many parts of a unit outlines are exact to.
const FINE: f32 = 16.0;

/// Writes outlines as path data: whole numbers, each relative to the one before.
struct Pen {
    data: String,
    x: f32,
    y: f32,
    scale: f32,
    at: (i32, i32),
}

impl Pen {
    fn put(&mut self, command: char, points: &[(f32, f32)]) {
        self.data.push(command);
        let from = self.at;
        for (x, y) in points {
            self.at = (
                (self.x + x * self.scale).round() as i32,
                (self.y - y * self.scale).round() as i32,
            );
            for number in [self.at.0 - from.0, self.at.1 - from.1] {
                if number >= 0 && !self.data.ends_with(command) {
                    self.data.push(' ');
                }
                push_number(&mut self.data, number);
            }
        }
    }
}

/// Adds a number in decimals: outlines are made of thousands of small ones, and `write!` shows in the
/// time of a site.
fn push_number(out: &mut String, number: i32) {
    if number < 0 {
        out.push('-');
    }
    let number = number.unsigned_abs();
    let mut place = 1;
    while number / place >= 10 {
        place *= 10;
    }
    while place > 0 {
        out.push(char::from(b'0' + (number / place % 10) as u8));
        place /= 10;
    }
}

impl OutlineBuilder for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.at = (0, 0);
        self.put('M', &[(x, y)]);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.put('l', &[(x, y)]);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.put('q', &[(x1, y1), (x, y)]);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.put('c', &[(x1, y1), (x2, y2), (x, y)]);
    }

    fn close(&mut self) {
        self.data.push('z');
    }
}

/// The lines of [`wrap`], as many and with the same words, as narrow as they can be: no word is left alone on the last.
pub(super) fn balanced(text: &str, size: f32, width: f32, most: usize) -> Vec<String> {
    let mut lines = wrap(text, size, width, most);
    for part in (8..20).rev() {
        let narrower = wrap(text, size, width * part as f32 / 20.0, most);
        if narrower.len() != lines.len() || narrower.join(" ") != lines.join(" ") {
            break;
        }
        lines = narrower;
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn french_letters_are_there() {
        let text =
            "« L’Œuvre d’été à Saint-Ouen-l’Aumône : où ça ? » ÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸŒÆ àâäçéèêëîïôöùûüÿœæ … – —";
        assert_eq!(drawable(text), text);
        assert_eq!(drawable("Ñandé ŵ Ķ ā ł"), "Ñandé ŵ Ķ ā ł");
        assert_eq!(drawable("a\u{202f}; b 🎉 جمعية c"), "a ; b c");
        assert_eq!(drawable("جمعية"), "");
    }

    #[test]
    fn numbers_are_written_as_always() {
        for number in [0, 1, -1, 9, 10, -10, 99, 100, 12_345, i32::MAX, i32::MIN] {
            let mut out = String::new();
            push_number(&mut out, number);
            assert_eq!(out, number.to_string());
        }
    }

    #[test]
    fn letters_are_kerned() {
        let alone: f32 = ["A", "V"]
            .iter()
            .map(|letter| Line::new(letter, 0).length(100.0))
            .sum();
        assert!(Line::new("AV", 0).length(100.0) < alone);
        assert!(Line::new("AB", 20).path("red", 0.0, 0.0, 10.0).contains("d=\"M"));
    }

    #[test]
    fn long_texts_end_in_an_ellipsis() {
        assert_eq!(wrap("un deux", 10.0, 1000.0, 2), ["un deux"]);
        assert_eq!(wrap("", 10.0, 1000.0, 2), Vec::<String>::new());
        let words = wrap(&"mot ".repeat(75), 40.0, 500.0, 3);
        assert_eq!(words.len(), 3);
        assert!(words[2].ends_with("mot…"), "{words:?}");
        let letters = wrap(&"W".repeat(300), 40.0, 500.0, 3);
        assert_eq!(letters.len(), 3);
        for line in words.iter().chain(&letters) {
            assert!(Line::new(line, 0).length(40.0) <= 500.0, "{line}");
        }
        assert_eq!(wrap("W", 40.0, 1.0, 3).len(), 1);
    }

    #[test]
    fn balanced_lines_have_the_same_words() {
        let title = "Charte de coopération au Sanitas";
        assert_eq!(
            wrap(title, 92.0, 1000.0, 3),
            ["Charte de coopération au", "Sanitas"]
        );
        assert_eq!(
            balanced(title, 92.0, 1000.0, 3),
            ["Charte de coopération", "au Sanitas"]
        );
        for text in ["", "Charte", &"W".repeat(300), &"mot ".repeat(75)] {
            assert_eq!(
                balanced(text, 62.0, 1000.0, 4).concat().replace(' ', ""),
                wrap(text, 62.0, 1000.0, 4).concat().replace(' ', "")
            );
        }
    }
}
