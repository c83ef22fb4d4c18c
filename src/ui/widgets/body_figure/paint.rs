//! What stands on and around the figure: yesterday's hatching, outlines, numbers and letters.

use egui::epaint::PathShape;
use egui::{Align2, Color32, FontFamily, FontId, Pos2, Rect, Stroke, Ui, pos2, vec2};

use super::{Mark, home};
use crate::charts::figure::{self, FIGURE, HEIGHT, Shape, Stand, View, hatching};
use crate::domain::{BodyPart, Rating, Side, units};
use crate::fl;
use crate::theme::{self, Palette};

/// Between the lines of the hatching.
const HATCH: f32 = 4.0;
/// Between a part and the number beside it.
const BESIDE: f32 = 4.0;
/// Where the letters of the sides stand: beside the head, above the shoulders.
const LETTERS: Pos2 = pos2(62.0, 56.0);

/// Which parts are outlined.
#[derive(Default)]
pub struct Outlines {
    /// What is under the pointer.
    pub hovered: Option<BodyPart>,
    /// What is chosen.
    pub chosen: Option<BodyPart>,
    /// What has the keyboard.
    pub focused: Option<BodyPart>,
}

/// Paints all views.
pub fn figure(ui: &Ui, stands: &[Stand], marks: &[Mark], outlines: &Outlines) {
    for stand in stands {
        fills_ui(ui, stand, marks, outlines);
        // Above their neighbours.
        for shape in stand.shapes() {
            outline_ui(ui, stand, shape, outlines);
        }
        letters_ui(ui, stand);
        numbers_ui(ui, stand, stands, marks);
    }
}

/// Paints the fills, and yesterday's hatching on them.
fn fills_ui(ui: &Ui, stand: &Stand, marks: &[Mark], outlines: &Outlines) {
    let it = theme::palette(ui);
    let mark_of = |part: Option<BodyPart>| marks.iter().find(|it| Some(it.part) == part);
    let fill = |part: Option<BodyPart>| {
        let plain = it.sunk.lerp_to_gamma(it.ink, 0.02);
        let fill = mark_of(part).map_or(plain, |mark| fill_of(it, mark).0);
        if part.is_some() && part == outlines.hovered {
            fill.lerp_to_gamma(it.ink, 0.10)
        } else {
            fill
        }
    };
    figure::paint(ui.painter(), stand, |part| {
        let fill = fill(part);
        (fill, fill)
    });
    for shape in stand.shapes() {
        let fresh = mark_of(shape.part).filter(|it| it.score.is_none() && !it.lit);
        let Some(before) = fresh.and_then(|it| it.before) else {
            continue;
        };
        let strength = 0.35 + 0.4 * before.scale.severity(before.value) as f32;
        let ink = fill(shape.part).lerp_to_gamma(it.soreness, strength);
        for line in hatching(&stand.outline(shape), HATCH) {
            ui.painter().line_segment(line, Stroke::new(1.0, ink));
        }
    }
}

/// The fill of a part, and the ink on it.
fn fill_of(it: &Palette, mark: &Mark) -> (Color32, Color32) {
    match mark.score {
        _ if mark.lit => (it.accent, it.on_accent),
        Some(score) => it.soreness_depth(score.scale.severity(score.value) as f32),
        None => (it.line.lerp_to_gamma(it.ink, 0.06), it.second_ink),
    }
}

fn outline_ui(ui: &Ui, stand: &Stand, shape: &Shape, outlines: &Outlines) {
    let it = theme::palette(ui);
    let Some(part) = shape.part else { return };
    let stroke = if outlines.focused == Some(part) {
        Stroke::new((4.0 * stand.scale).clamp(1.5, 2.5), it.accent)
    } else if outlines.chosen == Some(part) {
        Stroke::new((2.5 * stand.scale).clamp(1.0, 1.5), it.ink)
    } else {
        return;
    };
    ui.painter().add(PathShape::closed_line(stand.outline(shape), stroke));
}

