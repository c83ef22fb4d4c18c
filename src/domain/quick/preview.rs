//! What would be recorded, in words: nothing left out that is recorded, nothing said that is not.

use jiff::civil::Date;

use super::line::Told;
use super::{Context, Span};
use crate::domain::units::{self, show_number};
use crate::domain::{
    Activity, Answer, CheckIn, Context as DayTime, Intake, Night, Practice, Rating, Region, Scale, SorenessRating,
    Stamp, Supplement, When, words,
};
use crate::fl;

/// Says what parts of a line become.
pub(super) struct Preview<'a> {
    context: &'a Context<'a>,
    /// The entries that the line brings into the catalogue.
    new: Vec<&'a Supplement>,
}

impl<'a> Preview<'a> {
    pub(super) fn new(context: &'a Context<'a>, told: &'a [(Span, Told)]) -> Self {
        let new = told.iter().filter_map(|(_, told)| match told {
            Told::Intake(_, new) => new.as_deref(),
            _ => None,
        });
        let new = new.collect();
        Self { context, new }
    }

    /// What `told` becomes.
    pub(super) fn of(&self, told: &Told) -> String {
        match told {
            Told::Activity(it) => self.activity(it),
            Told::Soreness(it) => self.soreness(it),
            Told::Night(it) | Told::Nap(it) => self.night(it),
            Told::Intake(it, new) => self.intake(it, new.is_some()),
            Told::Practice(it) => self.practice(it),
            Told::CheckIn(it) => self.check_in(it),
        }
    }

    fn activity(&self, it: &Activity) -> String {
        let settings = &self.context.journal.settings;
        let length = it.distance_m.map(|m| units::show_distance(m, settings.distance));
        let time = it.elapsed_s.map(units::show_duration);
        let bpm = |hr: f64| show_number(hr);
        let parts = [
            Some(it.kind.map_or_else(|| words::sport(it.sport), words::run_kind)),
            (!it.title.is_empty()).then(|| fl!("quick-says-title", title = it.title.as_str())),
            match (length, time) {
                (Some(length), Some(time)) => Some(fl!("quick-says-length-in", length = length, time = time)),
                (length, time) => length.or(time),
            },
            it.rpe.map(|rpe| fl!("quick-says-effort", rpe = show_number(rpe))),
            it.feel.map(|feel| fl!("quick-says-felt", feel = words::feel(feel))),
            it.avg_hr.map(|hr| fl!("quick-says-hr", hr = bpm(hr))),
            it.max_hr.map(|hr| fl!("quick-says-max-hr", hr = bpm(hr))),
            it.ascent_m.map(|m| fl!("quick-says-ascent", m = show_number(m))),
            it.temperature_c
                .map(|c| units::show_temperature(c, settings.temperature)),
            (!it.tags.is_empty()).then(|| format!("#{}", it.tags.join(" #"))),
            Some(self.when(it)),
            note(&it.notes),
        ];
        joined(parts)
    }

    /// "today 07:12 to 08:06".
    fn when(&self, it: &Activity) -> String {
        let began = self.at(it.started_at);
        match it.elapsed_s {
            Some(_) => fl!("quick-says-from-to", from = began, to = words::clock(it.ended_at())),
            None => began,
        }
    }

    fn soreness(&self, it: &SorenessRating) -> String {
        let score = fl!(
            "quick-says-score",
            score = show_number(it.score),
            words = words::score(it.score, it.scale)
        );
        joined([
            Some(words::region_side(it.region, it.side)),
            Some(match it.region {
                Region::AllOthers => fl!("quick-says-fine"),
                _ => score,
            }),
            Some(self.at(it.at)),
            match it.context {
                DayTime::Morning => Some(fl!("quick-says-morning")),
                DayTime::AfterRun => Some(fl!("quick-says-after-run")),
                DayTime::Other => None,
            },
            note(&it.notes),
        ])
    }

    fn night(&self, it: &Night) -> String {
        let today = self.context.now.civil_date();
        let day = day(it.day, today);
        let is_there = !it.nap && self.context.journal.night_of(it.day).is_some();
        let what = match (it.nap, is_there) {
            (true, _) => fl!("quick-says-nap", day = day),
            (false, true) => fl!("quick-says-more-night", day = day),
            (false, false) => fl!("quick-says-night", day = day),
        };
        joined([
            Some(what),
            it.asleep_min.map(|min| {
                let length = units::show_hours(min / 60.0);
                fl!("quick-says-asleep", length = length)
            }),
            it.bed_at.map(|at| fl!("quick-says-bed", time = words::clock(at))),
            it.wake_at.map(|at| fl!("quick-says-awake", time = words::clock(at))),
            it.quality
                .map(|quality| fl!("quick-says-quality", words = words::sleep_quality(quality))),
            note(&it.notes),
        ])
    }

