//! The sample journal: it fits the journal file, it comes from its plan alone, and its truth can be found.

#![expect(clippy::unwrap_used, reason = "a test may fail by panicking")]

use std::collections::HashSet;

use afterrun::analysis::DailyTable;
use afterrun::demo::{self, Plan};
use afterrun::domain::health::Health;
use afterrun::domain::protocol::{self, StepAct, Walk};
use afterrun::domain::{
    Answer, Change, Context, DayRule, Journal, Outcome, Record, Region, Settings, Side, Sport, Stamp,
    time::days_between, time::zone,
};
use afterrun::export::{Days, tables};
use afterrun::store::{OpenMode, Store};
use jiff::civil::{Date, Weekday, date};

const UNTIL: Date = Date::constant(2026, 11, 25);

fn plan(years: u16, seed: u64) -> Plan {
    Plan {
        years,
        seed,
        until: UNTIL,
        now: None,
    }
}

#[test]
fn a_new_journal_takes_every_value_of_the_sample_and_gives_it_back() {
    let folder = tempfile::tempdir().unwrap();
    for seed in [1, 7] {
        let mode = OpenMode {
            create: true,
            read_only: false,
            zone: "Europe/Oslo".to_owned(),
            now_ms: 1_795_600_000_000,
        };
        let path = folder.path().canonicalize().unwrap().join(format!("{seed}.db"));
        let mut store = Store::open(&path, &mode).unwrap();
        let plan = plan(1, seed);
        store.write(&demo::batch(&plan), mode.now_ms).unwrap();
        let stored = store.load().unwrap();
        assert_eq!(tables(&stored, Days::ALL), tables(&demo::journal(&plan), Days::ALL));
        assert_eq!(
            store.undo_state().unwrap().undo.unwrap().1.words(),
            "Make the sample journal"
        );
    }
}

#[test]
fn the_same_plan_gives_the_same_journal_and_another_seed_another() {
    assert_eq!(demo::journal(&plan(1, 3)), demo::journal(&plan(1, 3)));
    assert_ne!(demo::journal(&plan(1, 3)), demo::journal(&plan(1, 4)));
}

#[test]
fn a_sample_reaches_from_its_first_year_to_its_last_day() {
    for (years, days) in [(0, 365), (1, 365), (10, 3653)] {
        let table = DailyTable::of(&demo::journal(&plan(years, 1)));
        let (first, last) = (table.rows[0].day, table.rows.last().unwrap().day);
        assert_eq!(last, UNTIL);
        let length = days_between(first, last) + 1;
        // The first days may be unrecorded, like any others.
        assert!((days - 20..=days).contains(&length), "{years}: {length}");
    }
}

#[test]
fn a_sample_is_possible_on_every_day_there_is() {
    for (years, until) in [
        (60, Date::MIN),
        (1, date(1900, 1, 1)),
        (1, date(2024, 2, 29)),
        (1, date(2026, 3, 29)),
        (1, Date::MAX),
    ] {
        let journal = demo::journal(&Plan {
            years,
            ..Plan::until(until)
        });
        assert!(journal.activities.len() > 150, "{until}");
    }
}

#[test]
fn a_sample_can_be_read_with_any_start_of_the_day() {
    let mut journal = demo::journal(&plan(1, 1));
    for start_min in [0, 90, 240, 360] {
        journal.settings.day_rule = DayRule { start_min };
        journal.sort();
        let files = tables(&journal, Days::ALL);
        let daily = files.iter().find(|(name, _)| name == "daily.csv").unwrap();
        let rows = csv::Reader::from_reader(daily.1.as_slice()).records().count();
        assert_eq!(rows, DailyTable::of(&journal).rows.len());
        assert!(rows > 340, "{start_min}: {rows}");
    }
}

#[test]
fn the_last_day_is_still_going_on() {
    let journal = demo::journal(&plan(1, 1));
    let run = journal.activities.last().unwrap();
    assert!(run.is_run() && run.load_au().is_some());
    assert_eq!(run.started_at.civil_date(), UNTIL);
    assert!(journal.nights.iter().all(|it| it.day < UNTIL));
    assert!(journal.check_ins.iter().all(|it| it.day < UNTIL));
    assert!(journal.soreness.iter().all(|it| it.at.civil_date() < UNTIL));
    let open: Vec<_> = journal.checklists.iter().filter(|it| it.closed_at.is_none()).collect();
    let [open] = open[..] else { panic!("{open:?}") };
    assert_eq!((open.run_id, open.protocol.as_str()), (Some(run.meta.id), "after_run"));
    let steps = journal.steps.iter().filter(|it| it.checklist_id == open.meta.id);
    let steps: Vec<_> = steps.map(|it| (it.step.as_str(), it.outcome)).collect();
    let done = Some(Outcome::Done);
    assert_eq!(steps, [("cool_down", done), ("hydration", done)]);
}

