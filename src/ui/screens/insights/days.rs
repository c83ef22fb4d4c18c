//! The days behind a finding, each with what was done and how sore the mornings before and after it were;
//! pressing one opens it in the journal.

use egui::Ui;
use jiff::civil::Date;

use super::Entry;
use crate::analysis::findings::{Behind, Exposure, Outcome};
use crate::app::Model;
use crate::app::command::{Command, Commands};
use crate::charts::Rows;
use crate::domain::units::{show_hours, show_number};
use crate::domain::words::day_with_year;
use crate::fl;
use crate::ui::table::{TableState, table_ui};

/// The sheet that shows them.
pub(super) struct Days {
    table: Option<TableState>,
    /// The days of its rows.
    days: Vec<Date>,
}

impl Days {
    /// The days behind `entry`, the newest first.
    pub(super) fn of(model: &Model, entry: &Entry<'_>) -> Self {
        let finding = entry.finding;
        let mut behind = finding.behind(model.daily());
        behind.reverse();
        let rows = Rows {
            headers: headers(entry),
            rows: behind.iter().map(|it| cells(&finding.exposure, it)).collect(),
        };
        let title = fl!("insights-days-title", name = entry.name());
        let note = match finding.sides {
            Some(sides) => fl!("insights-days-note", with = sides.with, without = sides.without),
            None => fl!("insights-nights-note", n = finding.n),
        };
        Self {
            table: Some(TableState::opening(title, note, rows)),
            days: behind.into_iter().map(|it| it.day).collect(),
        }
    }
}

fn headers(entry: &Entry<'_>) -> Vec<String> {
    let sleep = entry.finding.outcome == Outcome::SameMorning;
    let (what, before, load) = if sleep {
        (
            fl!("insights-days-slept"),
            fl!("insights-days-morning-before"),
            fl!("insights-days-load-before"),
        )
    } else {
        (
            entry.name(),
            fl!("insights-days-that-morning"),
            fl!("insights-days-load"),
        )
    };
    let after = match entry.finding.outcome {
        Outcome::SameMorning => fl!("insights-days-that-morning"),
        Outcome::NextMorning => fl!("insights-days-next"),
        Outcome::NextTwoMornings => fl!("insights-days-next-two"),
    };
    vec![fl!("insights-days-day"), what, before, load, after]
}

fn cells(exposure: &Exposure, it: &Behind) -> Vec<String> {
    let number = |it: Option<f64>| it.map(show_number).unwrap_or_default();
    let what = match exposure {
        Exposure::SleepHours | Exposure::ShortNight => it.exposure.map(show_hours),
        Exposure::Habit(_) | Exposure::Supplement(_) => it.exposure.map(|it| {
            if it > 0.0 {
                fl!("insights-days-with")
            } else {
                fl!("insights-days-without")
            }
        }),
    };
    vec![
        day_with_year(it.day),
        what.unwrap_or_default(),
        number(it.before),
        it.load.map(|it| format!("{it:.0}")).unwrap_or_default(),
        number(it.after),
    ]
}

/// Shows the sheet, while it is asked for.
pub(super) fn days_ui(ui: &mut Ui, state: &mut Option<Days>, commands: &mut Commands) {
    let Some(sheet) = state else { return };
    let opened = table_ui(ui, &mut sheet.table);
    if let Some(day) = opened.and_then(|n| sheet.days.get(n)) {
        commands.emit(Command::OpenDay(*day));
        *state = None;
    } else if sheet.table.is_none() {
        *state = None;
    }
}
