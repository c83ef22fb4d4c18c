//! Days back to the usual, for each region: a dot where it was back, a ring where it was last seen not yet back.

use egui::{Align2, CornerRadius, Pos2, Rect, Sense, Stroke, Ui, pos2, vec2};
use jiff::civil::Date;

use super::{left_out, name_within, region_id, span};
use crate::analysis::regions::baseline::{Baselines, End, Median, RISE, Rise, Row, USUAL_DAYS, USUAL_LEAST};
use crate::charts::cells::pick_cell;
use crate::charts::legend::{Entry, Mark, legend_ui};
use crate::charts::pick::present;
use crate::charts::story::Story;
use crate::charts::{Chart, ChartResponse, Heading, Made, Request, Rows, Shown, Source, Style, TooLittle, words};
use crate::domain::Scale;
use crate::domain::units::show_number;
use crate::domain::words::{beginning, listed, region};
use crate::fl;

/// Fewer rises than this are no picture.
const LEAST: usize = 3;
/// So many regions are shown; all are in the table of numbers.
const MOST_ROWS: usize = 10;
/// The axis has at least so many days.
const FEWEST_DAYS: i32 = 4;
const SMALLEST: f32 = 3.5;
const LARGEST: f32 = 11.0;
/// From this radius on a dot bears its number.
const NUMBERED: f32 = 7.5;
/// Of fewer times than this there is no half.
const LEAST_OF_ROW: usize = 5;
const AROUND: f32 = 6.0;
/// Under so many letters of a note, what is said of a region stands under its name.
const STACKED: f32 = 38.0;

/// The chart of a request.
pub(in crate::charts) fn make(source: &Source<'_>, request: &Request) -> Made {
    let found = Baselines::of(source.journal, &request.days);
    let n: usize = found.rows.iter().map(|it| it.rises.len()).sum();
    let scale = found.scale.filter(|_| n >= LEAST);
    let Some(scale) = scale else {
        let why = fl!(
            "baseline-too-little",
            n = n,
            rise = show_number(RISE),
            need = LEAST,
            least = USUAL_LEAST
        );
        return Err(TooLittle {
            question: fl!("baseline-question"),
            why: format!("{why} {}", fl!("body-chart-how")),
            have: n,
            need: LEAST,
        });
    };
    let span = span(source, request);
    let days = found.rows.iter().flat_map(|it| &it.rises).map(|it| it.days).max();
    Ok(Box::new(Baseline {
        heading: heading(&found, n, span),
        scale,
        days: days.unwrap_or(0).max(FEWEST_DAYS),
        rows: found.rows,
    }))
}

struct Baseline {
    heading: Heading,
    scale: Scale,
    /// The last day of the axis.
    days: i32,
    rows: Vec<Row>,
}

/// Rises of a region that look the same.
struct Bubble {
    row: usize,
    days: i32,
    back: bool,
    n: usize,
    newest: Rise,
}

fn heading(found: &Baselines, n: usize, span: String) -> Heading {
    let subtitle = fl!(
        "baseline-subtitle",
        n = n,
        runs = found.runs,
        rise = show_number(RISE),
        span = span
    );
    let rows = found.rows.iter().take(MOST_ROWS).map(|it| {
        let row = fl!(
            "baseline-row",
            region = name_within(it.region),
            n = it.rises.len(),
            back = it.back()
        );
        median(it).map_or(row.clone(), |median| format!("{row}, {median}"))
    });
    let ends = |end: End| {
        let rises = found.rows.iter().flat_map(|it| &it.rises);
        rises.filter(|it| it.end == end).count()
    };
    let (next, silent) = (ends(End::NextRun), ends(End::Unseen));
    let weeks = USUAL_DAYS / 7;
    let mut notes = vec![fl!("baseline-note-usual", weeks = weeks, least = USUAL_LEAST)];
    let unseen = [
        (next, fl!("baseline-next-run", n = next)),
        (silent, fl!("baseline-silent", n = silent)),
    ];
    let unseen = unseen.into_iter().filter(|it| it.0 > 0).map(|it| it.1);
    let unseen = listed(&unseen.collect::<Vec<_>>());
    notes.extend(unseen.map(|list| fl!("baseline-note-unseen", list = list)));
    if let Some(more) = found.rows.len().checked_sub(MOST_ROWS).filter(|it| *it > 0) {
        notes.push(fl!("after-runs-note-regions", n = more));
    }
    notes.extend(left_out(found.left_out));
    Heading {
        question: fl!("baseline-question"),
        summary: fl!(
            "baseline-summary",
            subtitle = subtitle.clone(),
            rows = listed(&rows.collect::<Vec<_>>()).unwrap_or_default()
        ),
        subtitle,
        notes,
    }
}

/// "half were back after 2 days".
fn median(row: &Row) -> Option<String> {
    Some(match half(row)? {
        Median::Days(days) => fl!("baseline-median", days = days),
        Median::Over(days) => fl!("baseline-over", days = days),
    })
}