#[test]
fn looked_at_on_its_last_day_a_run_has_just_ended_and_a_step_is_next() {
    for now in [
        "2026-11-25T18:30:00+01:00",
        "2026-11-25T07:15:00+01:00",
        "2026-11-25T23:50:00-05:00",
        "2026-11-26T02:10:00+01:00",
    ] {
        let now = Stamp::parse_rfc3339(now).unwrap();
        let plan = Plan {
            now: Some(now),
            ..plan(1, 1)
        };
        let journal = demo::journal(&plan);
        let run = journal.activities.last().unwrap();
        assert_eq!(now.seconds_since(run.ended_at()), 52.0 * 60.0);
        assert_eq!(run.started_at.offset_min, now.offset_min);
        assert_eq!(DayRule::default().day_of(run.started_at), UNTIL);
        let checklist = journal.checklists.iter().find(|it| it.closed_at.is_none()).unwrap();
        assert_eq!(checklist.run_id, Some(run.meta.id));
        let walk = Walk::of(&journal, checklist.meta.id, now).unwrap();
        let over: Vec<_> = walk.steps.iter().filter(|it| it.state.is_over()).collect();
        let over: Vec<_> = over.iter().map(|it| it.step.id.as_str()).collect();
        assert_eq!(over, ["cool_down", "hydration", "snack"]);
        assert_eq!(walk.steps[walk.next.unwrap()].step.id, "stretching");
        assert!(
            journal
                .steps
                .iter()
                .all(|it| it.ended_at.is_none_or(|at| at.ms <= now.ms))
        );
    }
    // On any other day it is the same as ever.
    let later = Stamp::parse_rfc3339("2026-11-26T04:00:00+01:00");
    let plan_of_later = Plan {
        now: later,
        ..plan(1, 1)
    };
    assert_eq!(demo::journal(&plan_of_later), demo::journal(&plan(1, 1)));
}

#[test]
fn the_end_of_a_step_can_be_taken_back_and_its_practice_goes_with_it() {
    let journal = demo::journal(&plan(1, 1));
    let now = Stamp::parse_rfc3339("2026-11-25T18:30:00+01:00").unwrap();
    let mut trashed = 0;
    for step in journal.steps.iter().step_by(5) {
        let batch = protocol::act(&journal, step.checklist_id, &step.step, &StepAct::Reopen, now).unwrap();
        let practices = batch.changes.iter().filter_map(|it| match it {
            Change::Trash(it) => Some(it.id.clone()),
            _ => None,
        });
        let practices: Vec<_> = practices.collect();
        if matches!(step.step.as_str(), "sleep" | "supplements") {
            assert_eq!(practices, [""; 0]);
            assert_eq!(step.meta.detail, None);
            continue;
        }
        let [id] = practices.as_slice() else {
            panic!("{step:?}: {practices:?}")
        };
        assert_eq!(step.meta.detail, Some(serde_json::json!({ "practice": id })));
        let practice = journal
            .practices
            .iter()
            .find(|it| it.meta.id.to_string() == *id)
            .unwrap();
        assert_eq!(practice.habit.as_str(), step.step);
        trashed += 1;
    }
    assert!(trashed > 100, "{trashed}");
}

#[test]
fn every_record_says_that_it_is_a_sample_and_has_its_own_name() {
    let journal = demo::journal(&plan(2, 1));
    let mut names = HashSet::new();
    for record in journal.records() {
        let source = match &record {
            Record::Habit(it) if it.builtin => "builtin",
            Record::Habit(it) => it.meta.source.as_str(),
            Record::Supplement(it) => it.meta.source.as_str(),
            _ => record.meta().unwrap().source.as_str(),
        };
        assert!(matches!(&record, Record::Habit(it) if it.builtin) || source == "demo");
        assert!(names.insert((record.kind(), record.id())));
    }
    assert!(names.len() > 8000, "{}", names.len());
}

