//! A chart as a file: a drawing (SVG) whose text stays text, an image (PNG) for print, a table (CSV).
//!
//! There is one drawing code: the chart is run in an egui context of its own that has no window
//! ([`headless`]), the shapes it left are written down as SVG ([`svg`]), and the image is made from that
//! ([`image`]). Nothing here knows a file's place, asks for a display, or differs from one time to the
//! next: the same chart gives the same bytes.
//!
//! A picture is [`WIDTH`] units wide, and a unit is a quarter of a millimetre on paper: body text prints at
//! ten points, remarks at eight and a half, and a chart has the room that it has in a small window.

mod headless;
mod image;
mod outline;
mod shapes;
mod simple;
mod svg;
mod table;
mod text;

use std::sync::Arc;

use egui::epaint::text::{FallbackRequest, FontInsert};
use resvg::usvg::fontdb::Database;

pub use image::{Image, NotDrawn};
pub use table::{csv, pasted};

use self::headless::Stage;
use super::{Chart, Style};

/// How wide a picture is, in units.
pub const WIDTH: f32 = 720.0;
/// How many units a millimetre has on paper.
pub const UNITS_A_MM: f32 = 4.0;
/// Between the edge and the chart.
const MARGIN: f32 = 24.0;
/// After so many frames a figure looks as it will.
const FRAMES: usize = 4;

/// What a picture is drawn with. The theme stands above the charts, so it hands all of this down; a job
/// that may not know the theme is handed one of these.
#[derive(Clone, Debug)]
pub struct Look {
    /// Colours and sizes.
    pub style: Style,
    /// Which of egui's themes that is.
    pub theme: egui::Theme,
    /// Gives a context the program's fonts, and egui's own widgets their look.
    pub install: fn(&egui::Context),
    /// Finds a font of this computer for what is written in a script that the program's fonts lack.
    pub other_fonts: fn(&FallbackRequest<'_>) -> Option<FontInsert>,
}

/// A chart, drawn once for all kinds of file.
pub struct Picture {
    svg: String,
    fonts: Arc<Database>,
}

impl Picture {
    /// Draws the whole figure of `chart`: question, chart, notes. Takes some tens of milliseconds: work for a
    /// thread, not for a frame.
    pub fn of(chart: &dyn Chart, look: &Look) -> Self {
        let stage = Stage::new(look);
        let frame = || svg::document(&stage.frame(chart), chart.heading(), look.style.card);
        // Some of what egui draws learns its size from the frame before: the thickness of a plot's axes.
        let mut svg = frame();
        for _ in 1..FRAMES {
            let before = std::mem::replace(&mut svg, frame());
            if svg == before {
                break;
            }
        }
        let fonts = Arc::new(image::database(&stage.fonts()));
        Self { svg, fonts }
    }

    /// The drawing, as a whole SVG file.
    pub fn svg(&self) -> &str {
        &self.svg
    }

    /// The image, as a whole PNG file: 300 dots an inch, and it says so.
    pub fn png(&self) -> Result<Vec<u8>, NotDrawn> {
        self.image()?.png()
    }

    /// The same image as pixels, for the clipboard.
    pub fn image(&self) -> Result<Image, NotDrawn> {
        image::of(&self.svg, &self.fonts)
    }
}
