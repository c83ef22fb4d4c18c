//! Drafts without pixels: the rules that the screen tests would reach only the long way round.

use std::path::PathBuf;

use jiff::civil::{Date, date};

use super::morning::MorningDraft;
use super::*;
use crate::domain::record::TIME_ASSUMED;
use crate::domain::{
    Activity, Answer, Change, CheckIn, Id, Journal, Meta, Night, Practice, Rating, Record, Scale, Settings, Slug,
    Sport, Stamp, When,
};

fn id(n: u8) -> crate::domain::Id {
    Id::from_parts(1_700_000_000_000, [n; 10])
}

fn at(text: &str) -> Stamp {
    Stamp::parse_rfc3339(text).unwrap()
}

fn model(now: &str, records: impl IntoIterator<Item = Record>) -> Model {
    let journal = Journal::of(records, Settings::for_zone("Europe/Oslo"));
    Model::new(journal, PathBuf::from("journal.db"), at(now).ms).with_numbers()
}

/// A fresh draft of `kind` with these fields typed into it, as its JSON names them.
fn typed(model: &Model, form: Form, fields: &serde_json::Value) -> Draft {
    let mut json = serde_json::to_value(Draft::begin(&form, model).unwrap()).unwrap();
    let body = json.as_object_mut().unwrap().values_mut().next().unwrap();
    for (field, value) in fields.as_object().unwrap() {
        assert!(body.get(field).is_some(), "no field {field}");
        body[field] = value.clone();
    }
    serde_json::from_value(json).unwrap()
}

#[expect(clippy::needless_pass_by_value, reason = "the calls read better")]
fn saved(model: &Model, form: Form, fields: serde_json::Value) -> Result<Vec<Record>, String> {
    match typed(model, form, &fields).saving(&form, model) {
        Ok(it) => Ok(puts(&it.batch)),
        Err(errors) => Err(errors.first().unwrap_or_default().to_owned()),
    }
}

fn puts(batch: &Batch) -> Vec<Record> {
    let puts = batch.changes.iter().filter_map(|it| match it {
        Change::Put(record) => Some((**record).clone()),
        _ => None,
    });
    puts.collect()
}

fn night(model: &Model, day: Date, fields: serde_json::Value) -> Result<Night, String> {
    let mut records = saved(model, Form::new(FormKind::Night, day), fields)?;
    match records.remove(0) {
        Record::Night(it) => Ok(it),
        other => panic!("{other:?}"),
    }
}

fn run(model: &Model, fields: serde_json::Value) -> Result<Activity, String> {
    let mut records = saved(model, Form::new(FormKind::Run, model.today()), fields)?;
    match records.remove(0) {
        Record::Activity(it) => Ok(it),
        other => panic!("{other:?}"),
    }
}

#[test]
fn any_two_of_distance_time_and_pace_are_enough() {
    let model = model("2026-11-24T18:00:00+01:00", []);
    for (fields, distance, time) in [
        (serde_json::json!({"distance": "10", "time": "50:00"}), 10_000.0, 3000.0),
        (serde_json::json!({"distance": "10", "pace": "5:00"}), 10_000.0, 3000.0),
        (
            serde_json::json!({"distance": "", "time": "50", "pace": "5:00/km"}),
            10_000.0,
            3000.0,
        ),
    ] {
        let run = run(&model, fields).unwrap();
        assert_eq!((run.distance_m, run.elapsed_s), (Some(distance), Some(time)));
    }
    let fields = serde_json::json!({"distance": "10", "time": "50:00", "pace": "6:00"});
    assert_eq!(run(&model, fields), Err("pace".to_owned()));
    let fields = serde_json::json!({"distance": "100", "time": "5:00"});
    assert_eq!(run(&model, fields), Err("time".to_owned()));
}

#[test]
fn a_start_in_the_small_hours_belongs_to_the_journal_day_before() {
    let model = model("2026-11-24T18:00:00+01:00", []);
    let fields = serde_json::json!({"distance": "10", "day": "2026-11-22", "start": "0:30"});
    assert_eq!(run(&model, fields).unwrap().started_at, at("2026-11-23T00:30:00+01:00"));
}

#[test]
fn a_run_is_not_recorded_before_it_began() {
    let model = model("2026-11-24T18:00:00+01:00", []);
    let fields = serde_json::json!({"distance": "10", "start": "18:30"});
    assert_eq!(run(&model, fields), Err("start".to_owned()));
    let fields = serde_json::json!({"distance": "10", "day": "2026-11-25"});
    assert_eq!(run(&model, fields), Err("day".to_owned()));
}

