//! The morning check: sleep and how the body feels, in one short card.
//!
//! It is there until the morning is recorded. Nothing is chosen beforehand: what is left open is not
//! recorded.

use egui::{Align, Key, Layout, Ui};
use lucide_icons::Icon;

use crate::app::Model;
use crate::app::command::{Command, Commands, Then};
use crate::domain::{Context, Scale, units, words};
use crate::fl;
use crate::ui::forms::morning::{MorningDraft, SLEPT};
use crate::ui::theme;
use crate::ui::widgets::{Button, Field, ScoreRow};

/// What is typed and pressed so far.
#[derive(Default)]
pub struct MorningState {
    draft: MorningDraft,
    /// Whether to say what is wrong: once Save was pressed.
    complain: bool,
}

/// Whether nothing of this morning is recorded yet: no night, no rating, no check-in.
pub fn is_due(model: &Model) -> bool {
    let journal = &model.journal;
    let today = model.today();
    let slept = journal.nights.iter().rev().any(|it| it.day == today && !it.nap);
    let checked = journal.check_ins.iter().rev().any(|it| it.day == today);
    let mut recent = journal
        .soreness
        .iter()
        .rev()
        .take_while(|it| model.day_of(it.at) >= today);
    let rated = recent.any(|it| it.context == Context::Morning);
    model.can_write() && !slept && !checked && !rated
}

/// Shows the card.
pub fn morning_ui(ui: &mut Ui, model: &Model, state: &mut MorningState, commands: &mut Commands) {
    theme::card(ui).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.label(theme::card_title(ui, fl!("morning-title")));
        ui.spacing_mut().item_spacing.y = 6.0;
        let entered = slept_ui(ui, model, state);
        rows_ui(ui, &mut state.draft);
        ui.add_space(theme::GAP);
        let words = if model.saving {
            fl!("saving")
        } else {
            fl!("morning-save")
        };
        let save = Button::primary(words).icon(Icon::Check).wide().enabled(!model.saving);
        if ui.add(save).clicked() || entered {
            match state.draft.batch(model) {
                Ok(batch) => {
                    commands.emit(Command::Save {
                        batch,
                        then: Then::Nothing,
                        draft: None,
                    });
                    *state = MorningState::default();
                }
                Err(_) => state.complain = true,
            }
        }
    });
}

/// The field of the hours slept; true when Enter was pressed in it.
fn slept_ui(ui: &mut Ui, model: &Model, state: &mut MorningState) -> bool {
    let wrong = state.complain.then(|| state.draft.batch(model).err()).flatten();
    let understood = units::parse_sleep(&state.draft.slept).ok();
    let response = Field::new(&fl!("morning-slept"))
        .hint(fl!("morning-slept-hint"))
        .error(wrong.as_ref().and_then(|it| it.of(SLEPT)))
        .note(understood.map(|minutes| units::show_hours(minutes / 60.0)))
        .show(ui, &mut state.draft.slept);
    response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter))
}

fn rows_ui(ui: &mut Ui, draft: &mut MorningDraft) {
    row_ui(
        ui,
        &fl!("morning-quality"),
        draft.quality.map(|it| words::sleep_quality(it as i64)),
        |ui, name| {
            ScoreRow::new(name, 1, 5)
                .words(|it| words::sleep_quality(i64::from(it)))
                .show(ui, &mut draft.quality)
        },
    );
    row_ui(
        ui,
        &fl!("morning-sore"),
        draft.soreness.map(|it| words::score(it, Scale::Nrs010)),
        |ui, name| {
            ScoreRow::new(name, 0, 10)
                .words(|it| words::score(f64::from(it), Scale::Nrs010))
                .severity(|it| f64::from(it) / 10.0)
                .show(ui, &mut draft.soreness)
        },
    );
    for (name, value, say) in [
        (
            fl!("morning-fatigue"),
            &mut draft.fatigue,
            words::fatigue as fn(f64) -> String,
        ),
        (fl!("morning-stress"), &mut draft.stress, words::stress),
        (fl!("morning-mood"), &mut draft.mood, words::mood),
    ] {
        row_ui(ui, &name, value.map(say), |ui, name| {
            ScoreRow::new(name, 1, 5).words(|it| say(f64::from(it))).show(ui, value)
        });
    }
}

/// A row of numbers with its name above and, at the right, what the chosen number means.
fn row_ui(ui: &mut Ui, name: &str, chosen: Option<String>, row: impl FnOnce(&mut Ui, &str) -> bool) {
    ui.horizontal(|ui| {
        ui.label(theme::label(ui, name));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let words = chosen.unwrap_or_else(|| fl!("not-recorded"));
            ui.label(theme::note(ui, words));
        });
    });
    row(ui, name);
}
