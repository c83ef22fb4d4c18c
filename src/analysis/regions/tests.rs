//! What a journal with known ratings comes to.

use jiff::ToSpan as _;
use jiff::civil::{Date, date};

use super::after_runs::AfterRuns;
use super::baseline::{Baselines, End, Median, Rise, Row};
use super::sides::BodySides;
use super::weeks::BodyWeeks;
use super::*;
use crate::domain::protocol::RunClass;
use crate::domain::{Activity, Answer, Id, Intake, Meta, Record, RunKind, Settings, Slug, Sport};

const FIRST: Date = date(2026, 3, 2);
const ALL: RangeInclusive<Date> = Date::MIN..=Date::MAX;

/// `hour` of day `day`, counted from Monday 2 March.
fn at(day: i64, hour: f64) -> Stamp {
    let midnight = FIRST.saturating_add(day.days()).at(0, 0, 0, 0);
    let midnight = Stamp::from_civil_offset(midnight, 0).unwrap();
    midnight.plus_seconds(hour * 3600.0)
}

fn meta(at: Stamp) -> Meta {
    Meta {
        created_at: at.ms,
        ..Meta::manual(Id::fresh(0))
    }
}

fn rated(at: Stamp, region: Region, side: Side, score: f64) -> SorenessRating {
    SorenessRating {
        meta: meta(at),
        at,
        region,
        side,
        score,
        scale: Scale::Nrs010,
        context: Context::Morning,
        run_id: None,
        notes: String::new(),
    }
}

fn morning(day: i64, region: Region, side: Side, score: f64) -> Record {
    Record::Soreness(rated(at(day, 8.0), region, side, score))
}

fn others_fine(day: i64) -> Record {
    morning(day, Region::AllOthers, Side::None, 0.0)
}

/// An hour's run that ends at `hour`.
fn run(day: i64, hour: f64, kind: RunKind) -> Record {
    let start = at(day, hour - 1.0);
    Record::Activity(Activity {
        elapsed_s: Some(3600.0),
        kind: Some(kind),
        ..Activity::new(meta(start), Sport::Run, start)
    })
}

fn journal(records: Vec<Record>) -> Journal {
    Journal::of(records, Settings::for_zone("UTC"))
}

fn sittings(records: Vec<Record>) -> Sittings {
    Sittings::of(&journal(records), &ALL)
}

const LEFT: BodyPart = (Region::Calf, Side::Left);
const RIGHT: BodyPart = (Region::Calf, Side::Right);

#[test]
fn everything_else_fine_is_an_answer_for_what_was_not_named_and_for_nothing_else() {
    let found = sittings(vec![
        morning(0, Region::Calf, Side::Left, 4.0),
        others_fine(0),
        morning(1, Region::Calf, Side::Left, 3.0),
    ]);
    let [fine, silent] = found.all.as_slice() else {
        panic!("{found:?}")
    };
    assert_eq!((fine.part(LEFT), fine.part(RIGHT)), (Some(4.0), Some(0.0)));
    assert_eq!(fine.region(Region::Quads, Scale::Nrs010), Some(0.0));
    assert_eq!(fine.sides(Region::Calf), Some((4.0, 0.0)));
    assert_eq!((silent.part(LEFT), silent.part(RIGHT)), (Some(3.0), None));
    assert_eq!(
        (silent.sides(Region::Calf), silent.region(Region::Quads, Scale::Nrs010)),
        (None, None)
    );
}

#[test]
fn the_later_answer_of_a_morning_stands_and_both_sides_are_each() {
    let found = sittings(vec![
        morning(0, Region::Calf, Side::Both, 4.0),
        Record::Soreness(rated(at(0, 10.0), Region::Calf, Side::Right, 6.0)),
    ]);
    assert_eq!(found.all.len(), 1);
    assert_eq!(found.all[0].sides(Region::Calf), Some((4.0, 6.0)));
    assert_eq!(found.all[0].region(Region::Calf, Scale::Nrs010), Some(6.0));
}

