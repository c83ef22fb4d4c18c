//! The form of a run, or of another session.
//!
//! Of distance, time and pace any two give the third. The start is taken from the clock until it is
//! typed: a run that is recorded at once ended just now, so its start moves back as its time is typed.

use egui::Ui;
use serde::{Deserialize, Serialize};
use strum::VariantArray as _;

use super::day::{TimeField, day_text, day_ui};
use super::sheet::{Scores, Sheet, suggestion};
use super::{Errors, Saving, day};
use crate::app::Model;
use crate::app::command::{Form, Then};
use crate::domain::settings::Settings;
use crate::domain::units::{self, InputError, Three};
use crate::domain::{Activity, Batch, Id, Label, Meta, Record, RunKind, Sport, Stamp, words};
use crate::fl;
use crate::ui::widgets::{Field, field_note};

/// The first field.
pub const DISTANCE: &str = "distance";
const TIME: &str = "time";
const PACE: &str = "pace";
const START: &str = "start";
const MOVING: &str = "moving";
const AVG_HR: &str = "avg_hr";
const MAX_HR: &str = "max_hr";
const ASCENT: &str = "ascent";
const TEMPERATURE: &str = "temperature";
const CADENCE: &str = "cadence";
const TITLE: &str = "title";
const SURFACE: &str = "surface";
const SHOE: &str = "shoe";
const TAGS: &str = "tags";
const NOTES: &str = "notes";
const UNDER_MORE: [&str; 11] = [
    TITLE,
    SURFACE,
    SHOE,
    TAGS,
    MOVING,
    AVG_HR,
    MAX_HR,
    ASCENT,
    TEMPERATURE,
    CADENCE,
    NOTES,
];

/// A session as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct RunDraft {
    sport: Sport,
    distance: String,
    time: String,
    pace: String,
    day: String,
    start: String,
    /// Whether the start follows from now and the time, until it is typed.
    start_follows: bool,
    kind: Option<RunKind>,
    rpe: Option<f64>,
    feel: Option<f64>,
    title: String,
    surface: String,
    shoe: String,
    tags: String,
    moving: String,
    avg_hr: String,
    max_hr: String,
    ascent: String,
    temperature: String,
    cadence: String,
    notes: String,
}

fn edited<'m>(form: &Form, model: &'m Model) -> Option<&'m Activity> {
    let id = form.edit?;
    model.journal.activities.iter().find(|it| it.meta.id == id)
}

impl RunDraft {
    /// The draft a form begins with.
    pub fn begin(form: &Form, model: &Model) -> Option<Self> {
        if form.edit.is_some() {
            return edited(form, model).map(|it| Self::of(it, model));
        }
        let mut draft = Self {
            day: day_text(form.day),
            start_follows: form.day == model.today(),
            ..Self::default()
        };
        draft.follow_clock(model);
        Some(draft)
    }

    /// The draft of a record.
    fn of(it: &Activity, model: &Model) -> Self {
        let settings = model.settings();
        let number = |value: Option<f64>| value.map(units::show_number).unwrap_or_default();
        let length = |value: Option<f64>| value.map(units::show_duration).unwrap_or_default();
        let distance = it.distance_m.map(|m| units::show_distance_bare(m, settings.distance));
        let temperature = it
            .temperature_c
            .map(|c| units::show_temperature(c, settings.temperature));
        Self {
            sport: it.sport,
            distance: distance.unwrap_or_default(),
            time: length(it.elapsed_s),
            pace: String::new(),
            day: day_text(model.day_of(it.started_at)),
            start: words::clock(it.started_at),
            start_follows: false,
            kind: it.kind,
            rpe: it.rpe,
            feel: it.feel.map(|it| it as f64),
            title: it.title.clone(),
            surface: it.surface.clone(),
            shoe: it.shoe.clone(),
            tags: it.tags.join(", "),
            moving: length(it.moving_s),
            avg_hr: number(it.avg_hr),
            max_hr: number(it.max_hr),
            ascent: number(it.ascent_m),
            temperature: temperature.unwrap_or_default(),
            cadence: number(it.cadence),
            notes: it.notes.clone(),
        }
    }

    /// What would be saved, or what is wrong.
    pub fn saving(&self, form: &Form, model: &Model) -> Result<Saving, Errors> {
        let base = edited(form, model);
        let mut errors = Errors::default();
        let record = self.record(base, model, &mut errors);
        let Some(record) = record.filter(|_| errors.is_empty()) else {
            return Err(errors);
        };
        let (id, is_run) = (record.meta.id, record.is_run());
        let batch = Batch::putting(
            label(&record, model.settings(), base.is_some()),
            [Record::Activity(record)],
        );
        let then = match base {
            None if is_run => Then::OfferChecklist(id),
            _ => Then::Nothing,
        };
        Ok(Saving { batch, then })
    }

