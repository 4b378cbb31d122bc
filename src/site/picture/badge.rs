//! "Signataire de la charte": a badge for an organisation's own site.

use super::letters::{Line, Outline, wrap};
use super::seal;
use crate::site::xml::push_text;

/// What a badge says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Badge<'a> {
    /// Its first line: "Signataire de la charte".
    pub claim: &'a str,
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
#[derive(Clone, Debug)]
pub struct Drawn<'a> {
    badge: &'a Badge<'a>,
    /// The outlines of each line, and whether they have the accent's colour.
    lines: Vec<(bool, Outline)>,
    width: u32,
}

impl<'a> Badge<'a> {
    /// Draws the letters, which are the same on every ground.
    pub fn draw(&'a self) -> Drawn<'a> {
        let (left, widest) = match self.size {
            Size::Small => (38.0, 0.0),
            Size::Large => (78.0, 140.0_f32),
        };
        let mut lines = Vec::new();
        let mut longest = widest;
        let mut put = |accent: bool, line: Line, y: f32, size: f32| {
            lines.push((accent, line.outline(left, y, size)));
            longest = longest.max(line.length(size));
        };
        match self.size {
            Size::Small => {
                let claim = wrap(self.claim, 17.0, 240.0, 1).concat();
                put(false, Line::new(&claim, 0), 21.5, 17.0);
            }
            Size::Large => {
                let claim = wrap(self.claim, 15.0, 180.0, 1).concat();
                let text = wrap(self.text, 21.0, 190.0, 2);
                let top = if text.len() > 1 { 25.0 } else { 36.0 };
                put(true, Line::new(&claim, 10), top, 15.0);
                for (at, line) in text.iter().enumerate() {
                    put(false, Line::new(line, 0), top + 24.0 + at as f32 * 22.0, 21.0);
                }
            }
        }
        Drawn {
            badge: self,
            lines,
            width: (left + longest).ceil() as u32 + self.size.height() / 7 + 4,
        }
    }
}

impl Drawn<'_> {
    /// The badge for that ground, as an SVG file that needs nothing else.
    pub fn svg(&self, ground: Ground) -> String {
        let [ground, line, ink, accent] = ground.colours();
        let Badge { claim, text, size } = *self.badge;
        let (width, height) = (self.width, size.height());
        let mut out = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
             viewBox=\"0 0 {width} {height}\" role=\"img\" aria-labelledby=\"t\"><title id=\"t\">"
        );
        push_text(&mut out, claim);
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
        for (accented, outline) in &self.lines {
            out.push_str(&outline.path(if *accented { accent } else { ink }));
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
        for text in [
            "<script>alert(1)</script>",
            "\"'&]]>",
            "جمعية النور",
            long.as_str(),
            "🎉",
        ] {
            for (ground, size) in Ground::ALL.into_iter().zip(Size::ALL) {
                let badge = Badge {
                    claim: "Signataire de la charte",
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
