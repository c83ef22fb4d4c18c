//! Exporting, as a job.

use afterrun::app::Command;
use afterrun::app::notices::Severity;

use super::fixture::{Place, save};

#[test]
fn an_export_is_written_beside_the_window_and_told() {
    let place = Place::new();
    let mut opened = place.open();
    opened.wish([save(1)]);
    let to = place.beside("export");
    let export = Command::Export {
        to: to.clone(),
        force: false,
    };
    opened.app.logic(vec![export.clone()]);
    assert_eq!(opened.model().job.as_ref().unwrap().label, "Exporting");
    opened.until(|app| !app.is_busy());
    assert_eq!(opened.model().exported.as_ref(), Some(&to));
    assert_eq!(
        opened.said(Severity::Done),
        [format!("Everything is exported: {}", to.display())]
    );
    let rows = std::fs::read_to_string(to.join("activities.csv")).unwrap();
    assert_eq!(rows.lines().count(), 2);

    opened.app.model.exported = None;
    opened.wish([export]);
    let problems = opened.said(Severity::Problem);
    assert!(
        problems.len() == 1 && problems[0].starts_with("This folder holds other files"),
        "{problems:?}"
    );
    assert_eq!(opened.model().exported, None);
}

#[test]
fn one_job_runs_at_a_time() {
    let place = Place::new();
    let mut opened = place.open();
    let export = |name: &str| Command::Export {
        to: place.beside(name),
        force: false,
    };
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
fn a_journal_that_can_only_be_read_can_be_exported() {
    let place = Place::new();
    let mut opened = place.open();
    opened.wish([save(1)]);
    opened.app.close();
    let mut opened = place.open_read_only();
    let to = place.beside("export.zip");
    opened.wish([Command::Export {
        to: to.clone(),
        force: false,
    }]);
    assert!(to.is_file());
}