#[test]
fn clock_times_are_those_of_the_runners_zone() {
    let journal = demo::journal(&plan(2, 1));
    let zone = zone(&journal.settings.zone);
    let right = |at: Stamp| assert_eq!(at, Stamp::in_zone(at.ms, &zone));
    journal.activities.iter().for_each(|it| right(it.started_at));
    let nights = journal.nights.iter().flat_map(|it| [it.bed_at, it.wake_at]);
    nights.flatten().for_each(right);
    journal
        .practices
        .iter()
        .filter_map(|it| it.when.stamp())
        .for_each(right);
}

#[test]
fn a_sample_has_something_of_everything() {
    let journal = demo::journal(&plan(2, 1));
    let races: Vec<_> = journal.activities.iter().filter(|it| it.rpe >= Some(8.5)).collect();
    assert!(
        races
            .iter()
            .any(|it| it.title == "City marathon" && it.distance_m == Some(42_195.0))
    );
    assert!(journal.activities.iter().all(|it| !it.title.is_empty()));
    assert!(journal.activities.iter().any(|it| it.sport != Sport::Run));
    assert!(journal.nights.iter().any(|it| it.nap));
    assert!(
        journal
            .soreness
            .iter()
            .any(|it| it.context == Context::AfterRun && it.run_id.is_some())
    );
    assert!(journal.practices.iter().any(|it| it.temperature_c.is_some()));
    assert!(!journal.check_ins.is_empty() && !journal.intakes.is_empty());
    let table = DailyTable::of(&journal);
    assert!(table.rows.iter().any(|it| !it.covered));
    assert!(table.rows.iter().any(|it| it.covered && it.load_au.is_none()));
    assert!(
        table
            .rows
            .iter()
            .any(|it| it.soreness.is_some_and(|rating| rating.value == 0.0))
    );
    let values: HashSet<_> = table
        .rows
        .iter()
        .flat_map(|it| &it.habits)
        .flatten()
        .map(ToString::to_string)
        .collect();
    assert_eq!(values, ["0", "0.5", "1"].map(str::to_owned).into());
}

#[test]
fn a_sample_has_sides_that_differ_and_seasons_with_and_without_a_supplement() {
    let journal = demo::journal(&plan(2, 1));
    let calves = |side| {
        journal
            .soreness
            .iter()
            .filter(move |it| it.region == Region::Calf && it.side == side)
    };
    let apart = calves(Side::Left).filter_map(|left| Some((left, calves(Side::Right).find(|it| it.at == left.at)?)));
    let sorer_right = apart.filter(|(left, right)| left.score < right.score).count();
    assert!(sorer_right > 30, "{sorer_right}");
    let of_omega = |answer| {
        let it = journal.intakes.iter().filter(|it| it.supplement.as_str() == "omega_3");
        it.filter(|it| it.answer == answer).count()
    };
    assert!(of_omega(Answer::Yes) > 200 && of_omega(Answer::No) > 200);
}

/// The mean soreness on Thursday mornings, with the habit after Wednesday's workout less without it.
fn difference_after_workouts(journal: &Journal, habit: &str) -> f64 {
    let table = DailyTable::of(journal);
    let place = table.habits.iter().position(|it| it.as_str() == habit).unwrap();
    let mean = |done: f64| {
        let pairs = table.rows.windows(2).filter(|pair| {
            let day = &pair[0];
            day.day.weekday() == Weekday::Wednesday && day.runs > 0 && day.habits[place] == Some(done)
        });
        let mornings: Vec<f64> = pairs.filter_map(|pair| Some(pair[1].soreness?.value)).collect();
        assert!(mornings.len() > 100, "{habit} {done}: {}", mornings.len());
        mornings.iter().sum::<f64>() / mornings.len() as f64
    };
    mean(1.0) - mean(0.0)
}

#[test]
fn the_planted_effect_can_be_found_and_the_planted_null_is_none() {
    let journal = demo::journal(&plan(15, 1));
    let rolling = difference_after_workouts(&journal, "foam_rolling");
    let stretching = difference_after_workouts(&journal, "stretching");
    assert!((rolling - demo::FOAM_ROLLING_EFFECT).abs() < 0.5, "{rolling}");
    assert!((stretching - demo::STRETCHING_EFFECT).abs() < 0.4, "{stretching}");
}

#[test]
fn settings_of_a_sample_are_those_of_a_new_journal_whose_runner_answered_about_health() {
    let settings = Settings {
        health: Health::answers([]),
        ..Settings::for_zone("Europe/Oslo")
    };
    assert_eq!(demo::journal(&plan(1, 1)).settings, settings);
}
