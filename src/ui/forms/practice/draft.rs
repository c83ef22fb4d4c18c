//! The draft of a day's habits: what the day has, and what would be saved.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::app::Model;
use crate::app::command::Form;
use crate::domain::settings::Settings;
use crate::domain::units::{self, parse_amount, parse_minutes, show_number};
use crate::domain::{
    Answer, Batch, Change, Habit, HabitKind, Id, Label, Meta, Practice, Record, RecordKind, Slug, When, words,
};
use crate::fl;
use crate::ui::forms::day::{DAY, day_text};
use crate::ui::forms::typed::text;
use crate::ui::forms::{Errors, Saving};

pub(super) const TIME: &str = "time";
pub(super) const NOTES: &str = "notes";
pub(super) const OWN_NAME: &str = "own_name";
pub(super) const OWN_UNIT: &str = "own_unit";
/// The rows' key of the habit that is being added: no slug is like it.
pub(super) const OWN: &str = "";

/// The answer for one habit, as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Row {
    /// The record this was taken from.
    pub(super) loaded: Option<Id>,
    pub(super) answer: Option<Answer>,
    pub(super) minutes: String,
    pub(super) amount: String,
    pub(super) temperature: String,
}

/// A habit of one's own, as it is typed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Own {
    pub(super) name: String,
    pub(super) kind: HabitKind,
    pub(super) unit: String,
}

/// The habits of a day, as they are typed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PracticeDraft {
    pub(super) day: String,
    pub(super) time: String,
    /// By the habit's slug.
    pub(super) rows: BTreeMap<String, Row>,
    pub(super) own: Option<Own>,
    /// Habits to hide (true) or to show again.
    pub(super) hide: BTreeMap<String, bool>,
    pub(super) notes: String,
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
    pub(super) fn of_day(day: Date, model: &Model) -> Self {
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
        let slug = Slug::unused(name, |slug| {
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

    pub(super) fn is_hidden(&self, habit: &Habit) -> bool {
        self.hide.get(habit.meta.id.as_str()).copied().unwrap_or(habit.hidden)
    }
}

pub(super) fn row_key(slug: &str, field: &str) -> String {
    format!("{slug}/{field}")
}

fn find<'m>(slug: &str, model: &'m Model) -> Option<&'m Habit> {
    model.journal.habits.iter().find(|it| it.meta.id.as_str() == slug)
}
