//! Every colour, size and font of the program, and the look of egui's own widgets.
//!
//! [`install`] styles egui once, for both themes; after that a screen reads [`palette()`] and the
//! constants here, and makes text through the few constructors below. Weight and colour make hierarchy,
//! not size alone. No other file names a colour or a font size (clippy.toml forbids it).

#![expect(clippy::disallowed_methods, reason = "the one place that names colours")]

mod fonts;
mod palette;
mod style;

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Align2, Color32, CornerRadius, FontFamily, FontId, Frame, Margin, RichText, Stroke, Theme, Ui};

pub use fonts::{icons, medium, semi_bold};
pub use palette::{DARK, LIGHT, Palette};
pub use style::install;

use crate::charts;

/// The rhythm: every distance is a multiple of it.
pub const GAP: f32 = 8.0;
/// Between cards.
pub const BETWEEN: f32 = 16.0;
/// Inside a card.
pub const INSIDE: f32 = 24.0;
/// Around a page.
pub const MARGIN: f32 = 32.0;
/// Height of a control.
pub const CONTROL: f32 = 40.0;
/// Height of a small control.
pub const SMALL_CONTROL: f32 = 32.0;
/// Height of a line in a list that opens.
pub const MENU_ROW: f32 = 36.0;
/// Corners of cards.
pub const CARD_RADIUS: u8 = 12;
/// Corners of controls.
pub const RADIUS: u8 = 8;
/// Width of the rail with words, and with icons alone.
pub const RAIL: f32 = 200.0;
/// Width of the rail with icons alone.
pub const NARROW_RAIL: f32 = 64.0;
/// Under this window width the rail shows icons alone.
pub const RAIL_WORDS_FROM: f32 = 1000.0;
/// Under this window width a page has one column.
pub const TWO_COLUMNS_FROM: f32 = 1100.0;
/// Widest a page grows.
pub const PAGE: f32 = 1200.0;
/// Width of a form.
pub const FORM: f32 = 560.0;
/// Width of a form with something beside its fields.
pub const WIDE_FORM: f32 = 776.0;

/// Sizes of text.
pub const NOTE: f32 = 12.0;
/// Body text.
pub const BODY: f32 = 14.0;
/// Titles of cards.
pub const CARD_TITLE: f32 = 16.0;
/// The name of a step.
pub const STEP: f32 = 20.0;
/// Titles of pages.
pub const PAGE_TITLE: f32 = 24.0;
/// The timer.
pub const TIMER: f32 = 56.0;

/// The colours of the theme that is shown.
pub fn palette(ui: &Ui) -> &'static Palette {
    if ui.visuals().dark_mode { &DARK } else { &LIGHT }
}

/// A font of the icons.
pub fn icon_font(size: f32) -> FontId {
    FontId::new(size, icons())
}

/// A small remark.
pub fn note(ui: &Ui, text: impl Into<String>) -> RichText {
    RichText::new(text).size(NOTE).color(palette(ui).third_ink)
}

/// Body text of second rank.
pub fn quiet(ui: &Ui, text: impl Into<String>) -> RichText {
    RichText::new(text).color(palette(ui).second_ink)
}

/// Body text that counts.
pub fn strong(ui: &Ui, text: impl Into<String>) -> RichText {
    RichText::new(text).family(semi_bold()).color(palette(ui).ink)
}

/// The label of a control.
pub fn label(ui: &Ui, text: impl Into<String>) -> RichText {
    RichText::new(text).family(medium()).color(palette(ui).second_ink)
}

/// The title of a card.
pub fn card_title(ui: &Ui, text: impl Into<String>) -> RichText {
    strong(ui, text).size(CARD_TITLE)
}

/// The name of a step.
pub fn step_title(ui: &Ui, text: impl Into<String>) -> RichText {
    strong(ui, text).size(STEP)
}

/// The title of a page.
pub fn page_title(ui: &Ui, text: impl Into<String>) -> RichText {
    strong(ui, text).size(PAGE_TITLE)
}

/// A card: the surface that holds one thing.
pub fn card(ui: &Ui) -> Frame {
    let palette = palette(ui);
    Frame::new()
        .fill(palette.card)
        .stroke(Stroke::new(1.0, palette.line))
        .corner_radius(CARD_RADIUS)
        .inner_margin(Margin::same(INSIDE as i8))
}

/// A surface inside a card: a row that stands out, a field that is only read.
pub fn sunk(ui: &Ui) -> Frame {
    Frame::new()
        .fill(palette(ui).sunk)
        .corner_radius(RADIUS)
        .inner_margin(Margin::symmetric(12, 8))
}

/// A surface inside a card that holds controls: one that is sunk would swallow their fills.
pub fn outlined(ui: &Ui) -> Frame {
    sunk(ui)
        .fill(palette(ui).card)
        .stroke(Stroke::new(1.0, palette(ui).line))
}

/// The surface of a notice.
pub fn toast(ui: &Ui) -> Frame {
    card(ui)
        .inner_margin(Margin::symmetric(16, 12))
        .shadow(ui.visuals().popup_shadow)
}

