//! The timer of a step: a ring that fills, and the time in its middle.
//!
//! It looks otherwise while there are seconds to get ready, while it is held, and while the step waits, so
//! that a glance from across the room tells which of these it is. When its beat changes (the next muscle's
//! turn, the end) it lights up once; while nothing changes nothing moves.

use std::f32::consts::TAU;

use egui::epaint::PathShape;
use egui::{Align2, Color32, FontFamily, FontId, Id, Pos2, Response, Role, Sense, Stroke, Ui, WidgetInfo, vec2};

use crate::theme;

/// How thick it is, as a part of its size.
const THICK: f32 = 0.045;
/// How long it lights up, seconds.
const FLASH_S: f64 = 0.12;
/// How large the time is, as a part of its size.
const TIME: f32 = 0.24;
/// How much of its width words may take.
const WORDS: f32 = 0.72;

/// How a ring looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RingLook {
    /// The timer runs, or is to be started.
    #[default]
    Runs,
    /// The seconds before a bout.
    GetsReady,
    /// The timer is held.
    Held,
    /// The step waits for its time.
    Waits,
}

/// A ring: `TimerRing::new("0:21", "left of 1:00").part(0.65).show(ui, 240.0)`.
pub struct TimerRing<'a> {
    time: &'a str,
    remark: &'a str,
    part: f32,
    look: RingLook,
    beat: Option<(Id, u64)>,
}

impl<'a> TimerRing<'a> {
    /// A ring with `time` large in its middle and a remark below.
    pub fn new(time: &'a str, remark: &'a str) -> Self {
        Self {
            time,
            remark,
            part: 0.0,
            look: RingLook::default(),
            beat: None,
        }
    }

    /// How much of it is filled, 0 to 1.
    #[must_use]
    pub fn part(mut self, part: f32) -> Self {
        self.part = part.clamp(0.0, 1.0);
        self
    }

    /// How it looks.
    #[must_use]
    pub fn look(mut self, look: RingLook) -> Self {
        self.look = look;
        self
    }

    /// Lights up once when `beat` changes, as long as it is the ring of the same `of`.
    #[must_use]
    pub fn beat(mut self, of: Id, beat: u64) -> Self {
        self.beat = Some((of, beat));
        self
    }

    /// Shows it.
    pub fn show(self, ui: &mut Ui, size: f32) -> Response {
        let (rect, response) = ui.allocate_exact_size(vec2(size, size), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Timer, true, format!("{} {}", self.time, self.remark)));
        let it = theme::palette(ui);
        let thick = (size * THICK).round().max(6.0);
        let (width, fill, ink) = match self.look {
            RingLook::Runs => (thick, it.accent, it.ink),
            RingLook::GetsReady => (thick / 2.0, it.second_ink, it.second_ink),
            RingLook::Held => (thick, it.third_ink, it.second_ink),
            RingLook::Waits => (thick / 2.0, it.line, it.second_ink),
        };
        let (center, radius) = (rect.center(), (size - thick) / 2.0);
        let flash = self.beat.map_or(0.0, |(of, beat)| flash(ui, of, beat));
        if flash > 0.0 {
            let glow = it.card.lerp_to_gamma(it.accent_soft, flash);
            ui.painter().circle_filled(center, radius, glow);
        }
        let ground = PathShape::closed_line(arc(center, radius, 1.0), Stroke::new(width, it.sunk));
        ui.painter().add(ground);
        if self.part > 0.0 {
            let arc = arc(center, radius, self.part);
            ui.painter().add(PathShape::line(arc, Stroke::new(width, fill)));
        }
        let large = (size * TIME).min(theme::TIMER);
        let middle = center - vec2(0.0, theme::NOTE * 0.6);
        line_ui(ui, middle, self.time, theme::semi_bold(), large, ink, size * WORDS);
        let below = middle + vec2(0.0, large * 0.78);
        let remark = if size < 180.0 { theme::NOTE } else { theme::BODY };
        let family = FontFamily::Proportional;
        line_ui(ui, below, self.remark, family, remark, it.third_ink, size * WORDS);
        response
    }
}

/// Words in one line around `at`, smaller where they would not fit into `room`.
fn line_ui(ui: &Ui, at: Pos2, text: &str, family: FontFamily, size: f32, ink: Color32, room: f32) {
    let font = FontId::new(size, family.clone());
    let width = ui.painter().layout_no_wrap(text.to_owned(), font, ink).size().x;
    let size = size * (room / width).min(1.0);
    theme::paint_text(ui, at, Align2::CENTER_CENTER, text, family, size, ink);
}

/// How strongly it lights up now: 1 when the beat has just changed, 0 a moment later.
fn flash(ui: &Ui, of: Id, beat: u64) -> f32 {
    let now = ui.input(|input| input.time);
    let changed_at = ui.data_mut(|data| {
        let last = data.get_temp_mut_or_insert_with(of, || (beat, f64::NEG_INFINITY));
        if last.0 != beat {
            *last = (beat, now);
        }
        last.1
    });
    let left = 1.0 - (now - changed_at) / FLASH_S;
    if left <= 0.0 {
        return 0.0;
    }
    ui.request_repaint();
    left as f32
}

fn arc(center: Pos2, radius: f32, part: f32) -> Vec<Pos2> {
    let steps = (part * 120.0).ceil().max(2.0) as usize;
    (0..=steps)
        .map(|n| {
            let angle = TAU * (part * n as f32 / steps as f32 - 0.25);
            center + radius * vec2(angle.cos(), angle.sin())
        })
        .collect()
}