    fn intake(&self, it: &Intake, is_new: bool) -> String {
        let catalogue = self.context.journal.supplements.iter();
        let entry = catalogue
            .chain(self.new.iter().copied())
            .find(|entry| entry.meta.id == it.supplement);
        let name = entry.map_or_else(|| it.supplement.to_string(), |entry| entry.name.clone());
        let what = match it.answer {
            Answer::Yes if is_new => fl!("quick-says-new", name = name),
            Answer::Yes => name,
            Answer::No => fl!("quick-says-not-taken", name = name),
        };
        let dose = it.dose.map(|dose| quantity(dose, &it.unit));
        joined([Some(what), dose, Some(self.at(it.at)), note(&it.notes)])
    }

    fn practice(&self, it: &Practice) -> String {
        let journal = self.context.journal;
        let habit = journal.habits.iter().find(|habit| habit.meta.id == it.habit);
        let name = habit.map_or_else(|| it.habit.to_string(), words::habit);
        let unit = habit.map_or("", |habit| habit.unit.as_str());
        let degrees = it
            .temperature_c
            .map(|c| units::show_temperature(c, journal.settings.temperature));
        joined([
            Some(match it.answer {
                Answer::Yes => name,
                Answer::No => fl!("quick-says-not-done", name = name),
            }),
            it.minutes.map(minutes_words),
            it.amount.map(|amount| quantity(amount, unit)),
            degrees,
            Some(match it.when {
                When::At(at) => self.at(at),
                When::On(date) => day(date, self.today()),
            }),
            note(&it.notes),
        ])
    }

    fn check_in(&self, it: &CheckIn) -> String {
        let day = day(it.day, self.today());
        let is_there = self.context.journal.check_in_of(it.day).is_some();
        let own = |rating: Option<Rating>, name: String, say: fn(f64) -> String| {
            rating.map(|it| {
                let value = show_number(it.value);
                fl!("quick-says-rating", name = name, value = value, words = say(it.value))
            })
        };
        let mass = |kg| units::show_mass(kg, self.context.journal.settings.mass);
        let ready = |value| words::score(value, Scale::PmsysReadiness010);
        joined([
            Some(if is_there {
                fl!("quick-says-more-check-in", day = day)
            } else {
                fl!("quick-says-check-in", day = day)
            }),
            it.resting_hr
                .map(|hr| fl!("quick-says-resting-hr", hr = show_number(hr))),
            it.hrv_rmssd.map(|ms| fl!("quick-says-hrv", ms = show_number(ms))),
            it.weight_kg.map(|kg| fl!("quick-says-weight", mass = mass(kg))),
            own(it.fatigue, fl!("quick-says-fatigue"), words::fatigue),
            own(it.stress, fl!("quick-says-stress"), words::stress),
            own(it.mood, fl!("quick-says-mood"), words::mood),
            own(it.readiness, fl!("quick-says-readiness"), ready),
            it.ill.map(|yes| {
                if yes {
                    fl!("quick-says-ill")
                } else {
                    fl!("quick-says-not-ill")
                }
            }),
            it.travel.map(|yes| {
                if yes {
                    fl!("quick-says-travel")
                } else {
                    fl!("quick-says-no-travel")
                }
            }),
            note(&it.notes),
        ])
    }

    fn today(&self) -> Date {
        self.context.journal.settings.day_rule.day_of(self.context.now)
    }

    /// "yesterday 21:30".
    fn at(&self, at: Stamp) -> String {
        let date = self.context.journal.settings.day_rule.day_of(at);
        fl!("quick-says-at", day = day(date, self.today()), time = words::clock(at))
    }
}

/// "today", "yesterday", "Mon 23 Nov", and with its year where it is another.
fn day(date: Date, today: Date) -> String {
    if date == today {
        fl!("quick-says-today")
    } else if today.yesterday().is_ok_and(|it| it == date) {
        fl!("quick-says-yesterday")
    } else if date.year() == today.year() {
        words::day_short(date)
    } else {
        words::day_with_year(date)
    }
}

/// "12 min", and with its seconds where it has some.
fn minutes_words(minutes: f64) -> String {
    if minutes.fract() == 0.0 {
        units::show_hours(minutes / 60.0)
    } else {
        units::show_duration(minutes * 60.0)
    }
}

fn quantity(number: f64, unit: &str) -> String {
    let number = show_number(number);
    if unit.is_empty() {
        number
    } else {
        fl!("quantity", number = number, unit = unit)
    }
}

fn note(notes: &str) -> Option<String> {
    (!notes.is_empty()).then(|| fl!("quick-says-note", note = notes))
}

fn joined(parts: impl IntoIterator<Item = Option<String>>) -> String {
    let parts: Vec<_> = parts.into_iter().flatten().collect();
    parts.join(&fl!("list-comma"))
}
