//! An export, read into an empty journal and exported again, is the same bytes.

use std::io::Write as _;
use std::path::Path;

use afterrun::domain::{
    CheckIn, Concern, Context, Habit, HabitKind, Health, Intake, Journal, Meta, Practice, Record, Region, Scale,
    Settings, Side, Slug, SorenessRating, Supplement, Verdict, When,
};
use afterrun::export::{Days, tables};
use afterrun::store::Store;

use crate::fixture::{self, Place, at, id, one_of_each, put, run};
use crate::help::{NOW, applied, data, empty, import, only};

fn write(journal: &Journal, folder: &Path) {
    for (name, bytes) in tables(journal, Days::ALL) {
        std::fs::write(folder.join(name), bytes).unwrap();
    }
}

/// What `into` becomes when `journal` is exported and read into it.
fn copied(journal: &Journal, into: &Journal) -> Journal {
    let folder = tempfile::tempdir().unwrap();
    write(journal, folder.path());
    let outcome = import(&[folder.path().to_owned()], into);
    let report = only(&outcome.report);
    assert_eq!(report.verdict, Verdict::Imported);
    assert_eq!(report.issues, []);
    assert_eq!((outcome.report.duplicates, outcome.report.rejected), (0, 0));
    applied(into, &outcome)
}

fn assert_same_files(a: &Journal, b: &Journal) {
    for ((name, a), (_, b)) in tables(a, Days::ALL).into_iter().zip(tables(b, Days::ALL)) {
        assert_eq!(String::from_utf8(a), String::from_utf8(b), "{name}");
    }
}

/// A journal with one of each record and everything that is hard to write.
fn hard() -> Journal {
    let settings = Settings {
        day_rule: afterrun::domain::DayRule { start_min: 90 },
        ..Settings::for_zone("Pacific/Chatham")
    };
    let mut odd = run(40);
    odd.title = "=HYPERLINK(\"x\")".into();
    odd.notes = "'=1\r\nline, \"two\"\n\t+3".into();
    odd.shoe = "'".into();
    odd.surface = " @x".into();
    odd.feel = Some(1);
    odd.distance_m = Some(0.1 + 0.2);
    odd.started_at.ms += 251;
    odd.meta.detail = Some(serde_json::json!("=not an object"));
    odd.meta.external_id = Some("+1".into());
    let zero = Record::Practice(Practice {
        amount: Some(0.0),
        temperature_c: Some(-3.5),
        run_id: Some(id(40)),
        ..Practice::new(
            Meta::manual(id(41)),
            When::At(at(3)),
            Slug::of("Wässer"),
            afterrun::domain::Answer::No,
        )
    });
    let water = Record::Habit(Habit {
        meta: Meta::manual(Slug::of("Wässer")),
        name: "Wässer".into(),
        kind: HabitKind::Amount,
        unit: "=ml".into(),
        builtin: false,
        hidden: true,
    });
    let none = Record::Intake(Intake {
        meta: Meta::manual(id(42)),
        at: at(-4),
        supplement: Slug::of("D"),
        answer: afterrun::domain::Answer::No,
        dose: None,
        unit: String::new(),
        notes: "-".into(),
    });
    let vitamin = Record::Supplement(Supplement {
        meta: Meta::manual(Slug::of("D")),
        name: "-D".into(),
        default_dose: Some(1e-7),
        unit: "µg".into(),
        aliases: vec!["sun, \"shine\"".into()],
    });
    let sore = Record::Soreness(SorenessRating {
        meta: Meta {
            detail: Some(serde_json::json!({"area": "pelvis", "snomed_ct": 12_921_003})),
            ..Meta::from_source(id(43), "pmsys")
        },
        at: at(-5),
        region: Region::Other,
        side: Side::None,
        score: 2.0,
        scale: Scale::Pmsys15,
        context: Context::Morning,
        run_id: None,
        notes: String::new(),
    });
    let bare = Record::CheckIn(CheckIn::new(Meta::manual(id(44)), at(0).civil_date()));
    let lonely = one_of_each(50)
        .into_iter()
        .filter(|it| matches!(it, Record::Checklist(_)));
    let all = one_of_each(1).into_iter().chain(one_of_each(9)).chain(lonely).chain([
        Record::Activity(odd),
        zero,
        water,
        none,
        vitamin,
        sore,
        bare,
    ]);
    Journal::of(all, settings)
}

#[test]
fn every_record_comes_back_as_it_was() {
    let journal = hard();
    let mut copy = copied(&journal, &empty());
    assert_same_files(&journal, &copy);
    copy.imports.retain(|it| it.kind != "afterrun");
    for (copied, rating) in copy.soreness.iter_mut().zip(&journal.soreness) {
        // What the time of its making said before is now said by the record.
        assert_eq!(copied.is_late(), rating.is_late());
        copied.meta.detail.clone_from(&rating.meta.detail);
    }
    assert_eq!(copy, journal);
}

