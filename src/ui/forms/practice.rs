//! The form of the habits of a day: yes, no, or not recorded for each, in one list.
//!
//! What the day has already stands in the list and is changed there; taking an answer back moves its
//! record to the trash. Own habits are added here, and those one does not want to see are hidden; both
//! are written with the answers, in one batch.

use std::collections::BTreeMap;

use egui::{Align, Layout, Ui};
use jiff::civil::Date;
use lucide_icons::Icon;
use serde::{Deserialize, Serialize};

use super::day::{DAY, TimeField, day_text, day_ui, parse_day};
use super::intake::unused;
use super::run::text;
use super::sheet::Sheet;
use super::{Errors, Saving};
use crate::app::Model;
use crate::app::command::Form;
use crate::domain::habit::{BUILTIN_HABITS, WITH_TEMPERATURE};
use crate::domain::settings::Settings;
use crate::domain::units::{self, parse_amount, parse_minutes, show_number};
use crate::domain::{
    Answer, Batch, Change, Habit, HabitKind, Id, Label, Meta, Practice, Record, RecordKind, Slug, When, words,
};
use crate::fl;
use crate::ui::theme;
use crate::ui::widgets::{Button, Field, chip, field_note};

const TIME: &str = "time";
const NOTES: &str = "notes";
const OWN_NAME: &str = "own_name";
const OWN_UNIT: &str = "own_unit";
/// The rows' key of the habit that is being added: no slug is like it.
const OWN: &str = "";

/// The answer for one habit, as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
struct Row {
    /// The record this was taken from.
    loaded: Option<Id>,
    answer: Option<Answer>,
    minutes: String,
    amount: String,
    temperature: String,
}

/// A habit of one's own, as it is typed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Own {
    name: String,
    kind: HabitKind,
    unit: String,
}

/// The habits of a day, as they are typed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PracticeDraft {
    day: String,
    time: String,
    /// By the habit's slug.
    rows: BTreeMap<String, Row>,
    own: Option<Own>,
    /// Habits to hide (true) or to show again.
    hide: BTreeMap<String, bool>,
    notes: String,
}

fn edited<'m>(form: &Form, model: &'m Model) -> Option<&'m Practice> {
    let id = form.edit?;
    model.journal.practices.iter().find(|it| it.meta.id == id)
}

impl Row {
    fn of(it: &Practice, settings: &Settings) -> Self {
        let number = |value: Option<f64>| value.map(show_number).unwrap_or_default();
        let temperature = it
            .temperature_c
            .map(|c| units::show_temperature(c, settings.temperature));
        Self {
            loaded: Some(it.meta.id),
            answer: Some(it.answer),
            minutes: number(it.minutes),
            amount: number(it.amount),
            temperature: temperature.unwrap_or_default(),
        }
    }
}

impl PracticeDraft {
    /// The draft a form begins with.
    pub fn begin(form: &Form, model: &Model) -> Option<Self> {
        if form.edit.is_none() {
            return Some(Self::of_day(form.day, model));
        }
        let it = edited(form, model)?;
        Some(Self {
            day: day_text(it.when.day(model.settings().day_rule)),
            time: it.when.stamp().map(words::clock).unwrap_or_default(),
            rows: [(it.habit.to_string(), Row::of(it, model.settings()))].into(),
            notes: it.notes.clone(),
            ..Self::default()
        })
    }

    /// What `day` has: the last answer of each habit.
    fn of_day(day: Date, model: &Model) -> Self {
        let rule = model.settings().day_rule;
        let of_day = model.journal.practices.iter().filter(|it| it.when.day(rule) == day);
        Self {
            day: day_text(day),
            rows: of_day
                .map(|it| (it.habit.to_string(), Row::of(it, model.settings())))
                .collect(),
            ..Self::default()
        }
    }

    /// What would be saved, or what is wrong.
    pub fn saving(&self, form: &Form, model: &Model) -> Result<Saving, Errors> {
        let mut errors = Errors::default();
        let when = self.when(form, model, &mut errors);
        let own = self.own_habit(model, &mut errors);
        let mut changes = Vec::new();
        changes.extend(own.clone().map(|it| Change::put(Record::Habit(it))));
        changes.extend(self.hidden(model).map(|it| Change::put(Record::Habit(it))));
        let mut habits = Vec::new();
        for (slug, row) in &self.rows {
            let habit = if slug == OWN { own.as_ref() } else { find(slug, model) };
            let (Some(habit), Some(when)) = (habit, when) else {
                continue;
            };
            if let Some(change) = self.change(form, (habit, slug), row, when, model, &mut errors) {
                changes.push(change);
                habits.push(words::habit(habit));
            }
        }
        if changes.is_empty() && errors.is_empty() && form.edit.is_none() {
            errors.add(DAY, fl!("form-practice-empty"));
        }
        let label = match (form.edit.is_some(), habits.as_slice()) {
            (true, _) => Label::new("batch-change-practice"),
            (false, [habit]) => Label::new("batch-practice").with("habit", habit),
            (false, _) => Label::new("batch-practices"),
        };
        errors.or(Saving::of(Batch { label, changes }))
    }

