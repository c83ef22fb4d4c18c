//! The time line of a checklist: its phases, how much of each is over, and when the later ones begin.

use egui::{Align2, CornerRadius, FontFamily, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};
use strum::VariantArray as _;

use crate::domain::Stamp;
use crate::domain::protocol::{Phase, StepView, Walk};
use crate::domain::words;
use crate::fl;
use crate::ui::theme;

const BAR: f32 = 6.0;
const HEIGHT: f32 = 36.0;

/// Shows the phases side by side.
pub fn phases_ui(ui: &mut Ui, walk: &Walk, now: Stamp) {
    let now_in = walk.next.map(|n| walk.steps[n].step.phase);
    let count = Phase::VARIANTS.len() as f32;
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::hover());
    let width = (rect.width() - theme::GAP * (count - 1.0)) / count;
    for (n, &phase) in Phase::VARIANTS.iter().enumerate() {
        let left = rect.left() + n as f32 * (width + theme::GAP);
        let part = Rect::from_min_size(pos2(left, rect.top()), vec2(width, HEIGHT));
        let steps: Vec<_> = walk.steps.iter().filter(|it| it.step.phase == phase).collect();
        phase_ui(ui, part, phase, &steps, now_in == Some(phase), now);
    }
}

fn phase_ui(ui: &mut Ui, rect: Rect, phase: Phase, steps: &[&StepView], here: bool, now: Stamp) {
    let it = theme::palette(ui);
    let over = steps.iter().filter(|it| it.state.is_over()).count();
    let part = if steps.is_empty() {
        0.0
    } else {
        over as f32 / steps.len() as f32
    };
    let bar = Rect::from_min_size(rect.min, vec2(rect.width(), BAR));
    ui.painter()
        .rect_filled(bar, CornerRadius::same(3), it.sunk.lerp_to_gamma(it.line, 0.6));
    let filled = Rect::from_min_size(rect.min, vec2(rect.width() * part, BAR));
    ui.painter().rect_filled(filled, CornerRadius::same(3), it.accent);
    let (family, ink) = if here {
        (theme::semi_bold(), it.ink)
    } else {
        (theme::medium(), it.second_ink)
    };
    let line = Rect::from_min_max(pos2(rect.left(), rect.top() + BAR + 6.0), rect.max);
    let when = begins(steps, now);
    let remark = ui.painter().layout_no_wrap(
        when.clone(),
        egui::FontId::new(theme::NOTE, FontFamily::Proportional),
        it.third_ink,
    );
    let roomy = rect.width() > remark.size().x + 100.0;
    let name_room = Rect::from_min_max(
        line.min,
        pos2(
            line.right() - if roomy { remark.size().x + 8.0 } else { 0.0 },
            line.bottom(),
        ),
    );
    theme::paint_line(ui, name_room, &phase.name(), family, theme::BODY, ink);
    if roomy {
        let at = pos2(line.right(), line.center().y);
        theme::paint_text(
            ui,
            at,
            Align2::RIGHT_CENTER,
            &when,
            FontFamily::Proportional,
            theme::NOTE,
            it.third_ink,
        );
    }
    let (phase_name, all) = (phase.name(), steps.len());
    let told = if when.is_empty() {
        fl!("checklist-phase", phase = phase_name, over = over, all = all)
    } else {
        fl!(
            "checklist-phase-from",
            phase = phase_name,
            when = when,
            over = over,
            all = all
        )
    };
    ui.interact(rect, ui.scope_id().with(("phase", phase)), Sense::hover())
        .widget_info(|| WidgetInfo::labeled(Role::ProgressIndicator, true, &told));
}

/// "from 17:33" while all its steps wait, nothing once it began.
fn begins(steps: &[&StepView], now: Stamp) -> String {
    let first = steps.iter().map(|it| it.span.opens).min_by_key(|it| it.ms);
    match first.filter(|it| it.ms > now.ms) {
        Some(at) if at.civil_date() == now.civil_date() => fl!("checklist-from", clock = words::clock(at)),
        Some(at) => words::day_short(at.civil_date()),
        None => String::new(),
    }
}
