//! Writing a day down.
//!
//! Clock times are the runner's: they are read in the zone of the journal, so that a skipped or doubled
//! hour is an instant like any other.

use jiff::SignedDuration;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::dice::Dice;
use super::world::Today;
use crate::domain::{Checklist, Record, RunKind, Settings, Stamp};
use crate::text::message;

/// What is written so far.
pub(super) struct Diary {
    pub(super) records: Vec<Record>,
    pub(super) dice: Dice,
    /// Chance of what was added to the sample later: with a stream of its own it leaves all else as it was.
    pub(super) later: Dice,
    pub(super) zone: TimeZone,
    /// The first day, from which shoes are counted.
    pub(super) first: Date,
    /// Yesterday's checklist, whose last step is the night.
    pub(super) open: Option<Checklist>,
    /// The kind of the last run, which says where it is sore.
    pub(super) last_run: RunKind,
}

impl Diary {
    pub(super) fn new(first: Date, dice: Dice, later: Dice, settings: &Settings) -> Self {
        Self {
            records: Vec::new(),
            dice,
            later,
            zone: settings.time_zone(),
            first,
            open: None,
            last_run: RunKind::Easy,
        }
    }

    /// One ordinary day, from waking to going to bed.
    pub(super) fn day(&mut self, today: &Today) {
        let night = self.night(today);
        self.close_checklist(today.date, night.as_ref());
        self.records.extend(night.map(Record::Night));
        if self.dice.chance(0.88) {
            self.morning(today);
        }
        if self.dice.chance(0.8) {
            self.check_in(today);
        }
        self.cross_training(today);
        match today.run {
            Some(run) => {
                let activity = self.run(today.date, run);
                self.last_run = run.kind;
                self.after_run_rating(&activity, run);
                self.after_run(today, &activity, run);
                self.records.push(Record::Activity(activity));
            }
            None => self.rest_day(today),
        }
        self.round(today);
        self.nap(today);
    }

    /// What the clock in the runner's kitchen shows `minute` minutes into `day`.
    pub(super) fn clock(&self, day: Date, minute: f64) -> Stamp {
        let into = SignedDuration::from_secs((minute * 60.0).round() as i64);
        let civil = day.at(0, 0, 0, 0).saturating_add(into);
        Stamp::from_civil(civil, &self.zone).expect("a plan lies within the years a journal takes")
    }

    /// The instant `minutes` after `at`, as the clock on the wall shows it then.
    pub(super) fn after(&self, at: Stamp, minutes: f64) -> Stamp {
        Stamp::in_zone(at.plus_seconds(minutes * 60.0).ms, &self.zone)
    }

    /// One of the sentences `demo-KIND-1` to `demo-KIND-COUNT`.
    pub(super) fn words(&mut self, kind: &str, count: usize) -> String {
        let choices: Vec<usize> = (1..=count).collect();
        text(&format!("{kind}-{}", self.dice.one_of(&choices)))
    }
}

/// The words called `demo-NAME`.
pub(super) fn text(name: &str) -> String {
    message(&format!("demo-{name}"), &[]).unwrap_or_default()
}