    fn record(&self, base: Option<&Activity>, model: &Model, errors: &mut Errors) -> Option<Activity> {
        let was = base.map(|it| Self::of(it, model)).unwrap_or_default();
        let three = self.three(base, &was, model.settings(), errors);
        if base.is_none() && self.distance.trim().is_empty() && self.time.trim().is_empty() {
            errors.add(DISTANCE, fl!("form-run-empty"));
        }
        let started_at = self.started_at(base, &was, model, errors)?;
        let moving_s = errors.read(
            MOVING,
            &self.moving,
            (&was.moving, base.and_then(|it| it.moving_s)),
            units::parse_duration,
        );
        if base.is_none()
            && moving_s
                .zip(three.time_s)
                .is_some_and(|(moving, whole)| moving > whole + 1.0)
        {
            errors.add(MOVING, fl!("form-moving-too-long"));
        }
        let mut number =
            |field: &str, now: &str, was: &str, value: fn(&Activity) -> Option<f64>, high: f64, low: f64| {
                errors.number(field, now, (was, base.and_then(value)), low..=high)
            };
        let avg_hr = number(AVG_HR, &self.avg_hr, &was.avg_hr, |it| it.avg_hr, 250.0, 20.0);
        let max_hr = number(MAX_HR, &self.max_hr, &was.max_hr, |it| it.max_hr, 250.0, 20.0);
        let ascent_m = number(ASCENT, &self.ascent, &was.ascent, |it| it.ascent_m, 1e5, 0.0);
        let cadence = number(CADENCE, &self.cadence, &was.cadence, |it| it.cadence, 500.0, 0.0);
        let temperature_c = errors.read(
            TEMPERATURE,
            &self.temperature,
            (&was.temperature, base.and_then(|it| it.temperature_c)),
            |text| units::parse_temperature(text, model.settings().temperature),
        );
        if (&self.avg_hr, &self.max_hr) != (&was.avg_hr, &was.max_hr)
            && avg_hr.zip(max_hr).is_some_and(|(mean, highest)| mean > highest)
        {
            errors.add(MAX_HR, fl!("form-max-under-mean"));
        }
        let fresh = || Activity::new(Meta::manual(Id::fresh(model.now.ms)), self.sport, started_at);
        let same_tags = self.tags == was.tags;
        Some(Activity {
            sport: self.sport,
            started_at,
            elapsed_s: three.time_s,
            moving_s,
            distance_m: three.distance_m,
            kind: self.kind.filter(|_| self.sport == Sport::Run || self.kind == was.kind),
            tags: base
                .filter(|_| same_tags)
                .map_or_else(|| split_tags(&self.tags), |it| it.tags.clone()),
            rpe: self.rpe,
            feel: self.feel.map(|it| it as i64),
            avg_hr,
            max_hr,
            ascent_m,
            cadence,
            temperature_c,
            surface: text(&self.surface, &was.surface),
            shoe: text(&self.shoe, &was.shoe),
            title: text(&self.title, &was.title),
            notes: text(&self.notes, &was.notes),
            ..base.cloned().unwrap_or_else(fresh)
        })
    }

    /// Distance and whole time, as typed or from the pace.
    fn three(&self, base: Option<&Activity>, was: &Self, settings: &Settings, errors: &mut Errors) -> Three {
        let unit = settings.distance;
        let distance_m = errors.read(
            DISTANCE,
            &self.distance,
            (&was.distance, base.and_then(|it| it.distance_m)),
            |text| units::parse_distance(text, unit),
        );
        let time_s = errors.read(
            TIME,
            &self.time,
            (&was.time, base.and_then(|it| it.elapsed_s)),
            units::parse_duration,
        );
        let s_per_m = errors.read(PACE, &self.pace, ("", None), |text| units::parse_pace(text, unit));
        let given = Three {
            distance_m,
            time_s,
            s_per_m,
        };
        if base.is_some() && (&self.distance, &self.time, &self.pace) == (&was.distance, &was.time, &was.pace) {
            return given;
        }
        match units::third(given, unit) {
            Ok(all) => Three {
                // What follows is as exact as what it follows from: whole metres, whole seconds.
                distance_m: distance_m.or(all.distance_m.map(f64::round)),
                time_s: time_s.or(all.time_s.map(f64::round)),
                s_per_m: all.s_per_m,
            },
            Err(why) => {
                let field = match why {
                    InputError::TooFast { .. } => TIME,
                    InputError::Disagree { .. } => PACE,
                    _ => DISTANCE,
                };
                errors.add(field, why.sentence());
                given
            }
        }
    }