    /// When a new answer was: at the time typed, else some time on the day.
    fn when(&self, form: &Form, model: &Model, errors: &mut Errors) -> Option<When> {
        if let Some(base) = edited(form, model)
            && let Some(was) = Self::begin(form, model)
            && (&self.day, &self.time) == (&was.day, &was.time)
        {
            return Some(base.when);
        }
        let day = errors.day(DAY, &self.day, model.today());
        if self.time.trim().is_empty() {
            return day.map(When::On);
        }
        let time = errors.clock(TIME, &self.time, String::new);
        errors.instant(TIME, day, time, model).map(When::At)
    }

    /// What a row changes; nothing where it is as its record.
    fn change(
        &self,
        form: &Form,
        (habit, slug): (&Habit, &str),
        row: &Row,
        when: When,
        model: &Model,
        errors: &mut Errors,
    ) -> Option<Change> {
        let base = row
            .loaded
            .and_then(|id| model.journal.practices.iter().find(|it| it.meta.id == id));
        let was = base.map(|it| Row::of(it, model.settings())).unwrap_or_default();
        let Some(answer) = row.answer else {
            return base.map(|it| Change::Trash(Record::Practice(it.clone()).reference()));
        };
        let key = |field: &str| row_key(slug, field);
        let minutes = errors.read(
            &key("minutes"),
            &row.minutes,
            (&was.minutes, base.and_then(|it| it.minutes)),
            parse_minutes,
        );
        let amount = errors.read(
            &key("amount"),
            &row.amount,
            (&was.amount, base.and_then(|it| it.amount)),
            parse_amount,
        );
        let before = (was.temperature.as_str(), base.and_then(|it| it.temperature_c));
        let temperature_c = errors.read(&key("temperature"), &row.temperature, before, |text| {
            units::parse_temperature(text, model.settings().temperature)
        });
        let fresh = || Practice {
            run_id: form.run,
            ..Practice::new(
                Meta::manual(Id::fresh(model.now.ms)),
                when,
                habit.meta.id.clone(),
                answer,
            )
        };
        let done = |value: Option<f64>| value.filter(|_| answer == Answer::Yes || was.answer == Some(Answer::No));
        let is_edit = form.edit.is_some();
        let it = base.cloned().unwrap_or_else(fresh);
        let changed = Practice {
            when: if is_edit { when } else { it.when },
            answer,
            minutes: done(minutes),
            amount: done(amount),
            temperature_c: done(temperature_c),
            notes: if is_edit {
                text(&self.notes, &it.notes)
            } else {
                it.notes.clone()
            },
            ..it
        };
        (base != Some(&changed) || is_edit).then(|| Change::put(Record::Practice(changed)))
    }

    /// The habit that is being added.
    fn own_habit(&self, model: &Model, errors: &mut Errors) -> Option<Habit> {
        let own = self.own.as_ref()?;
        let name = own.name.trim();
        let is = |it: &&Habit| words::habit(it).to_lowercase() == name.to_lowercase();
        if name.is_empty() {
            errors.add(OWN_NAME, fl!("form-habit-name-missing"));
        } else if model.journal.habits.iter().find(is).is_some() {
            errors.add(OWN_NAME, fl!("form-habit-is-there"));
        }
        if own.kind == HabitKind::Amount && own.unit.trim().is_empty() {
            errors.add(OWN_UNIT, fl!("form-unit-missing"));
        }
        let slug = unused(name, |slug| {
            let mut in_trash = model.journal.trash.iter().filter(|it| it.kind() == RecordKind::Habit);
            find(slug.as_str(), model).is_some() || in_trash.any(|it| it.id() == slug.as_str())
        });
        Some(Habit {
            meta: Meta::manual(slug),
            name: name.to_owned(),
            kind: own.kind,
            unit: if own.kind == HabitKind::Amount {
                own.unit.trim().to_owned()
            } else {
                String::new()
            },
            builtin: false,
            hidden: false,
        })
    }

    /// The habits to hide or to show again, as they will be.
    fn hidden<'m>(&'m self, model: &'m Model) -> impl Iterator<Item = Habit> + 'm {
        self.hide.iter().filter_map(|(slug, &hidden)| {
            let habit = find(slug, model).filter(|it| it.hidden != hidden)?;
            Some(Habit {
                hidden,
                ..habit.clone()
            })
        })
    }

    fn is_hidden(&self, habit: &Habit) -> bool {
        self.hide.get(habit.meta.id.as_str()).copied().unwrap_or(habit.hidden)
    }

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
            sheet.choice(ui, &fl!("form-habit-kind"), &mut own.kind, &kinds);
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

fn row_key(slug: &str, field: &str) -> String {
    format!("{slug}/{field}")
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

fn find<'m>(slug: &str, model: &'m Model) -> Option<&'m Habit> {
    model.journal.habits.iter().find(|it| it.meta.id.as_str() == slug)
}

/// The built-in habits in the order of the tips, then the runner's own.
fn in_order(model: &Model) -> Vec<&Habit> {
    let mut habits: Vec<_> = model.journal.habits.iter().collect();
    let place = |it: &Habit| BUILTIN_HABITS.iter().position(|(id, ..)| *id == it.meta.id.as_str());
    habits.sort_by_key(|it| place(it).unwrap_or(usize::MAX));
    habits
}
