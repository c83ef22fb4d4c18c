//! The place "Trends": soreness against sleep.
//!
//! The title is the question, the charts show every morning there is, and the sentence beside them says
//! no more than they do. What is drawn is made anew only when the journal or the range changes.

mod finding;
mod range;

use std::cell::OnceCell;
use std::ops::RangeInclusive;
use std::sync::Arc;

use egui::Ui;
use jiff::civil::Date;
use lucide_icons::Icon;

use self::range::Range;
use crate::analysis::sleep_soreness::SHORT_NIGHT_H;
use crate::analysis::{DailyTable, SleepSoreness};
use crate::app::Model;
use crate::app::command::{Command, Commands, Form, FormKind};
use crate::charts::{ChartResponse, Scatter, Shown, Timeline};
use crate::domain::units::show_number;
use crate::fl;
use crate::theme;
use crate::ui::widgets;

/// Fewer mornings than this are no picture.
const LEAST_PAIRS: usize = 5;
/// Height of the two cards that stand side by side.
const CARD: f32 = 330.0;
/// Under this width the title and the range stand under each other.
const ONE_LINE_FROM: f32 = 780.0;

/// What the screen remembers between frames.
#[derive(Default)]
pub struct TrendsState {
    /// The range that was chosen; until then the one that suits the journal.
    range: Option<Range>,
    /// The day the charts were asked about in the last frame.
    marked: Option<Date>,
    days: Option<Days>,
    view: Option<View>,
}

/// The journal by day.
struct Days {
    revision: u64,
    table: Arc<DailyTable>,
    /// The first and last day with sleep or soreness.
    known: Option<(Date, Date)>,
    /// How many mornings could be drawn of all of them, once a range has too few.
    ever: OnceCell<usize>,
}

/// What is drawn of a range.
struct View {
    days: RangeInclusive<Date>,
    found: SleepSoreness,
    charts: Option<(Scatter, Timeline)>,
}

/// Shows it.
pub fn trends_ui(ui: &mut Ui, model: &Model, state: &mut TrendsState, commands: &mut Commands) {
    state.follow(model);
    let Some(days) = &state.days else { return };
    widgets::page(ui, "trends", |ui| {
        let Some(known) = days.known else {
            title_ui(ui);
            empty_ui(ui, model, &days.table, 0, commands);
            return;
        };
        let usual = Range::usual(known.1, model.today());
        let mut range = state.range.unwrap_or(usual);
        heading_ui(ui, &mut range);
        if range != state.range.unwrap_or(usual) {
            state.range = Some(range);
        }
        let view = View::keep(&mut state.view, &days.table, range.days(known, model.today()));
        if let Some((scatter, timeline)) = &view.charts {
            let style = theme::chart_style(ui);
            let shown = Shown {
                style: &style,
                journal: &model.journal,
                table: &days.table,
                marked: state.marked,
            };
            let done = charts_ui(ui, view, scatter, timeline, &shown);
            if let Some(day) = done.clicked {
                commands.emit(Command::OpenDay(day));
            }
            if state.marked != done.hovered {
                state.marked = done.hovered;
                ui.request_repaint();
            }
            return;
        }
        let all = || SleepSoreness::of(&days.table, &(known.0..=known.1)).pairs.len();
        let ever = *days.ever.get_or_init(all);
        if ever < LEAST_PAIRS {
            empty_ui(ui, model, &days.table, ever, commands);
        } else if range_empty_ui(ui, view.found.pairs.len()) {
            state.range = Some(Range::All);
            ui.request_repaint();
        }
    });
}

impl TrendsState {
    /// Takes in what changed in the journal.
    fn follow(&mut self, model: &Model) {
        if self.days.as_ref().is_some_and(|it| it.revision == model.revision) {
            return;
        }
        let table = Arc::clone(model.daily());
        let mut known = table
            .rows
            .iter()
            .filter(|it| it.sleep_h.is_some() || it.soreness.is_some());
        let first = known.next().map(|it| it.day);
        self.days = Some(Days {
            revision: model.revision,
            known: first.map(|first| (first, known.next_back().map_or(first, |it| it.day))),
            table,
            ever: OnceCell::new(),
        });
        self.view = None;
    }
}

impl View {
    /// The view of `days`, made anew where it is of others.
    fn keep<'v>(kept: &'v mut Option<Self>, table: &DailyTable, days: RangeInclusive<Date>) -> &'v Self {
        if kept.as_ref().is_some_and(|it| it.days != days) {
            *kept = None;
        }
        kept.get_or_insert_with(|| Self::of(table, days))
    }

    fn of(table: &DailyTable, days: RangeInclusive<Date>) -> Self {
        let found = SleepSoreness::of(table, &days);
        let enough = found.pairs.len() >= LEAST_PAIRS;
        let charts = found.scale.filter(|_| enough).and_then(|scale| {
            let scatter = Scatter::of(&found, finding::chart_name(&found))?;
            Some((scatter, Timeline::of(table, *days.start(), *days.end(), scale)))
        });
        Self { days, found, charts }
    }
}