#[test]
fn numbers_are_taken_in_the_journals_units() {
    let mut model = model("2026-11-24T18:00:00+01:00", []);
    model.change_journal(|it| {
        it.settings.distance = crate::domain::settings::DistanceUnit::Mi;
        it.settings.temperature = crate::domain::settings::TemperatureUnit::Fahrenheit;
    });
    let run = run(&model, serde_json::json!({"distance": "1", "temperature": "50"})).unwrap();
    assert_eq!((run.distance_m, run.temperature_c), (Some(1609.344), Some(10.0)));
}

#[test]
fn bedtime_rolls_over_midnight_and_over_the_change_of_the_clock() {
    let model = model("2026-11-24T18:00:00+01:00", []);
    for (day, bed, wake, bed_at, hours) in [
        (date(2026, 11, 24), "23:10", "6:40", "2026-11-23T23:10:00+01:00", 7.5),
        (date(2026, 11, 24), "0:20", "8:20", "2026-11-24T00:20:00+01:00", 8.0),
        (date(2026, 10, 25), "23:00", "7:00", "2026-10-24T23:00:00+02:00", 9.0),
        (date(2026, 3, 29), "23:00", "7:00", "2026-03-28T23:00:00+01:00", 7.0),
    ] {
        let night = night(&model, day, serde_json::json!({"bed": bed, "wake": wake})).unwrap();
        assert_eq!((night.bed_at, night.hours()), (Some(at(bed_at)), Some(hours)), "{day}");
        assert_eq!(night.asleep_min, None);
    }
    let alone = night(&model, date(2026, 11, 24), serde_json::json!({"bed": "23:10"})).unwrap();
    assert_eq!(alone.bed_at, Some(at("2026-11-23T23:10:00+01:00")));
}

#[test]
fn one_sleeps_no_longer_than_one_is_in_bed() {
    let model = model("2026-11-24T18:00:00+01:00", []);
    let day = date(2026, 11, 24);
    let fields = |slept: &str| serde_json::json!({"bed": "23:00", "wake": "7:00", "slept": slept});
    assert_eq!(night(&model, day, fields("8:00")).unwrap().asleep_min, Some(480.0));
    assert_eq!(night(&model, day, fields("8:01")), Err("slept".to_owned()));
    let fields = serde_json::json!({"bed": "7:00", "wake": "7:00"});
    assert_eq!(night(&model, day, fields), Err("wake".to_owned()));
}

#[test]
fn a_check_in_typed_for_a_day_that_has_one_adds_to_it() {
    let rating = |value| {
        Some(Rating {
            value,
            scale: Scale::Five15,
        })
    };
    let earlier = CheckIn {
        fatigue: rating(2.0),
        weight_kg: Some(71.5),
        notes: "slow".to_owned(),
        ..CheckIn::new(Meta::manual(id(1)), date(2026, 11, 23))
    };
    let model = model("2026-11-24T18:00:00+01:00", [Record::CheckIn(earlier.clone())]);
    let form = Form::new(FormKind::CheckIn, date(2026, 11, 24));
    let fields = serde_json::json!({"day": "2026-11-23", "mood": rating(4.0), "resting_hr": "48"});
    let expected = CheckIn {
        mood: rating(4.0),
        resting_hr: Some(48.0),
        ..earlier.clone()
    };
    assert_eq!(saved(&model, form, fields), Ok(vec![Record::CheckIn(expected)]));

    // Opened for that day, an emptied field empties it.
    let form = Form::new(FormKind::CheckIn, date(2026, 11, 23));
    let expected = CheckIn {
        weight_kg: None,
        ..earlier
    };
    assert_eq!(
        saved(&model, form, serde_json::json!({"weight": ""})),
        Ok(vec![Record::CheckIn(expected)])
    );
}

#[test]
fn taking_an_answer_back_moves_its_record_to_the_trash() {
    let day = date(2026, 11, 24);
    let habit = crate::domain::Habit {
        meta: Meta::manual(Slug::of("snack")),
        name: "snack".to_owned(),
        kind: crate::domain::HabitKind::YesNo,
        unit: String::new(),
        builtin: true,
        hidden: false,
    };
    let done = Practice::new(Meta::manual(id(1)), When::On(day), Slug::of("snack"), Answer::Yes);
    let records = [Record::Habit(habit), Record::Practice(done.clone())];
    let model = model("2026-11-24T18:00:00+01:00", records);
    let form = Form::new(FormKind::Practice, day);
    let row =
        |answer: Option<Answer>| serde_json::json!({"rows": {"snack": {"loaded": done.meta.id, "answer": answer}}});

    let saving = typed(&model, form, &row(None)).saving(&form, &model).unwrap();
    assert_eq!(
        saving.batch.changes,
        [Change::Trash(Record::Practice(done.clone()).reference())]
    );
    let changed = Practice {
        answer: Answer::No,
        ..done.clone()
    };
    assert_eq!(
        saved(&model, form, row(Some(Answer::No))),
        Ok(vec![Record::Practice(changed)])
    );
    assert_eq!(saved(&model, form, row(Some(Answer::Yes))), Err("day".to_owned()));
}

