//! The findings side by side: a line for each, from the least to the most that its days fit, around the
//! difference between comparable days; a hollow dot where the plain averages lie.
//!
//! One scale for all, no difference in its middle: what crosses the middle line is not clear. How sure a
//! finding is, its dot says by how full it is, and the word beside it says it again. What cannot be told
//! yet stands below, with what is missing. Up and down walk from finding to finding, Enter opens one.

mod axis;
mod paint;
mod place;
mod row;

use std::borrow::Cow;
use std::num::NonZero;

use egui::{Rect, Sense, Ui, vec2};
use jiff::civil::Date;

pub use self::paint::level_dot;

use self::axis::Axis;
use self::place::Places;
use self::row::Row;
use super::cells::pick_cell;
use super::pick::present;
use super::words;
use super::{Chart, ChartResponse, Heading, Made, Rows, Shown, Source, TooLittle};
use crate::analysis::findings::words::{Level, Names, points};
use crate::analysis::findings::{Findings, Outcome};
use crate::domain::words::listed;
use crate::fl;

/// The chart of the findings about `outcome`. They are of all days, whatever days are asked for.
pub(super) fn make(source: &Source<'_>, outcome: Outcome) -> Made {
    let made = match source.findings {
        Some(findings) => Cow::Borrowed(findings),
        None => Cow::Owned(Findings::of(source.table, NonZero::<usize>::MIN)),
    };
    let findings = &*made;
    let names = Names::of(source.journal);
    let ranked = findings.ranked_by(outcome);
    let rows: Vec<Row> = ranked.iter().map(|it| Row::of(findings, it, &names)).collect();
    let days = ranked.iter().filter(|it| it.effect().is_some()).flat_map(|it| &it.days);
    let Some(days) = days.clone().min().zip(days.max()) else {
        return Err(too_little(findings, outcome));
    };
    let recorded = ranked.iter().filter(|it| findings.is_recorded(it)).count();
    Ok(Box::new(Forest {
        heading: heading(findings, outcome, &rows, recorded, (*days.0, *days.1)),
        axis: Axis::of(&rows),
        rows,
        recorded,
    }))
}

struct Forest {
    heading: Heading,
    axis: Axis,
    /// Those with an estimate first.
    rows: Vec<Row>,
    /// So many of them are drawn: the others were never recorded.
    recorded: usize,
}

fn question(outcome: Outcome) -> String {
    match outcome {
        Outcome::NextTwoMornings => fl!("forest-question-two"),
        _ => fl!("forest-question-next"),
    }
}

fn too_little(findings: &Findings, outcome: Outcome) -> TooLittle {
    let ranked = findings.ranked_by(outcome);
    let needs = ranked.iter().filter_map(|it| it.needs().into_iter().next());
    let nearest = needs.min_by_key(|it| it.missing());
    TooLittle {
        question: question(outcome),
        why: fl!("forest-too-little"),
        have: nearest.map_or(0, |it| it.have),
        need: nearest.map_or(0, |it| it.need),
    }
}

fn heading(
    findings: &Findings,
    outcome: Outcome,
    rows: &[Row],
    recorded: usize,
    (first, last): (Date, Date),
) -> Heading {
    let never: Vec<String> = rows[recorded..].iter().map(|it| it.name.clone()).collect();
    let never = listed(&never).map(|names| fl!("forest-never", names = names));
    let n = rows.iter().filter(|it| it.estimate.is_some()).count();
    let direction = findings.scale.map(words::direction).unwrap_or_default();
    Heading {
        question: question(outcome),
        subtitle: fl!(
            "forest-subtitle",
            n = n,
            range = words::days(first, last),
            points = points(findings.scale),
            direction = direction
        ),
        summary: summary(rows, n),
        notes: never.into_iter().chain([fl!("forest-note")]).collect(),
    }
}

/// What stands out, in whole sentences; of the rest the names.
fn summary(rows: &[Row], n: usize) -> String {
    let of = |levels: &[Level]| {
        let names = rows.iter().filter(|it| levels.contains(&it.level));
        names.map(|it| it.name.as_str()).collect::<Vec<_>>().join(", ")
    };
    let clear = rows.iter().filter(|it| it.level == Level::Clear);
    let mut said = vec![fl!("forest-summary", n = n)];
    said.extend(clear.map(|it| it.told.sentence.clone()));
    for levels in [
        &[Level::Possible][..],
        &[Level::Unclear],
        &[Level::Refused, Level::Period],
    ] {
        let names = of(levels);
        if !names.is_empty() {
            said.push(fl!("forest-summary-level", level = levels[0].words(), names = names));
        }
    }
    said.join(" ")
}

impl Forest {
    fn drawn(&self) -> &[Row] {
        &self.rows[..self.recorded]
    }
}

impl Chart for Forest {
    fn heading(&self) -> &Heading {
        &self.heading
    }

    fn ui(&self, ui: &mut Ui, shown: &Shown<'_>) -> ChartResponse {
        let style = shown.style;
        let places = Places::of(ui, style, self.drawn());
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), places.height), Sense::click());
        let rows = (0..self.recorded).map(|n| places.row(n).translate(rect.min.to_vec2()));
        let rows: Vec<Rect> = rows.collect();
        let picked = pick_cell(ui, &response, &rows);
        self.paint(ui, rect.min, &places, picked.hovered, style);
        let story = picked.hovered.map(|n| (self.rows[n].story(), rows[n].center_bottom()));
        present(ui, &response, &self.heading.summary, story, style);
        paint::legend(ui, style);
        ChartResponse {
            row: picked.clicked,
            ..ChartResponse::default()
        }
    }

    fn rows(&self) -> Rows {
        Rows {
            headers: row::HEADERS.map(str::to_owned).to_vec(),
            rows: self.rows.iter().map(|it| it.cells.clone()).collect(),
        }
    }
}