#[test]
fn a_side_that_was_not_said_colours_both_and_compares_none() {
    let found = sittings(vec![morning(0, Region::Calf, Side::None, 4.0), others_fine(0)]);
    assert_eq!(
        (found.all[0].part(LEFT), found.all[0].part(RIGHT)),
        (Some(4.0), Some(4.0))
    );
    assert_eq!(found.all[0].sides(Region::Calf), None);
}

#[test]
fn what_is_masked_late_or_on_another_scale_is_counted_and_left_out() {
    let late = SorenessRating {
        meta: Meta {
            created_at: at(5, 8.0).ms,
            ..meta(at(2, 8.0))
        },
        ..rated(at(2, 8.0), Region::Calf, Side::Left, 9.0)
    };
    let other = SorenessRating {
        scale: Scale::Pmsys15,
        ..rated(at(3, 8.0), Region::Calf, Side::Left, 1.0)
    };
    let painkiller = Intake {
        meta: meta(at(4, 6.0)),
        at: at(4, 6.0),
        supplement: Slug::of("ibuprofen"),
        answer: Answer::Yes,
        dose: None,
        unit: String::new(),
        notes: String::new(),
    };
    let found = sittings(vec![
        morning(0, Region::Calf, Side::Left, 4.0),
        morning(1, Region::Calf, Side::Left, 3.0),
        Record::Soreness(late),
        Record::Soreness(other),
        Record::Intake(painkiller),
        morning(4, Region::Calf, Side::Left, 1.0),
        morning(5, Region::Overall, Side::None, 7.0),
    ]);
    assert_eq!(found.scale, Some(Scale::Nrs010));
    assert_eq!(
        found.all.iter().map(|it| it.part(LEFT)).collect::<Vec<_>>(),
        [Some(4.0), Some(3.0)]
    );
    let want = LeftOut {
        other_scale: 1,
        late: 1,
        masked: 1,
    };
    assert_eq!(found.left_out, want);
}

#[test]
fn a_week_is_the_median_of_its_mornings_and_one_without_any_stays_empty() {
    let mut records = vec![
        morning(0, Region::Calf, Side::Left, 2.0),
        morning(1, Region::Calf, Side::Left, 5.0),
        morning(2, Region::Calf, Side::Left, 3.0),
        morning(3, Region::Knee, Side::Right, 1.0),
        morning(14, Region::Calf, Side::Left, 6.0),
    ];
    records.push(run(0, 18.0, RunKind::Easy));
    let found = BodyWeeks::of(&journal(records), &ALL);
    assert_eq!(found.mornings(), 5);
    let [first, empty, last] = found.stretches.as_slice() else {
        panic!("{found:?}")
    };
    let calf = first.part(LEFT).unwrap();
    assert_eq!((calf.n, calf.median, first.mornings), (3, 3.0, 4));
    assert_eq!((first.part(RIGHT), first.day), (None, Some(FIRST)));
    assert_eq!((empty.mornings, empty.day, empty.parts.len()), (0, None, 0));
    assert_eq!(last.part(LEFT).unwrap().median, 6.0);
}

#[test]
fn a_rating_belongs_to_the_last_run_that_had_ended_before_it() {
    let found = AfterRuns::of(
        &journal(vec![
            morning(0, Region::Calf, Side::Left, 1.0),
            run(0, 18.0, RunKind::Long),
            morning(1, Region::Calf, Side::Left, 5.0),
            morning(2, Region::Calf, Side::Left, 3.0),
            // It ends at half past eight, after that morning's rating.
            run(3, 8.5, RunKind::Easy),
            morning(3, Region::Calf, Side::Left, 2.0),
            morning(4, Region::Calf, Side::Left, 4.0),
            morning(40, Region::Calf, Side::Left, 8.0),
        ]),
        &ALL,
        None,
    );
    assert_eq!(found.region, Some(Region::Calf));
    let dots: Vec<_> = found.dots.iter().map(|it| (it.days, it.hours, it.score)).collect();
    assert_eq!(dots, [(1, 14.0, 5.0), (2, 38.0, 3.0), (3, 62.0, 2.0), (1, 23.5, 4.0)]);
    assert_eq!(
        (found.dots[2].class, found.dots[3].class),
        (RunClass::Long, RunClass::Easy)
    );
    let row = &found.rows[0];
    let day = row.by_day[1].unwrap();
    assert_eq!((day.spread.n, day.spread.median, day.hours), (2, 4.5, 18.75));
    assert_eq!(day.newest, FIRST.saturating_add(4.days()));
    assert_eq!((row.by_day[0], row.n, found.by_day), (None, 4, row.by_day));
}