/// The ring around what has the keyboard.
pub fn focus_ring(ui: &Ui, rect: egui::Rect, radius: u8) {
    ui.painter().rect_stroke(
        rect.expand(2.0),
        CornerRadius::same(radius + 2),
        Stroke::new(2.0, palette(ui).accent),
        egui::StrokeKind::Outside,
    );
}

/// Paints `text` in one line, in a family and size of the theme.
pub fn paint_text(ui: &Ui, at: egui::Pos2, align: Align2, text: &str, family: FontFamily, size: f32, color: Color32) {
    ui.painter().text(at, align, text, FontId::new(size, family), color);
}

/// Paints `text` in one line inside `room`, from its left edge; what does not fit ends in an ellipsis. True
/// where it did not.
pub fn paint_line(ui: &Ui, room: egui::Rect, text: &str, family: FontFamily, size: f32, color: Color32) -> bool {
    let format = TextFormat::simple(FontId::new(size, family), color);
    let mut job = LayoutJob::single_section(text.to_owned(), format);
    job.wrap = TextWrapping::truncate_at_width(room.width());
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let at = egui::pos2(room.left(), room.center().y - galley.size().y / 2.0);
    let cut = galley.elided;
    ui.painter().galley(at, galley, color);
    cut
}

/// How wide `text` is in one line.
pub fn text_width(ui: &Ui, text: &str, family: FontFamily, size: f32) -> f32 {
    let font = FontId::new(size, family);
    let galley = ui.painter().layout_no_wrap(text.to_owned(), font, palette(ui).ink);
    galley.size().x
}

/// Paints `text` inside `room`, from its upper left, in as many lines as there is room for.
pub fn paint_lines(ui: &Ui, room: egui::Rect, text: &str, size: f32, color: Color32) {
    let format = TextFormat::simple(FontId::new(size, FontFamily::Proportional), color);
    let mut job = LayoutJob::single_section(text.to_owned(), format);
    job.wrap = TextWrapping::wrap_at_width(room.width());
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    ui.painter()
        .with_clip_rect(room.intersect(ui.clip_rect()))
        .galley(room.min, galley, color);
}

/// How many lines `text` takes in this width, word after word. Reckoned from the widths of its letters: thousands of
/// rows have to know their heights before any of them is drawn.
pub fn lines_of(ui: &Ui, text: &str, size: f32, width: f32) -> usize {
    let font = FontId::new(size, FontFamily::Proportional);
    ui.fonts_mut(|fonts| {
        let (mut lines, mut at) = (1, 0.0);
        for word in text.split_inclusive(' ') {
            let long: f32 = word.chars().map(|it| fonts.glyph_width(&font, it)).sum();
            let blank = if word.ends_with(' ') {
                fonts.glyph_width(&font, ' ')
            } else {
                0.0
            };
            if at > 0.0 && at + long - blank > width {
                lines += 1;
                at = 0.0;
            }
            at += long;
            // A word longer than a line is broken.
            while at > width && long > width {
                lines += 1;
                at -= width;
            }
        }
        lines
    })
}

/// Words of which some letters stand out, in one line: `found` says of each letter whether it does.
pub fn found_letters(ui: &Ui, text: &str, found: impl Fn(usize) -> bool, ink: Color32) -> LayoutJob {
    let usual = TextFormat::simple(FontId::new(BODY, medium()), ink);
    let stands_out = TextFormat::simple(FontId::new(BODY, semi_bold()), palette(ui).accent);
    let mut job = LayoutJob::default();
    for (n, letter) in text.chars().enumerate() {
        let format = if found(n) { &stands_out } else { &usual };
        job.append(letter.encode_utf8(&mut [0; 4]), 0.0, format.clone());
    }
    job
}

/// What the theme lends a chart.
pub fn chart_style(ui: &Ui) -> charts::Style {
    style_of_charts(palette(ui))
}

/// What charts of these colours are drawn with.
pub fn style_of_charts(it: &Palette) -> charts::Style {
    charts::Style {
        card: it.card,
        sunk: it.sunk,
        line: it.line,
        ink: it.ink,
        second_ink: it.second_ink,
        third_ink: it.third_ink,
        accent: it.accent,
        soreness: it.soreness,
        sleep: it.sleep,
        load: it.load,
        steps: it.steps,
        kinds: it.kinds,
        note: FontId::new(NOTE, FontFamily::Proportional),
        body: FontId::new(BODY, FontFamily::Proportional),
        strong: FontId::new(BODY, semi_bold()),
        title: FontId::new(CARD_TITLE, semi_bold()),
    }
}

/// What charts are drawn with into files.
pub fn picture_look(dark: bool) -> charts::picture::Look {
    let (theme, palette) = if dark {
        (Theme::Dark, &DARK)
    } else {
        (Theme::Light, &LIGHT)
    };
    charts::picture::Look {
        style: style_of_charts(palette),
        theme,
        install,
        other_fonts: fonts::of_this_computer,
    }
}
