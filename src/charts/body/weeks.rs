//! Soreness of each region, week by week: a small body for each, from the front and from behind.
//!
//! All weeks are shown, in as many rows as the room asks for, the newest last; of a long range months or
//! years. What was not rated is plain, and so is a week without any rating.

use std::sync::Arc;

use egui::{Align2, Color32, CornerRadius, Galley, Pos2, Rect, Response, Sense, Ui, pos2, vec2};
use jiff::civil::Date;

use super::{depth, left_out, region_id, scale_legend, side_id};
use crate::analysis::regions::weeks::{BodyStretch, BodyWeeks};
use crate::analysis::stretch::{Step, place_of};
use crate::charts::figure::{self, HALF_WIDTH, HEIGHT, Stand, View};
use crate::charts::legend::{Entry, Mark, legend_ui};
use crate::charts::pick::{pick, present};
use crate::charts::story::Story;
use crate::charts::{Chart, ChartResponse, Heading, Made, Request, Rows, Shown, Source, Style, TooLittle, words};
use crate::domain::units::show_number;
use crate::domain::words::{beginning, listed, month, month_short, spot, within};
use crate::domain::{BodyPart, Scale};
use crate::fl;

/// Fewer mornings than this are no picture.
const LEAST: usize = 3;
/// Narrowest room of a body, in letters of a note; widest, in points.
const NARROWEST: f32 = 6.6;
const WIDEST: f32 = 148.0;
/// Between the front and the back, and around both.
const BETWEEN: f32 = 4.0;
const AROUND: f32 = 6.0;
/// How much ink there is in an edge.
const EDGE: f32 = 0.14;
/// So many parts are named, the others are counted.
const MOST_NAMED: usize = 6;
const MOST_TOLD: usize = 3;

/// The chart of a request.
pub(in crate::charts) fn make(source: &Source<'_>, request: &Request) -> Made {
    let found = BodyWeeks::of(source.journal, &request.days);
    let mornings = found.mornings();
    let scale = found.scale.filter(|_| mornings >= LEAST);
    let Some(scale) = scale else {
        let why = fl!("body-weeks-too-little", n = mornings, need = LEAST);
        return Err(TooLittle {
            question: question(found.step),
            why: format!("{why} {}", fl!("body-chart-how")),
            have: mornings,
            need: LEAST,
        });
    };
    Ok(Box::new(Weeks {
        heading: heading(&found, scale),
        days: found.stretches.iter().filter_map(|it| it.day).collect(),
        scale,
        found,
    }))
}

struct Weeks {
    heading: Heading,
    scale: Scale,
    /// The first rated day of each stretch that has one, for walking.
    days: Vec<Date>,
    found: BodyWeeks,
}

fn question(step: Step) -> String {
    match step {
        Step::Week(_) => fl!("body-weeks-question-week"),
        Step::Month => fl!("body-weeks-question-month"),
        Step::Year => fl!("body-weeks-question-year"),
    }
}

fn heading(found: &BodyWeeks, scale: Scale) -> Heading {
    let rated = || found.stretches.iter().filter(|it| it.mornings > 0);
    let span = rated()
        .next()
        .zip(rated().next_back())
        .map_or(String::new(), |(first, last)| {
            words::days(
                first.day.unwrap_or(first.stretch.first),
                last.last.unwrap_or(last.stretch.last),
            )
        });
    let subtitle = fl!(
        "body-weeks-subtitle",
        n = found.mornings(),
        span = span,
        scale = words::direction(scale)
    );
    let sorest = |it: &&BodyStretch| sorted(it, scale).first().map_or(0.0, |it| scale.severity(it.1));
    let newest = rated().next_back();
    let sorest = rated().max_by(|a, b| sorest(a).total_cmp(&sorest(b)));
    let told = |it: Option<&BodyStretch>| it.map_or(String::new(), |it| told(it, found.step, scale));
    let mut summary = vec![subtitle.clone(), fl!("body-weeks-newest", told = told(newest))];
    if sorest != newest {
        summary.push(fl!("body-weeks-sorest", told = told(sorest)));
    }
    let mut notes = vec![fl!("body-weeks-note"), fl!("body-chart-others")];
    notes.extend(left_out(found.left_out));
    Heading {
        question: question(found.step),
        summary: summary.join(" "),
        subtitle,
        notes,
    }
}

