//! Forms: recording and changing each kind of record.
//!
//! A form is a draft (texts as typed), a pure function from the draft to a batch or to what is wrong with
//! which field, and the fields. One file a kind holds the three of them, or a folder with a room for the
//! draft and one for the fields. What all forms share is here:
//! the card over the place, the keyboard (Enter saves, Escape puts away), and the draft, which outlives
//! the form and the program until it is saved or discarded.

mod check_in;
mod day;
mod errors;
mod intake;
pub mod morning;
mod night;
mod practice;
mod run;
pub(super) mod sheet;
mod soreness;
#[cfg(test)]
mod tests;
mod typed;

use egui::{Id, Key, Modal, Modifiers, ScrollArea, Ui};
use lucide_icons::Icon;
use serde::{Deserialize, Serialize};

use crate::app::Model;
use crate::app::command::{Command, Commands, Form, FormKind, Then};
use crate::domain::Batch;
use crate::fl;
use crate::theme;
use crate::ui::widgets::{self, Button};
pub use errors::Errors;
use sheet::{Sheet, SheetState};

/// What is typed into the open form.
#[derive(Default)]
pub struct FormsState {
    open: Option<OpenForm>,
}

/// What a form saves, and what follows.
#[derive(Clone, Debug, PartialEq)]
pub struct Saving {
    /// What is written.
    pub batch: Batch,
    /// What follows once it is.
    pub then: Then,
}

impl Saving {
    fn of(batch: Batch) -> Self {
        Self {
            batch,
            then: Then::Nothing,
        }
    }
}

/// The draft of any form.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Draft {
    Run(Box<run::RunDraft>),
    Night(night::NightDraft),
    Soreness(soreness::SorenessDraft),
    Intake(intake::IntakeDraft),
    Practice(practice::PracticeDraft),
    CheckIn(check_in::CheckInDraft),
}

impl Draft {
    /// The draft a form begins with; `None` where the record to change is not in the journal.
    fn begin(form: &Form, model: &Model) -> Option<Self> {
        Some(match form.kind {
            FormKind::Run => Self::Run(Box::new(run::RunDraft::begin(form, model)?)),
            FormKind::Night => Self::Night(night::NightDraft::begin(form, model)?),
            FormKind::Soreness => Self::Soreness(soreness::SorenessDraft::begin(form, model)?),
            FormKind::Intake => Self::Intake(intake::IntakeDraft::begin(form, model)?),
            FormKind::Practice => Self::Practice(practice::PracticeDraft::begin(form, model)?),
            FormKind::CheckIn => Self::CheckIn(check_in::CheckInDraft::begin(form, model)?),
        })
    }

    /// The draft kept as JSON, where it is one of this form.
    fn kept(form: &Form, body: &str) -> Option<Self> {
        let draft: Self = serde_json::from_str(body).ok()?;
        (draft.kind() == form.kind).then_some(draft)
    }

    fn kind(&self) -> FormKind {
        match self {
            Self::Run(_) => FormKind::Run,
            Self::Night(_) => FormKind::Night,
            Self::Soreness(_) => FormKind::Soreness,
            Self::Intake(_) => FormKind::Intake,
            Self::Practice(_) => FormKind::Practice,
            Self::CheckIn(_) => FormKind::CheckIn,
        }
    }

    /// What would be saved, or what is wrong with which field.
    fn saving(&self, form: &Form, model: &Model) -> Result<Saving, Errors> {
        match self {
            Self::Run(it) => it.saving(form, model),
            Self::Night(it) => it.saving(form, model),
            Self::Soreness(it) => it.saving(form, model),
            Self::Intake(it) => it.saving(form, model),
            Self::Practice(it) => it.saving(form, model),
            Self::CheckIn(it) => it.saving(form, model),
        }
    }

    fn fields_ui(&mut self, ui: &mut Ui, form: &Form, sheet: &mut Sheet<'_>) {
        match self {
            Self::Run(it) => it.fields_ui(ui, form, sheet),
            Self::Night(it) => it.fields_ui(ui, form, sheet),
            Self::Soreness(it) => it.fields_ui(ui, form, sheet),
            Self::Intake(it) => it.fields_ui(ui, form, sheet),
            Self::Practice(it) => it.fields_ui(ui, form, sheet),
            Self::CheckIn(it) => it.fields_ui(ui, form, sheet),
        }
    }
}