/// When half were back, where there are enough for a half.
fn half(row: &Row) -> Option<Median> {
    (row.rises.len() >= LEAST_OF_ROW).then(|| row.median())
}

fn bubbles(rows: &[Row]) -> Vec<Bubble> {
    let mut all: Vec<Bubble> = Vec::new();
    for (row, it) in rows.iter().enumerate() {
        for rise in &it.rises {
            let back = rise.end == End::Back;
            let same = |it: &&mut Bubble| (it.row, it.days, it.back) == (row, rise.days, back);
            if let Some(bubble) = all.iter_mut().find(same) {
                bubble.n += 1;
                bubble.newest = *rise;
            } else {
                all.push(Bubble {
                    row,
                    days: rise.days,
                    back,
                    n: 1,
                    newest: *rise,
                });
            }
        }
    }
    all.sort_by_key(|it| (it.row, it.days, !it.back));
    all
}

impl Chart for Baseline {
    fn heading(&self) -> &Heading {
        &self.heading
    }

    fn ui(&self, ui: &mut Ui, shown: &Shown<'_>) -> ChartResponse {
        let style = shown.style;
        let rows = &self.rows[..self.rows.len().min(MOST_ROWS)];
        let stacked = ui.available_width() < style.note.size * STACKED;
        let line = style.note.size * if stacked { 5.5 } else { 4.0 };
        let foot = style.note.size * 3.2;
        let size = vec2(ui.available_width(), line * rows.len() as f32 + foot);
        let (rect, response) = ui.allocate_exact_size(size, Sense::click());
        let lanes: Vec<Lane> = (0..rows.len()).map(|n| Lane::of(rect, line, n, self.days)).collect();
        self.axis_ui(ui, rect, &lanes, style);
        for (row, lane) in rows.iter().zip(&lanes) {
            row_ui(ui, row, lane, stacked, style);
        }
        let bubbles = bubbles(rows);
        let most = bubbles.iter().map(|it| it.n).max().unwrap_or(1);
        let radius = |it: &Bubble| SMALLEST + (LARGEST - SMALLEST) * (it.n as f32 / most as f32).sqrt();
        let at = |it: &Bubble| lanes[it.row].place(it.days, it.back);
        let cells = bubbles
            .iter()
            .map(|it| Rect::from_center_size(at(it), vec2(2.0, 2.0) * LARGEST));
        let picked = pick_cell(ui, &response, &cells.collect::<Vec<_>>());
        for (n, it) in bubbles.iter().enumerate() {
            bubble_ui(ui, it, at(it), radius(it), picked.hovered == Some(n), style);
        }
        let hovered = picked.hovered.and_then(|it| bubbles.get(it));
        let story = hovered.map(|it| (story(&rows[it.row], it), at(it)));
        present(ui, &response, &self.heading.summary, story, style);
        marks_ui(ui, style);
        ChartResponse {
            clicked: picked.clicked.and_then(|it| Some(day_of(bubbles.get(it)?))),
            ..ChartResponse::default()
        }
    }

    fn rows(&self) -> Rows {
        let headers = [
            "region",
            "run_date",
            "soreness_usual",
            "soreness_worst",
            "days_followed",
            "end",
            "scale",
        ];
        let rows = self.rows.iter().flat_map(|row| {
            row.rises.iter().map(|it| {
                let end = match it.end {
                    End::Back => "back",
                    End::NextRun => "next_run",
                    End::Unseen => "not_rated",
                };
                vec![
                    region_id(row.region),
                    it.run_day.to_string(),
                    it.usual.to_string(),
                    it.worst.to_string(),
                    it.days.to_string(),
                    end.to_owned(),
                    self.scale.id().to_owned(),
                ]
            })
        });
        Rows {
            headers: headers.map(str::to_owned).to_vec(),
            rows: rows.collect(),
        }
    }
}

fn day_of(it: &Bubble) -> Date {
    it.newest.run_day
}

/// Where a region's dots stand.
struct Lane {
    rect: Rect,
    y: f32,
    left: f32,
    step: f32,
}

impl Lane {
    fn of(rect: Rect, line: f32, n: usize, days: i32) -> Self {
        let corner = rect.min + vec2(0.0, line * n as f32);
        let rect = Rect::from_min_size(corner, vec2(rect.width(), line));
        let left = rect.left() + AROUND + LARGEST;
        Self {
            y: rect.bottom() - LARGEST - 5.0,
            left,
            step: (rect.right() - AROUND - LARGEST - left) / days as f32,
            rect,
        }
    }

    fn x(&self, days: i32) -> f32 {
        self.left + self.step * days as f32
    }

    /// What was not seen to its end stands beside what was.
    fn place(&self, days: i32, back: bool) -> Pos2 {
        let aside = LARGEST.min(self.step / 4.0);
        pos2(self.x(days) + if back { -aside } else { aside }, self.y)
    }
}

