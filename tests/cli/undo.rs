//! `undo`, `redo` and `history`: one batch at a time, whoever wrote it, also two at once.

use std::collections::BTreeMap;

use afterrun::domain::{Change, Record};
use afterrun::store::Store;

use super::desk::{Desk, Ended, data};
use super::fixture::{NOW, changes, dump, mode, one_of_each, put, run};

fn runs(desk: &Desk) -> usize {
    desk.say(&["list", "activities"]).lines().count()
}

#[test]
fn undo_goes_back_to_an_empty_journal_and_redo_forth_again() {
    let desk = Desk::with((1..=3).map(one_of_each));
    let full = desk.say(&["list", "--json"]);
    for left in [2, 1, 0] {
        let said = desk.say(&["undo"]);
        assert!(said.contains("12 records"), "{said}");
        assert_eq!(runs(&desk), left);
    }
    assert!(desk.fail(&["undo"]).contains("nothing to undo"));
    for there in [1, 2, 3] {
        desk.say(&["redo"]);
        assert_eq!(runs(&desk), there);
    }
    assert!(desk.fail(&["redo"]).contains("nothing to redo"));
    assert_eq!(desk.say(&["list", "--json"]), full);
}

#[test]
fn the_history_tells_newest_first_what_was_done_and_taken_back() {
    let desk = Desk::with([one_of_each(1), vec![Record::Activity(run(2))]]);
    desk.say(&["undo"]);
    let said = desk.say(&["history"]);
    let lines: Vec<_> = said.lines().map(str::trim).collect();
    assert_eq!(lines.len(), 3, "{said}");
    assert!(lines[0].starts_with("3 ") && lines[0].contains("Undo “"), "{said}");
    assert!(lines[1].starts_with("2  2026-11-24 06:30  "), "{said}");
    assert!(lines[1].contains(", taken back (1 activity)"), "{said}");
    assert!(lines[2].contains("1 activity, 1 night, 1 soreness"), "{said}");
}

#[test]
fn two_programs_at_once_take_back_two_batches_or_say_why_not() {
    let desk = Desk::with((1..=8).map(|n| vec![Record::Activity(run(n))]));
    let started: Vec<_> = (0..4)
        .map(|_| {
            let mut command = desk.process(&["undo"]);
            command.stdout(std::process::Stdio::piped());
            command.stderr(std::process::Stdio::piped());
            command.spawn().unwrap()
        })
        .collect();
    let ended: Vec<_> = started
        .into_iter()
        .map(|it| Ended::of(&it.wait_with_output().unwrap()))
        .collect();
    let done = ended.iter().filter(|it| it.status == 0).count();
    assert!(done >= 1, "{ended:?}");
    for it in ended.iter().filter(|it| it.status != 0) {
        assert!(it.complained.contains("another program"), "{it:?}");
    }
    assert_eq!(runs(&desk), 8 - done);
    assert!(desk.say(&["check"]).contains("No problem"));
}

#[test]
fn an_import_is_taken_back_by_its_number_whenever_it_was_and_what_stays_is_listed() {
    let Some(data) = data() else { return };
    let desk = Desk::with([]);
    let file = data.join("pmdata/p01/pmsys/wellness.csv");
    desk.say(&["import", file.to_str().unwrap()]);
    desk.say(&["add", "10k 50:00"]);
    let mut store = Store::open(&desk.journal(), &mode(false)).unwrap();
    let mut night = store.load().unwrap().nights[0].clone();
    night.notes = "Mine".to_owned();
    store.write(&put([Record::Night(night)]), NOW).unwrap();
    drop(store);
    let said = desk.say(&["undo", "--import", "1"]);
    assert!(said.starts_with("Took back the import of wellness.csv ("), "{said}");
    assert!(said.contains(": changed since the import\nThis entry stays."), "{said}");
    assert_eq!(desk.say(&["list"]).lines().count(), 2, "the run and the night");
    for number in ["1", "2", "99"] {
        assert!(
            desk.fail(&["undo", "--import", number])
                .contains("There is no import of number")
        );
    }
}

/// Every record, and every file of an export: settings and catalogues too.
fn everything(desk: &Desk, name: &str) -> (String, BTreeMap<String, String>) {
    desk.say(&["export", name]);
    (desk.say(&["list", "--json"]), desk.contents(name))
}

#[test]
fn imports_and_batches_are_taken_back_until_the_journal_is_as_new() {
    let Some(data) = data() else { return };
    let desk = Desk::with([]);
    let new = everything(&desk, "new");
    let rows = dump(&desk.journal());
    let import = |folder: &str| {
        desk.say(&["import", data.join(folder).to_str().unwrap()]);
    };
    import("pmdata/p01/pmsys");
    // Each command opens the journal anew, as after a restart; this one writes as the window does.
    let mut store = Store::open(&desk.journal(), &mode(false)).unwrap();
    store.write(&put(one_of_each(1)), NOW).unwrap();
    store.write(&put([Record::Activity(run(2))]), NOW).unwrap();
    let trash = Change::Trash(Record::Activity(run(1)).reference());
    store.write(&changes(vec![trash]), NOW).unwrap();
    drop(store);
    import("fit");
    desk.say(&["undo"]);
    desk.say(&["redo"]);
    let full = everything(&desk, "full");
    assert_ne!(full, new);

    let mut taken_back = 0;
    while desk.run(&["undo"]).status == 0 {
        taken_back += 1;
    }
    assert_eq!(taken_back, 5);
    assert!(desk.fail(&["undo"]).contains("nothing to undo"));
    assert_eq!(everything(&desk, "empty"), new);
    assert_eq!(dump(&desk.journal()), rows);
    assert!(desk.say(&["check"]).contains("No problem"));

    for _ in 0..taken_back {
        desk.say(&["redo"]);
    }
    assert_eq!(everything(&desk, "again"), full);
}

#[test]
fn an_import_of_several_files_is_told_by_how_many_they_were() {
    let desk = Desk::with([]);
    for (name, day) in [("a.csv", "01"), ("b.csv", "02")] {
        let text = format!(
            "effective_time_frame,fatigue,mood,readiness,sleep_duration_h,sleep_quality,soreness,soreness_area,stress\n\
             2019-11-{day}T08:31:40.751Z,3,3,5,6,3,2,[],3\n"
        );
        std::fs::write(desk.path(name), text).unwrap();
    }
    desk.say(&["import", "a.csv", "b.csv"]);
    let said = desk.say(&["undo", "--import", "1"]);
    assert!(said.starts_with("Took back the import of 2 files ("), "{said}");
}
