//! A chart drawn without a window: what shapes it leaves, where.
//!
//! Nobody points at anything and nothing has the
//! keyboard, so no story and no mark is in the picture; and no time passes, so nothing is half way.

use std::sync::Arc;

use egui::epaint::ClippedShape;
use egui::text::FontData;
use egui::{Context, Frame, Margin, Pos2, RawInput, Rect, Vec2, ViewportInfo, vec2};

use super::{Look, MARGIN, WIDTH};
use crate::analysis::DailyTable;
use crate::charts::{Chart, Shown, Style, figure_ui};
use crate::domain::{Journal, Settings};

/// Physical pixels in a unit while laying out: letters are placed to that part of a unit.
const FINENESS: f32 = 4.0;
/// Nothing is drawn lower than this.
const LOWEST: f32 = 20_000.0;

/// What a frame left, in units.
pub(super) struct Drawn {
    pub(super) shapes: Vec<ClippedShape>,
    pub(super) size: Vec2,
}

/// A place to draw at. No story is told there, so what stories are made of is empty.
pub(super) struct Stage<'s> {
    ctx: Context,
    style: &'s Style,
    journal: Journal,
    table: DailyTable,
}

impl<'s> Stage<'s> {
    pub(super) fn new(look: &'s Look) -> Self {
        let ctx = Context::default();
        (look.install)(&ctx);
        ctx.add_font_provider(Arc::new(look.other_fonts));
        ctx.set_theme(look.theme);
        ctx.all_styles_mut(|style| style.animation_time = 0.0);
        Self {
            ctx,
            style: &look.style,
            journal: Journal::of(Vec::new(), Settings::for_zone("UTC")),
            table: DailyTable::default(),
        }
    }

    /// One frame of `chart`.
    pub(super) fn frame(&self, chart: &dyn Chart) -> Drawn {
        let shown = Shown {
            style: self.style,
            journal: &self.journal,
            table: &self.table,
            marked: None,
        };
        let mut height = 0.0;
        let mut output = self.ctx.run_ui(input(), |ui| {
            let margins = Frame::new().inner_margin(Margin::same(MARGIN as i8));
            let figure = margins.show(ui, |ui| figure_ui(ui, chart, &shown));
            height = figure.response.rect.height();
        });
        let shapes = std::mem::take(&mut output.shapes);
        // The letters as egui would paint them, which nobody here does.
        output.drop_without_applying_deltas();
        let size = vec2(WIDTH, f32::ceil(height));
        Drawn { shapes, size }
    }

    /// The program's fonts, and those that were found for other scripts.
    pub(super) fn fonts(&self) -> Vec<FontData> {
        self.ctx.fonts(|fonts| {
            let own = fonts.definitions().font_data.values().map(|it| FontData::clone(it));
            let found = fonts.discovered_fonts().iter().map(|it| it.data.clone());
            own.chain(found).collect()
        })
    }
}

fn input() -> RawInput {
    let screen = Rect::from_min_size(Pos2::ZERO, vec2(WIDTH, LOWEST));
    let viewport = ViewportInfo {
        native_pixels_per_point: Some(FINENESS),
        ..ViewportInfo::default()
    };
    let mut input = RawInput {
        screen_rect: Some(screen),
        time: Some(0.0),
        focused: false,
        ..RawInput::default()
    };
    input.viewports.insert(input.viewport_id, viewport);
    input
}
