//! The drawing as pixels, at print size.

use std::sync::Arc;

use egui::text::FontData;
use png::{BitDepth, ColorType, Encoder, PixelDimensions, Unit};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::{Database, Source};
use resvg::usvg::{Options, Tree};

use super::UNITS_A_MM;
use crate::fl;

/// Pixels in a metre: 300 in an inch.
const PIXELS_A_METRE: u32 = 11_811;
/// A picture that is higher than any page is drawn coarser, so that it fits into memory.
const MOST_PIXELS: f32 = 100e6;

/// Why there is no image.
#[derive(Debug, thiserror::Error)]
#[error("{}", fl!("picture-not-drawn"))]
pub struct NotDrawn;

/// Pixels, row by row from above: red, green, blue, opacity, of which none is let through.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Image {
    /// Pixels in a row.
    pub width: usize,
    /// Rows.
    pub height: usize,
    /// Four bytes a pixel.
    pub rgba: Vec<u8>,
}

/// The fonts that letters are drawn with.
pub(super) fn database(fonts: &[FontData]) -> Database {
    let mut database = Database::new();
    for font in fonts {
        database.load_font_source(Source::Binary(font.font.clone()));
    }
    database.set_sans_serif_family("Inter");
    database
}

/// Draws a whole SVG file.
pub(super) fn of(svg: &str, fonts: &Arc<Database>) -> Result<Image, NotDrawn> {
    let options = Options {
        // So that a unit of the drawing is one of the tree.
        dpi: 25.4 * UNITS_A_MM,
        fontdb: Arc::clone(fonts),
        ..Options::default()
    };
    let tree = Tree::from_str(svg, &options).map_err(|_error| NotDrawn)?;
    let size = tree.size();
    let print = PIXELS_A_METRE as f32 / 1000.0 / UNITS_A_MM;
    let fits = (MOST_PIXELS / (size.width() * size.height())).sqrt();
    let scale = print.min(fits);
    let pixels = |units: f32| (units * scale).round().max(1.0) as u32;
    let (width, height) = (pixels(size.width()), pixels(size.height()));
    let mut pixmap = Pixmap::new(width, height).ok_or(NotDrawn)?;
    // To the last pixel: what the ground covers in part would be let through.
    let whole = Transform::from_scale(width as f32 / size.width(), height as f32 / size.height());
    resvg::render(&tree, whole, &mut pixmap.as_mut());
    Ok(Image {
        width: width as usize,
        height: height as usize,
        rgba: pixmap.take(),
    })
}

impl Image {
    /// A whole PNG file.
    pub(super) fn png(&self) -> Result<Vec<u8>, NotDrawn> {
        let mut file = Vec::new();
        let mut encoder = Encoder::new(&mut file, self.width as u32, self.height as u32);
        encoder.set_color(ColorType::Rgb);
        encoder.set_depth(BitDepth::Eight);
        encoder.set_pixel_dims(Some(PixelDimensions {
            xppu: PIXELS_A_METRE,
            yppu: PIXELS_A_METRE,
            unit: Unit::Meter,
        }));
        let rgb: Vec<u8> = self.rgba.chunks_exact(4).flat_map(|it| [it[0], it[1], it[2]]).collect();
        let mut writer = encoder.write_header().map_err(|_error| NotDrawn)?;
        writer.write_image_data(&rgb).map_err(|_error| NotDrawn)?;
        writer.finish().map_err(|_error| NotDrawn)?;
        Ok(file)
    }
}
