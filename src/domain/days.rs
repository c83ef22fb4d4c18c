//! The records of some days, without a walk over decades.
//!
//! Vectors are sorted by instant, and which journal day an instant belongs to depends on where the runner
//! was and on who asked: two records an hour apart may count a day apart either way. So a search by halves
//! goes two days too far on both sides, and each record is then asked for its own day.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::{Activity, CheckIn, Intake, Journal, Night, Practice, SorenessRating};

/// How far the day of a record may be from that of its neighbours in time.
const OUT_OF_ORDER_DAYS: i64 = 2;

impl Journal {
    /// The sessions that started on `days`, each with its day, in the order of time.
    pub fn activities_on(&self, days: &RangeInclusive<Date>) -> impl Iterator<Item = (Date, &Activity)> {
        let rule = self.settings.day_rule;
        on(&self.activities, days, move |it| rule.day_of(it.started_at))
    }

    /// The sleeps that ended on `days`.
    pub fn nights_on(&self, days: &RangeInclusive<Date>) -> impl Iterator<Item = (Date, &Night)> {
        on(&self.nights, days, |it| it.day)
    }

    /// The ratings that count on `days`.
    pub fn soreness_on(&self, days: &RangeInclusive<Date>) -> impl Iterator<Item = (Date, &SorenessRating)> {
        let rule = self.settings.day_rule;
        on(&self.soreness, days, move |it| it.day(rule))
    }

    /// The doses of `days`.
    pub fn intakes_on(&self, days: &RangeInclusive<Date>) -> impl Iterator<Item = (Date, &Intake)> {
        let rule = self.settings.day_rule;
        on(&self.intakes, days, move |it| rule.day_of(it.at))
    }

    /// The practices of `days`.
    pub fn practices_on(&self, days: &RangeInclusive<Date>) -> impl Iterator<Item = (Date, &Practice)> {
        let rule = self.settings.day_rule;
        on(&self.practices, days, move |it| it.when.day(rule))
    }

    /// The check-ins of `days`.
    pub fn check_ins_on(&self, days: &RangeInclusive<Date>) -> impl Iterator<Item = (Date, &CheckIn)> {
        on(&self.check_ins, days, |it| it.day)
    }

    /// What was written on `days`, one text a day: that of a session before that of the check-in, of the
    /// night, of a rating, of a habit, of a dose.
    pub fn notes_on(&self, days: &RangeInclusive<Date>) -> BTreeMap<Date, &str> {
        let sessions = self.activities_on(days).map(|(day, it)| (day, &it.notes));
        let check_ins = self.check_ins_on(days).map(|(day, it)| (day, &it.notes));
        let nights = self.nights_on(days).map(|(day, it)| (day, &it.notes));
        let ratings = self.soreness_on(days).map(|(day, it)| (day, &it.notes));
        let practices = self.practices_on(days).map(|(day, it)| (day, &it.notes));
        let intakes = self.intakes_on(days).map(|(day, it)| (day, &it.notes));
        let all = sessions.chain(check_ins).chain(nights);
        let all = all.chain(ratings).chain(practices).chain(intakes);
        let mut notes = BTreeMap::new();
        for (day, note) in all.filter(|(_, note)| !note.trim().is_empty()) {
            notes.entry(day).or_insert(note.trim());
        }
        notes
    }
}

fn on<'j, T, F>(
    records: &'j [T],
    days: &RangeInclusive<Date>,
    day: F,
) -> impl Iterator<Item = (Date, &'j T)> + use<'j, T, F>
where
    F: Fn(&T) -> Date + 'j,
{
    let days = days.clone();
    let before = days.start().saturating_sub(OUT_OF_ORDER_DAYS.days());
    let after = days.end().saturating_add(OUT_OF_ORDER_DAYS.days());
    let first = records.partition_point(|it| day(it) < before);
    let near = &records[first..];
    let near = &near[..near.partition_point(|it| day(it) <= after)];
    let with_day = near.iter().map(move |it| (day(it), it));
    with_day.filter(move |(day, _)| days.contains(day))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::domain::{Id, Meta, Record, Settings, Sport, Stamp};

    fn run(started_at: &str, notes: &str) -> Record {
        let start = Stamp::parse_rfc3339(started_at).unwrap();
        Record::Activity(Activity {
            notes: notes.to_owned(),
            ..Activity::new(Meta::manual(Id::fresh(start.ms)), Sport::Run, start)
        })
    }

    fn check_in(day: Date, notes: &str) -> Record {
        let meta = Meta::manual(Id::fresh(0));
        Record::CheckIn(CheckIn {
            notes: notes.to_owned(),
            ..CheckIn::new(meta, day)
        })
    }

    #[test]
    fn a_session_is_found_on_its_own_day_wherever_the_runner_was() {
        // In the order of instants: Tuesday in Auckland, Monday in Honolulu, Tuesday in Honolulu.
        let records = [
            "2026-11-24T06:00:00+13:00",
            "2026-11-23T18:00:00-10:00",
            "2026-11-24T06:00:00-10:00",
        ];
        let journal = Journal::of(records.map(|it| run(it, "")), Settings::for_zone("UTC"));
        let on = |first, last| {
            let days = date(2026, 11, first)..=date(2026, 11, last);
            journal.activities_on(&days).map(|it| it.0.day()).collect::<Vec<_>>()
        };
        assert_eq!(on(24, 24), [24, 24]);
        assert_eq!(on(23, 23), [23]);
        assert_eq!(on(23, 24), [24, 23, 24]);
        assert_eq!(on(25, 25), Vec::<i8>::new());
    }

    #[test]
    fn a_day_has_one_note_and_a_session_says_it_first() {
        let (monday, tuesday) = (date(2026, 11, 23), date(2026, 11, 24));
        let records = [
            run("2026-11-23T18:00:00Z", " Left calf tight. "),
            check_in(monday, "Slept on a train."),
            check_in(tuesday, "Heavy legs."),
            run("2026-11-24T18:00:00Z", "  "),
        ];
        let journal = Journal::of(records, Settings::for_zone("UTC"));
        let notes: Vec<_> = journal.notes_on(&(monday..=tuesday)).into_iter().collect();
        assert_eq!(notes, [(monday, "Left calf tight."), (tuesday, "Heavy legs.")]);
    }
}