#[test]
fn the_morning_changes_what_the_day_has_and_leaves_the_rest() {
    let day = date(2026, 11, 24);
    let night = Night {
        bed_at: Some(at("2026-11-23T23:00:00+01:00")),
        wake_at: Some(at("2026-11-24T07:00:00+01:00")),
        ..Night::new(Meta::manual(id(1)), day)
    };
    let check_in = CheckIn {
        resting_hr: Some(47.0),
        ..CheckIn::new(Meta::manual(id(2)), day)
    };
    let records = [Record::Night(night.clone()), Record::CheckIn(check_in.clone())];
    let mut model = model("2026-11-24T07:30:00+01:00", records);
    let draft = MorningDraft {
        slept: "7:15".to_owned(),
        quality: Some(4.0),
        soreness: Some(3.0),
        fatigue: Some(2.0),
        ..MorningDraft::default()
    };
    let written = puts(&draft.batch(&model).unwrap());
    let [Record::Night(slept), Record::Soreness(sore), Record::CheckIn(felt)] = &written[..] else {
        panic!("{written:?}");
    };
    assert_eq!(
        (slept.meta.id, slept.asleep_min, slept.bed_at),
        (id(1), Some(435.0), night.bed_at)
    );
    assert_eq!((sore.score, sore.scale, sore.at), (3.0, Scale::Nrs010, model.now));
    assert_eq!((felt.meta.id, felt.resting_hr, felt.mood), (id(2), Some(47.0), None));

    model.change_journal(|it| it.soreness.push(sore.clone()));
    let again = MorningDraft {
        soreness: Some(5.0),
        ..MorningDraft::default()
    };
    let written = puts(&again.batch(&model).unwrap());
    let [Record::Soreness(changed)] = &written[..] else {
        panic!("{written:?}");
    };
    assert_eq!((changed.meta.id, changed.score), (sore.meta.id, 5.0));
}

#[test]
fn an_empty_morning_or_one_longer_than_the_night_is_not_saved() {
    let night = Night {
        bed_at: Some(at("2026-11-23T23:00:00+01:00")),
        wake_at: Some(at("2026-11-24T07:00:00+01:00")),
        ..Night::new(Meta::manual(id(1)), date(2026, 11, 24))
    };
    let model = model("2026-11-24T07:30:00+01:00", [Record::Night(night)]);
    for slept in ["", "8:30", "x"] {
        let draft = MorningDraft {
            slept: slept.to_owned(),
            ..MorningDraft::default()
        };
        assert_eq!(
            draft.batch(&model).unwrap_err().first(),
            Some(morning::SLEPT),
            "{slept}"
        );
    }
}

#[test]
fn a_run_whose_time_of_day_was_not_known_has_one_once_it_is_typed() {
    let mut untimed = Activity::new(Meta::manual(id(1)), Sport::Run, at("2026-11-23T12:00:00+01:00"));
    untimed.meta.tick(TIME_ASSUMED, true);
    let form = Form {
        edit: Some(id(1)),
        ..Form::new(FormKind::Run, date(2026, 11, 23))
    };
    let model = model("2026-11-24T18:00:00+01:00", [Record::Activity(untimed)]);
    let is_open = |fields| match saved(&model, form, fields).unwrap().remove(0) {
        Record::Activity(it) => it.meta.is_ticked(TIME_ASSUMED),
        other => panic!("{other:?}"),
    };
    assert!(is_open(serde_json::json!({"title": "Hills"})));
    assert!(!is_open(serde_json::json!({"start": "7:30"})));
}

#[test]
fn the_start_follows_the_time_until_it_is_typed() {
    let model = model("2026-11-24T18:02:00+01:00", []);
    let form = Form::new(FormKind::Run, model.today());
    let Draft::Run(mut draft) = Draft::begin(&form, &model).unwrap() else {
        panic!("a run");
    };
    draft.typed_time("1:00:00", &model);
    let Saving { batch, then } = draft.saving(&form, &model).unwrap();
    let records = puts(&batch);
    let [Record::Activity(it)] = &records[..] else {
        panic!("{batch:?}");
    };
    assert_eq!((it.started_at, it.sport), (at("2026-11-24T17:00:00+01:00"), Sport::Run));
    assert_eq!(then, Then::OfferChecklist(it.meta.id));
}
