mod nights;

use jiff::civil::date;
use serde_json::json;

use super::*;
use crate::domain::soreness;
use crate::domain::{
    Activity, Answer, CheckIn, Context, HabitKind, Id, Intake, Meta, Night, Practice, Record, Region, Settings, Side,
    SorenessRating, Sport, Stamp, When,
};

fn at(text: &str) -> Stamp {
    Stamp::parse_rfc3339(text).unwrap()
}

/// The meta of something typed at the moment it is about.
fn typed(at: Stamp) -> Meta {
    Meta {
        created_at: at.ms,
        ..Meta::manual(Id::fresh(at.ms))
    }
}

fn session(sport: Sport, start: &str, minutes: f64, rpe: Option<f64>) -> Activity {
    Activity {
        elapsed_s: Some(minutes * 60.0),
        moving_s: Some(minutes * 60.0 - 30.0),
        distance_m: (sport == Sport::Run).then_some(minutes * 180.0),
        rpe,
        ..Activity::new(typed(at(start)), sport, at(start))
    }
}

fn rating(when: &str, region: Region, score: f64, scale: Scale) -> SorenessRating {
    SorenessRating {
        meta: typed(at(when)),
        at: at(when),
        region,
        side: Side::None,
        score,
        scale,
        context: Context::Morning,
        run_id: None,
        notes: String::new(),
    }
}

fn habit(word: &str) -> Habit {
    Habit {
        meta: Meta::manual(Slug::of(word)),
        name: word.to_owned(),
        kind: HabitKind::Minutes,
        unit: String::new(),
        builtin: true,
        hidden: false,
    }
}

fn practice(word: &str, answer: Answer, minutes: Option<f64>) -> Practice {
    let day = When::On(date(2026, 11, 24));
    Practice {
        minutes,
        ..Practice::new(Meta::manual(Id::fresh(1)), day, Slug::of(word), answer)
    }
}

fn magnesium() -> Supplement {
    Supplement {
        meta: Meta::manual(Slug::of("magnesium")),
        name: "Magnesium".into(),
        default_dose: Some(400.0),
        unit: "mg".into(),
        aliases: Vec::new(),
    }
}

fn intake(answer: Answer, dose: Option<f64>, unit: &str) -> Intake {
    let noon = at("2026-11-24T12:00:00+01:00");
    Intake {
        meta: typed(noon),
        at: noon,
        supplement: Slug::of("magnesium"),
        answer,
        dose,
        unit: unit.to_owned(),
        notes: String::new(),
    }
}

fn table(records: impl IntoIterator<Item = Record>) -> DailyTable {
    DailyTable::of(&Journal::of(records, Settings::for_zone("Europe/Oslo")))
}

fn row_of(records: impl IntoIterator<Item = Record>) -> DailyRow {
    let table = table(records);
    assert_eq!(table.rows.len(), 1);
    table.rows[0].clone()
}

fn soreness_of(ratings: impl IntoIterator<Item = SorenessRating>) -> Option<f64> {
    row_of(ratings.into_iter().map(Record::Soreness))
        .soreness
        .map(|it| it.value)
}

#[test]
fn days_without_a_record_are_rows_of_unknowns() {
    let runs = ["2026-11-20T17:00:00+01:00", "2026-11-23T17:00:00+01:00"];
    let table = table(runs.map(|start| Record::Activity(session(Sport::Run, start, 50.0, Some(6.0)))));
    let days: Vec<_> = table.rows.iter().map(|it| it.day.day()).collect();
    assert_eq!(days, [20, 21, 22, 23]);
    let covered: Vec<_> = table.rows.iter().map(|it| it.covered).collect();
    assert_eq!(covered, [true, false, false, true]);
    let loads: Vec<_> = table.rows.iter().map(|it| it.load_au).collect();
    assert_eq!(loads, [Some(300.0), None, None, Some(300.0)]);
    assert_eq!(table.rows[1].distance_m, None);
    assert_eq!(table.row(date(2026, 11, 21)), Some(&table.rows[1]));
    assert_eq!(table.row(date(2026, 11, 19)), None);
    assert_eq!(table.row(date(2026, 11, 24)), None);
}

#[test]
fn an_empty_journal_has_no_days() {
    assert_eq!(table([]), DailyTable::default());
}

#[test]
fn a_covered_day_without_activity_has_a_load_of_zero() {
    let check_in = CheckIn::new(Meta::manual(Id::fresh(0)), date(2026, 11, 24));
    let row = row_of([Record::CheckIn(check_in)]);
    assert_eq!((row.covered, row.runs, row.load_au), (true, 0, Some(0.0)));
    assert_eq!((row.distance_m, row.moving_s), (Some(0.0), Some(0.0)));
    assert!(row.load_au.unwrap().is_sign_positive());
}

