//! The fields of a day's habits: a row for each, one's own, and those not offered.

use egui::{Align, Layout, Ui};
use lucide_icons::Icon;

use super::draft::{NOTES, OWN, OWN_NAME, OWN_UNIT, Own, PracticeDraft, Row, TIME, row_key};
use crate::app::Model;
use crate::app::command::Form;
use crate::domain::habit::{BUILTIN_HABITS, WITH_TEMPERATURE};
use crate::domain::units::show_number;
use crate::domain::{Answer, Habit, HabitKind, Meta, Practice, Slug, words};
use crate::fl;
use crate::theme;
use crate::ui::forms::day::{TimeField, day_ui, parse_day};
use crate::ui::forms::sheet::{Sheet, choice};
use crate::ui::widgets::{Button, Field, chip, field_note};

impl PracticeDraft {
    /// The fields.
    pub fn fields_ui(&mut self, ui: &mut Ui, form: &Form, sheet: &mut Sheet<'_>) {
        self.day_ui(ui, form, sheet);
        let habits = in_order(sheet.model);
        let shown = |it: &&&Habit| match form.edit {
            Some(_) => self.rows.contains_key(it.meta.id.as_str()),
            None => !self.is_hidden(it),
        };
        let shown: Vec<_> = habits.iter().filter(shown).copied().collect();
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            for habit in shown {
                let mut row = self.rows.remove(habit.meta.id.as_str()).unwrap_or_default();
                if row_ui(ui, form, sheet, habit, habit.meta.id.as_str(), &mut row) {
                    self.hide.insert(habit.meta.id.to_string(), true);
                }
                if row != Row::default() {
                    self.rows.insert(habit.meta.id.to_string(), row);
                }
            }
        });
        if form.edit.is_some() {
            sheet.notes(ui, NOTES, &mut self.notes);
            return;
        }
        self.own_ui(ui, form, sheet);
        let hidden: Vec<_> = habits.iter().filter(|it| self.is_hidden(it)).copied().collect();
        self.hidden_ui(ui, &hidden);
    }

    /// The day; a form in which nothing was changed yet shows what the other day has, and answers that
    /// were changed go along as new ones.
    fn day_ui(&mut self, ui: &mut Ui, form: &Form, sheet: &mut Sheet<'_>) {
        let today = sheet.model.today();
        let before = parse_day(&self.day, today);
        let time = TimeField {
            key: TIME,
            label: fl!("form-time-optional"),
            note: None,
            text: &mut self.time,
        };
        day_ui(ui, sheet, (&fl!("form-day"), &mut self.day), today, Some(time));
        let after = parse_day(&self.day, today).filter(|it| *it <= today);
        let (Some(before), Some(after)) = (before, after.filter(|it| Some(*it) != before)) else {
            return;
        };
        if form.edit.is_none() {
            let left = Self::of_day(before, sheet.model).rows;
            let mut rows = Self::of_day(after, sheet.model).rows;
            let changed = self.rows.iter().filter(|(slug, row)| left.get(*slug) != Some(row));
            for (slug, row) in changed {
                let loaded = rows.get(slug).and_then(|it| it.loaded);
                rows.insert(slug.clone(), Row { loaded, ..row.clone() });
            }
            self.rows = rows;
        }
    }

    /// A habit of one's own, and its answer.
    fn own_ui(&mut self, ui: &mut Ui, form: &Form, sheet: &mut Sheet<'_>) {
        let Some(own) = &mut self.own else {
            if ui.add(Button::quiet(fl!("form-add-habit")).icon(Icon::Plus)).clicked() {
                self.own = Some(Own {
                    name: String::new(),
                    kind: HabitKind::YesNo,
                    unit: String::new(),
                });
                sheet.focus(ui, OWN_NAME);
            }
            return;
        };
        let mut put_away = false;
        theme::sunk(ui).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = theme::GAP;
            sheet.line(ui, OWN_NAME, &fl!("form-habit-name"), "", &mut own.name);
            let kinds = [
                (HabitKind::YesNo, fl!("form-kind-yes-no")),
                (HabitKind::Minutes, fl!("form-kind-minutes")),
                (HabitKind::Amount, fl!("form-kind-amount")),
            ];
            choice(ui, &fl!("form-habit-kind"), &mut own.kind, &kinds);
            if own.kind == HabitKind::Amount {
                let label = fl!("form-unit");
                sheet.field(
                    ui,
                    OWN_UNIT,
                    Field::new(&label).hint(fl!("form-unit-hint")),
                    &mut own.unit,
                );
            }
            let habit = Habit {
                meta: Meta::manual(Slug::of(&own.name)),
                name: fl!("form-own-answer"),
                kind: own.kind,
                unit: own.unit.clone(),
                builtin: false,
                hidden: false,
            };
            let mut row = self.rows.remove(OWN).unwrap_or_default();
            row_ui(ui, form, sheet, &habit, OWN, &mut row);
            if row != Row::default() {
                self.rows.insert(OWN.to_owned(), row);
            }
            put_away = ui.add(Button::quiet(fl!("form-no-own-habit")).small()).clicked();
        });
        if put_away {
            self.own = None;
            self.rows.remove(OWN);
        }
    }

    /// The habits that are not offered, each with a way back.
    fn hidden_ui(&mut self, ui: &mut Ui, hidden: &[&Habit]) {
        if hidden.is_empty() {
            return;
        }
        ui.label(theme::label(ui, fl!("form-hidden-habits")));
        ui.horizontal_wrapped(|ui| {
            for habit in hidden {
                let name = words::habit(habit);
                let show = Button::secondary(name.clone()).small().icon(Icon::Eye);
                if ui.add(show.name(fl!("form-show-habit", habit = name))).clicked() {
                    self.hide.insert(habit.meta.id.to_string(), false);
                }
            }
        });
    }
}

