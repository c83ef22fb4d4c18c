//! The place "Journal": all days and records, what was done to them, and what was thrown away.
//!
//! Three views of one journal. [`days`] lists records newest first, filtered and searched; [`history`] lists
//! what was done, with the undo of the newest; [`trash`] holds what was deleted until it is emptied. What
//! became of one record ([`versions`]) opens over any of them. [`index`] and [`mod@line`] make the rows and their
//! words.

mod days;
mod history;
mod index;
mod line;
mod row;
mod search;
mod toolbar;
mod trash;
mod versions;

pub use line::{icon_of, kind_ink};

use egui::Ui;
use jiff::civil::Date;

pub(super) use self::history::counted;
use self::index::{Filter, Index, Rows};
use crate::app::Model;
use crate::app::command::{Command, Commands};
use crate::domain::RecordRef;
use crate::fl;
use crate::theme;
use crate::ui::widgets;
use crate::ui::widgets::segmented;

/// The three views.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum View {
    #[default]
    Days,
    History,
    Trash,
}

/// What the screen remembers between frames.
#[derive(Default)]
pub struct JournalState {
    view: View,
    filter: Filter,
    /// The day on which something can be recorded; today where none was chosen.
    shown: Option<Date>,
    /// The day to scroll to.
    jump: Option<Date>,
    /// The day the model last asked for.
    asked: Option<Date>,
    /// Where the list begins on the page.
    list_top: Option<f32>,
    index: Option<(u64, Index)>,
    rows: Option<(RowsOf, Rows)>,
    /// The record whose earlier states are shown.
    versions: Option<RecordRef>,
    /// The state of the journal whose history was asked for.
    history_of: Option<u64>,
    trash: trash::TrashState,
}

/// What rows were made from.
#[derive(Clone, Debug, PartialEq)]
struct RowsOf {
    revision: u64,
    filter: Filter,
    shown: Date,
    narrow: bool,
}

/// Shows it.
pub fn journal_ui(ui: &mut Ui, model: &Model, state: &mut JournalState, commands: &mut Commands) {
    follow_the_model(model, state);
    refresh(ui, model, state);
    let offset = scroll_target(ui, state);
    widgets::page_at(ui, page_salt(state.view), offset, |ui| {
        head_ui(ui, state);
        match state.view {
            View::Days => days::days_ui(ui, model, state, commands),
            View::History => history::history_ui(ui, model, state, commands),
            View::Trash => trash::trash_ui(ui, model, state, commands),
        }
    });
    versions::versions_ui(ui, model, state);
}

/// Each view keeps its own place on the page.
fn page_salt(view: View) -> &'static str {
    match view {
        View::Days => "journal",
        View::History => "journal-history",
        View::Trash => "journal-trash",
    }
}

fn head_ui(ui: &mut Ui, state: &mut JournalState) {
    let views = [
        (View::Days, fl!("journal-days")),
        (View::History, fl!("journal-history")),
        (View::Trash, fl!("journal-trash")),
    ];
    let title = theme::page_title(ui, fl!("place-journal"));
    ui.horizontal_wrapped(|ui| {
        widgets::heading(ui, title);
        ui.add_space(theme::BETWEEN);
        segmented(ui, &fl!("journal-views"), &mut state.view, &views);
    });
}

/// Goes to the day that another place asked for.
fn follow_the_model(model: &Model, state: &mut JournalState) {
    if state.asked == model.day_shown {
        return;
    }
    state.asked = model.day_shown;
    if let Some(day) = model.day_shown {
        state.view = View::Days;
        state.filter = Filter::default();
        show_day(state, day);
    }
}

/// Chooses a day and goes there.
fn show_day(state: &mut JournalState, day: Date) {
    state.shown = Some(day);
    state.jump = Some(day);
}

/// Makes index and rows anew where what they are made from has changed.
fn refresh(ui: &Ui, model: &Model, state: &mut JournalState) {
    let journal = &model.journal;
    if state
        .index
        .as_ref()
        .is_none_or(|(revision, _)| *revision != model.revision)
    {
        state.index = Some((model.revision, Index::of(journal)));
    }
    let wanted = RowsOf {
        revision: model.revision,
        filter: state.filter.clone(),
        shown: state.shown.unwrap_or_else(|| model.today()),
        narrow: row::is_narrow(ui),
    };
    let Some((_, index)) = &state.index else { return };
    if state.rows.as_ref().is_none_or(|(of, _)| *of != wanted) {
        let height = if wanted.narrow { row::narrow_height } else { row::height };
        let rows = Rows::of(index, journal, &wanted.filter, wanted.shown, height);
        state.rows = Some((wanted, rows));
    }
}

/// Where the page has to scroll to, once it is known where its list begins.
fn scroll_target(ui: &Ui, state: &mut JournalState) -> Option<f32> {
    let day = state.jump.filter(|_| state.view == View::Days)?;
    let Some(list_top) = state.list_top else {
        ui.request_repaint();
        return None;
    };
    state.jump = None;
    let (_, rows) = state.rows.as_ref()?;
    Some(list_top + rows.tops.top(rows.row_of(day)))
}

/// Asks for the earlier states of a record, and shows them once they are read.
fn open_versions(state: &mut JournalState, commands: &mut Commands, it: RecordRef) {
    commands.emit(Command::LoadVersions(it.clone()));
    state.versions = Some(it);
}
