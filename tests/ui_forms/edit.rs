//! Changing a record loses nothing of it: not what the form does not show, not what it rounds.

use afterrun::app::command::{Form, FormKind};
use afterrun::domain::{
    Activity, Answer, CheckIn, Context, Id, Intake, Journal, Meta, Night, Practice, Rating, Record, Region, RunKind,
    Scale, Side, Slug, SorenessRating, Sport, When,
};
use egui::accesskit::Role;

use super::harness::{Screen, TODAY, at, id, journal, model, show};

fn imported(n: u8) -> Meta {
    Meta {
        created_at: 5,
        updated_at: 6,
        batch_id: Some(7),
        external_id: Some("abc".to_owned()),
        file_hash: Some("00ff".to_owned()),
        detail: Some(serde_json::json!({"lap": [1, 2], "region": "left shin splint"})),
        ..Meta::from_source(id(n), "fit")
    }
}

/// One record of each kind with every field set, in values no form would write.
fn records() -> Vec<(FormKind, Id, Record)> {
    let rating = |value, scale| Some(Rating { value, scale });
    let run = Activity {
        elapsed_s: Some(3271.37),
        moving_s: Some(3199.81),
        distance_m: Some(10_234.567),
        kind: Some(RunKind::Workout),
        tags: vec!["hilly, wet".to_owned(), "new shoes".to_owned()],
        rpe: Some(6.5),
        feel: Some(4),
        avg_hr: Some(151.25),
        max_hr: Some(181.0),
        ascent_m: Some(123.456),
        cadence: Some(176.333),
        temperature_c: Some(7.77),
        surface: " trail ".to_owned(),
        shoe: "Kinvara".to_owned(),
        title: "Tuesday\u{a0}intervals".to_owned(),
        notes: "line\nline ".to_owned(),
        ..Activity::new(imported(101), Sport::Run, at("2026-11-17T01:02:03.456-05:00"))
    };
    let night = Night {
        bed_at: Some(at("2026-11-21T23:12:34+01:00")),
        wake_at: Some(at("2026-11-22T06:48:09+01:00")),
        asleep_min: Some(433.5),
        quality: Some(2),
        awakenings: Some(3),
        nap: true,
        notes: "hot".to_owned(),
        ..Night::new(imported(102), jiff::civil::date(2026, 11, 22))
    };
    let soreness = SorenessRating {
        meta: imported(103),
        at: at("2026-11-20T07:00:01+01:00"),
        region: Region::Other,
        side: Side::Left,
        score: 2.0,
        scale: Scale::Pmsys15,
        context: Context::AfterRun,
        run_id: Some(id(1)),
        notes: "dull".to_owned(),
    };
    let intake = Intake {
        meta: imported(104),
        at: at("2026-11-20T07:00:01+01:00"),
        supplement: Slug::of("Magnesium"),
        answer: Answer::Yes,
        dose: Some(123.456_789),
        unit: "mg ".to_owned(),
        notes: String::new(),
    };
    let practice = Practice {
        minutes: Some(12.3456),
        temperature_c: Some(14.99),
        run_id: Some(id(1)),
        notes: "brr".to_owned(),
        ..Practice::new(
            imported(105),
            When::At(at("2026-11-20T19:00:01+01:00")),
            Slug::of("ice_bath"),
            Answer::Yes,
        )
    };
    let check_in = CheckIn {
        at: Some(at("2026-11-20T07:00:01+01:00")),
        fatigue: rating(3.0, Scale::Hooper17),
        stress: rating(2.0, Scale::Pmsys15),
        mood: rating(4.0, Scale::Pmsys15),
        readiness: rating(7.0, Scale::PmsysReadiness010),
        resting_hr: Some(47.123_4),
        hrv_rmssd: Some(68.999_9),
        weight_kg: Some(71.234),
        ill: Some(false),
        travel: Some(true),
        notes: "x".to_owned(),
        ..CheckIn::new(imported(106), jiff::civil::date(2026, 11, 20))
    };
    vec![
        (FormKind::Run, run.meta.id, Record::Activity(run)),
        (FormKind::Night, night.meta.id, Record::Night(night)),
        (FormKind::Soreness, soreness.meta.id, Record::Soreness(soreness)),
        (FormKind::Intake, intake.meta.id, Record::Intake(intake)),
        (FormKind::Practice, practice.meta.id, Record::Practice(practice)),
        (FormKind::CheckIn, check_in.meta.id, Record::CheckIn(check_in)),
    ]
}

fn editing(kind: FormKind, id: Id) -> Screen<'static> {
    let more = records().into_iter().map(|(.., record)| record);
    let journal = journal();
    let settings = journal.settings.clone();
    let journal = Journal::of(journal.records().chain(more), settings);
    let form = Form {
        edit: Some(id),
        ..Form::new(kind, TODAY)
    };
    show(model(journal, form))
}

#[test]
fn a_record_opened_and_saved_is_as_it_was() {
    for (kind, id, record) in records() {
        let mut it = editing(kind, id);
        it.save();
        assert_eq!(it.records(), [record], "{kind:?}");
    }
}

#[test]
fn changing_one_field_changes_that_field_alone() {
    for (kind, id, mut record) in records() {
        let mut it = editing(kind, id);
        it.tab_to(Role::MultilineTextInput, "Notes").typing("!").save();
        let notes = match &mut record {
            Record::Activity(it) => &mut it.notes,
            Record::Night(it) => &mut it.notes,
            Record::Soreness(it) => &mut it.notes,
            Record::Intake(it) => &mut it.notes,
            Record::Practice(it) => &mut it.notes,
            Record::CheckIn(it) => &mut it.notes,
            other => panic!("no form for {other:?}"),
        };
        let [saved] = &it.records()[..] else {
            panic!("one record");
        };
        // Typed over what Tab selected, or behind it: either way the notes alone are other.
        let typed = match saved {
            Record::Activity(it) => it.notes.clone(),
            Record::Night(it) => it.notes.clone(),
            Record::Soreness(it) => it.notes.clone(),
            Record::Intake(it) => it.notes.clone(),
            Record::Practice(it) => it.notes.clone(),
            Record::CheckIn(it) => it.notes.clone(),
            other => panic!("no form for {other:?}"),
        };
        assert!(typed.contains('!'), "{kind:?}: {typed:?}");
        *notes = typed;
        assert_eq!(saved, &record, "{kind:?}");
    }
}

#[test]
fn a_record_that_is_gone_closes_its_form() {
    let it = editing(FormKind::Night, id(200));
    assert!(it.0.state().all.contains(&afterrun::app::command::Command::CloseForm));
}
