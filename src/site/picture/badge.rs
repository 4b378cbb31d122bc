//! "Signataire de la charte": a badge for an organisation's own site.

use super::letters::{Line, Outline, wrap};
use super::seal;
use crate::site::xml::push_text;
use std::sync::OnceLock;

/// The first line of badges: "Signataire de la charte". It is drawn once for all that stand at the same place.
#[derive(Debug)]
pub struct Claim<'a> {
    text: &'a str,
    small: OnceLock<Set>,
    above_one: OnceLock<Set>,
    above_two: OnceLock<Set>,
}

/// A line that is drawn, and its length.
#[derive(Debug)]
struct Set {
    outline: Outline,
    length: f32,
}

impl Set {
    fn new(line: &Line, (x, y): (f32, f32), size: f32) -> Self {
        Self {
            outline: line.outline(x, y, size),
            length: line.length(size),
        }
    }
}

impl<'a> Claim<'a> {
    /// The claim that reads `text`.
    pub fn new(text: &'a str) -> Self {
        Self {
            text,
            small: OnceLock::new(),
            above_one: OnceLock::new(),
            above_two: OnceLock::new(),
        }
    }

    fn small(&self) -> &Set {
        self.small.get_or_init(|| {
            let text = wrap(self.text, 17.0, 240.0, 1).concat();
            Set::new(&Line::new(&text, 0), (SMALL_LEFT, 21.5), 17.0)
        })
    }

    /// The claim above the one or two lines of a text.
    fn above(&self, lines: usize) -> &Set {
        let place = if lines > 1 {
            &self.above_two
        } else {
            &self.above_one
        };
        place.get_or_init(|| {
            let text = wrap(self.text, 15.0, 180.0, 1).concat();
            Set::new(&Line::new(&text, 10), (LARGE_LEFT, top(lines)), 15.0)
        })
    }
}

/// Where the lines of a small badge start, and of a large one.
const SMALL_LEFT: f32 = 38.0;
const LARGE_LEFT: f32 = 78.0;

/// The base of the first line of a large badge, above so many others.
fn top(lines: usize) -> f32 {
    if lines > 1 { 25.0 } else { 36.0 }
}

/// What a badge says.
#[derive(Clone, Debug)]
pub struct Badge<'a> {
    /// Its first line.
    pub claim: &'a Claim<'a>,
    /// Its second line: the text that was signed.
    pub text: &'a str,
    /// How large it is.
    pub size: Size,
}

/// The ground that a badge is made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ground {
    /// Dark letters on a light ground.
    Light,
    /// Light letters on a dark ground.
    Dark,
}

/// How large a badge is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Size {
    /// For a footer: one line.
    Small,
    /// For a page: the seal, and two lines or three.
    Large,
}

impl Ground {
    /// All grounds.
    pub const ALL: [Self; 2] = [Self::Light, Self::Dark];

    /// Its name in addresses.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// Ground, line, letters, accent.
    fn colours(self) -> [&'static str; 4] {
        match self {
            Self::Light => ["#fffdf8", "#d8d0bf", "#211d18", "#a3262a"],
            Self::Dark => ["#1d1a17", "#4a433a", "#f3ece0", "#f09a8c"],
        }
    }
}

impl Size {
    /// All sizes.
    pub const ALL: [Self; 2] = [Self::Small, Self::Large];

    /// Its name in addresses.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Small => "small",
            Self::Large => "large",
        }
    }

    /// Its height in CSS pixels; the width follows what it says.
    pub fn height(self) -> u32 {
        match self {
            Self::Small => 32,
            Self::Large => 88,
        }
    }
}

/// A badge with its letters drawn, for any ground.
#[derive(Debug)]
pub struct Drawn<'a> {
    badge: &'a Badge<'a>,
    claim: &'a Set,
    lines: Vec<Set>,
    width: u32,
}

impl<'a> Badge<'a> {
    /// Draws the letters, which are the same on every ground.
    pub fn draw(&'a self) -> Drawn<'a> {
        let (left, least, claim, lines) = match self.size {
            Size::Small => (SMALL_LEFT, 0.0, self.claim.small(), Vec::new()),
            Size::Large => {
                let text = wrap(self.text, 21.0, 190.0, 2);
                let set = |(at, line): (usize, &String)| {
                    let y = top(text.len()) + 24.0 + at as f32 * 22.0;
                    Set::new(&Line::new(line, 0), (LARGE_LEFT, y), 21.0)
                };
                let lines: Vec<Set> = text.iter().enumerate().map(set).collect();
                (LARGE_LEFT, 140.0_f32, self.claim.above(lines.len()), lines)
            }
        };
        let longest = lines
            .iter()
            .fold(claim.length, |longest, line| longest.max(line.length));
        Drawn {
            badge: self,
            claim,
            lines,
            width: (left + longest.max(least)).ceil() as u32 + self.size.height() / 7 + 4,
        }
    }
}

impl Drawn<'_> {
    /// The badge for that ground, as an SVG file that needs nothing else.
    pub fn svg(&self, ground: Ground) -> String {
        let [ground, line, ink, accent] = ground.colours();
        let Badge { claim, text, size } = *self.badge;
        let claim_colour = match size {
            Size::Small => ink,
            Size::Large => accent,
        };
        let (width, height) = (self.width, size.height());
        let mut out = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
             viewBox=\"0 0 {width} {height}\" role=\"img\" aria-labelledby=\"t\"><title id=\"t\">"
        );
        push_text(&mut out, claim.text);
        out.push_str(" – ");
        push_text(&mut out, text);
        out.push_str(&format!(
            "</title><rect x=\".5\" y=\".5\" width=\"{}\" height=\"{}\" rx=\"4\" fill=\"{ground}\" stroke=\"{line}\"/>",
            width - 1,
            height - 1
        ));
        out.push_str(&match size {
            Size::Small => seal(accent, 6.0, 3.0, 0.65),
            Size::Large => seal(accent, 13.0, 17.0, 1.35),
        });
        out.push_str(&self.claim.outline.path(claim_colour));
        for line in &self.lines {
            out.push_str(&line.outline.path(ink));
        }
        out.push_str("</svg>\n");
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hostile_names_stay_text() {
        let long = "W".repeat(300);
        let claim = Claim::new("Signataire de la charte");
        for text in [
            "<script>alert(1)</script>",
            "\"'&]]>",
            "جمعية النور",
            long.as_str(),
            "🎉",
        ] {
            for (ground, size) in Ground::ALL.into_iter().zip(Size::ALL) {
                let badge = Badge {
                    claim: &claim,
                    text,
                    size,
                };
                let svg = badge.draw().svg(ground);
                assert!(!svg.contains("<script") && !svg.contains("&]"), "{svg}");
                assert!(svg.len() < 40_000, "{}", svg.len());
                assert_eq!(svg.matches('<').count(), svg.matches('>').count());
            }
        }
    }
}
