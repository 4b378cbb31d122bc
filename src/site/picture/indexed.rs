//! A drawing of few colours as a PNG file with a palette: half the bytes of a file with full colours, in half the time.

use resvg::tiny_skia::Pixmap;

/// The most colours of a palette (PNG, third edition, 11.2.2).
const COLOURS: usize = 256;

/// The opaque picture on `canvas` as an indexed PNG file; none when it has more colours than a palette holds.
pub fn indexed_png(canvas: &Pixmap) -> Option<Vec<u8>> {
    let (palette, indices) = indexed(canvas)?;
    let mut file = Vec::with_capacity(32 * 1024);
    let mut encoder = png::Encoder::new(&mut file, canvas.width(), canvas.height());
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_palette(palette.concat());
    // A row of indices says nothing about the difference to the row above.
    encoder.set_filter(png::Filter::NoFilter);
    let mut writer = encoder.write_header().ok()?;
    writer.write_image_data(&indices).ok()?;
    writer.finish().ok()?;
    Some(file)
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

    #[test]
    fn every_pixel_keeps_its_colour() {
        let mut canvas = Pixmap::new(3, 2).unwrap();
        canvas.fill(Color::from_rgba8(251, 247, 238, 255));
        canvas.pixels_mut()[4] = Color::from_rgba8(163, 38, 42, 255).premultiply().to_color_u8();
        let file = indexed_png(&canvas).unwrap();
        let mut reader = png::Decoder::new(std::io::Cursor::new(&file));
        reader.set_transformations(png::Transformations::EXPAND);
        let mut reader = reader.read_info().unwrap();
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        reader.next_frame(&mut pixels).unwrap();
        let (paper, ink) = ([251, 247, 238], [163, 38, 42]);
        assert_eq!(pixels, [paper, paper, paper, paper, ink, paper].concat());
    }

    #[test]
    fn more_colours_than_a_palette_holds_are_left_to_others() {
        let mut canvas = Pixmap::new(257, 1).unwrap();
        for (at, pixel) in canvas.pixels_mut().iter_mut().enumerate() {
            let (low, high) = ((at % 256) as u8, (at / 256) as u8);
            *pixel = Color::from_rgba8(low, high, 0, 255).premultiply().to_color_u8();
        }
        assert_eq!(indexed_png(&canvas), None);
    }
}
