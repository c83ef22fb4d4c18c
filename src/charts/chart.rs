//! What every chart is: a question, a picture that answers it, and the numbers behind the picture.
//!
//! A chart is made once, off the window's thread, and then only placed: [`figure_ui`] draws it under its
//! question, on the screen and into a file alike. It holds all that it shows, so that nobody has to keep
//! the journal for it; journal and daily table are lent for the story of the day that is asked about.

use egui::accesskit::Role;
use egui::{RichText, Ui};
use jiff::civil::Date;

use super::Style;
use crate::analysis::DailyTable;
use crate::domain::Journal;

/// What stands above a chart, and what is said of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Heading {
    /// The question the chart answers.
    pub question: String,
    /// n, range of days, direction and unit.
    pub subtitle: String,
    /// The whole chart in a sentence or two, with its numbers, for those who do not see it.
    pub summary: String,
    /// What must be known to read it: what is left out, what a band or a colour is.
    pub notes: Vec<String>,
}

/// The numbers behind a chart, as a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rows {
    /// `snake_case` with units, as in the CSV export.
    pub headers: Vec<String>,
    /// One row a dot, bar or cell; an empty text is "not recorded".
    pub rows: Vec<Vec<String>>,
}

/// Why there is no chart yet: a sentence about the data, and what to record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TooLittle {
    /// What the chart would answer.
    pub question: String,
    /// What is there, what is needed, and what to do.
    pub why: String,
    /// How much of what it needs is there, and how much it needs.
    pub have: usize,
    /// See `have`.
    pub need: usize,
}

/// What can be said beside a chart: what it looks like in a sentence, and the plain means of groups.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Aside {
    /// What it looks like, and of how many.
    pub sentence: String,
    /// What the number of a group counts: "Mornings".
    pub count_of: String,
    /// What the mean of a group is of: "Mean soreness".
    pub mean_of: String,
    /// The groups.
    pub groups: Vec<AsideGroup>,
    /// Small print below them: which way a scale points, a correlation.
    pub notes: Vec<String>,
}

/// One of the groups of an [`Aside`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AsideGroup {
    /// Which: "Under 7 h of sleep".
    pub name: String,
    /// How many are in it.
    pub n: usize,
    /// Their mean, in words; a dash of none.
    pub mean: String,
}

/// What a chart is shown with.
#[derive(Clone, Copy)]
pub struct Shown<'s> {
    /// The theme's colours and sizes.
    pub style: &'s Style,
    /// The journal, for stories.
    pub journal: &'s Journal,
    /// The same by day.
    pub table: &'s DailyTable,
    /// The day another chart or the last frame was asked about.
    pub marked: Option<Date>,
}

/// What a person did on a chart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ChartResponse {
    /// The day that was opened, by click or Enter.
    pub clicked: Option<Date>,
    /// The day the pointer or the keys are on; other charts mark it too.
    pub hovered: Option<Date>,
    /// The row that was opened, by its place in [`Chart::rows`], of a chart whose rows are no days.
    pub row: Option<usize>,
}

impl ChartResponse {
    /// This, or what was done on another chart.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self {
            clicked: self.clicked.or(other.clicked),
            hovered: self.hovered.or(other.hovered),
            row: self.row.or(other.row),
        }
    }
}

/// A chart, ready to be shown.
pub trait Chart: Send + Sync {
    /// What stands above it.
    fn heading(&self) -> &Heading;

    /// Draws it, axes and their words and legend included, as wide as there is room. It names itself for
    /// assistive technology, and tells the story of the day it is asked about.
    fn ui(&self, ui: &mut Ui, shown: &Shown<'_>) -> ChartResponse;

    /// The numbers in it.
    fn rows(&self) -> Rows;

    /// What can be said beside it, where there is room.
    fn aside(&self) -> Option<&Aside> {
        None
    }
}

/// Draws `chart` under its question, with its notes: the whole figure, as it stands on a card or in a file.
pub fn figure_ui(ui: &mut Ui, chart: &dyn Chart, shown: &Shown<'_>) -> ChartResponse {
    let (heading, style) = (chart.heading(), shown.style);
    heading_ui(ui, heading, style);
    // What it changes about the spacing holds for itself alone.
    let done = ui.scope(|ui| chart.ui(ui, shown)).inner;
    notes_ui(ui, heading, style);
    done
}

/// The question, and what is compared.
pub fn heading_ui(ui: &mut Ui, heading: &Heading, style: &Style) {
    let title = RichText::new(&heading.question).font(style.title.clone());
    let title = ui.label(title.color(style.ink));
    ui.accesskit_node_builder(title.id, |node| {
        node.set_role(Role::Heading);
        node.set_label(heading.question.as_str());
        node.clear_value();
    });
    let subtitle = RichText::new(&heading.subtitle).font(style.body.clone());
    ui.label(subtitle.color(style.second_ink));
}

/// What must be known to read a chart.
pub fn notes_ui(ui: &mut Ui, heading: &Heading, style: &Style) {
    for note in &heading.notes {
        ui.label(RichText::new(note).font(style.note.clone()).color(style.third_ink));
    }
}
