//! Which days are places, what is known of each, and which lines go through them.

use jiff::civil::date;

use super::*;
use crate::domain::{Answer, Context, Habit, HabitKind, Id, Meta, Night, Practice, Record, Region, Settings, Side};
use crate::domain::{SorenessRating, Sport, Stamp, When};

const FIRST: Date = date(2026, 1, 1);

fn day(n: i64) -> Date {
    FIRST.saturating_add(n.days())
}

fn at_eight(day: Date) -> Stamp {
    Stamp::from_civil_offset(day.at(8, 0, 0, 0), 0).unwrap()
}

fn night(n: i64, hours: f64) -> Record {
    Record::Night(Night {
        asleep_min: Some(hours * 60.0),
        ..Night::new(Meta::manual(Id::fresh(0)), day(n))
    })
}

fn sore(n: i64, score: f64) -> Record {
    let at = at_eight(day(n));
    let mut meta = Meta::manual(Id::fresh(0));
    meta.created_at = at.ms;
    Record::Soreness(SorenessRating {
        meta,
        at,
        region: Region::Overall,
        side: Side::None,
        score,
        scale: Scale::Nrs010,
        context: Context::Morning,
        run_id: None,
        notes: String::new(),
    })
}

fn run(n: i64, rpe: Option<f64>, kind: Option<RunKind>) -> Record {
    Record::Activity(Activity {
        elapsed_s: Some(3_600.0),
        rpe,
        kind,
        title: "Autumn ten".into(),
        ..Activity::new(Meta::manual(Id::fresh(0)), Sport::Run, at_eight(day(n)))
    })
}

fn habit(word: &str) -> Record {
    Record::Habit(Habit {
        meta: Meta::manual(Slug::of(word)),
        name: word.to_owned(),
        kind: HabitKind::YesNo,
        unit: String::new(),
        builtin: false,
        hidden: false,
    })
}

fn done(n: i64, word: &str, answer: Answer) -> Record {
    let meta = Meta::manual(Id::fresh(0));
    Record::Practice(Practice::new(meta, When::On(day(n)), Slug::of(word), answer))
}

fn timeline(records: Vec<Record>, today: Date) -> Timeline {
    let journal = Journal::of(records, Settings::for_zone("UTC"));
    let table = DailyTable::of(&journal);
    Timeline::of(&journal, &table, &(Date::MIN..=Date::MAX), today).unwrap()
}

#[test]
fn a_season_is_drawn_by_day_and_decades_by_bundles() {
    for (days, bundle) in [
        (1, 1),
        (400, 1),
        (401, 7),
        (2800, 7),
        (2900, 28),
        (11_000, 28),
        (40_000, 112),
    ] {
        assert_eq!(bundle_of(days), bundle, "{days} days");
    }
}

#[test]
fn a_day_without_a_record_is_no_place_and_the_axis_ends_today() {
    let it = timeline(vec![night(0, 8.0), night(3, 6.0)], day(9));
    assert_eq!((it.first, it.days, it.last()), (day(0), 10, day(9)));
    let numbers: Vec<i32> = it.places.iter().map(|it| it.number).collect();
    assert_eq!(numbers, [0, 3]);
    assert_eq!((it.places[1].short_nights, it.places[1].soreness.mean()), (1, None));
    assert_eq!(it.place_of(day(1)), None);
}

#[test]
fn a_session_without_an_effort_is_an_unknown_load_and_a_rest_day_is_none() {
    let it = timeline(
        vec![
            night(0, 8.0),
            run(1, None, None),
            run(2, Some(5.0), Some(RunKind::Race)),
        ],
        day(2),
    );
    let loads: Vec<_> = it.places.iter().map(|it| (it.load.mean(), it.unknown_loads)).collect();
    assert_eq!(loads, [(Some(0.0), 0), (None, 1), (Some(300.0), 0)]);
    assert_eq!(it.places[2].races, ["Autumn ten"]);
}

#[test]
fn the_mean_of_seven_days_needs_four_of_them_and_looks_before_the_range() {
    let records: Vec<Record> = [0, 1, 2, 3, 9].map(|n| sore(n, n as f64)).to_vec();
    let journal = Journal::of(records, Settings::for_zone("UTC"));
    let table = DailyTable::of(&journal);
    let of = |days| Timeline::of(&journal, &table, &days, day(9)).unwrap().trailing;
    // Days 3 to 6 have the first four mornings among their seven.
    assert_eq!(of(day(0)..=day(9)), [(3, 1.5), (4, 1.5), (5, 1.5), (6, 1.5)]);
    assert_eq!(of(day(5)..=day(9)), [(0, 1.5), (1, 1.5)]);
}

#[test]
fn a_bundle_keeps_its_extremes() {
    let it = timeline(
        (0..500).map(|n| night(n, if n == 100 { 3.0 } else { 8.0 })).collect(),
        day(499),
    );
    assert_eq!(it.bundle, 7);
    let place = it.place_of(day(100)).unwrap();
    assert_eq!((place.sleep.n, place.sleep.range), (7, Some((3.0, 8.0))));
    assert!(it.trailing.is_empty());
}

#[test]
fn what_was_done_most_is_first_and_a_no_is_known() {
    let mut records: Vec<Record> = ["a", "b", "c", "d", "e", "f", "g", "h"].map(habit).to_vec();
    for (n, word) in ["a", "b", "c", "d", "e", "f", "g"].iter().enumerate() {
        records.extend((0..=n as i64).map(|day| done(day, word, Answer::Yes)));
    }
    records.extend([done(0, "h", Answer::No), done(7, "g", Answer::No)]);
    let it = timeline(records, day(7));
    let used: Vec<String> = it
        .used
        .iter()
        .map(|it| match &it.what {
            What::Habit(id) | What::Supplement(id) => id.to_string(),
        })
        .collect();
    assert_eq!(used, ["g", "f", "e", "d", "c", "b"]);
    assert_eq!(it.more_used, 1);
    assert_eq!((it.used[0].share.done, it.used[0].share.known), (7.0, 8));
    assert_eq!(it.place_of(day(7)).unwrap().used[0].part(), Some(0.0));
    assert_eq!(it.place_of(day(7)).unwrap().used[1].part(), None);
}
