//! The day that is still going on: an early easy run, and its checklist with two steps done. The night and
//! the morning's soreness are not noted yet, so there is something to do.

use jiff::civil::Date;

use super::diary::Diary;
use super::steps::Went;
use super::world::Run;
use crate::domain::{Record, RunKind};

/// 06:40, so that the run is over whenever the sample is looked at by day.
const START_MIN: f64 = 400.0;

impl Diary {
    /// Writes the last day.
    pub(super) fn last_day(&mut self, day: Date) {
        self.close_checklist(day, None);
        let run = Run {
            kind: RunKind::Easy,
            race: None,
            minutes: 42.0,
            distance_m: 7_400.0,
            rpe: 3.0,
        };
        let start = self.clock(day, START_MIN);
        let activity = self.run_at(start, day, run);
        let checklist = self.checklist(&activity);
        for (habit, wait, went) in [
            ("cool_down", 1.0, Went::Done(Some(6.0))),
            ("hydration", 9.0, Went::Done(None)),
        ] {
            let at = self.after(activity.ended_at(), wait);
            self.step(Some(&checklist), activity.meta.id, habit, at, went);
        }
        self.records.push(Record::Activity(activity));
        self.records.push(Record::Checklist(checklist));
    }
}