fn title_ui(ui: &mut Ui) {
    widgets::heading(ui, theme::page_title(ui, fl!("trends-question")));
}

fn heading_ui(ui: &mut Ui, range: &mut Range) {
    if ui.available_width() < ONE_LINE_FROM {
        title_ui(ui);
        range::picker_ui(ui, range);
    } else {
        widgets::row(ui, title_ui, |ui| range::picker_ui(ui, range));
    }
}

fn charts_ui(ui: &mut Ui, view: &View, scatter: &Scatter, timeline: &Timeline, shown: &Shown<'_>) -> ChartResponse {
    // The subtitle belongs to the title above it.
    ui.add_space(-theme::GAP);
    ui.label(theme::quiet(ui, finding::subtitle(&view.found)));
    let mut done = ChartResponse::default();
    widgets::columns(
        ui,
        0.64,
        |ui| done = scatter_card_ui(ui, scatter, shown),
        |ui| finding_card_ui(ui, &view.found),
    );
    done.or(timeline_card_ui(ui, timeline, shown))
}

fn scatter_card_ui(ui: &mut Ui, scatter: &Scatter, shown: &Shown<'_>) -> ChartResponse {
    let card = theme::card(ui).show(ui, |ui| {
        fill_card(ui);
        ui.label(theme::note(ui, fl!("trends-y-axis")));
        let done = scatter.ui(ui, shown);
        ui.vertical_centered(|ui| ui.label(theme::note(ui, fl!("trends-x-axis"))));
        done
    });
    card.inner
}

fn finding_card_ui(ui: &mut Ui, found: &SleepSoreness) {
    theme::card(ui).show(ui, |ui| {
        fill_card(ui);
        finding::finding_ui(ui, found);
    });
}

fn fill_card(ui: &mut Ui) {
    ui.set_width(ui.available_width());
    if widgets::is_wide(ui) {
        ui.set_min_height(CARD);
    }
    ui.spacing_mut().item_spacing.y = theme::GAP;
}

fn timeline_card_ui(ui: &mut Ui, timeline: &Timeline, shown: &Shown<'_>) -> ChartResponse {
    let card = theme::card(ui).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = theme::GAP;
        ui.spacing_mut().interact_size.y = theme::CARD_TITLE;
        let short = show_number(SHORT_NIGHT_H);
        let mut note = if ui.visuals().dark_mode {
            fl!("trends-timeline-note-dark", h = short)
        } else {
            fl!("trends-timeline-note", h = short)
        };
        if timeline.days_a_point() > 1 {
            note = format!(
                "{note} {}",
                fl!("trends-timeline-bundles", days = timeline.days_a_point())
            );
        }
        let title = |ui: &mut Ui| ui.label(theme::card_title(ui, fl!("trends-timeline-title")));
        if ui.available_width() < ONE_LINE_FROM {
            title(ui);
            ui.label(theme::note(ui, note));
        } else {
            ui.horizontal(|ui| {
                title(ui);
                ui.label(theme::note(ui, note));
            });
        }
        timeline.ui(ui, shown)
    });
    card.inner
}

/// What to record first.
fn empty_ui(ui: &mut Ui, model: &Model, table: &DailyTable, pairs: usize, commands: &mut Commands) {
    let title = fl!("trends-empty-title");
    let nights = table.rows.iter().filter(|it| it.sleep_h.is_some()).count();
    let (text, button, kind) = if nights < LEAST_PAIRS {
        let text = fl!("trends-empty-nights", least = LEAST_PAIRS, n = pairs);
        (text, fl!("record-night"), FormKind::Night)
    } else {
        let text = fl!("trends-empty-soreness", least = LEAST_PAIRS, n = pairs);
        (text, fl!("record-soreness"), FormKind::Soreness)
    };
    let button = model.can_write().then_some(button.as_str());
    if widgets::empty_state(ui, Icon::ChartScatter, &title, &text, button) {
        commands.emit(Command::Open(Form::new(kind, model.today())));
    }
}

/// The range has too few mornings though the journal has enough; true when all are asked for.
fn range_empty_ui(ui: &mut Ui, pairs: usize) -> bool {
    let text = fl!("trends-range-empty", n = pairs);
    let button = fl!("trends-show-all");
    widgets::empty_state(
        ui,
        Icon::ChartScatter,
        &fl!("trends-range-empty-title"),
        &text,
        Some(&button),
    )
}
