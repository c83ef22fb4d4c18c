//! The sections: what they are called, and which charts stand in them, row by row.

use std::ops::RangeInclusive;

use egui::Ui;
use jiff::civil::Date;
use strum::VariantArray as _;

use super::controls::options_of;
use crate::app::Model;
use crate::app::look::Section;
use crate::charts::{ChartName, Options, Request};
use crate::fl;
use crate::ui::widgets;

/// Charts beside each other.
pub enum Row {
    /// One over the whole width.
    One(ChartName),
    /// Two columns, each over half of it.
    Two(&'static [ChartName], &'static [ChartName]),
}

/// The charts of `section`.
pub fn rows(section: Section) -> &'static [Row] {
    match section {
        Section::SleepAndSoreness => &[Row::One(ChartName::SorenessAgainstSleep)],
        Section::OverTime => &[Row::One(ChartName::OverTime)],
        Section::Body => &[
            Row::One(ChartName::BodyWeeks),
            Row::Two(
                &[ChartName::BodyAfterRuns],
                &[ChartName::BodyBaseline, ChartName::BodySides],
            ),
        ],
        Section::Calendar => &[Row::One(ChartName::Calendar)],
        Section::Load => &[
            Row::One(ChartName::Sessions),
            Row::One(ChartName::Weeks),
            Row::Two(&[ChartName::Form], &[ChartName::ThisWeek]),
        ],
        Section::Sleep => &[
            Row::One(ChartName::SleepDuration),
            Row::Two(&[ChartName::SleepTiming], &[ChartName::SleepDebt]),
        ],
        Section::Habits => &[Row::One(ChartName::HabitMinutes)],
        Section::Supplements => &[Row::One(ChartName::Supplements)],
    }
}

/// The charts of `section` as they are wanted, of these days.
pub fn requests(
    model: &Model,
    section: Section,
    days: &RangeInclusive<Date>,
    known: (Date, Date),
    options: &Options,
) -> Vec<Request> {
    let names = rows(section).iter().flat_map(|row| match row {
        Row::One(name) => vec![*name],
        Row::Two(left, right) => [*left, *right].concat(),
    });
    let request = |name| Request {
        name,
        days: match name {
            // The year is chosen beside it.
            ChartName::Calendar => known.0..=known.1,
            _ => days.clone(),
        },
        options: options_of(name, options, model),
    };
    names.map(request).collect()
}

/// What keeps a section's scroll position apart from the others'.
pub fn word(section: Section) -> &'static str {
    match section {
        Section::SleepAndSoreness => "trends sleep and soreness",
        Section::OverTime => "trends over time",
        Section::Body => "trends body",
        Section::Calendar => "trends calendar",
        Section::Load => "trends load",
        Section::Sleep => "trends sleep",
        Section::Habits => "trends habits",
        Section::Supplements => "trends supplements",
    }
}

/// Chooses a section; true when it is another.
pub fn tabs_ui(ui: &mut Ui, section: &mut Section) -> bool {
    let choices: Vec<_> = Section::VARIANTS.iter().map(|it| (*it, name(*it))).collect();
    widgets::tabs(ui, &fl!("trends-sections"), section, &choices)
}

fn name(section: Section) -> String {
    match section {
        Section::SleepAndSoreness => fl!("trends-section-sleep-and-soreness"),
        Section::OverTime => fl!("trends-section-over-time"),
        Section::Body => fl!("trends-section-body"),
        Section::Calendar => fl!("trends-section-calendar"),
        Section::Load => fl!("trends-section-load"),
        Section::Sleep => fl!("trends-section-sleep"),
        Section::Habits => fl!("trends-section-habits"),
        Section::Supplements => fl!("trends-section-supplements"),
    }
}
