//! The draft of a session: what a form begins with, and what it would save.

use serde::{Deserialize, Serialize};

use crate::app::Model;
use crate::app::command::{Form, Then};
use crate::domain::record::TIME_ASSUMED;
use crate::domain::settings::Settings;
use crate::domain::units::{self, InputError, Three};
use crate::domain::{Activity, Batch, Id, Label, Meta, Record, RunKind, Sport, Stamp, words};
use crate::fl;
use crate::ui::forms::day::{DAY, day_text};
use crate::ui::forms::typed::text;
use crate::ui::forms::{Errors, Saving};

/// The first field.
pub const DISTANCE: &str = "distance";
pub(super) const TIME: &str = "time";
pub(super) const PACE: &str = "pace";
pub(super) const START: &str = "start";
pub(super) const MOVING: &str = "moving";
pub(super) const AVG_HR: &str = "avg_hr";
pub(super) const MAX_HR: &str = "max_hr";
pub(super) const ASCENT: &str = "ascent";
pub(super) const TEMPERATURE: &str = "temperature";
pub(super) const CADENCE: &str = "cadence";
pub(super) const TITLE: &str = "title";
pub(super) const SURFACE: &str = "surface";
pub(super) const SHOE: &str = "shoe";
pub(super) const TAGS: &str = "tags";
pub(super) const NOTES: &str = "notes";

/// A session as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct RunDraft {
    pub(super) sport: Sport,
    pub(super) distance: String,
    pub(super) time: String,
    pub(super) pace: String,
    pub(super) day: String,
    pub(super) start: String,
    /// Whether the start follows from now and the time, until it is typed.
    pub(super) start_follows: bool,
    pub(super) kind: Option<RunKind>,
    pub(super) rpe: Option<f64>,
    pub(super) feel: Option<f64>,
    pub(super) title: String,
    pub(super) surface: String,
    pub(super) shoe: String,
    pub(super) tags: String,
    pub(super) moving: String,
    pub(super) avg_hr: String,
    pub(super) max_hr: String,
    pub(super) ascent: String,
    pub(super) temperature: String,
    pub(super) cadence: String,
    pub(super) notes: String,
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
        let mut activity = Activity {
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
        };
        if base.is_some_and(|it| it.started_at != started_at) {
            activity.meta.tick(TIME_ASSUMED, false);
        }
        Some(activity)
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
            Ok(all) => all,
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
        let day = errors.day(DAY, &self.day, model.today());
        let time = errors.clock(START, &self.start, || fl!("form-start-missing"));
        errors.instant(START, day, time, model)
    }

    /// Puts the start where it must have been if the run ended now.
    pub(super) fn follow_clock(&mut self, model: &Model) {
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

    /// Whether it is a run.
    pub fn is_run(&self) -> bool {
        self.sport == Sport::Run
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

fn split_tags(text: &str) -> Vec<String> {
    let tags = text.split(',').map(str::trim);
    tags.filter(|it| !it.is_empty()).map(str::to_owned).collect()
}

fn label(it: &Activity, settings: &Settings, change: bool) -> Label {
    match (change, it.is_run()) {
        (false, _) => it.label(settings),
        (true, true) => Label::new("batch-change-run"),
        (true, false) => Label::new("batch-change-session").with("sport", words::sport(it.sport)),
    }
}
