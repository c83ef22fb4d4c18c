//! Left against right: a bar to each side for every region, as the body is seen from behind.
//!
//! A bar is as long as the side is sore; its number is that of the scale.

use egui::{Align2, CornerRadius, FontId, Rect, Sense, Ui, pos2, vec2};

use super::{left_out, name_within, region_id, span};
use crate::analysis::regions::sides::{BodySides, LEAST, Row};
use crate::charts::cells::pick_cell;
use crate::charts::pick::present;
use crate::charts::story::Story;
use crate::charts::{Chart, ChartResponse, Heading, Made, Request, Rows, Shown, Source, Style, TooLittle, words};
use crate::domain::units::show_number;
use crate::domain::words::{listed, region, spot, within};
use crate::domain::{Scale, Side};
use crate::fl;

/// The chart of a request.
pub(in crate::charts) fn make(source: &Source<'_>, request: &Request) -> Made {
    let found = BodySides::of(source.journal, &request.days);
    let scale = found.scale.filter(|_| !found.rows.is_empty());
    let Some(scale) = scale else {
        return Err(TooLittle {
            question: fl!("sides-question"),
            why: fl!("sides-too-little", n = found.most_of_others, need = LEAST),
            have: found.most_of_others,
            need: LEAST,
        });
    };
    let days = span(source, request);
    Ok(Box::new(Sides {
        heading: heading(&found, scale, days),
        scale,
        rows: found.rows,
    }))
}

struct Sides {
    heading: Heading,
    scale: Scale,
    rows: Vec<Row>,
}

fn heading(found: &BodySides, scale: Scale, span: String) -> Heading {
    let subtitle = fl!(
        "sides-subtitle",
        n = found.rows.len(),
        span = span,
        scale = words::direction(scale)
    );
    let rows = found.rows.iter().map(|it| {
        fl!(
            "sides-row",
            region = name_within(it.region),
            left = words::mean(it.left),
            right = words::mean(it.right),
            n = it.n
        )
    });
    let apart = apart(found);
    let mut notes = vec![apart.clone(), fl!("sides-note")];
    notes.extend(left_out(found.left_out));
    Heading {
        question: fl!("sides-question"),
        summary: fl!(
            "sides-summary",
            subtitle = subtitle.clone(),
            rows = listed(&rows.collect::<Vec<_>>()).unwrap_or_default(),
            apart = apart
        ),
        subtitle,
        notes,
    }
}

/// On how many mornings one side was much sorer.
fn apart(found: &BodySides) -> String {
    let sides = found.rows.iter().flat_map(|it| {
        [
            (it.region, Side::Left, it.left_sorer),
            (it.region, Side::Right, it.right_sorer),
        ]
    });
    let much = sides.filter(|it| it.2 > 0);
    let much = much.map(|(region, side, n)| fl!("sides-apart-of", spot = within(&spot(region, side)), n = n));
    let points = show_number(found.apart);
    match listed(&much.collect::<Vec<_>>()) {
        Some(list) => fl!("sides-apart", points = points, list = list),
        None => fl!("sides-apart-none", points = points),
    }
}

impl Chart for Sides {
    fn heading(&self) -> &Heading {
        &self.heading
    }

    fn ui(&self, ui: &mut Ui, shown: &Shown<'_>) -> ChartResponse {
        let style = shown.style;
        let room = Room::of(ui.available_width(), &self.rows, self.scale, style);
        let size = vec2(ui.available_width(), room.head + room.line * self.rows.len() as f32);
        let (rect, response) = ui.allocate_exact_size(size, Sense::click());
        let cells: Vec<Rect> = (0..self.rows.len())
            .map(|n| {
                let corner = rect.min + vec2(0.0, room.head + room.line * n as f32);
                Rect::from_min_size(corner, vec2(rect.width(), room.line))
            })
            .collect();
        let picked = pick_cell(ui, &response, &cells);
        head_ui(ui, &room, rect, style);
        for (n, (row, cell)) in self.rows.iter().zip(&cells).enumerate() {
            if picked.hovered == Some(n) {
                ui.painter().rect_filled(*cell, CornerRadius::same(6), style.sunk);
            }
            self.row_ui(ui, &room, row, *cell, style);
        }
        let hovered = picked.hovered.and_then(|it| Some((self.rows.get(it)?, cells.get(it)?)));
        let story = hovered.map(|(row, cell)| (story(row), cell.center()));
        present(ui, &response, &self.heading.summary, story, style);
        ChartResponse {
            clicked: picked.clicked.and_then(|it| Some(self.rows.get(it)?.widest)),
            ..ChartResponse::default()
        }
    }