/// "R" and "L" beside the head, and from where it is seen below the feet.
fn letters_ui(ui: &Ui, stand: &Stand) {
    let it = theme::palette(ui);
    let letter = |side: Side| {
        if side == Side::Left {
            fl!("body-left")
        } else {
            fl!("body-right")
        }
    };
    let (right, left) = match stand.view.right_of_viewer() {
        Side::Left => (Side::Left, Side::Right),
        _ => (Side::Right, Side::Left),
    };
    let note = |at: Pos2, align, text: &str| {
        theme::paint_text(ui, at, align, text, theme::medium(), theme::NOTE, it.third_ink);
    };
    note(stand.on_screen(LETTERS), Align2::CENTER_CENTER, &letter(right));
    let mirrored = pos2(-LETTERS.x, LETTERS.y);
    note(stand.on_screen(mirrored), Align2::CENTER_CENTER, &letter(left));
    let caption = match stand.view {
        View::Front => fl!("body-front"),
        View::Back => fl!("body-back"),
    };
    let below = stand.on_screen(pos2(0.0, HEIGHT)) + vec2(0.0, theme::GAP / 2.0);
    note(below, Align2::CENTER_TOP, &caption);
}

/// A number that is to be written.
struct Number {
    text: String,
    at: Pos2,
    align: Align2,
    font: FontId,
    ink: Color32,
    /// What it stands on, where that is hatched.
    ground: Option<Color32>,
}

/// Writes the scores, the worst first; one that would lie over another is left to the pointer and to those
/// who listen.
fn numbers_ui(ui: &Ui, stand: &Stand, stands: &[Stand], marks: &[Mark]) {
    let severity = |it: &Rating| it.scale.severity(it.value);
    let told = |it: &Mark| it.score.or(it.before);
    let mut told: Vec<(&Mark, Rating)> = marks.iter().filter_map(|it| Some((it, told(it)?))).collect();
    told.sort_by(|a, b| {
        let today = |it: &Mark| it.score.is_some();
        let worse = severity(&b.1).total_cmp(&severity(&a.1));
        today(b.0).cmp(&today(a.0)).then(worse)
    });
    let mut taken: Vec<Rect> = Vec::new();
    for (mark, rating) in told {
        let Some(it) = number(ui, stand, home(mark.part, stands) == stand.view, mark, rating) else {
            continue;
        };
        let galley = ui.painter().layout_no_wrap(it.text, it.font, it.ink);
        let rect = it.align.anchor_size(it.at, galley.size());
        if taken.iter().any(|other| other.intersects(rect.shrink(1.0))) {
            continue;
        }
        taken.push(rect);
        if let Some(ground) = it.ground {
            ui.painter().rect_filled(rect.expand2(vec2(2.0, -1.0)), 4, ground);
        }
        ui.painter().galley(rect.min, galley, it.ink);
    }
}

/// On the part where there is room for it; else beside it, in the view where it is seen best.
fn number(ui: &Ui, stand: &Stand, home: bool, mark: &Mark, rating: Rating) -> Option<Number> {
    let it = theme::palette(ui);
    let shape = FIGURE.main_shape(mark.part, stand.view)?;
    let text = units::show_number(rating.value);
    let rated = mark.score.is_some();
    let family = if rated {
        theme::semi_bold()
    } else {
        FontFamily::Proportional
    };
    let room = shape.room * stand.scale;
    let (size, needed) = match text.len() {
        _ if room >= 11.0 => (theme::BODY, 0.0),
        1 => (theme::NOTE, 4.5),
        _ => (theme::NOTE, 6.5),
    };
    let font = FontId::new(size, family);
    if room >= needed {
        let (fill, ink) = fill_of(it, mark);
        return Some(Number {
            text,
            at: stand.on_screen(shape.spot),
            align: Align2::CENTER_CENTER,
            font,
            ink,
            ground: (!rated && !mark.lit).then_some(fill),
        });
    }
    let (edge, way) = beside(stand, mark.part, shape);
    home.then_some(Number {
        text,
        at: edge + vec2(way * BESIDE, 0.0),
        align: if way < 0.0 {
            Align2::RIGHT_CENTER
        } else {
            Align2::LEFT_CENTER
        },
        font,
        ink: if rated { it.ink } else { it.third_ink },
        ground: None,
    })
}

/// The edge of a part that a number stands beside, and on which side of it: outwards, or inwards where
/// another part is outwards of it.
fn beside(stand: &Stand, part: BodyPart, shape: &Shape) -> (Pos2, f32) {
    let bounds = FIGURE.bounds(part, stand.view);
    let edge = |way: f32| {
        let x = if way < 0.0 { bounds.left() } else { bounds.right() };
        pos2(x, shape.spot.y)
    };
    let outwards = shape.spot.x.signum();
    let free = |way: &f32| {
        let next = edge(*way) + vec2(way * 2.0 * BESIDE, 0.0);
        FIGURE.part_at(stand.view, next, 0.0).is_none()
    };
    let way = [outwards, -outwards].into_iter().find(free).unwrap_or(outwards);
    (stand.on_screen(edge(way)), way)
}
