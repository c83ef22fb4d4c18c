//! Runs and cross-training, as a watch and its owner note them.

use jiff::civil::{Date, Weekday};

use super::diary::{Diary, text};
use super::world::{Race, Run, Today};
use crate::domain::time::days_between;
use crate::domain::{Activity, Record, RunKind, Sport, Stamp};
use crate::text::message;

/// How long a pair of shoes lasts, days.
const SHOE_DAYS: i32 = 240;

impl Diary {
    /// The activity of a run.
    pub(super) fn run(&mut self, day: Date, run: Run) -> Activity {
        let weekend = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
        let minute = match (run.race, weekend) {
            (Some(_), _) => 600.0,
            (None, true) => self.dice.stepped(510.0, 630.0, 5.0),
            (None, false) if self.dice.chance(0.2) => self.dice.stepped(370.0, 410.0, 1.0),
            (None, false) => self.dice.stepped(1010.0, 1110.0, 1.0),
        };
        let start = self.clock(day, minute);
        self.run_at(start, day, run)
    }

    /// The activity of a run that began at `start`.
    pub(super) fn run_at(&mut self, start: Stamp, day: Date, run: Run) -> Activity {
        let dice = &mut self.dice;
        let moving_s = (run.minutes * 60.0).round();
        let pause_s = if run.race.is_some() {
            0.0
        } else {
            dice.between(0.0, 150.0).round()
        };
        let trail = run.kind == RunKind::Long && dice.chance(0.3);
        let treadmill = run.kind == RunKind::Easy && matches!(day.month(), 12 | 1 | 2) && dice.chance(0.2);
        let climb = if trail { 18.0 } else { 6.0 };
        let effort = 118.0 + 6.5 * run.rpe + 2.0 * dice.normal();
        // A course is measured; a watch rounds.
        let measured_m = match run.race {
            Some(_) => run.distance_m,
            None => (run.distance_m / 10.0).round() * 10.0,
        };
        let activity = Activity {
            elapsed_s: Some(moving_s + pause_s),
            moving_s: Some(moving_s),
            distance_m: Some(measured_m),
            kind: Some(run.kind),
            rpe: (!dice.chance(0.02)).then_some(run.rpe),
            feel: dice
                .chance(0.6)
                .then(|| (3.4 + dice.normal() * 0.8).round().clamp(1.0, 5.0) as i64),
            avg_hr: dice.chance(0.9).then_some(effort.round()),
            max_hr: Some((effort + dice.between(8.0, 20.0)).round().min(196.0)),
            ascent_m: (!treadmill).then(|| (run.distance_m / 1000.0 * climb * dice.between(0.6, 1.4)).round()),
            cadence: Some((166.0 + run.rpe + dice.normal() * 2.0).round()),
            temperature_c: (!treadmill).then(|| (season(day) + 3.0 * dice.normal()).round()),
            surface: text(match (trail, treadmill) {
                (true, _) => "surface-trail",
                (_, true) => "surface-treadmill",
                _ => "surface-road",
            }),
            ..Activity::new(dice.meta(start.ms), Sport::Run, start)
        };
        self.described(activity, day, run, trail, treadmill)
    }

    /// The same with the runner's words.
    fn described(&mut self, run: Activity, day: Date, plan: Run, trail: bool, treadmill: bool) -> Activity {
        let title = match (plan.race, plan.kind) {
            (Some(Race::TenK), _) => text("race-10k"),
            (Some(Race::Half), _) => text("race-half"),
            (Some(Race::Marathon), _) => text("race-marathon"),
            (None, RunKind::Long) => self.words("title-long", 4),
            (None, RunKind::Workout) => self.words("title-workout", 4),
            (None, _) => self.words("title-easy", 5),
        };
        let pair = days_between(self.first, day).div_euclid(SHOE_DAYS) + 1;
        let shoe = match (plan.kind, trail) {
            (RunKind::Race | RunKind::Workout, _) => "shoe-fast",
            (_, true) => "shoe-trail",
            _ => "shoe-road",
        };
        let mut tags = Vec::new();
        if trail {
            tags.extend([text("tag-trail"), text("tag-hilly")]);
        }
        if treadmill {
            tags.push(text("tag-treadmill"));
        }
        if days_between(self.first, day).rem_euclid(SHOE_DAYS) < 7 {
            tags.push(text("tag-new-shoes"));
        }
        let noted = plan.race.is_some() || self.dice.chance(0.15);
        Activity {
            title,
            shoe: numbered(shoe, pair),
            tags,
            notes: if noted { self.words("note", 8) } else { String::new() },
            ..run
        }
    }

    /// The day's other session.
    pub(super) fn cross_training(&mut self, today: &Today) {
        let Some(cross) = today.cross else { return };
        let minute = self.dice.stepped(1050.0, 1140.0, 5.0);
        let start = self.clock(today.date, minute);
        let seconds = cross.minutes * 60.0;
        let km_h = match cross.sport {
            Sport::Ride => Some(23.0),
            Sport::Swim => Some(2.4),
            Sport::Walk => Some(5.2),
            _ => None,
        };
        let distance_m = km_h.map(|it| (it * cross.minutes / 60.0 * 100.0).round() * 10.0);
        let activity = Activity {
            elapsed_s: Some(seconds),
            moving_s: Some(seconds),
            distance_m,
            rpe: Some(cross.rpe),
            title: text(&format!("sport-{}", <&str>::from(cross.sport))),
            ..Activity::new(self.dice.meta(start.ms), cross.sport, start)
        };
        self.records.push(Record::Activity(activity));
    }
}

/// The mean temperature of a month in the south of Norway.
fn season(day: Date) -> f64 {
    let month = usize::from(day.month().unsigned_abs()) - 1;
    [-3.0, -3.0, 1.0, 6.0, 11.0, 15.0, 18.0, 17.0, 12.0, 7.0, 2.0, -2.0][month]
}

fn numbered(name: &str, number: i32) -> String {
    message(&format!("demo-{name}"), &[("number".to_owned(), number.to_string())]).unwrap_or_default()
}
