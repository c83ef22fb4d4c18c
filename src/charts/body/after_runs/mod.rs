//! Soreness after runs: every region by the days since a run, and one of them rating by rating.
//!
//! The table says how soreness goes, with a number in each cell and how many ratings it stands on; below it
//! the same region by the kind of run, where enough is known, and as dots over the hours.

mod dots;
mod grid;

use egui::{RichText, Ui};
use jiff::civil::Date;

use self::dots::Dots;
use self::grid::{Cell, Line, Table, grid_ui};
use super::{left_out, name_within, region_id, scale_legend};
use crate::analysis::Spread;
use crate::analysis::regions::after_runs::{AfterRuns, ByDay, DAY_RATINGS, Row};
use crate::charts::legend::legend_ui;
use crate::charts::{Chart, ChartResponse, Heading, Made, Request, Rows, Shown, Source, TooLittle, words};
use crate::domain::protocol::RunClass;
use crate::domain::units::show_number;
use crate::domain::words::{beginning, region as region_name, within};
use crate::domain::{Region, Scale};
use crate::fl;

/// Fewer ratings than this are no picture.
const LEAST: usize = 5;
/// So many regions are shown, and the one that is looked at; all are in the table of numbers.
const MOST_ROWS: usize = 6;

/// The chart of a request.
pub(in crate::charts) fn make(source: &Source<'_>, request: &Request) -> Made {
    let found = AfterRuns::of(source.journal, &request.days, request.options.region);
    let most = found.rows.iter().map(|it| it.n).max().unwrap_or(0);
    let known = found.scale.zip(found.region).filter(|_| most >= LEAST);
    let Some((scale, region)) = known else {
        return Err(too_little(most, &fl!("after-runs-too-little", n = most, need = LEAST)));
    };
    if found.dots.is_empty() {
        let name = region_name(region);
        return Err(too_little(0, &fl!("after-runs-too-little-region", region = name)));
    }
    let shown = shown_rows(&found, region);
    Ok(Box::new(Chosen {
        heading: heading(&found, request, scale, region, shown.len()),
        lines: shown.iter().map(|it| region_line(it, it.region == region)).collect(),
        classes: found.classes.iter().map(|it| class_line(it, region)).collect(),
        dots: Dots::of(&found, region, scale),
        scale,
        region,
        found,
    }))
}

fn too_little(have: usize, why: &str) -> TooLittle {
    TooLittle {
        question: fl!("after-runs-question"),
        why: format!("{why} {}", fl!("body-chart-how")),
        have,
        need: LEAST,
    }
}

struct Chosen {
    heading: Heading,
    scale: Scale,
    region: Region,
    lines: Vec<Line>,
    classes: Vec<Line>,
    dots: Dots,
    found: AfterRuns,
}

/// The regions that are most often sore, and the one that is looked at.
fn shown_rows(found: &AfterRuns, region: Region) -> Vec<&Row> {
    let first = found.rows.iter().take(MOST_ROWS);
    let chosen = found.rows.iter().skip(MOST_ROWS).filter(|it| it.region == region);
    first.chain(chosen).collect()
}

fn region_line(row: &Row, chosen: bool) -> Line {
    let name = region_name(row.region);
    Line {
        cells: cells(&row.by_day, row.all, |day| match day {
            Some(day) => fl!("after-runs-cell", region = name.clone(), day = day),
            None => fl!("after-runs-all-days", region = name.clone()),
        }),
        name,
        strong: chosen,
    }
}

fn class_line((class, by_day): &(RunClass, ByDay), region: Region) -> Line {
    let word: &str = (*class).into();
    let name = fl!("after-runs-class", class = word);
    let place = region_name(region);
    let title = |day: Option<usize>| {
        let of_region = match day {
            Some(day) => fl!("after-runs-cell", region = place.clone(), day = day),
            None => fl!("after-runs-all-days", region = place.clone()),
        };
        fl!("after-runs-class-cell", cell = of_region, class = within(&name))
    };
    Line {
        cells: cells(by_day, None, title),
        name: name.clone(),
        strong: false,
    }
}

/// The cells of a row: the days, and all of them together where that is known.
fn cells(by_day: &ByDay, all: Option<Spread>, title: impl Fn(Option<usize>) -> String) -> Vec<Cell> {
    let days = by_day.iter().enumerate().map(|(day, it)| Cell {
        title: title(Some(day)),
        spread: it.map(|it| it.spread),
        newest: it.map(|it| it.newest),
    });
    let newest = by_day.iter().flatten().map(|it| it.newest).max();
    let all = all.map(|spread| Cell {
        title: title(None),
        spread: Some(spread),
        newest,
    });
    days.chain(all).collect()
}

