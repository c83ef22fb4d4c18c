//! Exporting and copying, as jobs.

use std::fs;

use afterrun::app::notices::Severity;
use afterrun::app::{Command, Copied, Then};
use afterrun::domain::{Batch, Days, ExportChoice, ExportForm, ExportKind, Label, Meta, Night, Record, RecordKind};

use super::fixture::{Opened, Place, TODAY, export, run, save, save_form};

#[test]
fn an_export_is_written_beside_the_window_and_told() {
    let place = Place::new();
    let mut opened = place.open();
    opened.wish([save(1)]);
    let to = place.beside("export");
    opened.app.logic(vec![export(to.clone())]);
    assert_eq!(opened.model().job.as_ref().unwrap().label, "Exporting");
    opened.until(|app| !app.is_busy());
    assert_eq!(opened.model().exported.as_ref(), Some(&to));
    assert_eq!(
        opened.said(Severity::Done),
        [format!("Everything is exported: {}", to.display())]
    );
    let rows = fs::read_to_string(to.join("activities.csv")).unwrap();
    assert_eq!(rows.lines().count(), 2);

    opened.app.model.exported = None;
    opened.wish([export(to)]);
    let problems = opened.said(Severity::Problem);
    assert!(
        problems.len() == 1 && problems[0].starts_with("This folder holds other files"),
        "{problems:?}"
    );
    assert_eq!(opened.model().exported, None);
}

#[test]
fn what_was_chosen_is_exported_and_nothing_else() {
    let place = Place::new();
    let mut opened = place.open();
    opened.wish([save(1)]);
    let to = place.beside("export");
    let choice = ExportChoice {
        days: Days {
            from: None,
            to: TODAY.yesterday().ok(),
        },
        kinds: [ExportKind::Activities].into(),
        form: ExportForm::Excel,
    };
    opened.wish([Command::Export {
        to: to.clone(),
        choice,
        force: false,
    }]);
    assert_eq!(
        opened.said(Severity::Done),
        [format!("What you chose is exported: {}", to.display())]
    );
    assert_eq!(fs::read_dir(&to).unwrap().count(), 1);
    let rows = fs::read_to_string(to.join("activities.csv")).unwrap();
    assert!(
        rows.starts_with("\u{feff}id;started_at;") && rows.lines().count() == 1,
        "{rows}"
    );
}

#[test]
fn two_kinds_do_not_go_into_one_table() {
    let place = Place::new();
    let mut opened = place.open();
    let to = place.beside("two.csv");
    let choice = ExportChoice {
        kinds: [ExportKind::Sleep, ExportKind::Soreness].into(),
        ..ExportChoice::default()
    };
    opened.wish([Command::Export {
        to: to.clone(),
        choice,
        force: false,
    }]);
    let problems = opened.said(Severity::Problem);
    assert!(
        problems.len() == 1 && problems[0].starts_with("A .csv file takes one table"),
        "{problems:?}"
    );
    assert!(!to.exists());
}

#[test]
fn one_job_runs_at_a_time() {
    let place = Place::new();
    let mut opened = place.open();
    let export = |name: &str| export(place.beside(name));
    opened.app.logic(vec![export("first"), export("second")]);
    assert_eq!(
        opened.said(Severity::Info),
        ["Something else is still under way (Exporting). Wait for it or stop it, then try again"]
    );
    opened.until(|app| !app.is_busy());
    assert!(place.beside("first").is_dir() && !place.beside("second").exists());
    opened.wish([export("second")]);
    assert!(place.beside("second").is_dir());
}

#[test]
fn an_export_that_is_stopped_leaves_nothing_behind() {
    let place = Place::new();
    let mut opened = place.open();
    opened.wish([save(1)]);
    let to = place.beside("export.zip");
    opened.app.logic(vec![export(to.clone()), Command::CancelJob]);
    opened.until(|app| !app.is_busy());
    let stopped = opened.model().exported.is_none();
    // It may have been through before it heard.
    assert_eq!(to.exists(), !stopped);
    let left = fs::read_dir(to.parent().unwrap()).unwrap();
    let drafts = left.filter(|it| {
        it.as_ref()
            .unwrap()
            .file_name()
            .to_string_lossy()
            .starts_with(".afterrun")
    });
    assert_eq!(drafts.count(), 0);
}

#[test]
fn a_journal_that_can_only_be_read_can_be_exported() {
    let place = Place::new();
    let mut opened = place.open();
    opened.wish([save(1)]);
    opened.app.close();
    let mut opened = place.open_read_only();
    let to = place.beside("export.zip");
    opened.wish([export(to.clone())]);
    assert!(to.is_file());
}

/// The rows that were copied.
fn copied(opened: &mut Opened) -> String {
    match opened.app.take_copied() {
        Some(Copied::Rows(text, n)) => {
            assert_eq!(
                opened.said(Severity::Done).last().unwrap(),
                &if n == 1 {
                    "1 row is on the clipboard".to_owned()
                } else {
                    format!("{n} rows are on the clipboard")
                }
            );
            text
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn records_are_copied_with_the_columns_of_their_file_and_nothing_in_them_is_run() {
    let place = Place::new();
    let mut opened = place.open();
    let mut noted = run(1);
    noted.notes = "=HYPERLINK(\"x\")\tand".to_owned();
    opened.wish([save_form(noted), save(2)]);
    let id = run(1).meta.id;
    opened.wish([Command::CopyRecords(vec![
        (RecordKind::Activity, id),
        (RecordKind::Night, id),
    ])]);
    let text = copied(&mut opened);
    assert!(text.starts_with("id\tstarted_at\tday\tsport\t"), "{text}");
    assert!(text.contains("\t\"'=HYPERLINK(\"\"x\"\")\tand\"\tmanual\t"), "{text}");
    assert_eq!(text.lines().count(), 2, "the other run is not among them");
    assert!(opened.app.take_copied().is_none());
}

#[test]
fn kinds_are_copied_one_table_below_the_other() {
    let place = Place::new();
    let mut opened = place.open();
    let night = Night::new(Meta::manual(run(1).meta.id), TODAY);
    let both = [Record::Activity(run(1)), Record::Night(night)];
    opened.wish([Command::Save {
        batch: Batch::putting(Label::new("both"), both),
        then: Then::Nothing,
        draft: None,
    }]);
    let id = run(1).meta.id;
    opened.wish([Command::CopyRecords(vec![
        (RecordKind::Night, id),
        (RecordKind::Activity, id),
    ])]);
    let text = copied(&mut opened);
    let tables: Vec<_> = text.split("\n\n").collect();
    assert_eq!(tables.len(), 2, "{text}");
    assert!(tables[0].starts_with("id\tstarted_at\t") && tables[1].starts_with("id\tday\tbed_at\t"));
}