    fn rows(&self) -> Rows {
        let headers = [
            "region",
            "mornings",
            "soreness_left_mean",
            "soreness_right_mean",
            "mornings_left_much_sorer",
            "mornings_right_much_sorer",
            "scale",
        ];
        let rows = self.rows.iter().map(|it| {
            vec![
                region_id(it.region),
                it.n.to_string(),
                it.left.to_string(),
                it.right.to_string(),
                it.left_sorer.to_string(),
                it.right_sorer.to_string(),
                self.scale.id().to_owned(),
            ]
        });
        Rows {
            headers: headers.map(str::to_owned).to_vec(),
            rows: rows.collect(),
        }
    }
}

/// Where everything stands.
struct Room {
    head: f32,
    line: f32,
    /// Room for names at the left; nothing where they stand above the bars.
    left: f32,
    right: f32,
    /// How long a bar gets, and of what severity.
    bar: f32,
    most: f32,
}

impl Room {
    fn of(width: f32, rows: &[Row], scale: Scale, style: &Style) -> Self {
        let note = style.note.size;
        let stacked = width < note * STACKED;
        let (left, right) = if stacked { (0.0, 0.0) } else { (note * 13.0, note * 7.5) };
        let severities = rows
            .iter()
            .flat_map(|it| [it.left, it.right])
            .map(|it| scale.severity(it));
        Self {
            head: note * 1.9,
            line: if stacked { note * 3.6 } else { note * 2.3 },
            left,
            right,
            bar: (width - left - right) / 2.0 - note * 3.0,
            most: severities.fold(0.0, f64::max).max(f64::EPSILON) as f32,
        }
    }

    /// Where both bars begin.
    fn middle(&self, rect: Rect) -> f32 {
        rect.left() + self.left + (rect.width() - self.left - self.right) / 2.0
    }
}

fn head_ui(ui: &Ui, room: &Room, rect: Rect, style: &Style) {
    let middle = room.middle(rect);
    let head = |x: f32, align, text: String| {
        let at = pos2(x, rect.top());
        ui.painter()
            .text(at, align, text, style.strong.clone(), style.second_ink);
    };
    head(middle - 2.0 * GAP, Align2::RIGHT_TOP, fl!("sides-left"));
    head(middle + 2.0 * GAP, Align2::LEFT_TOP, fl!("sides-right"));
}

impl Sides {
    fn row_ui(&self, ui: &Ui, room: &Room, row: &Row, cell: Rect, style: &Style) {
        let painter = ui.painter();
        let stacked = room.left == 0.0;
        let (words, y) = if stacked {
            (cell.top() + style.note.size * 1.1, cell.bottom() - style.note.size)
        } else {
            (cell.center().y, cell.center().y)
        };
        let name = pos2(cell.left() + GAP, words);
        painter.text(
            name,
            Align2::LEFT_CENTER,
            region(row.region),
            style.body.clone(),
            style.ink,
        );
        let n = fl!("body-chart-mornings", n = row.n);
        let at = pos2(cell.right() - GAP, words);
        painter.text(at, Align2::RIGHT_CENTER, n, style.note.clone(), style.third_ink);
        let middle = room.middle(cell);
        let sorer = self.scale.severity(row.left).total_cmp(&self.scale.severity(row.right));
        for (score, way, is_sorer) in [(row.left, -1.0, sorer.is_ge()), (row.right, 1.0, sorer.is_le())] {
            let long = room.bar * self.scale.severity(score) as f32 / room.most;
            let from = pos2(middle, y - 6.0);
            let bar = Rect::from_two_pos(from, from + vec2(way * long.max(1.0), 12.0));
            let faint = style.card.lerp_to_gamma(style.soreness, 0.45);
            let fill = if is_sorer { style.soreness } else { faint };
            painter.rect_filled(bar, CornerRadius::same(2), fill);
            let (font, ink): (&FontId, _) = if is_sorer {
                (&style.strong, style.ink)
            } else {
                (&style.body, style.second_ink)
            };
            let at = pos2(middle + way * (long + GAP), y);
            let align = if way < 0.0 {
                Align2::RIGHT_CENTER
            } else {
                Align2::LEFT_CENTER
            };
            painter.text(at, align, words::mean(score), font.clone(), ink);
        }
        let axis = [pos2(middle, y - 9.0), pos2(middle, y + 9.0)];
        painter.line_segment(axis, egui::Stroke::new(1.0, style.third_ink));
    }
}

/// Under so many letters of a note, names stand above their bars.
const STACKED: f32 = 40.0;
/// Between a bar and its number, and around words.
const GAP: f32 = 6.0;

fn story(row: &Row) -> Story {
    let (left, right) = (words::mean(row.left), words::mean(row.right));
    let mut lines = vec![
        fl!("sides-story", left = left, right = right),
        fl!("body-chart-mornings", n = row.n),
    ];
    lines.push(fl!("sides-widest", day = words::day(row.widest)));
    Story::new(region(row.region), lines)
}