/// The first field of each form: it has the keyboard at first.
fn first_field(kind: FormKind) -> &'static str {
    match kind {
        FormKind::Run => run::DISTANCE,
        FormKind::Night => night::SLEPT,
        FormKind::Soreness => soreness::WHERE,
        FormKind::Intake => intake::NAME,
        FormKind::Practice => day::DAY,
        FormKind::CheckIn => check_in::FATIGUE,
    }
}

/// A form while it is open.
struct OpenForm {
    form: Form,
    draft: Draft,
    /// As it began: what differs from it is worth keeping.
    fresh: Draft,
    /// As it was when it was last kept.
    kept: Option<Draft>,
    /// Whether it was taken up from what was typed earlier.
    continued: bool,
    sheet: SheetState,
}

impl OpenForm {
    fn open(form: Form, model: &Model) -> Option<Self> {
        let fresh = Draft::begin(&form, model)?;
        let earlier = model.drafts.get(&form.draft_key());
        let earlier = earlier.and_then(|body| Draft::kept(&form, body));
        Some(Self {
            form,
            continued: earlier.is_some(),
            draft: earlier.clone().unwrap_or_else(|| fresh.clone()),
            kept: earlier,
            fresh,
            sheet: SheetState::new(first_field(form.kind), form.edit.is_some()),
        })
    }

    fn is_dirty(&self) -> bool {
        self.draft != self.fresh
    }

    /// Tells the app about what is typed since.
    fn keep(&mut self, commands: &mut Commands) {
        let key = self.form.draft_key();
        if !self.is_dirty() {
            if self.kept.take().is_some() {
                commands.emit(Command::DropDraft(key));
            }
        } else if self.kept.as_ref() != Some(&self.draft)
            && let Ok(body) = serde_json::to_string(&self.draft)
        {
            self.kept = Some(self.draft.clone());
            commands.emit(Command::KeepDraft { key, body });
        }
    }

    /// Saves, or shows what is missing and puts the keyboard there.
    fn save(&mut self, ui: &Ui, saving: Result<Saving, Errors>, commands: &mut Commands) {
        match saving {
            Ok(Saving { batch, then }) => commands.emit(Command::Save {
                batch,
                then,
                draft: Some(self.form.draft_key()),
            }),
            Err(errors) => {
                self.sheet.tried = true;
                self.sheet.focus = errors.first().map(str::to_owned);
                ui.request_repaint();
            }
        }
    }
}

/// Shows the open form, if one is.
pub fn form_ui(ui: &mut Ui, model: &Model, state: &mut FormsState, commands: &mut Commands) {
    let Some(form) = model.form else {
        state.open = None;
        return;
    };
    if state.open.as_ref().is_none_or(|it| it.form != form) {
        state.open = OpenForm::open(form, model);
    }
    match &mut state.open {
        Some(open) => card_ui(ui, model, open, commands),
        // The record to change is gone: undone, or deleted by another program.
        None => commands.emit(Command::CloseForm),
    }
}

/// What was asked for by a button or a key.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Asked {
    Save,
    Discard,
}

fn card_ui(ui: &mut Ui, model: &Model, open: &mut OpenForm, commands: &mut Commands) {
    let by_key = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
    let room = ui.content_rect();
    let tight = room.height() < 480.0;
    let (inside, around) = if tight {
        (16.0, 8.0)
    } else {
        (theme::INSIDE, theme::MARGIN)
    };
    let widest = match open.form {
        // The body stands beside what is chosen on it.
        Form {
            kind: FormKind::Soreness,
            edit: None,
            ..
        } => theme::WIDE_FORM,
        _ => theme::FORM,
    };
    let width = (widest - 2.0 * theme::INSIDE).min(room.width() - 2.0 * (inside + around) - 2.0);
    let chrome = 2.0 * (inside + around) + 2.0 + TITLE + theme::CONTROL + 2.0 * theme::BETWEEN;
    let frame = theme::card(ui).inner_margin(inside);
    let words = title(&open.form);
    let area = Modal::default_area(Id::unique("form")).accessible_name(words.as_str());
    let modal = Modal::new(Id::unique("form")).area(area).frame(frame).show(ui, |ui| {
        ui.set_width(width);
        ui.spacing_mut().item_spacing.y = theme::BETWEEN;
        widgets::heading(ui, theme::step_title(ui, words.as_str()));
        let by_enter = body_ui(ui, model, open, (room.height() - chrome).max(80.0));
        let asked = buttons_ui(ui, model, open);
        if by_key || by_enter { Some(Asked::Save) } else { asked }
    });
    match modal.inner {
        Some(Asked::Save) if model.saving => {}
        Some(Asked::Save) => {
            let saving = open.draft.saving(&open.form, model);
            open.save(ui, saving, commands);
        }
        Some(Asked::Discard) => return commands.emit(Command::CloseForm),
        None => {}
    }
    if !model.saving {
        open.keep(commands);
    }
    if modal.should_close() {
        commands.emit(Command::HideForm);
    }
}