impl Baseline {
    fn axis_ui(&self, ui: &Ui, rect: Rect, lanes: &[Lane], style: &Style) {
        let Some(last) = lanes.last() else { return };
        let painter = ui.painter();
        for day in 0..=self.days {
            for lane in lanes {
                let x = lane.x(day);
                let tick = [pos2(x, lane.y - LARGEST), pos2(x, lane.y + LARGEST)];
                painter.line_segment(tick, Stroke::new(1.0, style.line));
            }
            let at = pos2(last.x(day), last.rect.bottom() + 1.0);
            let font = style.note.clone();
            painter.text(at, Align2::CENTER_TOP, day.to_string(), font, style.third_ink);
        }
        let at = pos2(rect.center().x, last.rect.bottom() + style.note.size * 1.5);
        let words = fl!("baseline-axis");
        painter.text(at, Align2::CENTER_TOP, words, style.note.clone(), style.third_ink);
    }
}

/// What the marks stand for.
fn marks_ui(ui: &mut Ui, style: &Style) {
    let entries = [
        Entry::new(
            Mark::Shaped(egui::Shape::circle_filled, style.soreness),
            fl!("baseline-legend-back"),
        ),
        Entry::new(Mark::Shaped(ring, style.third_ink), fl!("baseline-legend-unseen")),
        Entry::new(Mark::Shaped(upright, style.ink), fl!("baseline-legend-median")),
    ];
    legend_ui(ui, style, &entries);
}

/// A ring, for the legend.
fn ring(at: Pos2, radius: f32, color: egui::Color32) -> egui::Shape {
    egui::Shape::circle_stroke(at, radius - 0.5, Stroke::new(1.5, color))
}

/// The mark of a median, for the legend.
fn upright(at: Pos2, radius: f32, color: egui::Color32) -> egui::Shape {
    let way = vec2(0.0, radius + 1.0);
    egui::Shape::line_segment([at - way, at + way], Stroke::new(2.5, color))
}

fn row_ui(ui: &Ui, row: &Row, lane: &Lane, stacked: bool, style: &Style) {
    let painter = ui.painter();
    let top = lane.rect.top() + 4.0;
    let name = pos2(lane.rect.left() + AROUND, top);
    painter.text(
        name,
        Align2::LEFT_TOP,
        region(row.region),
        style.body.clone(),
        style.ink,
    );
    let times = fl!("body-chart-times", n = row.rises.len());
    let words = match median(row) {
        Some(median) => format!("{} · {times}", beginning(&median)),
        None => times,
    };
    let (at, align) = if stacked {
        (name + vec2(0.0, style.body.size * 1.3), Align2::LEFT_TOP)
    } else {
        (pos2(lane.rect.right() - AROUND, top + 1.0), Align2::RIGHT_TOP)
    };
    painter.text(at, align, words, style.note.clone(), style.second_ink);
    let line = [
        pos2(lane.x(0), lane.y),
        pos2(lane.rect.right() - AROUND - LARGEST, lane.y),
    ];
    painter.line_segment(line, Stroke::new(1.0, style.line));
    if let Some(Median::Days(days)) = half(row) {
        let x = lane.x(days);
        let mark = [pos2(x, lane.y - LARGEST - 1.0), pos2(x, lane.y + LARGEST + 1.0)];
        painter.line_segment(mark, Stroke::new(2.5, style.ink));
    }
}

fn bubble_ui(ui: &Ui, it: &Bubble, at: Pos2, radius: f32, hovered: bool, style: &Style) {
    let painter = ui.painter();
    if hovered {
        let around = Rect::from_center_size(at, vec2(2.0, 2.0) * (radius + 4.0));
        painter.rect_filled(around, CornerRadius::same(20), style.sunk);
        painter.circle_stroke(at, radius + 3.0, Stroke::new(1.5, style.ink));
    }
    let ink = if it.back {
        painter.circle_filled(at, radius, style.soreness);
        style.card
    } else {
        painter.circle(at, radius - 0.75, style.card, Stroke::new(1.5, style.third_ink));
        style.second_ink
    };
    let number = it.n.to_string();
    if it.n > 1 && radius >= NUMBERED && number.len() <= 2 {
        painter.text(at, Align2::CENTER_CENTER, number, style.note.clone(), ink);
    }
}

fn story(row: &Row, it: &Bubble) -> Story {
    let name = region(row.region);
    let title = if it.back {
        fl!("baseline-back", region = name, days = it.days)
    } else {
        fl!("baseline-still", region = name, days = it.days)
    };
    let newest = fl!(
        "baseline-rise",
        day = words::day(it.newest.run_day),
        usual = show_number(it.newest.usual),
        worst = show_number(it.newest.worst)
    );
    Story::new(title, vec![fl!("body-chart-times", n = it.n), newest])
}
