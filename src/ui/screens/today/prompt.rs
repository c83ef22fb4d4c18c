//! The question how the legs are, one to three days after a hard run.
//!
//! One at a time, and none beside an open morning check, which answers it. Put off, it stays away as long
//! as the window is open.

use egui::Ui;
use lucide_icons::Icon;

use super::place::{Where, where_ui};
use crate::app::Model;
use crate::app::command::{Command, Commands, Then};
use crate::domain::prompts::{Prompt, due_prompts};
use crate::domain::{
    Activity, Batch, BodyPart, Context, Id, Label, Meta, Record, Region, Scale, Side, SorenessRating, words,
};
use crate::fl;
use crate::theme;
use crate::ui::widgets::{self, BodyState, Button, ScoreRow, field_note};

/// The answer so far.
#[derive(Default)]
pub struct PromptState {
    asked: Option<Prompt>,
    score: Option<f64>,
    place: Option<BodyPart>,
    rest_is_fine: bool,
    body: BodyState,
    complain: bool,
    put_off: Vec<Prompt>,
}

/// Shows the question that is due, if one is.
pub fn prompt_ui(ui: &mut Ui, model: &Model, state: &mut PromptState, commands: &mut Commands) {
    let due = due_prompts(&model.journal, model.now).into_iter();
    let prompt = due.filter(|_| model.can_write()).find(|it| !state.put_off.contains(it));
    if state.asked != prompt {
        *state = PromptState {
            asked: prompt,
            put_off: std::mem::take(&mut state.put_off),
            ..PromptState::default()
        };
    }
    let run = |prompt: Prompt| model.journal.activities.iter().find(|it| it.meta.id == prompt.run_id);
    let Some((prompt, run)) = prompt.and_then(|it| Some((it, run(it)?))) else {
        return;
    };
    widgets::card(ui, |ui| {
        ui.label(theme::card_title(ui, title(prompt, run, model)));
        answer_ui(ui, state);
        ui.add_space(4.0);
        ui.horizontal_wrapped(|ui| {
            let words = if model.saving {
                fl!("saving")
            } else {
                fl!("form-save-soreness")
            };
            let save = Button::primary(words).icon(Icon::Check).enabled(!model.saving);
            if ui.add(save).clicked() {
                save_answer(state, prompt, model, commands);
            }
            if ui.add(Button::quiet(fl!("prompt-not-now"))).clicked() {
                state.put_off.push(prompt);
            }
        });
    });
}

/// "How are the legs, 2 days after Sunday's long run?"
fn title(prompt: Prompt, run: &Activity, model: &Model) -> String {
    let kind: &str = run.kind.map_or("none", Into::into);
    let weekday = words::weekday(model.day_of(run.started_at).weekday());
    fl!(
        "prompt-title",
        days = i64::from(prompt.hours / 24),
        weekday = weekday,
        run = words::named("prompt-run", kind)
    )
}

fn answer_ui(ui: &mut Ui, state: &mut PromptState) {
    let told = match state.score {
        Some(score) => words::score(score, Scale::Nrs010),
        None => fl!("not-recorded"),
    };
    let (label, told) = (theme::label(ui, fl!("prompt-legs")), theme::note(ui, told));
    ui.scope(|ui| {
        ui.spacing_mut().interact_size.y = 0.0;
        widgets::row(ui, |ui| drop(ui.label(label)), |ui| drop(ui.label(told)));
    });
    ScoreRow::new(&fl!("prompt-legs"), 0, 10)
        .words(|it| words::score(f64::from(it), Scale::Nrs010))
        .severity(|it| Scale::Nrs010.severity(f64::from(it)))
        .show(ui, &mut state.score);
    let missing = state.complain && state.score.is_none();
    field_note(ui, missing.then(|| fl!("form-score-missing")).as_deref(), None);
    let spot = Where {
        spot: &mut state.place,
        rest_is_fine: &mut state.rest_is_fine,
        body: &mut state.body,
    };
    where_ui(ui, spot);
}

fn save_answer(state: &mut PromptState, prompt: Prompt, model: &Model, commands: &mut Commands) {
    let Some(score) = state.score else {
        state.complain = true;
        return;
    };
    let rating = |(region, side): BodyPart, score: f64| {
        Record::Soreness(SorenessRating {
            meta: Meta::manual(Id::fresh(model.now.ms)),
            at: model.now,
            region,
            side,
            score,
            scale: Scale::Nrs010,
            context: Context::of(false, true, model.now.civil().hour()),
            run_id: Some(prompt.run_id),
            notes: String::new(),
        })
    };
    let place = state.place.unwrap_or((Region::Overall, Side::None));
    let rest = state.rest_is_fine.then(|| rating((Region::AllOthers, Side::None), 0.0));
    let records = [Some(rating(place, score)), rest].into_iter().flatten();
    commands.emit(Command::Save {
        batch: Batch::putting(Label::new("batch-soreness"), records),
        then: Then::Nothing,
        draft: None,
    });
}
