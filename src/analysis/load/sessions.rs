//! Runs with their effort.

use std::ops::RangeInclusive;

use jiff::civil::Date;
use strum::VariantArray as _;

use crate::domain::{Journal, RunKind};

/// One run whose effort was given.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Session {
    /// Its journal day.
    pub day: Date,
    /// Where in its day it began, 0 to 1.
    pub part_of_day: f64,
    /// What kind of run, where that was said.
    pub kind: Option<RunKind>,
    /// CR10: 0 rest to 10 maximal.
    pub rpe: f64,
    /// AU; `None` where no duration is known.
    pub load_au: Option<f64>,
}

/// The runs of some days.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sessions {
    /// Those with an effort, in the order of time.
    pub sessions: Vec<Session>,
    /// How many have none.
    pub without: usize,
}

/// The runs of one kind.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct KindSum {
    /// Which; `None` where it was not said.
    pub kind: Option<RunKind>,
    /// How many.
    pub n: usize,
    /// Their mean effort.
    pub mean_rpe: f64,
}

impl Sessions {
    /// The runs that began on `days`.
    pub fn of(journal: &Journal, days: &RangeInclusive<Date>) -> Self {
        let start = journal.settings.day_rule.start_min;
        let mut found = Self::default();
        for (day, run) in journal.activities_on(days).filter(|it| it.1.is_run()) {
            let Some(rpe) = run.rpe else {
                found.without += 1;
                continue;
            };
            let time = run.started_at.civil().time();
            let minutes = i32::from(time.hour()) * 60 + i32::from(time.minute()) - i32::from(start);
            found.sessions.push(Session {
                day,
                part_of_day: f64::from(minutes.rem_euclid(1440)) / 1440.0,
                kind: run.kind,
                rpe,
                load_au: run.load_au(),
            });
        }
        found
    }

    /// The kinds that there are, in their order, runs of no kind last.
    pub fn kinds(&self) -> Vec<KindSum> {
        let kinds = RunKind::VARIANTS.iter().copied().map(Some).chain([None]);
        let sums = kinds.filter_map(|kind| {
            let efforts: Vec<f64> = self
                .sessions
                .iter()
                .filter(|it| it.kind == kind)
                .map(|it| it.rpe)
                .collect();
            let n = efforts.len();
            (n > 0).then(|| KindSum {
                kind,
                n,
                mean_rpe: efforts.iter().sum::<f64>() / n as f64,
            })
        });
        sums.collect()
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::domain::{Activity, Id, Meta, Record, Settings, Sport, Stamp};

    fn run(started_at: &str, kind: Option<RunKind>, rpe: Option<f64>, minutes: Option<f64>) -> Record {
        let start = Stamp::parse_rfc3339(started_at).unwrap();
        Record::Activity(Activity {
            kind,
            rpe,
            elapsed_s: minutes.map(|it| it * 60.0),
            ..Activity::new(Meta::manual(Id::fresh(start.ms)), Sport::Run, start)
        })
    }

    #[test]
    fn runs_without_an_effort_are_counted_and_without_a_duration_have_no_load() {
        let records = [
            run("2026-11-20T18:00:00Z", Some(RunKind::Easy), Some(3.0), Some(40.0)),
            run("2026-11-21T01:00:00Z", None, Some(6.0), None),
            run("2026-11-22T18:00:00Z", Some(RunKind::Long), None, Some(90.0)),
        ];
        let journal = Journal::of(records, Settings::for_zone("UTC"));
        let found = Sessions::of(&journal, &(date(2026, 11, 1)..=date(2026, 11, 30)));
        assert_eq!(found.without, 1);
        let told: Vec<_> = found.sessions.iter().map(|it| (it.day.day(), it.load_au)).collect();
        // At one in the night it is still the 20th.
        assert_eq!(told, [(20, Some(120.0)), (20, None)]);
        assert!(found.sessions[0].part_of_day < found.sessions[1].part_of_day);
    }

    #[test]
    fn kinds_stand_in_their_order_with_their_mean() {
        let records = [
            run("2026-11-20T18:00:00Z", None, Some(5.0), None),
            run("2026-11-21T18:00:00Z", Some(RunKind::Race), Some(9.0), None),
            run("2026-11-22T18:00:00Z", Some(RunKind::Easy), Some(2.0), None),
            run("2026-11-23T18:00:00Z", Some(RunKind::Easy), Some(3.0), None),
        ];
        let journal = Journal::of(records, Settings::for_zone("UTC"));
        let kinds = Sessions::of(&journal, &(date(2026, 11, 1)..=date(2026, 11, 30))).kinds();
        let told: Vec<_> = kinds.iter().map(|it| (it.kind, it.n, it.mean_rpe)).collect();
        assert_eq!(
            told,
            [
                (Some(RunKind::Easy), 2, 2.5),
                (Some(RunKind::Race), 1, 9.0),
                (None, 1, 5.0)
            ]
        );
    }
}
