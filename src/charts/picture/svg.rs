//! The SVG document: its head for those who do not see it, its shapes, each cut where egui would cut it.

use std::fmt::Write as _;

use egui::epaint::ClippedShape;
use egui::{Color32, Pos2, Rect, Shape};

use super::UNITS_A_MM;
use super::headless::Drawn;
use super::shapes;
use crate::charts::Heading;

/// The fonts of every text, in the order a viewer tries them.
const FAMILIES: &str = "Inter, 'Helvetica Neue', Helvetica, Arial, sans-serif";

/// The whole file.
pub(super) fn document(drawn: &Drawn, heading: &Heading, ground: Color32) -> String {
    let (width, height) = (drawn.size.x, drawn.size.y);
    let mut body = Body::default();
    for it in &drawn.shapes {
        body.add(it, Rect::from_min_size(Pos2::ZERO, drawn.size));
    }
    let mut svg = String::new();
    line(
        &mut svg,
        format_args!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" xml:lang=\"en\" role=\"img\" \
         width=\"{}mm\" height=\"{}mm\" viewBox=\"0 0 {} {}\">",
            Number(width / UNITS_A_MM),
            Number(height / UNITS_A_MM),
            Number(width),
            Number(height)
        ),
    );
    line(&mut svg, format_args!("<title>{}</title>", Escaped(&heading.question)));
    line(
        &mut svg,
        format_args!("<desc>{}</desc>", Escaped(&description(heading))),
    );
    line(
        &mut svg,
        format_args!("<rect width=\"100%\" height=\"100%\"{}/>", Fill(ground)),
    );
    line(&mut svg, format_args!("<g font-family=\"{FAMILIES}\" fill=\"none\">"));
    svg.push_str(&body.finish());
    svg.push_str("</g>\n</svg>\n");
    svg
}

fn description(heading: &Heading) -> String {
    let parts = [&heading.subtitle, &heading.summary].into_iter().chain(&heading.notes);
    let said: Vec<&str> = parts.map(String::as_str).filter(|it| !it.is_empty()).collect();
    said.join("\n")
}

/// The shapes so far, the regions that some of them are cut to, and the region that is open now.
#[derive(Default)]
struct Body {
    text: String,
    regions: Vec<Rect>,
    open: Option<usize>,
    /// The colour of the area that was written last, if that was the last shape.
    area: Option<Color32>,
}

impl Body {
    fn add(&mut self, clipped: &ClippedShape, page: Rect) {
        let bounds = clipped.shape.visual_bounding_rect();
        let cut = clipped.clip_rect.intersect(page);
        if !bounds.intersects(cut) {
            return;
        }
        // What is nowhere cut needs no region; half a unit is less than egui's own softness of edges.
        let region = (!cut.expand(0.5).contains_rect(bounds)).then(|| self.region(cut));
        self.enter(region);
        self.shape(&clipped.shape);
    }

    fn shape(&mut self, shape: &Shape) {
        match shape {
            Shape::Vec(shapes) => shapes.iter().for_each(|it| self.shape(it)),
            Shape::Mesh(area) => {
                shapes::write(&mut self.text, shape);
                self.area = area.vertices.first().map(|it| it.color);
            }
            shape => {
                let area = self.area.take();
                if area.is_none_or(|it| !shapes::smooths(shape, it)) {
                    shapes::write(&mut self.text, shape);
                }
            }
        }
    }

    fn region(&mut self, cut: Rect) -> usize {
        let known = self.regions.iter().position(|it| *it == cut);
        known.unwrap_or_else(|| {
            self.regions.push(cut);
            self.regions.len() - 1
        })
    }

    fn enter(&mut self, region: Option<usize>) {
        if self.open == region {
            return;
        }
        if self.open.is_some() {
            self.text.push_str("</g>\n");
        }
        if let Some(number) = region {
            line(
                &mut self.text,
                format_args!("<g clip-path=\"url(#cut-{})\">", number + 1),
            );
        }
        self.open = region;
    }

    fn finish(mut self) -> String {
        self.enter(None);
        let mut all = String::new();
        for (number, it) in self.regions.iter().enumerate() {
            line(
                &mut all,
                format_args!(
                    "<clipPath id=\"cut-{}\"><rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/></clipPath>",
                    number + 1,
                    Number(it.left()),
                    Number(it.top()),
                    Number(it.width()),
                    Number(it.height())
                ),
            );
        }
        all.push_str(&self.text);
        all
    }
}

/// One line of the file.
pub(super) fn line(out: &mut String, what: std::fmt::Arguments<'_>) {
    writeln!(out, "{what}").expect("a text takes every letter");
}

/// A length to two decimals, as short as it can be; what is no number is 0.
#[derive(Clone, Copy)]
pub(super) struct Number(pub(super) f32);

impl std::fmt::Display for Number {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let rounded = (f64::from(self.0) * 100.0).round() / 100.0;
        // Adding zero makes -0 a plain 0.
        let finite = if rounded.is_finite() { rounded + 0.0 } else { 0.0 };
        write!(f, "{finite}")
    }
}

/// What a shape is filled with, as attributes with a blank before them; nothing where it is not.
pub(super) struct Fill(pub(super) Color32);

impl std::fmt::Display for Fill {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        colour(f, "fill", self.0)
    }
}

/// What a shape is outlined with.
pub(super) struct Outline {
    pub(super) width: f32,
    pub(super) color: Color32,
}

impl std::fmt::Display for Outline {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.width <= 0.0 || self.color.a() == 0 {
            return Ok(());
        }
        colour(f, "stroke", self.color)?;
        write!(f, " stroke-width=\"{}\"", Number(self.width))
    }
}

fn colour(f: &mut std::fmt::Formatter<'_>, what: &str, color: Color32) -> std::fmt::Result {
    let [r, g, b, a] = color.to_srgba_unmultiplied();
    match a {
        0 => Ok(()),
        255 => write!(f, " {what}=\"#{r:02x}{g:02x}{b:02x}\""),
        _ => {
            let part = Number(f32::from(a) / 255.0);
            write!(f, " {what}=\"#{r:02x}{g:02x}{b:02x}\" {what}-opacity=\"{part}\"")
        }
    }
}

/// Text between tags; what XML has no place for is left away.
pub(super) struct Escaped<'t>(pub(super) &'t str);

impl std::fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for letter in self.0.chars() {
            match letter {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '\t' | '\n' => f.write_char(letter)?,
                '\u{fffe}' | '\u{ffff}' => {}
                it if it.is_control() => {}
                it => f.write_char(it)?,
            }
        }
        Ok(())
    }
}