#[test]
fn what_is_ticked_and_noted_beside_the_columns_comes_back_in_detail() {
    let mut noted = one_of_each(1);
    for record in &mut noted {
        match record {
            Record::Soreness(it) => {
                it.meta.tick(afterrun::domain::soreness::PAIN, true);
                it.meta.tick(afterrun::domain::soreness::ANALGESIC, true);
            }
            Record::Night(it) => it.meta.detail = Some(serde_json::json!({"awake_min": 25, "dark": true})),
            Record::Intake(it) => it.meta.detail = Some(serde_json::json!({"batch": "=A 7", "with_food": true})),
            _ => {}
        }
    }
    let journal = Journal::of(noted, Settings::for_zone("Europe/Oslo"));
    let copy = copied(&journal, &empty());
    assert!(copy.soreness[0].is_pain() && copy.soreness[0].is_analgesic());
    assert_eq!(copy.nights[0].meta.detail, journal.nights[0].meta.detail);
    assert_eq!(copy.intakes[0].meta.detail, journal.intakes[0].meta.detail);
}

#[test]
fn a_real_journal_copied_into_a_new_file_is_the_same_also_about_its_built_in_habits() {
    let place = Place::new();
    let mut store = place.open();
    store.write(&put(one_of_each(1)), NOW).unwrap();
    let mut journal = store.load().unwrap();
    let mut bath = journal.habits.iter().find(|it| it.builtin).unwrap().clone();
    bath.hidden = true;
    store.write(&put([Record::Habit(bath)]), NOW).unwrap();
    journal = store.load().unwrap();
    let other = Place::new();
    let mut second: Store = other.open();
    let outcome = {
        let folder = tempfile::tempdir().unwrap();
        write(&journal, folder.path());
        import(&[folder.path().to_owned()], &second.load().unwrap())
    };
    second.write(&outcome.batch, NOW).unwrap();
    if let Some(settings) = &outcome.settings {
        second.save_settings(settings).unwrap();
    }
    assert_same_files(&journal, &second.load().unwrap());
    assert_eq!(outcome.report.duplicates, 0);
}

#[test]
fn what_strangers_files_gave_survives_a_round_trip() {
    let Some(data) = data() else { return };
    let journal = applied(
        &empty(),
        &import(&[data.join("pmdata/p01/pmsys"), data.join("fit")], &empty()),
    );
    assert_same_files(&journal, &copied(&journal, &empty()));
}

#[test]
fn an_archive_reads_like_a_folder_and_a_second_time_nothing_is_new() {
    let journal = hard();
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in tables(&journal, Days::ALL) {
        zip.start_file(format!("export/{name}"), zip::write::SimpleFileOptions::default())
            .unwrap();
        zip.write_all(&bytes).unwrap();
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("export.zip");
    std::fs::write(&path, zip.finish().unwrap().into_inner()).unwrap();
    let outcome = import(std::slice::from_ref(&path), &empty());
    assert_eq!(only(&outcome.report).kind, "afterrun");
    let copy = applied(&empty(), &outcome);
    assert_same_files(&journal, &copy);
    let again = import(&[path], &copy);
    assert_eq!(again.batch.changes, []);
    assert_eq!(only(&again.report).verdict, Verdict::Duplicate);
    assert_eq!(again.settings, None);
    assert_eq!(again.report.duplicates, outcome.report.imported);
}

#[test]
fn a_copy_without_anything_new_is_known_and_not_refused() {
    let place = Place::new();
    let journal = place.open().load().unwrap();
    let folder = tempfile::tempdir().unwrap();
    write(&journal, folder.path());
    let outcome = import(&[folder.path().to_owned()], &journal);
    assert_eq!(outcome.batch.changes, []);
    assert_eq!(
        (only(&outcome.report).verdict, outcome.report.rejected),
        (Verdict::Duplicate, 0)
    );
}

#[test]
fn answers_about_health_stay_as_they_are_in_the_journal() {
    let mut told = hard();
    told.settings.health = Health::answers([Concern::Epilepsy]);
    let mut own = empty();
    own.settings.health = Health::answers([Concern::Heart]);
    let copy = copied(&told, &own);
    assert_eq!(copy.settings.zone, told.settings.zone);
    assert_eq!(copy.settings.health, own.settings.health);
}

#[test]
fn settings_stay_where_the_journal_has_records() {
    let folder = tempfile::tempdir().unwrap();
    write(&hard(), folder.path());
    let own = Journal::of([Record::Activity(fixture::run(200))], empty().settings);
    let outcome = import(&[folder.path().to_owned()], &own);
    assert_eq!(outcome.settings, None);
    let report = only(&outcome.report);
    assert!(report.issues.iter().any(|it| it.why.contains("settings")), "{report:?}");
    assert_eq!(outcome.report.rejected, 0);
}
