//! How much, as a colour: one hue, from nearly the card to the whole hue.
//!
//! Where a cell bears a number it must be read at every depth. Between the depths that carry the dark ink
//! and those that carry the light one lies a small gap in which neither is read well; no fill lies there.

use egui::{Color32, Rgba};

use super::{Measure, Style};

/// How much of the hue there is in the least.
const FAINTEST: f32 = 0.10;
/// How many fills there are from the card to the whole hue.
const LEVELS: u8 = 64;
/// WCAG 2, for text.
const READ: f32 = 4.5;

impl Style {
    /// The fill of a `measure` that is at `depth` between its least (0) and its most (1), and the ink on it.
    pub fn depth(&self, measure: Measure, depth: f32) -> (Color32, Color32) {
        self::depth(self.card, self.ink, self.hue(measure), depth)
    }

    /// The colour of a measure.
    fn hue(&self, measure: Measure) -> Color32 {
        match measure {
            Measure::Soreness => self.soreness,
            Measure::Load => self.load,
            Measure::Sleep => self.sleep,
        }
    }
}

/// The fill of `hue` at `depth` (0 to 1) on `card`, and which of `ink` and `card` is read on it.
pub fn depth(card: Color32, ink: Color32, hue: Color32, depth: f32) -> (Color32, Color32) {
    let wanted = FAINTEST + (1.0 - FAINTEST) * depth.clamp(0.0, 1.0);
    let first = (wanted * f32::from(LEVELS)).round() as u8;
    let fills = (first..=LEVELS).map(|level| card.lerp_to_gamma(hue, f32::from(level) / f32::from(LEVELS)));
    let mut read = fills.filter_map(|fill| {
        let letters = [ink, card].into_iter();
        let readable = letters.max_by(|a, b| contrast(*a, fill).total_cmp(&contrast(*b, fill)))?;
        (contrast(readable, fill) >= READ).then_some((fill, readable))
    });
    read.next().unwrap_or((hue, card))
}

/// WCAG 2 contrast ratio.
fn contrast(a: Color32, b: Color32) -> f32 {
    let (a, b) = (luminance(a) + 0.05, luminance(b) + 0.05);
    a.max(b) / a.min(b)
}

fn luminance(color: Color32) -> f32 {
    let light = Rgba::from(color);
    0.2126 * light.r() + 0.7152 * light.g() + 0.0722 * light.b()
}