fn heading(found: &AfterRuns, request: &Request, scale: Scale, region: Region, shown: usize) -> Heading {
    let days = found.dots.first().zip(found.dots.last());
    let span = days.map_or_else(
        || words::days(*request.days.start(), *request.days.end()),
        |(first, last)| words::days(first.day, last.day),
    );
    let subtitle = fl!(
        "after-runs-subtitle",
        n = found.dots.len(),
        region = name_within(region),
        span = span,
        scale = words::direction(scale)
    );
    let days = found.by_day.iter().enumerate().filter_map(|(day, it)| {
        let spread = it.as_ref()?.spread;
        Some(fl!(
            "after-runs-summary-day",
            day = day,
            median = show_number(spread.median),
            n = spread.n
        ))
    });
    let mut notes = vec![
        fl!("after-runs-note-cells", least = DAY_RATINGS),
        fl!("after-runs-note-runs"),
        fl!("body-chart-others"),
    ];
    if found.rows.len() > shown {
        notes.push(fl!("after-runs-note-regions", n = (found.rows.len() - shown)));
    }
    notes.extend(left_out(found.left_out));
    Heading {
        question: fl!("after-runs-question"),
        summary: fl!(
            "after-runs-summary",
            subtitle = subtitle.clone(),
            region = region_name(region),
            days = days.collect::<Vec<_>>().join(", ")
        ),
        subtitle,
        notes,
    }
}

impl Chart for Chosen {
    fn heading(&self) -> &Heading {
        &self.heading
    }

    fn ui(&self, ui: &mut Ui, shown: &Shown<'_>) -> ChartResponse {
        let style = shown.style;
        let table = Table {
            lines: &self.lines,
            name: &self.heading.summary,
            has_head: true,
        };
        let mut clicked: Option<Date> = grid_ui(ui, shown, self.scale, &table);
        let title = |ui: &mut Ui, text: String| {
            ui.add_space(style.note.size * 0.5);
            let text = RichText::new(text).font(style.strong.clone());
            ui.label(text.color(style.ink));
        };
        let name = region_name(self.region);
        if !self.classes.is_empty() {
            let by_class = fl!("after-runs-by-class", region = name.clone());
            title(ui, by_class.clone());
            let table = Table {
                lines: &self.classes,
                name: &by_class,
                has_head: false,
            };
            clicked = clicked.or(grid_ui(ui, shown, self.scale, &table));
        }
        legend_ui(ui, style, &[scale_legend(style, self.scale)]);
        title(ui, fl!("after-runs-close", region = name));
        let done = self.dots.ui(ui, shown, &self.heading.summary);
        ChartResponse {
            clicked: clicked.or(done.clicked),
            ..done
        }
    }

    fn rows(&self) -> Rows {
        let headers = [
            "what",
            "region",
            "run_class",
            "date",
            "run_date",
            "days_since_run",
            "hours_since_run_h",
            "ratings",
            "soreness",
            "soreness_quartile_1",
            "soreness_quartile_3",
            "scale",
        ];
        let mut rows = Vec::new();
        for row in &self.found.rows {
            rows.extend(self.day_rows(row.region, "", &row.by_day));
        }
        for (class, by_day) in &self.found.classes {
            rows.extend(self.day_rows(self.region, (*class).into(), by_day));
        }
        rows.extend(self.found.dots.iter().map(|it| {
            let class: &str = it.class.into();
            let cells = ["rating".to_owned(), region_id(self.region), class.to_owned()];
            let times = [
                it.day.to_string(),
                it.run_day.to_string(),
                it.days.to_string(),
                it.hours.to_string(),
            ];
            let score = ["1".to_owned(), it.score.to_string(), String::new(), String::new()];
            [&cells[..], &times, &score, &[self.scale.id().to_owned()]].concat()
        }));
        Rows {
            headers: headers.map(str::to_owned).to_vec(),
            rows,
        }
    }
}

impl Chosen {
    fn day_rows(&self, region: Region, class: &str, by_day: &ByDay) -> Vec<Vec<String>> {
        let known = by_day
            .iter()
            .enumerate()
            .filter_map(|(day, it)| Some((day, it.as_ref()?)));
        let row = known.map(|(day, it)| {
            let cells = ["median".to_owned(), region_id(region), class.to_owned()];
            let times = [String::new(), String::new(), day.to_string(), it.hours.to_string()];
            let spread = it.spread;
            let score = [
                spread.n.to_string(),
                spread.median.to_string(),
                spread.low.to_string(),
                spread.high.to_string(),
            ];
            [&cells[..], &times, &score, &[self.scale.id().to_owned()]].concat()
        });
        row.collect()
    }
}

/// What a cell says of its ratings.
fn told(spread: Option<Spread>, newest: Option<Date>) -> Vec<String> {
    let Some(it) = spread else {
        return vec![fl!("after-runs-unknown")];
    };
    let mut lines = vec![fl!("after-runs-median", median = show_number(it.median), n = it.n)];
    if it.n >= DAY_RATINGS {
        let (low, high) = (show_number(it.low), show_number(it.high));
        lines.push(fl!("after-runs-middle-half", low = low, high = high));
    }
    lines.extend(newest.map(|day| fl!("after-runs-newest", day = words::day(day))));
    lines.into_iter().map(|it| beginning(&it)).collect()
}