#[test]
fn classes_are_told_apart_only_where_there_is_enough_of_more_than_one() {
    let weeks = |n: i64, kinds: [RunKind; 2]| {
        let of_week = |week: i64| {
            let day = week * 7;
            let rate = |day, score| morning(day, Region::Calf, Side::Left, score);
            let (one, other) = (run(day, 18.0, kinds[0]), run(day + 3, 18.0, kinds[1]));
            vec![
                one,
                rate(day + 1, 4.0),
                rate(day + 2, 2.0),
                other,
                rate(day + 4, 1.0),
                rate(day + 5, 1.0),
            ]
        };
        let found = AfterRuns::of(&journal((0..n).flat_map(of_week).collect()), &ALL, None);
        found
            .classes
            .into_iter()
            .map(|it| (it.0, it.1[1].unwrap().spread.median))
            .collect::<Vec<_>>()
    };
    let both = weeks(8, [RunKind::Long, RunKind::Easy]);
    assert_eq!(both, [(RunClass::Easy, 1.0), (RunClass::Long, 4.0)]);
    assert_eq!(weeks(8, [RunKind::Easy, RunKind::Easy]), []);
    assert_eq!(weeks(3, [RunKind::Long, RunKind::Easy]), []);
}

/// Ten quiet mornings of the calf at 1, then a run on day 10, and then these days and scores.
fn after_quiet(rest: &[(i64, f64)], next_run: Option<i64>) -> Vec<Rise> {
    let mut records: Vec<Record> = (0..10).map(|day| morning(day, Region::Calf, Side::Left, 1.0)).collect();
    records.push(run(10, 18.0, RunKind::Long));
    records.extend(next_run.map(|day| run(day, 18.0, RunKind::Easy)));
    records.extend(
        rest.iter()
            .map(|&(day, score)| morning(day, Region::Calf, Side::Left, score)),
    );
    let found = Baselines::of(&journal(records), &ALL);
    found.rows.into_iter().flat_map(|it| it.rises).collect()
}

#[test]
fn a_rise_lasts_until_the_first_morning_at_or_under_the_usual() {
    let rises = after_quiet(&[(11, 4.0), (12, 5.0), (13, 2.0), (14, 1.0), (15, 6.0)], None);
    let [rise] = rises[..] else { panic!("{rises:?}") };
    assert_eq!((rise.run_day, rise.usual), (FIRST.saturating_add(10.days()), 1.0));
    assert_eq!((rise.worst, rise.days, rise.end), (5.0, 4, End::Back));
    assert_eq!(
        after_quiet(&[(11, 2.5), (12, 1.0)], None),
        [],
        "one and a half points are no rise"
    );
    assert_eq!(
        after_quiet(&[(11, 1.0), (14, 5.0)], None),
        [],
        "four days later is no rise"
    );
}

#[test]
fn a_rise_that_was_not_seen_to_its_end_says_why() {
    let next_run = after_quiet(&[(11, 4.0), (12, 3.0), (13, 1.0)], Some(12));
    assert_eq!((next_run[0].days, next_run[0].end), (2, End::NextRun));
    let unseen = after_quiet(&[(11, 4.0), (19, 1.0)], None);
    assert_eq!((unseen[0].days, unseen[0].end), (1, End::Unseen));
}