/// The parts that were sore, the sorest first, with median and number of mornings.
fn sorted(stretch: &BodyStretch, scale: Scale) -> Vec<(BodyPart, f64, usize)> {
    let rated = stretch.parts.iter().map(|(part, it)| (*part, it.median, it.n));
    let mut sore: Vec<_> = rated.filter(|it| scale.severity(it.1) > 0.0).collect();
    sore.sort_by(|a, b| scale.severity(b.1).total_cmp(&scale.severity(a.1)));
    sore
}

/// "2 Nov 2026 to 8 Nov 2026: left calf 4 (3 mornings), right calf 2 (1 morning)."
fn told(stretch: &BodyStretch, step: Step, scale: Scale) -> String {
    let sore = sorted(stretch, scale);
    let named = sore.iter().take(MOST_TOLD).map(|it| within(&part_words(it)));
    let parts = listed(&named.collect::<Vec<_>>()).unwrap_or_else(|| within(&fl!("body-weeks-nothing")));
    fl!("body-weeks-told", when = when(stretch, step), parts = parts)
}

fn part_words(&((region, side), score, n): &(BodyPart, f64, usize)) -> String {
    fl!(
        "body-weeks-part",
        spot = spot(region, side),
        score = show_number(score),
        n = n
    )
}

/// "2 Nov 2026 to 8 Nov 2026", "November 2026", "2026".
fn when(it: &BodyStretch, step: Step) -> String {
    let first = it.stretch.first;
    let year = first.year().to_string();
    match step {
        Step::Week(_) => words::days(first, it.stretch.last),
        Step::Month => fl!("chart-month-year", month = month(first), year = year),
        Step::Year => year,
    }
}

/// What stands under a body: "2 Nov", "Nov", "2026"; the year also with the first month.
fn name(it: &BodyStretch, step: Step, first_of_all: bool) -> String {
    let first = it.stretch.first;
    let (month, year) = (month_short(first), first.year().to_string());
    match step {
        Step::Week(_) => fl!("chart-day-month", day = first.day().to_string(), month = month),
        Step::Month if first.month() == 1 || first_of_all => fl!("chart-month-year", month = month, year = year),
        Step::Month => month,
        Step::Year => year,
    }
}

impl Chart for Weeks {
    fn heading(&self) -> &Heading {
        &self.heading
    }

    fn ui(&self, ui: &mut Ui, shown: &Shown<'_>) -> ChartResponse {
        let style = shown.style;
        let room = Room::of(self.found.stretches.len(), ui.available_width(), style);
        let (rect, response) = ui.allocate_exact_size(room.size(), Sense::click());
        let stretches: Vec<_> = self.found.stretches.iter().map(|it| it.stretch).collect();
        let place = |day: Date| place_of(&stretches, day).filter(|&it| self.found.stretches[it].mornings > 0);
        let marked = shown.marked.and_then(place);
        for (n, it) in self.found.stretches.iter().enumerate() {
            let cell = room.cell(n).translate(rect.min.to_vec2());
            if marked == Some(n) {
                ui.painter().rect_filled(cell, CornerRadius::same(6), style.sunk);
            }
            self.stretch_ui(ui, &room, cell, it, n == 0, style);
        }
        let at = |pointer: Pos2| room.place_at(pointer - rect.min.to_vec2());
        let done = pick(ui, &response, &self.days, shown.marked, |pointer| {
            self.found.stretches.get(at(pointer)?)?.day
        });
        self.story_ui(ui, &response, done.hovered.and_then(place), style, |n| {
            room.cell(n).translate(rect.min.to_vec2()).right_center()
        });
        let plain = Entry::new(Mark::Outline(outline(style)), fl!("body-chart-not-rated"));
        legend_ui(ui, style, &[scale_legend(style, self.scale), plain]);
        done
    }

