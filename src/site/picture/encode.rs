//! A drawing as a PNG file: with a palette where it has few colours, which is half the bytes of full colours in half the
//! time, and with a word in it that tells what it shows.

use resvg::tiny_skia::Pixmap;

/// The most colours of a palette (PNG, third edition, 11.2.2).
const COLOURS: usize = 256;

/// The keyword of the text chunk that tells what a picture shows.
const KEYWORD: &str = "paraphe";

/// Within how many bytes of its start a file has that chunk: after a header and a palette.
const HEAD: usize = 1024;

/// The opaque picture on `canvas` as a PNG file that says `key`; none when it can't be encoded.
pub fn encode(canvas: &Pixmap, key: &str) -> Option<Vec<u8>> {
    let mut file = Vec::with_capacity(32 * 1024);
    let mut encoder = png::Encoder::new(&mut file, canvas.width(), canvas.height());
    encoder.add_text_chunk(KEYWORD.to_owned(), key.to_owned()).ok()?;
    let data = match indexed(canvas) {
        Some((palette, indices)) => {
            encoder.set_color(png::ColorType::Indexed);
            encoder.set_palette(palette.concat());
            // A row of indices says nothing about the difference to the row above.
            encoder.set_filter(png::Filter::NoFilter);
            indices
        }
        None => {
            encoder.set_color(png::ColorType::Rgb);
            let pixels = canvas.pixels().iter();
            pixels
                .flat_map(|pixel| [pixel.red(), pixel.green(), pixel.blue()])
                .collect()
        }
    };
    let mut writer = encoder.write_header().ok()?;
    writer.write_image_data(&data).ok()?;
    writer.finish().ok()?;
    Some(file)
}

/// Whether `file` is a whole file that [`encode`] wrote with that key, and not one that was cut off.
pub fn says(file: &[u8], key: &str) -> bool {
    let head = &file[..file.len().min(HEAD)];
    let chunk = format!("tEXt{KEYWORD}\0{key}");
    file.starts_with(b"\x89PNG\r\n\x1a\n")
        && file.ends_with(b"IEND\xaeB`\x82")
        && memchr::memmem::find(head, chunk.as_bytes()).is_some()
}

/// The colours in the order in which they come, and each pixel's place among them.
fn indexed(canvas: &Pixmap) -> Option<(Vec<[u8; 3]>, Vec<u8>)> {
    let mut palette: Vec<[u8; 3]> = Vec::new();
    let mut indices = Vec::with_capacity(canvas.pixels().len());
    let mut last = None;
    for pixel in canvas.pixels() {
        let colour = [pixel.red(), pixel.green(), pixel.blue()];
        let index = match last {
            Some((known, index)) if known == colour => index,
            _ => match palette.iter().position(|known| *known == colour) {
                Some(index) => u8::try_from(index).ok()?,
                None if palette.len() < COLOURS => {
                    palette.push(colour);
                    u8::try_from(palette.len() - 1).ok()?
                }
                None => return None,
            },
        };
        last = Some((colour, index));
        indices.push(index);
    }
    Some((palette, indices))
}

#[cfg(test)]
mod tests {
    use super::*;
    use resvg::tiny_skia::Color;

    fn pixels(file: &[u8]) -> Vec<u8> {
        let mut decoder = png::Decoder::new(std::io::Cursor::new(file));
        decoder.set_transformations(png::Transformations::EXPAND);
        let mut reader = decoder.read_info().unwrap();
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        reader.next_frame(&mut pixels).unwrap();
        pixels
    }

    #[test]
    fn every_pixel_keeps_its_colour() {
        let mut canvas = Pixmap::new(3, 2).unwrap();
        canvas.fill(Color::from_rgba8(251, 247, 238, 255));
        canvas.pixels_mut()[4] = Color::from_rgba8(163, 38, 42, 255).premultiply().to_color_u8();
        let (paper, ink) = ([251, 247, 238], [163, 38, 42]);
        let file = encode(&canvas, "x").unwrap();
        assert_eq!(pixels(&file), [paper, paper, paper, paper, ink, paper].concat());
    }

    #[test]
    fn more_colours_than_a_palette_holds_are_written_in_full() {
        let mut canvas = Pixmap::new(257, 1).unwrap();
        let mut expected = Vec::new();
        for (at, pixel) in canvas.pixels_mut().iter_mut().enumerate() {
            let (low, high) = ((at % 256) as u8, (at / 256) as u8);
            *pixel = Color::from_rgba8(low, high, 0, 255).premultiply().to_color_u8();
            expected.extend([low, high, 0]);
        }
        assert_eq!(indexed(&canvas), None);
        assert_eq!(pixels(&encode(&canvas, "x").unwrap()), expected);
    }

    #[test]
    fn a_file_tells_what_it_shows_and_whether_it_is_whole() {
        let mut canvas = Pixmap::new(300, 1).unwrap();
        canvas.fill(Color::WHITE);
        let file = encode(&canvas, "0123").unwrap();
        assert!(says(&file, "0123") && !says(&file, "0124"));
        assert!(!says(&file[..file.len() - 1], "0123") && !says(&[], "0123"));
    }
}
