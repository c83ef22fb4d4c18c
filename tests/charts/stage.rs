//! What the tests stand on: a journal, a chart of it, and a window that shows it.

use afterrun::analysis::DailyTable;
use afterrun::charts::{Chart, ChartName, Made, Options, Request, Rows, Shown, Source, figure_ui};
use afterrun::demo::{self, Plan};
use afterrun::domain::{Context, Id, Journal, Meta, Record, Region, Scale, Settings, Side, SorenessRating, Stamp};
use afterrun::theme;
use egui::{Key, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use jiff::ToSpan as _;
use jiff::civil::{Date, date, time};

pub const TODAY: Date = date(2026, 11, 24);

pub const NAMES: [ChartName; 6] = [
    ChartName::BodyWeeks,
    ChartName::BodyAfterRuns,
    ChartName::BodyBaseline,
    ChartName::BodySides,
    ChartName::HabitMinutes,
    ChartName::Supplements,
];

pub struct Journalled {
    pub journal: Journal,
    pub table: DailyTable,
}

impl Journalled {
    pub fn of(journal: Journal) -> Self {
        let table = DailyTable::of(&journal);
        Self { journal, table }
    }

    pub fn demo() -> Self {
        Self::of(demo::journal(&Plan::until(TODAY)))
    }

    pub fn make(&self, request: &Request) -> Made {
        request.make(&Source {
            journal: &self.journal,
            findings: None,
            table: &self.table,
            today: TODAY,
        })
    }

    pub fn chart(&self, name: ChartName, options: Options) -> Box<dyn Chart> {
        let made = self.make(&request(name, options));
        made.unwrap_or_else(|it| panic!("{}: {it:?}", name.word()))
    }
}

pub fn request(name: ChartName, options: Options) -> Request {
    Request {
        name,
        days: Date::MIN..=TODAY,
        options,
    }
}

pub fn column(rows: &Rows, header: &str) -> Vec<String> {
    let place = rows.headers.iter().position(|it| it == header).expect("a column");
    rows.rows.iter().map(|it| it[place].clone()).collect()
}

/// A morning's rating, on a day counted from Monday 2 November.
pub fn morning(day: i64, region: Region, side: Side, score: f64, scale: Scale) -> Record {
    let date = date(2026, 11, 2).saturating_add(day.days());
    let at = Stamp::from_civil_offset(date.to_datetime(time(8, 0, 0, 0)), 0).expect("a day of this century");
    Record::Soreness(SorenessRating {
        meta: Meta {
            created_at: at.ms,
            ..Meta::manual(Id::fresh(0))
        },
        at,
        region,
        side,
        score,
        scale,
        context: Context::Morning,
        run_id: None,
        notes: String::new(),
    })
}

pub fn of_records(records: Vec<Record>) -> Journalled {
    Journalled::of(Journal::of(records, Settings::for_zone("UTC")))
}

pub struct Screen {
    pub kept: Journalled,
    pub request: Request,
    pub marked: Option<Date>,
    pub clicked: Option<Date>,
}

/// A window of `size` that shows the chart of `request`.
pub fn shown(kept: Journalled, request: Request, size: Vec2) -> Harness<'static, Screen> {
    let screen = Screen {
        kept,
        request,
        marked: None,
        clicked: None,
    };
    let mut harness = Harness::builder()
        .with_size(size)
        .with_context_setup(theme::install)
        .build_ui_state(
            |ui, it: &mut Screen| {
                let chart = it.kept.make(&it.request).expect("enough for a chart");
                let style = theme::chart_style(ui);
                let shown = Shown {
                    style: &style,
                    journal: &it.kept.journal,
                    table: &it.kept.table,
                    marked: it.marked,
                };
                let done = figure_ui(ui, chart.as_ref(), &shown);
                it.marked = done.hovered;
                it.clicked = it.clicked.or(done.clicked);
            },
            screen,
        );
    harness.run();
    harness
}

pub fn press(harness: &mut Harness<'_, Screen>, keys: &[Key]) {
    for key in keys {
        harness.key_press(*key);
        harness.run();
    }
}

/// What is said of the place the keys are at.
pub fn said(harness: &Harness<'_, Screen>, label: &str) -> String {
    let node = harness.get_by_label_contains(label);
    node.accesskit_node().value().unwrap_or_default()
}