/// One habit: its name, yes and no, and what is noted about a yes. True when it is to be hidden.
fn row_ui(ui: &mut Ui, form: &Form, sheet: &mut Sheet<'_>, habit: &Habit, slug: &str, row: &mut Row) -> bool {
    let name = words::habit(habit);
    let mut hide = false;
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        ui.horizontal(|ui| {
            let hides = slug != OWN && form.edit.is_none();
            let room = ui.available_width() - ANSWERS - if hides { theme::SMALL_CONTROL } else { 0.0 };
            let size = egui::vec2(room.max(80.0), theme::SMALL_CONTROL);
            ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
                ui.set_width(size.x);
                ui.add(egui::Label::new(theme::strong(ui, name.clone())).truncate());
            });
            for (answer, word) in [(Answer::Yes, fl!("form-yes")), (Answer::No, fl!("form-no"))] {
                let on = row.answer == Some(answer);
                let named = fl!("form-habit-answer", habit = name.as_str(), answer = word.as_str());
                if chip(ui, on, &word, &named).clicked() {
                    row.answer = (!on).then_some(answer);
                }
            }
            let button = Button::icon_only(Icon::EyeOff, fl!("form-hide-habit", habit = name.as_str()));
            let button = button.small().ink(theme::palette(ui).third_ink);
            hide = hides && ui.add(button).clicked();
        });
        if row.answer == Some(Answer::Yes) {
            amounts_ui(ui, sheet, habit, slug, row);
        }
    });
    hide
}

/// Room for the two answers of a habit.
const ANSWERS: f32 = 128.0;

/// Minutes, amount and temperature, as the habit has them.
fn amounts_ui(ui: &mut Ui, sheet: &mut Sheet<'_>, habit: &Habit, slug: &str, row: &mut Row) {
    let name = words::habit(habit);
    let has_temperature = WITH_TEMPERATURE.contains(&habit.meta.id.as_str());
    let mut fields = Vec::new();
    match habit.kind {
        HabitKind::YesNo => {}
        HabitKind::Minutes => fields.push(("minutes", fl!("form-minutes"), fl!("form-min"), &mut row.minutes)),
        HabitKind::Amount => fields.push(("amount", fl!("form-amount"), habit.unit.clone(), &mut row.amount)),
    }
    if has_temperature {
        let degrees = sheet.model.settings().temperature.sign();
        fields.push(("temperature", fl!("form-temperature"), degrees, &mut row.temperature));
    }
    if fields.is_empty() {
        return;
    }
    let last = last_of(&habit.meta.id, sheet.model);
    ui.columns(2, |ui| {
        for (ui, (field, label, unit, text)) in ui.iter_mut().zip(fields) {
            let named = fl!("form-habit-field", habit = name.as_str(), field = label.as_str());
            let value = last.and_then(|it| match field {
                "minutes" => it.minutes.map(show_number),
                "amount" => it.amount.map(show_number),
                _ => None,
            });
            let it = Field::new(&label)
                .name(named)
                .unit(unit)
                .hint(value.unwrap_or_default());
            sheet.field(ui, &row_key(slug, field), it, text);
        }
    });
    if last.is_some_and(|it| it.minutes.or(it.amount).is_some()) {
        field_note(ui, None, Some(fl!("form-hint-is-last")));
    }
}

/// The last time a habit was done.
fn last_of<'m>(habit: &Slug, model: &'m Model) -> Option<&'m Practice> {
    let mut done = model.journal.practices.iter().rev();
    done.find(|it| it.habit == *habit && it.answer == Answer::Yes)
}

/// The built-in habits in the order of the tips, then the runner's own.
fn in_order(model: &Model) -> Vec<&Habit> {
    let mut habits: Vec<_> = model.journal.habits.iter().collect();
    let place = |it: &Habit| BUILTIN_HABITS.iter().position(|(id, ..)| *id == it.meta.id.as_str());
    habits.sort_by_key(|it| place(it).unwrap_or(usize::MAX));
    habits
}