#[test]
fn one_missing_effort_leaves_the_load_of_the_day_unknown() {
    let run = session(Sport::Run, "2026-11-24T07:00:00+01:00", 50.0, Some(6.0));
    let ride = session(Sport::Ride, "2026-11-24T18:00:00+01:00", 60.0, None);
    let row = row_of([Record::Activity(run.clone()), Record::Activity(ride)]);
    assert_eq!((row.runs, row.load_au, row.distance_m), (1, None, Some(9000.0)));
    let swim = session(Sport::Swim, "2026-11-24T18:00:00+01:00", 30.0, Some(4.0));
    let row = row_of([Record::Activity(run), Record::Activity(swim)]);
    assert_eq!((row.load_au, row.moving_s), (Some(420.0), Some(4740.0)));
}

#[test]
fn instants_follow_the_day_rule_and_nights_the_date_of_waking() {
    let run = session(Sport::Run, "2026-10-25T02:30:00+01:00", 50.0, Some(6.0));
    let wake = at("2026-10-25T03:30:00+01:00");
    let night = Night {
        bed_at: Some(at("2026-10-24T22:00:00+02:00")),
        wake_at: Some(wake),
        ..Night::new(Meta::manual(Id::fresh(0)), wake.civil_date())
    };
    let table = table([Record::Activity(run), Record::Night(night)]);
    assert_eq!(table.row(date(2026, 10, 24)).unwrap().runs, 1);
    // Six and a half hours: one of them came twice.
    assert_eq!(table.row(date(2026, 10, 25)).unwrap().sleep_h, Some(6.5));
}

#[test]
fn rows_follow_each_other_over_the_changes_of_the_clock() {
    let runs = ["2026-03-27T23:30:00+01:00", "2026-10-26T00:30:00+01:00"];
    let table = table(runs.map(|start| Record::Activity(session(Sport::Run, start, 50.0, None))));
    assert_eq!(table.rows.first().unwrap().day, date(2026, 3, 27));
    assert_eq!(table.rows.last().unwrap().day, date(2026, 10, 25));
    for pair in table.rows.windows(2) {
        assert_eq!(days_between(pair[0].day, pair[1].day), 1);
    }
}

#[test]
fn the_morning_is_the_overall_rating_else_the_sorest_leg_else_an_explicit_zero() {
    let of = |hour: u8, region, score| {
        rating(
            &format!("2026-11-24T{hour:02}:00:00+01:00"),
            region,
            score,
            Scale::Nrs010,
        )
    };
    for (ratings, expected) in [
        (vec![of(7, Region::Overall, 2.0), of(8, Region::Calf, 6.0)], Some(2.0)),
        (
            vec![of(7, Region::Overall, 2.0), of(9, Region::Overall, 4.0)],
            Some(4.0),
        ),
        (vec![of(7, Region::Calf, 3.0), of(7, Region::Quads, 5.0)], Some(5.0)),
        (vec![of(7, Region::Calf, 6.0), of(9, Region::Calf, 1.0)], Some(1.0)),
        (vec![of(7, Region::Neck, 8.0)], None),
        (vec![of(7, Region::AllOthers, 0.0)], Some(0.0)),
        (vec![of(7, Region::AllOthers, 0.0), of(7, Region::Neck, 8.0)], Some(0.0)),
        (vec![of(7, Region::AllOthers, 0.0), of(7, Region::Knee, 2.0)], Some(2.0)),
    ] {
        assert_eq!(soreness_of(ratings), expected);
    }
}

#[test]
fn only_ratings_of_the_morning_count() {
    let evening = SorenessRating {
        context: Context::AfterRun,
        ..rating("2026-11-24T18:00:00+01:00", Region::Overall, 6.0, Scale::Nrs010)
    };
    assert_eq!(soreness_of([evening]), None);
}

#[test]
fn on_a_scale_where_one_is_very_sore_the_lowest_leg_counts() {
    let of = |region, score| rating("2026-11-24T07:00:00+01:00", region, score, Scale::Pmsys15);
    assert_eq!(soreness_of([of(Region::Calf, 2.0), of(Region::Quads, 4.0)]), Some(2.0));
}