    fn started_at(&self, base: Option<&Activity>, was: &Self, model: &Model, errors: &mut Errors) -> Option<Stamp> {
        if let Some(base) = base
            && (&self.day, &self.start) == (&was.day, &was.start)
        {
            return Some(base.started_at);
        }
        let day = errors.day(day::DAY, &self.day, model.today());
        let time = errors.clock(START, &self.start, || fl!("form-start-missing"));
        errors.instant(START, day, time, model)
    }

    /// Puts the start where it must have been if the run ended now.
    fn follow_clock(&mut self, model: &Model) {
        if self.start_follows {
            let seconds = units::parse_duration(&self.time).unwrap_or(0.0).min(LONGEST_FOLLOWED_S);
            let start = rounded(model.now.plus_seconds(-seconds));
            self.day = day_text(model.day_of(start));
            self.start = words::clock(start);
        }
    }

    /// The whole time as it is typed, and the start that follows.
    #[cfg(test)]
    pub fn typed_time(&mut self, text: &str, model: &Model) {
        text.clone_into(&mut self.time);
        self.follow_clock(model);
    }

    /// What follows from two of distance, time and pace, in words, with the field it belongs to.
    fn third_words(&self, settings: &Settings) -> Option<(&'static str, String)> {
        let unit = settings.distance;
        let distance_m = units::parse_distance(&self.distance, unit).ok();
        let time_s = units::parse_duration(&self.time).ok();
        let s_per_m = units::parse_pace(&self.pace, unit).ok();
        let all = units::third(
            Three {
                distance_m,
                time_s,
                s_per_m,
            },
            unit,
        )
        .ok()?;
        match (distance_m, time_s, s_per_m) {
            (Some(_), Some(_), None) => Some((PACE, units::show_pace(all.s_per_m?, unit))),
            (Some(_), None, Some(_)) => Some((TIME, units::show_duration(all.time_s?))),
            (None, Some(_), Some(_)) => Some((DISTANCE, units::show_distance(all.distance_m?, unit))),
            _ => None,
        }
    }

    /// Whether it is a run.
    pub fn is_run(&self) -> bool {
        self.sport == Sport::Run
    }

    /// The fields.
    pub fn fields_ui(&mut self, ui: &mut Ui, form: &Form, sheet: &mut Sheet<'_>) {
        self.three_ui(ui, sheet);
        self.when_ui(ui, sheet);
        let sports: Vec<_> = Sport::VARIANTS.iter().map(|&it| (it, words::sport(it))).collect();
        sheet.choice(ui, &fl!("form-sport"), &mut self.sport, &sports);
        if self.sport == Sport::Run {
            let kinds: Vec<_> = RunKind::VARIANTS.iter().map(|&it| (it, words::run_kind(it))).collect();
            sheet.choice_or_none(ui, &fl!("form-kind"), &mut self.kind, &kinds);
        }
        let effort = Scores {
            key: "rpe",
            label: &fl!("form-effort"),
            low: 0,
            high: 10,
            words: &words::rpe,
            coloured: None,
        };
        sheet.score(ui, &effort, &mut self.rpe);
        let feel = Scores {
            key: "feel",
            label: &fl!("form-feel"),
            low: 1,
            words: &|value| words::feel(value as i64),
            high: 5,
            ..effort
        };
        sheet.score(ui, &feel, &mut self.feel);
        sheet.more(ui, &UNDER_MORE, |ui, sheet| self.more_ui(ui, form, sheet));
    }

    fn three_ui(&mut self, ui: &mut Ui, sheet: &mut Sheet<'_>) {
        let settings = sheet.model.settings();
        let (unit, third) = (settings.distance.sign(), self.third_words(settings));
        let follows = |field: &str| {
            let third = third.as_ref().filter(|(at, _)| *at == field);
            third.map(|(_, words)| fl!("form-follows", value = words.as_str()))
        };
        ui.columns(3, |ui| {
            let label = fl!("form-distance");
            let field = Field::new(&label).unit(unit.clone()).note(follows(DISTANCE));
            sheet.field(&mut ui[0], DISTANCE, field, &mut self.distance);
            let label = fl!("form-time");
            let field = Field::new(&label).hint(fl!("form-time-hint")).note(follows(TIME));
            if sheet.field(&mut ui[1], TIME, field, &mut self.time).changed() {
                self.follow_clock(sheet.model);
            }
            let label = fl!("form-pace");
            let field = Field::new(&label)
                .unit(fl!("form-per", unit = unit.as_str()))
                .note(follows(PACE));
            sheet.field(&mut ui[2], PACE, field, &mut self.pace);
        });
        if third.is_none() && self.pace.trim().is_empty() {
            field_note(ui, None, Some(fl!("form-any-two")));
        }
    }