#[test]
fn without_a_usual_there_is_no_rise() {
    let records = vec![
        morning(0, Region::Calf, Side::Left, 1.0),
        run(1, 18.0, RunKind::Long),
        morning(2, Region::Calf, Side::Left, 6.0),
        morning(3, Region::Calf, Side::Left, 1.0),
    ];
    assert_eq!(Baselines::of(&journal(records), &ALL).rows, []);
}

#[test]
fn the_median_allows_for_rises_that_were_not_seen_to_their_end() {
    let row = |rises: &[(i32, End)]| Row {
        region: Region::Calf,
        rises: rises
            .iter()
            .map(|&(days, end)| Rise {
                run_day: FIRST,
                usual: 1.0,
                worst: 4.0,
                days,
                end,
            })
            .collect(),
    };
    let back = End::Back;
    assert_eq!(row(&[(1, back), (2, back), (3, back)]).median(), Median::Days(2));
    // Of those back alone it would be 1.5; two were still sore on day 2. By hand: 4/5, then 3/5, then 0.
    let some = row(&[(1, back), (2, back), (2, End::NextRun), (2, End::Unseen), (4, back)]);
    assert_eq!((some.median(), some.back()), (Median::Days(4), 3));
    assert_eq!(
        row(&[(1, back), (2, End::NextRun), (2, End::NextRun)]).median(),
        Median::Over(2)
    );
}

#[test]
fn sides_are_compared_on_mornings_on_which_both_are_known_and_one_is_sore() {
    let mut records = Vec::new();
    for (day, left, right) in [(0, 1.0, 4.0), (1, 2.0, 3.0), (2, 3.0, 2.0), (3, 5.0, 1.0)] {
        records.push(morning(day, Region::Calf, Side::Left, left));
        records.push(morning(day, Region::Calf, Side::Right, right));
    }
    records.extend([
        morning(4, Region::Calf, Side::Both, 0.0),
        morning(5, Region::Calf, Side::Left, 9.0),
    ]);
    records.push(morning(6, Region::Knee, Side::Both, 3.0));
    let found = BodySides::of(&journal(records), &ALL);
    let [calf] = found.rows[..] else { panic!("{found:?}") };
    assert_eq!((calf.n, calf.left, calf.right), (4, 2.75, 2.5));
    assert_eq!((calf.left_sorer, calf.right_sorer, found.apart), (1, 1, 3.0));
    assert_eq!((calf.widest, found.most_of_others), (FIRST.saturating_add(3.days()), 1));
}

#[test]
fn a_scale_that_points_the_other_way_is_sorer_at_its_low_end() {
    let mut records = Vec::new();
    for day in 0..3 {
        for (side, score) in [(Side::Left, 1.0), (Side::Right, 4.0)] {
            records.push(Record::Soreness(SorenessRating {
                scale: Scale::Pmsys15,
                ..rated(at(day, 8.0), Region::Calf, side, score)
            }));
        }
    }
    let journal = journal(records);
    let found = BodySides::of(&journal, &ALL);
    assert_eq!(
        (found.scale, found.rows[0].left_sorer, found.rows[0].right_sorer),
        (Some(Scale::Pmsys15), 3, 0)
    );
    let sittings = Sittings::of(&journal, &ALL);
    assert_eq!(sittings.all[0].region(Region::Calf, Scale::Pmsys15), Some(1.0));
}

#[test]
fn an_empty_journal_has_nothing_of_anything() {
    let journal = journal(Vec::new());
    assert_eq!(Sittings::of(&journal, &ALL), Sittings::default());
    assert_eq!(BodyWeeks::of(&journal, &ALL).stretches, []);
    assert_eq!(AfterRuns::of(&journal, &ALL, Some(Region::Calf)), AfterRuns::default());
    assert_eq!(Baselines::of(&journal, &ALL), Baselines::default());
    assert_eq!(BodySides::of(&journal, &ALL), BodySides::default());
}