    fn rows(&self) -> Rows {
        let headers = ["from", "to", "region", "side", "mornings", "soreness_median", "scale"];
        let rows = self.found.stretches.iter().flat_map(|it| {
            it.parts.iter().map(|((region, side), spread)| {
                vec![
                    it.stretch.first.to_string(),
                    it.stretch.last.to_string(),
                    region_id(*region),
                    side_id(*side),
                    spread.n.to_string(),
                    spread.median.to_string(),
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

impl Weeks {
    fn stretch_ui(&self, ui: &Ui, room: &Room, cell: Rect, it: &BodyStretch, first: bool, style: &Style) {
        let look = |part: Option<BodyPart>| {
            let edge = |fill: Color32| (fill, fill.lerp_to_gamma(style.ink, EDGE));
            let Some(part) = part else { return edge(style.sunk) };
            let rated = it.part(part).map(|it| depth(style, self.scale, it.median).0);
            rated.map_or((style.card, outline(style)), edge)
        };
        let half = HALF_WIDTH * room.scale + BETWEEN / 2.0;
        for (view, way) in [(View::Front, -1.0), (View::Back, 1.0)] {
            let stand = Stand {
                view,
                top: pos2(cell.center().x + way * half, cell.top() + AROUND),
                scale: room.scale,
            };
            figure::paint(ui.painter(), &stand, look);
        }
        let below = pos2(cell.center().x, cell.top() + AROUND + HEIGHT * room.scale + 4.0);
        let ink = if it.mornings > 0 {
            style.second_ink
        } else {
            style.third_ink
        };
        let line =
            |at: Pos2, text: String, ink| ui.painter().text(at, Align2::CENTER_TOP, text, style.note.clone(), ink);
        let above = line(below, name(it, self.found.step, first), ink);
        let rated = match it.mornings {
            0 => fl!("chart-not-recorded"),
            n => fl!("body-chart-mornings", n = n),
        };
        let rated = fitting(ui, rated, it.mornings, cell.width(), style);
        let at = pos2(below.x - rated.size().x / 2.0, above.bottom());
        ui.painter().galley(at, rated, style.third_ink);
    }

    fn story_ui(&self, ui: &Ui, response: &Response, place: Option<usize>, style: &Style, at: impl Fn(usize) -> Pos2) {
        let found = place.and_then(|it| Some((it, self.found.stretches.get(it)?)));
        let story = found.map(|(n, it)| (self.story(it), at(n)));
        present(ui, response, &self.heading.summary, story, style);
    }

    fn story(&self, it: &BodyStretch) -> Story {
        let sore = sorted(it, self.scale);
        let mut lines: Vec<String> = sore.iter().take(MOST_NAMED).map(part_words).collect();
        if lines.is_empty() {
            lines.push(fl!("body-weeks-nothing"));
        }
        let (less, not) = (sore.len().saturating_sub(MOST_NAMED), it.parts.len() - sore.len());
        if less > 0 {
            lines.push(fl!("body-weeks-less-sore", n = less));
        }
        if not > 0 && !sore.is_empty() {
            lines.push(fl!("body-weeks-not-sore", n = not));
        }
        Story::new(beginning(&when(it, self.found.step)), lines)
    }
}

/// "5 mornings", or the number alone where there is no room for the word.
fn fitting(ui: &Ui, words: String, n: usize, width: f32, style: &Style) -> Arc<Galley> {
    let galley = |text: String| ui.painter().layout_no_wrap(text, style.note.clone(), style.third_ink);
    let whole = galley(words);
    if whole.size().x <= width - 2.0 {
        return whole;
    }
    galley(if n > 0 { n.to_string() } else { "–".to_owned() })
}

/// The outline of what was not rated.
fn outline(style: &Style) -> Color32 {
    style.line.lerp_to_gamma(style.ink, EDGE / 2.0)
}

/// Where the bodies stand.
struct Room {
    count: usize,
    columns: usize,
    cell: egui::Vec2,
    scale: f32,
}

impl Room {
    fn of(count: usize, width: f32, style: &Style) -> Self {
        let fit = ((width / (style.note.size * NARROWEST)) as usize).max(1);
        let rows = count.div_ceil(fit).max(1);
        let columns = count.div_ceil(rows).max(1);
        let side = (width / columns as f32).min(WIDEST);
        let scale = (side - 2.0 * AROUND - BETWEEN) / (4.0 * HALF_WIDTH);
        Self {
            count,
            columns,
            cell: vec2(side, HEIGHT * scale + 2.0 * AROUND + 4.0 + style.note.size * 2.6),
            scale,
        }
    }

    fn size(&self) -> egui::Vec2 {
        let rows = self.count.div_ceil(self.columns);
        vec2(self.cell.x * self.columns as f32, self.cell.y * rows as f32)
    }

    fn cell(&self, n: usize) -> Rect {
        let corner = vec2((n % self.columns) as f32, (n / self.columns) as f32) * self.cell;
        Rect::from_min_size(corner.to_pos2(), self.cell)
    }

    fn place_at(&self, at: Pos2) -> Option<usize> {
        (0..self.count).find(|&n| self.cell(n).contains(at))
    }
}
