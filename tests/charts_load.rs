//! The charts of the year, the load and the nights: their numbers, and how they are walked.

use afterrun::analysis::DailyTable;
use afterrun::charts::{ChartName, Made, Measure, Options, Request, Rows, Shown, Source, figure_ui};
use afterrun::demo::{self, Plan};
use afterrun::domain::{Journal, Settings};
use afterrun::theme;
use egui::{Key, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use jiff::civil::{Date, date};

const TODAY: Date = date(2026, 11, 24);

struct Journalled {
    journal: Journal,
    table: DailyTable,
}

impl Journalled {
    fn of(journal: Journal) -> Self {
        let table = DailyTable::of(&journal);
        Self { journal, table }
    }

    fn demo() -> Self {
        Self::of(demo::journal(&Plan::until(TODAY)))
    }

    fn make(&self, request: &Request) -> Made {
        request.make(&Source {
            journal: &self.journal,
            findings: None,
            table: &self.table,
            today: TODAY,
        })
    }
}

fn request(name: ChartName, first: Date) -> Request {
    Request {
        name,
        days: first..=TODAY,
        options: Options::default(),
    }
}

fn column(rows: &Rows, header: &str) -> Vec<String> {
    let place = rows.headers.iter().position(|it| it == header).expect("a column");
    rows.rows.iter().map(|it| it[place].clone()).collect()
}

struct Screen {
    kept: Journalled,
    request: Request,
    marked: Option<Date>,
    clicked: Option<Date>,
}

fn shown(kept: Journalled, request: Request) -> Harness<'static, Screen> {
    let screen = Screen {
        kept,
        request,
        marked: None,
        clicked: None,
    };
    let mut harness = Harness::builder()
        .with_size(vec2(600.0, 500.0))
        .with_context_setup(theme::install)
        .build_ui_state(
            |ui, it: &mut Screen| {
                let chart = it.kept.make(&it.request).ok().expect("enough for a chart");
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

#[test]
fn the_calendar_has_every_day_so_far_and_what_is_unknown_is_empty() {
    let made = Journalled::demo().make(&request(ChartName::Calendar, date(2026, 11, 1)));
    let rows = made.ok().expect("a calendar").rows();
    let scores = column(&rows, "soreness");
    assert_eq!(scores.len(), 328);
    assert!(scores.iter().any(String::is_empty));
    let race = column(&rows, "date").iter().position(|it| it == "2026-09-13");
    assert_eq!(column(&rows, "race")[race.expect("a row")], "1");
}

#[test]
fn a_calendar_of_a_year_without_data_says_what_to_record() {
    let mut request = request(ChartName::Calendar, date(2026, 11, 1));
    request.options.year = Some(1999);
    request.options.measure = Measure::Sleep;
    let little = Journalled::demo().make(&request).err().expect("nothing to draw");
    assert_eq!((little.have, little.need), (0, 1));
    assert_eq!(little.question, "Which nights of 1999 were short?");
}

#[test]
fn the_calendar_is_walked_by_days_and_weeks() {
    let mut harness = shown(Journalled::demo(), request(ChartName::Calendar, date(2026, 11, 1)));
    harness.get_by_label_contains("The days of 2026").focus();
    harness.run();
    for (key, day) in [
        (Key::ArrowLeft, date(2026, 11, 17)),
        (Key::ArrowUp, date(2026, 11, 16)),
        (Key::ArrowRight, date(2026, 11, 23)),
        (Key::ArrowDown, TODAY),
        (Key::Home, date(2026, 1, 1)),
    ] {
        harness.key_press(key);
        harness.run();
        assert_eq!(harness.state().marked, Some(day), "{key:?}");
    }
    let said = harness
        .get_by_label_contains("The days of 2026")
        .accesskit_node()
        .value();
    assert!(said.is_some_and(|it| it.starts_with("Thu 1 Jan 2026")));
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(harness.state().clicked, Some(date(2026, 1, 1)));
}

#[test]
fn an_empty_journal_is_told_what_each_chart_needs() {
    let empty = Journalled::of(Journal::empty(Settings::for_zone("UTC")));
    for name in [ChartName::Calendar] {
        let little = empty.make(&request(name, date(2026, 1, 1))).err();
        let little = little.expect("nothing to draw");
        assert!(!little.question.is_empty() && !little.why.is_empty(), "{}", name.word());
        assert!(little.have < little.need, "{}", name.word());
    }
}