#[test]
fn a_rating_typed_half_a_day_late_is_left_out_unless_it_was_imported() {
    let hours_late = |hours: i64, source: &str| {
        let mut it = rating("2026-11-24T07:00:00+01:00", Region::Overall, 3.0, Scale::Nrs010);
        it.meta.created_at += hours * 3_600_000;
        it.meta.source = source.to_owned();
        it
    };
    assert_eq!(soreness_of([hours_late(12, "manual")]), Some(3.0));
    assert_eq!(soreness_of([hours_late(13, "manual")]), None);
    assert_eq!(soreness_of([hours_late(13, "pmsys")]), Some(3.0));
    let mut copied = hours_late(13, "manual");
    copied.meta.detail = Some(json!({ "late": false }));
    assert_eq!(soreness_of([copied]), Some(3.0));
    // Late or not, something was recorded that day.
    assert!(row_of([Record::Soreness(hours_late(13, "manual"))]).covered);
}

#[test]
fn a_rating_after_a_painkiller_that_was_noted_is_left_out_and_its_day_is_covered() {
    let morning = |clock: &str| rating(clock, Region::Overall, 4.0, Scale::Nrs010);
    let taken = Intake {
        supplement: Slug::of("Ibuprofen"),
        ..intake(Answer::Yes, Some(400.0), "mg")
    };
    let after = Record::Soreness(morning("2026-11-24T12:30:00+01:00"));
    let row = row_of([Record::Intake(taken.clone()), after]);
    assert_eq!((row.covered, row.soreness), (true, None));
    let before = row_of([
        Record::Intake(taken),
        Record::Soreness(morning("2026-11-24T08:00:00+01:00")),
    ]);
    assert_eq!(before.soreness.map(|it| it.value), Some(4.0), "it was felt before");
}

#[test]
fn a_rating_with_a_painkiller_is_left_out_as_a_late_one_is_and_one_of_pain_is_not() {
    let ticked = |tick: &str| {
        let mut it = rating("2026-11-24T07:00:00+01:00", Region::Overall, 3.0, Scale::Nrs010);
        it.meta.tick(tick, true);
        it
    };
    let masked = || ticked(soreness::ANALGESIC);
    assert_eq!(soreness_of([masked()]), None);
    assert_eq!(soreness_of([ticked(soreness::PAIN)]), Some(3.0));
    assert!(row_of([Record::Soreness(masked())]).covered);
}

#[test]
fn parts_are_counted_once_each_whatever_their_side() {
    let of = |region, side| SorenessRating {
        side,
        ..rating("2026-11-24T07:00:00+01:00", region, 3.0, Scale::Nrs010)
    };
    let named = |name: &str| {
        let mut it = of(Region::Other, Side::None);
        it.meta.detail = Some(json!({ "area": name }));
        it
    };
    let ratings = [
        of(Region::Calf, Side::Left),
        of(Region::Calf, Side::Right),
        of(Region::Neck, Side::None),
        named("chest"),
        named("back"),
        of(Region::Overall, Side::None),
        of(Region::AllOthers, Side::None),
    ];
    assert_eq!(row_of(ratings.map(Record::Soreness)).soreness_regions, 4);
}

#[test]
fn the_scale_of_the_journal_is_the_one_most_mornings_have() {
    let on = |day: u8, scale| {
        let when = format!("2026-11-{day:02}T07:00:00+01:00");
        Record::Soreness(rating(&when, Region::Overall, 2.0, scale))
    };
    let (ours, hooper) = (Scale::Nrs010, Scale::Hooper17);
    assert_eq!(
        table([on(1, ours), on(2, ours), on(3, hooper)]).soreness_scale,
        Some(ours)
    );
    // Of equals the one whose id comes first.
    assert_eq!(table([on(1, ours), on(2, hooper)]).soreness_scale, Some(hooper));
}

#[test]
fn the_last_check_in_of_a_day_stands() {
    let check_in = |when: &str, fatigue: f64| CheckIn {
        at: Some(at(when)),
        fatigue: Some(Rating {
            value: fatigue,
            scale: Scale::Five15,
        }),
        ..CheckIn::new(typed(at(when)), date(2026, 11, 24))
    };
    let both = [
        check_in("2026-11-24T09:00:00+01:00", 4.0),
        check_in("2026-11-24T07:00:00+01:00", 2.0),
    ];
    assert_eq!(row_of(both.map(Record::CheckIn)).fatigue.unwrap().value, 4.0);
}

