//! The day that is still going on: a long run, and its checklist with the first steps done. The night and
//! the morning's soreness are not noted yet, so there is something to do.
//!
//! Where it is known when the sample will be looked at, the run ended shortly before, by the clock of who
//! looks; else it was early, so that it is over whenever the sample is looked at by day.

use jiff::civil::Date;
use jiff::tz::{Offset, TimeZone};

use super::diary::Diary;
use super::steps::Went;
use super::world::Run;
use crate::domain::{Activity, DayRule, Record, RunKind, Stamp};

/// 05:40.
const EARLY_MIN: f64 = 340.0;

/// How long before the sample is looked at its last run ended, in minutes.
const ENDED_AGO_MIN: f64 = 52.0;

const RUN: Run = Run {
    kind: RunKind::Long,
    race: None,
    minutes: 101.0,
    distance_m: 18_200.0,
    rpe: 6.0,
};

/// Step, minutes after the run, how it went.
const STEPS: [(&str, f64, Went); 3] = [
    ("cool_down", 1.0, Went::Done(Some(6.0))),
    ("hydration", 9.0, Went::Done(None)),
    ("snack", 24.0, Went::Done(None)),
];

impl Diary {
    /// Writes the last day, as it stands at `now`.
    pub(super) fn last_day(&mut self, day: Date, now: Option<Stamp>) {
        self.close_checklist(day, None);
        let now = now.filter(|it| DayRule::default().day_of(*it) == day);
        let (activity, steps) = match now {
            Some(now) => (self.run_before(now, day), &STEPS[..]),
            None => (self.run_at(self.clock(day, EARLY_MIN), day, RUN), &STEPS[..2]),
        };
        let activity = Activity {
            rpe: Some(RUN.rpe),
            ..activity
        };
        let checklist = self.checklist(&activity);
        for &(habit, wait, went) in steps {
            let at = self.after(activity.ended_at(), wait);
            self.step(Some(&checklist), activity.meta.id, habit, at, went);
        }
        self.records.push(Record::Activity(activity));
        self.records.push(Record::Checklist(checklist));
    }

    /// The run that ended a while before `now`; from here on, clocks are those of `now`.
    fn run_before(&mut self, now: Stamp, day: Date) -> Activity {
        if let Ok(offset) = Offset::from_seconds(i32::from(now.offset_min) * 60) {
            self.zone = TimeZone::fixed(offset);
        }
        let ended = self.after(now, -ENDED_AGO_MIN);
        let run = self.run_at(self.after(ended, -RUN.minutes), day, RUN);
        let pauses_s = run.ended_at().seconds_since(ended);
        Activity {
            started_at: run.started_at.plus_seconds(-pauses_s),
            ..run
        }
    }
}