    fn when_ui(&mut self, ui: &mut Ui, sheet: &mut Sheet<'_>) {
        let today = sheet.model.today();
        let start = TimeField {
            key: START,
            label: fl!("form-start"),
            note: self.end_words(sheet.model),
            text: &mut self.start,
        };
        let changed = day_ui(ui, sheet, (&fl!("form-day"), &mut self.day), today, Some(start));
        self.start_follows &= !(changed.day || changed.time);
    }

    /// "Ends 18:42".
    fn end_words(&self, model: &Model) -> Option<String> {
        let day = day::parse_day(&self.day, model.today())?;
        let time = units::parse_clock(&self.start).ok()?;
        let start = model.settings().day_rule.at(day, time, model.zone())?;
        let seconds = units::parse_duration(&self.time).ok()?;
        Some(fl!("form-ends", time = words::clock(start.plus_seconds(seconds))))
    }

    fn more_ui(&mut self, ui: &mut Ui, form: &Form, sheet: &mut Sheet<'_>) {
        sheet.line(ui, TITLE, &fl!("form-title"), "", &mut self.title);
        ui.columns(2, |ui| {
            sheet.line(&mut ui[0], SURFACE, &fl!("form-surface"), "", &mut self.surface);
            sheet.line(&mut ui[1], SHOE, &fl!("form-shoe"), "", &mut self.shoe);
            if form.edit.is_none()
                && self.shoe.is_empty()
                && let Some(last) = last_shoe(sheet.model)
                && suggestion(&mut ui[1], last)
            {
                self.shoe = last.to_owned();
            }
        });
        sheet.line(ui, TAGS, &fl!("form-tags"), "", &mut self.tags);
        ui.columns(3, |ui| {
            sheet.line(&mut ui[0], MOVING, &fl!("form-moving"), "", &mut self.moving);
            let bpm = fl!("form-bpm");
            sheet.line(&mut ui[1], AVG_HR, &fl!("form-avg-hr"), &bpm, &mut self.avg_hr);
            sheet.line(&mut ui[2], MAX_HR, &fl!("form-max-hr"), &bpm, &mut self.max_hr);
        });
        let degrees = sheet.model.settings().temperature.sign();
        ui.columns(3, |ui| {
            sheet.line(
                &mut ui[0],
                ASCENT,
                &fl!("form-ascent"),
                &fl!("form-metres"),
                &mut self.ascent,
            );
            sheet.line(
                &mut ui[1],
                TEMPERATURE,
                &fl!("form-temperature"),
                &degrees,
                &mut self.temperature,
            );
            let per_minute = fl!("form-per-minute");
            sheet.line(
                &mut ui[2],
                CADENCE,
                &fl!("form-cadence"),
                &per_minute,
                &mut self.cadence,
            );
        });
        sheet.notes(ui, NOTES, &mut self.notes);
    }
}

/// A longer time than this does not move the start.
const LONGEST_FOLLOWED_S: f64 = 12.0 * 3600.0;

/// `at`, at the whole five minutes before.
fn rounded(at: Stamp) -> Stamp {
    let minutes = at.ms.div_euclid(60_000) - i64::from(at.civil().minute()) % 5;
    Stamp {
        ms: minutes * 60_000,
        ..at
    }
}

/// The shoe of the latest session that names one.
fn last_shoe(model: &Model) -> Option<&str> {
    let shoes = model.journal.activities.iter().rev().map(|it| it.shoe.as_str());
    shoes.into_iter().find(|it| !it.is_empty())
}

fn split_tags(text: &str) -> Vec<String> {
    let tags = text.split(',').map(str::trim);
    tags.filter(|it| !it.is_empty()).map(str::to_owned).collect()
}

/// What is typed, without the blanks around it; as it was where it was not touched.
pub fn text(now: &str, was: &str) -> String {
    if now == was {
        was.to_owned()
    } else {
        now.trim().to_owned()
    }
}

fn label(it: &Activity, settings: &Settings, change: bool) -> Label {
    if !it.is_run() {
        let id = if change {
            "batch-change-session"
        } else {
            "batch-session"
        };
        return Label::new(id).with("sport", words::sport(it.sport));
    }
    let length = match (it.distance_m, it.elapsed_s) {
        (Some(m), _) => Some(units::show_distance(m, settings.distance)),
        (None, Some(s)) => Some(units::show_duration(s)),
        (None, None) => None,
    };
    match (change, length) {
        (true, _) => Label::new("batch-change-run"),
        (false, Some(length)) => Label::new("batch-run").with("length", length),
        (false, None) => Label::new("batch-run-plain"),
    }
}