#[test]
fn answers_of_a_day_become_done_partly_no_or_unknown() {
    use Answer::{No, Yes};
    let warm = |minutes| Practice {
        temperature_c: Some(22.0),
        ..practice("ice_bath", Yes, Some(minutes))
    };
    for (word, practices, expected) in [
        (
            "foam_rolling",
            vec![practice("foam_rolling", Yes, Some(10.0))],
            Some(1.0),
        ),
        (
            "foam_rolling",
            vec![practice("foam_rolling", Yes, Some(2.0))],
            Some(0.5),
        ),
        ("foam_rolling", vec![practice("foam_rolling", Yes, None)], Some(1.0)),
        ("foam_rolling", vec![practice("foam_rolling", No, None)], Some(0.0)),
        (
            "foam_rolling",
            vec![
                practice("foam_rolling", No, None),
                practice("foam_rolling", Yes, Some(4.0)),
            ],
            Some(1.0),
        ),
        (
            "foam_rolling",
            vec![
                practice("foam_rolling", Yes, Some(2.0)),
                practice("foam_rolling", Yes, Some(1.0)),
            ],
            Some(1.0),
        ),
        ("compression", vec![practice("compression", Yes, Some(59.0))], Some(0.5)),
        ("ice_bath", vec![practice("ice_bath", Yes, Some(8.0))], Some(1.0)),
        ("ice_bath", vec![warm(8.0)], Some(0.5)),
        ("sauna", vec![practice("sauna", Yes, Some(1.0))], Some(1.0)),
        ("snack", vec![practice("social", Yes, None)], None),
    ] {
        let entries = [word, "social"].map(|it| Record::Habit(habit(it)));
        let records = practices.into_iter().map(Record::Practice).chain(entries);
        let table = table(records);
        let place = table.habits.iter().position(|it| it.as_str() == word).unwrap();
        assert_eq!(table.rows[0].habits[place], expected, "{word}");
    }
}

#[test]
fn easy_cross_training_is_active_recovery() {
    for (rpe, minutes, expected) in [
        (Some(2.0), 40.0, Some(1.0)),
        (None, 40.0, Some(1.0)),
        (Some(2.0), 10.0, Some(0.5)),
        (Some(7.0), 40.0, None),
    ] {
        let ride = session(Sport::Ride, "2026-11-24T18:00:00+01:00", minutes, rpe);
        let row = row_of([Record::Activity(ride), Record::Habit(habit("active_recovery"))]);
        assert_eq!(row.habits, [expected]);
    }
}

#[test]
fn a_practice_counts_on_its_own_day_whatever_day_its_run_was() {
    let run = session(Sport::Run, "2026-11-24T18:00:00+01:00", 50.0, Some(6.0));
    let after = |when: &str| {
        let mut it = practice("foam_rolling", Answer::Yes, Some(8.0));
        it.when = When::At(at(when));
        it.run_id = Some(run.meta.id);
        Record::Practice(it)
    };
    for (when, day) in [("2026-11-25T00:40:00+01:00", 24), ("2026-11-25T12:00:00+01:00", 25)] {
        let records = [
            Record::Activity(run.clone()),
            after(when),
            Record::Habit(habit("foam_rolling")),
        ];
        let table = table(records);
        let done = table.rows.iter().find(|it| it.habits[0] == Some(1.0)).unwrap();
        assert_eq!(done.day, date(2026, 11, day));
    }
}

#[test]
fn doses_of_a_day_are_summed_in_the_unit_of_the_catalogue() {
    use Answer::{No, Yes};
    for (intakes, took, dose) in [
        (vec![intake(Yes, Some(400.0), "mg")], Some(1.0), Some(400.0)),
        (
            vec![intake(Yes, Some(0.2), "g"), intake(Yes, Some(100.0), "mg")],
            Some(1.0),
            Some(300.0),
        ),
        (vec![intake(Yes, Some(2.0), "capsules")], Some(1.0), None),
        (
            vec![intake(Yes, None, "mg"), intake(Yes, Some(100.0), "mg")],
            Some(1.0),
            None,
        ),
        (vec![intake(No, None, "")], Some(0.0), Some(0.0)),
        (
            vec![intake(No, None, ""), intake(Yes, Some(100.0), "")],
            Some(1.0),
            Some(100.0),
        ),
    ] {
        let entry = Record::Supplement(magnesium());
        let row = row_of(intakes.into_iter().map(Record::Intake).chain([entry]));
        assert_eq!((row.took[0], row.dose[0]), (took, dose));
    }
    let run = session(Sport::Run, "2026-11-24T18:00:00+01:00", 50.0, None);
    let row = row_of([Record::Activity(run), Record::Supplement(magnesium())]);
    assert_eq!((row.took[0], row.dose[0]), (None, None));
}
