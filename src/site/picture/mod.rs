//! Pictures that are made for each text: badges for the signatories' own sites, and previews for links.
//!
//! Their letters are drawn as outlines, so that they look the same everywhere and need no font.

mod badge;
mod encode;
mod letters;
mod preview;

pub use badge::{Badge, Claim, Ground, Size};
pub use preview::Preview;

use crate::identifier::Digest;

/// Counted up when pictures of the same content come to look different, so that old ones are drawn again.
const LOOK: &str = concat!("paraphe picture 3 ", env!("CARGO_PKG_VERSION"));

/// A digest of everything that a picture shows.
fn key(parts: &[&str]) -> Digest {
    let mut content = String::from(LOOK);
    for part in parts {
        content.push('\0');
        content.push_str(part);
    }
    Digest::of(content.as_bytes())
}

/// The seal: a ring with a signature's stroke in it, in a square of 40 units at `x` and `y`.
fn seal(colour: &str, x: f32, y: f32, scale: f32) -> String {
    format!(
        "<g stroke=\"{colour}\" transform=\"translate({x} {y}) scale({scale})\" fill=\"none\" stroke-linecap=\"round\" \
         stroke-linejoin=\"round\"><circle cx=\"20\" cy=\"20\" r=\"18.5\" stroke-width=\"1.6\"/><circle cx=\"20\" \
         cy=\"20\" r=\"15.5\" stroke-width=\".7\"/><path stroke-width=\"2\" d=\"M9.5 24c4-1.5 8.5-9.5 7.5-12.5\
         c-1.2-2.5-5 6.5-4.2 12.5c.6 3.6 3-1.5 4.7-4.5c1.2-2 2 2.2 3 2.2c1.2 0 1.7-2.7 2.7-2.7\
         c.9 0 .5 2.7 1.7 2.7s1.6-2.3 2.6-2.3s1 1.6 3.5.6\"/><path stroke-width=\"1\" \
         d=\"M10.5 28.5h19\"/></g>"
    )
}
