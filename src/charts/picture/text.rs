//! Text as text.
//!
//! A row that looks the same from end to end is one element. It stands where egui placed it and is as long
//! as egui made it (`textLength`), so that a viewer without Inter, which takes another typeface, still
//! keeps every word in its place. Letters are written in the order in which they are read; the viewer joins
//! and turns them as their script wants.

use egui::emath::Rot2;
use egui::epaint::TextShape;
use egui::epaint::text::{Glyph, PlacedRow, TextFormat};
use egui::{Color32, FontFamily, Galley, Pos2};

use super::shapes::Turned;
use super::svg::{Escaped, Fill, Number, line};

/// Writes each row of `shape`.
pub(super) fn write(out: &mut String, shape: &TextShape) {
    for piece in pieces(&shape.galley) {
        let color = colour(shape, &piece.format);
        if color.a() == 0 {
            continue;
        }
        let at = shape.pos + Rot2::from_angle(shape.angle) * piece.at.to_vec2();
        line(
            out,
            format_args!(
                "<text x=\"{}\" y=\"{}\" font-size=\"{}\"{}{}{}{}>{}</text>",
                Number(at.x),
                Number(at.y),
                Number(piece.format.font_id.size),
                font(&piece.format, !shape.underline.is_empty()),
                Length(&piece),
                Fill(color),
                Turned(shape.angle, at),
                Escaped(&piece.text)
            ),
        );
    }
}

fn colour(shape: &TextShape, format: &TextFormat) -> Color32 {
    let own = match format.color {
        Color32::PLACEHOLDER => shape.fallback_color,
        color => color,
    };
    let color = shape.override_text_color.unwrap_or(own);
    color.gamma_multiply(shape.opacity_factor)
}

fn font(format: &TextFormat, underlined: bool) -> String {
    let mut font = String::new();
    match &format.font_id.family {
        FontFamily::Proportional => {}
        FontFamily::Monospace => font.push_str(" font-family=\"monospace\""),
        FontFamily::Name(name) => match name.as_ref() {
            "medium" => font.push_str(" font-weight=\"500\""),
            "semi-bold" => font.push_str(" font-weight=\"600\""),
            _ => {}
        },
    }
    if format.italics {
        font.push_str(" font-style=\"italic\"");
    }
    match (
        underlined || !format.underline.is_empty(),
        !format.strikethrough.is_empty(),
    ) {
        (true, true) => font.push_str(" text-decoration=\"underline line-through\""),
        (true, false) => font.push_str(" text-decoration=\"underline\""),
        (false, true) => font.push_str(" text-decoration=\"line-through\""),
        (false, false) => {}
    }
    font
}

/// How long a piece is, where it has more than one letter to spread.
struct Length<'p>(&'p Piece);

impl std::fmt::Display for Length<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.0.text.chars().nth(1).is_none() {
            return Ok(());
        }
        let length = Number(self.0.length);
        write!(f, " textLength=\"{length}\" lengthAdjust=\"spacingAndGlyphs\"")
    }
}

/// Letters of one row and one format.
struct Piece {
    text: String,
    /// Where its baseline begins, from the place of the text.
    at: Pos2,
    length: f32,
    format: TextFormat,
}

/// The pieces of a galley, from above and from the left.
fn pieces(galley: &Galley) -> Vec<Piece> {
    let letters: Vec<(usize, char)> = galley.text().char_indices().collect();
    let mut pieces = Vec::new();
    let mut before = 0;
    for row in &galley.rows {
        let of_row = letters.get(before..).unwrap_or_default();
        row_pieces(galley, row, of_row, &mut pieces);
        before += row.glyphs.len() + usize::from(row.ends_with_newline);
    }
    pieces
}

/// egui has a glyph for each letter, so the n-th glyph of a row is its n-th letter; only the mark that ends
/// a row that was cut short stands for letters that are not there.
fn row_pieces(galley: &Galley, row: &PlacedRow, letters: &[(usize, char)], pieces: &mut Vec<Piece>) {
    let section_of = |n: usize| {
        let byte = letters.get(n).map_or(usize::MAX, |it| it.0);
        let sections = galley.job.sections.iter();
        let inside = sections.take_while(|it| it.byte_range.start.0 <= byte);
        inside.count().saturating_sub(1)
    };
    let numbered: Vec<(usize, &Glyph)> = row.glyphs.iter().enumerate().collect();
    for run in numbered.chunk_by(|a, b| section_of(a.0) == section_of(b.0)) {
        let Some(section) = galley.job.sections.get(section_of(run[0].0)) else {
            continue;
        };
        pieces.extend(piece(row, run, letters, &section.format));
    }
}

/// The letters of `run` without the blanks around them; `None` where there are only blanks.
fn piece(row: &PlacedRow, run: &[(usize, &Glyph)], letters: &[(usize, char)], format: &TextFormat) -> Option<Piece> {
    let inked = |it: &&(usize, &Glyph)| !it.1.chr.is_whitespace();
    let first = run.iter().position(|it| inked(&it))?;
    let last = run.iter().rposition(|it| inked(&it))?;
    let run = &run[first..=last];
    let cut_short = |n: usize, glyph: &Glyph| letters.get(n).is_none_or(|it| it.1 != glyph.chr) && glyph.chr == '…';
    let text = run.iter().map(|&(n, glyph)| match letters.get(n) {
        Some(&(_, letter)) if !cut_short(n, glyph) => letter,
        _ => glyph.chr,
    });
    let left = run.iter().map(|it| it.1.pos.x).fold(f32::INFINITY, f32::min);
    let right = run.iter().map(|it| it.1.max_x()).fold(f32::NEG_INFINITY, f32::max);
    Some(Piece {
        text: text.collect(),
        at: row.pos + egui::vec2(left, run[0].1.pos.y),
        length: right - left,
        format: format.clone(),
    })
}
