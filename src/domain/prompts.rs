//! How are the legs, a day, two and three days after a hard run?
//!
//! Soreness of a run comes late: it is highest one to two days after it. So after a hard run it is asked for
//! at 24, 48 and 72 hours, within six hours of each, and only while nothing was rated in that time: a
//! morning check answers it as well.

use super::{Activity, Id, Journal, RunKind, Stamp};

/// When it is asked, hours after the end of a run.
const HOURS: [u8; 3] = [24, 48, 72];
/// So long before and after it may be answered, seconds.
const AROUND_S: f64 = 6.0 * 3600.0;
/// From this effort on a run is hard, CR10.
const HARD_RPE: f64 = 6.0;
/// From this length on, too, seconds.
const LONG_S: f64 = 90.0 * 60.0;
/// No run is asked for that began longer ago, seconds.
const REACH_S: f64 = 5.0 * 24.0 * 3600.0;

/// A question that is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Prompt {
    /// The run it is about.
    pub run_id: Id,
    /// How many hours after its end: 24, 48 or 72.
    pub hours: u8,
}

/// The questions that are due at `now`, those of the latest run first.
pub fn due_prompts(journal: &Journal, now: Stamp) -> Vec<Prompt> {
    let recent = journal.activities.iter().rev();
    let recent = recent.take_while(|it| now.seconds_since(it.started_at) <= REACH_S);
    let mut due = Vec::new();
    for run in recent.filter(|it| is_hard(it)) {
        let hours = HOURS.into_iter().filter(|&hours| {
            let at = run.ended_at().plus_seconds(f64::from(hours) * 3600.0);
            now.seconds_since(at).abs() <= AROUND_S && !is_answered(journal, at, now)
        });
        due.extend(hours.map(|hours| Prompt {
            run_id: run.meta.id,
            hours,
        }));
    }
    due
}

/// Whether a run may be felt for days.
fn is_hard(it: &Activity) -> bool {
    let kind = matches!(it.kind, Some(RunKind::Long | RunKind::Workout | RunKind::Race));
    let effort = it.rpe.is_some_and(|it| it >= HARD_RPE);
    let length = it.load_seconds().is_some_and(|it| it >= LONG_S);
    it.is_run() && (kind || effort || length)
}

/// Whether anything was rated around `at`, up to now.
fn is_answered(journal: &Journal, at: Stamp, now: Stamp) -> bool {
    let up_to_now = journal.soreness.iter().rev().skip_while(|it| it.at.ms > now.ms);
    up_to_now
        .take_while(|it| at.seconds_since(it.at) <= AROUND_S)
        .any(|it| it.at.seconds_since(at) <= AROUND_S)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Context, Meta, Record, Region, Scale, Settings, Side, SorenessRating, Sport};

    fn at(text: &str) -> Stamp {
        Stamp::parse_rfc3339(text).unwrap()
    }

    fn id(n: u8) -> Id {
        Id::from_parts(0, [n; 10])
    }

    /// A run that ends at noon of Sunday 22 November.
    fn run(n: u8, minutes: f64) -> Activity {
        Activity {
            elapsed_s: Some(minutes * 60.0),
            ..Activity::new(
                Meta::manual(id(n)),
                Sport::Run,
                at("2026-11-22T12:00:00+01:00").plus_seconds(-minutes * 60.0),
            )
        }
    }

    fn rated(when: &str) -> Record {
        Record::Soreness(SorenessRating {
            meta: Meta::manual(id(9)),
            at: at(when),
            region: Region::Overall,
            side: Side::None,
            score: 3.0,
            scale: Scale::Nrs010,
            context: Context::Morning,
            run_id: None,
            notes: String::new(),
        })
    }

    fn due(records: impl IntoIterator<Item = Record>, now: &str) -> Vec<(Id, u8)> {
        let journal = Journal::of(records, Settings::for_zone("Europe/Oslo"));
        let due = due_prompts(&journal, at(now)).into_iter();
        due.map(|it| (it.run_id, it.hours)).collect()
    }

    #[test]
    fn it_is_asked_within_six_hours_of_a_day_of_two_and_of_three() {
        let long = || [Record::Activity(run(1, 100.0))];
        for (now, hours) in [
            ("2026-11-23T05:59:00+01:00", None),
            ("2026-11-23T06:00:00+01:00", Some(24)),
            ("2026-11-23T18:00:00+01:00", Some(24)),
            ("2026-11-23T18:01:00+01:00", None),
            ("2026-11-24T07:00:00+01:00", Some(48)),
            ("2026-11-25T17:00:00+01:00", Some(72)),
            ("2026-11-26T12:00:00+01:00", None),
        ] {
            let expected: Vec<_> = hours.map(|it| (id(1), it)).into_iter().collect();
            assert_eq!(due(long(), now), expected, "{now}");
        }
    }

    #[test]
    fn a_run_is_hard_by_its_kind_its_effort_or_its_length() {
        let noon = "2026-11-23T12:00:00+01:00";
        let easy = run(1, 40.0);
        let of = |it: Activity| due([Record::Activity(it)], noon).len();
        assert_eq!(of(easy.clone()), 0);
        for kind in [RunKind::Long, RunKind::Workout, RunKind::Race] {
            let kind = Some(kind);
            assert_eq!(of(Activity { kind, ..easy.clone() }), 1);
        }
        let kind = Some(RunKind::Easy);
        assert_eq!(of(Activity { kind, ..easy.clone() }), 0);
        for (rpe, asked) in [(5.5, 0), (6.0, 1)] {
            let rpe = Some(rpe);
            assert_eq!(of(Activity { rpe, ..easy.clone() }), asked);
        }
        assert_eq!(of(run(1, 90.0)), 1);
        let sport = Sport::Ride;
        assert_eq!(of(Activity { sport, ..run(1, 200.0) }), 0);
    }

    #[test]
    fn a_rating_in_its_time_answers_it_and_one_before_does_not() {
        let with = |when: &str| [Record::Activity(run(1, 100.0)), rated(when)];
        let now = "2026-11-23T14:00:00+01:00";
        assert_eq!(due(with("2026-11-23T07:00:00+01:00"), now), []);
        assert_eq!(due(with("2026-11-22T20:00:00+01:00"), now), [(id(1), 24)]);
        assert_eq!(
            due(with("2026-11-23T07:00:00+01:00"), "2026-11-24T12:00:00+01:00"),
            [(id(1), 48)]
        );
    }

    #[test]
    fn of_two_runs_the_later_one_comes_first() {
        let mut earlier = run(1, 100.0);
        earlier.started_at = earlier.started_at.plus_seconds(-24.0 * 3600.0);
        let records = [Record::Activity(earlier), Record::Activity(run(2, 100.0))];
        assert_eq!(due(records, "2026-11-23T12:00:00+01:00"), [(id(2), 24), (id(1), 48)]);
    }
}