/// Height of the title's line.
const TITLE: f32 = 26.0;

/// The fields, which scroll. True when Enter was pressed in a single line.
fn body_ui(ui: &mut Ui, model: &Model, open: &mut OpenForm, height: f32) -> bool {
    let errors = open.draft.saving(&open.form, model).err().unwrap_or_default();
    let shown = ScrollArea::vertical()
        .id_salt(open.form.draft_key())
        .max_height(height)
        .min_scrolled_height(height)
        .auto_shrink([false, true])
        .show(ui, |ui| {
            // Room for the ring around what has the keyboard, and for the scroll bar.
            let margin = egui::Margin {
                left: 4,
                right: 12,
                top: 4,
                bottom: 4,
            };
            egui::Frame::new().inner_margin(margin).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = theme::BETWEEN;
                continued_ui(ui, open);
                let mut sheet = Sheet {
                    model,
                    state: &mut open.sheet,
                    errors: &errors,
                    save: false,
                };
                open.draft.fields_ui(ui, &open.form, &mut sheet);
                sheet.save
            })
        });
    widgets::name_scroll_bar(ui, shown.id);
    shown.inner.inner
}

/// Says that the draft is an earlier one, with a way back to an empty form.
fn continued_ui(ui: &mut Ui, open: &mut OpenForm) {
    if !open.continued {
        return;
    }
    theme::sunk(ui).show(ui, |ui| {
        ui.horizontal_wrapped(|ui| {
            ui.label(theme::quiet(ui, fl!("form-continued")));
            if ui.add(Button::quiet(fl!("form-start-over")).small()).clicked() {
                open.draft = open.fresh.clone();
                open.continued = false;
                open.sheet.tried = false;
                open.sheet.focus = Some(first_field(open.form.kind).to_owned());
            }
        });
    });
}

fn buttons_ui(ui: &mut Ui, model: &Model, open: &OpenForm) -> Option<Asked> {
    ui.horizontal(|ui| {
        let words = if model.saving { fl!("saving") } else { save_words(open) };
        let save = Button::primary(words).icon(Icon::Check).enabled(!model.saving);
        let saved = ui.add(save).clicked();
        let words = if open.is_dirty() {
            fl!("form-discard")
        } else {
            fl!("form-cancel")
        };
        let discarded = ui.add(Button::quiet(words)).clicked();
        match (saved, discarded) {
            (true, _) => Some(Asked::Save),
            (_, true) => Some(Asked::Discard),
            _ => None,
        }
    })
    .inner
}

fn title(form: &Form) -> String {
    match (form.kind, form.edit.is_some()) {
        (FormKind::Run, false) => fl!("record-run"),
        (FormKind::Run, true) => fl!("form-edit-run"),
        (FormKind::Night, false) => fl!("record-night"),
        (FormKind::Night, true) => fl!("form-edit-night"),
        (FormKind::Soreness, false) => fl!("record-soreness"),
        (FormKind::Soreness, true) => fl!("form-edit-soreness"),
        (FormKind::Intake, false) => fl!("record-supplement"),
        (FormKind::Intake, true) => fl!("form-edit-intake"),
        (FormKind::Practice, false) => fl!("form-record-habits"),
        (FormKind::Practice, true) => fl!("form-edit-practice"),
        (FormKind::CheckIn, false) => fl!("form-record-check-in"),
        (FormKind::CheckIn, true) => fl!("form-edit-check-in"),
    }
}

fn save_words(open: &OpenForm) -> String {
    if open.form.edit.is_some() {
        return fl!("form-save-changes");
    }
    match &open.draft {
        Draft::Run(it) if it.is_run() => fl!("form-save-run"),
        Draft::Run(_) => fl!("form-save-session"),
        Draft::Night(_) => fl!("form-save-night"),
        Draft::Soreness(_) => fl!("form-save-soreness"),
        Draft::Intake(_) => fl!("form-save-intake"),
        Draft::Practice(_) => fl!("form-save-practice"),
        Draft::CheckIn(_) => fl!("form-save-check-in"),
    }
}
