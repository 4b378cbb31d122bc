//! The picture that messengers and networks show beside a link to a text.

use super::letters::{Line, balanced, wrap};
use super::{encode, key, seal};
use crate::identifier::Digest;
use resvg::{tiny_skia, usvg};

/// What a preview says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview<'a> {
    /// A short line above: the site's title; empty where it would only say the title once more.
    pub site: &'a str,
    /// The title of the text.
    pub title: &'a str,
    /// A line below: "12 signataires".
    pub below: &'a str,
    /// What stands at the foot: version and date, or that the site is a demonstration.
    pub foot: &'a str,
}

impl Preview<'_> {
    /// Width and height.
    pub const SIZE: (u32, u32) = (1200, 630);

    /// A digest of everything that the picture shows: two previews that look the same have the same.
    pub fn key(&self) -> Digest {
        key(&["preview", self.site, self.title, self.below, self.foot])
    }

    /// The picture as SVG.
    pub fn svg(&self) -> String {
        let (width, height) = Self::SIZE;
        let mut out = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\">\
             <path fill=\"#fbf7ee\" d=\"M0 0h{width}v{height}H0z\"/><path fill=\"none\" stroke=\"#d8d0bf\" \
             stroke-width=\"2\" d=\"M36 36h{}v{}H36z\"/><path fill=\"none\" stroke=\"#d8d0bf\" d=\"M44 44h{}v{}H44z\"/>",
            width - 72,
            height - 72,
            width - 88,
            height - 88
        );
        let mut put = |colour: &str, line: &str, spacing: i32, (x, y): (f32, f32), size: f32| {
            out.push_str(&Line::new(line, spacing).path(colour, x, y, size));
        };
        if let Some(line) = wrap(self.site, 34.0, 900.0, 1).first() {
            put("#6d6455", line, 8, (96.0, 132.0), 34.0);
        }
        // The largest size at which the title has room.
        let fitting = [92.0, 76.0, 62.0].map(|size| (size, balanced(self.title, size, 1000.0, 10)));
        let room = |(size, lines): &&(f32, Vec<String>)| lines.len() as f32 * size * 1.08 <= 300.0;
        let (size, lines) = match fitting.iter().find(room) {
            Some((size, lines)) => (*size, lines.clone()),
            None => (62.0, balanced(self.title, 62.0, 1000.0, 4)),
        };
        for (at, line) in lines.iter().enumerate() {
            let y = if self.site.is_empty() { 130.0 } else { 164.0 } + size + at as f32 * size * 1.08;
            put("#211d18", line, -4, (92.0, y), size);
        }
        if let Some(line) = wrap(self.below, 40.0, 780.0, 1).first() {
            put("#a3262a", line, 0, (96.0, 512.0), 40.0);
        }
        if let Some(line) = wrap(self.foot, 28.0, 780.0, 1).first() {
            put("#6d6455", line, 4, (96.0, 556.0), 28.0);
        }
        out.push_str("<path stroke=\"#211d18\" stroke-width=\"1.5\" d=\"M96 462h1008\"/>");
        out.push_str(&seal("#a3262a", 1000.0, 474.0, 2.6));
        out.push_str("</svg>");
        out
    }

    /// The picture as a PNG file; none when it can't be drawn, which no content brings about.
    pub fn png(&self) -> Option<Vec<u8>> {
        let tree = usvg::Tree::from_str(&self.svg(), &usvg::Options::default()).ok()?;
        let mut canvas = tiny_skia::Pixmap::new(Self::SIZE.0, Self::SIZE.1)?;
        resvg::render(&tree, tiny_skia::Transform::default(), &mut canvas.as_mut());
        encode::encode(&canvas, &self.key().to_string())
    }

    /// Whether `bytes` are the whole PNG file of this very preview.
    pub fn is_shown_by(&self, bytes: &[u8]) -> bool {
        encode::says(bytes, &self.key().to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_a_picture_whatever_the_title() {
        let long = "W".repeat(300);
        let many = "Charte de coopération ".repeat(14);
        for title in ["Charte", "<b>&\"'", "جمعية 🎉", "", long.as_str(), many.as_str()] {
            let preview = Preview {
                site: "Charte de coopération dans les quartiers",
                title,
                below: "12 signataires",
                foot: "Version 1.0, adoptée le 1er mars 2026",
            };
            let png = preview.png().unwrap();
            assert!(preview.is_shown_by(&png) && !preview.is_shown_by(&png[..png.len() - 1]));
            assert_eq!(&png[16..24], [0, 0, 4, 176, 0, 0, 2, 118]);
            assert_eq!(preview.key(), preview.clone().key());
        }
    }

    #[test]
    fn the_key_follows_the_content() {
        let preview = Preview {
            site: "a",
            title: "b",
            below: "c",
            foot: "d",
        };
        let other = Preview {
            site: "ab",
            title: "",
            ..preview.clone()
        };
        assert_ne!(preview.key(), other.key());
    }
}
