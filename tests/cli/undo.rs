//! `undo`, `redo` and `history`: one batch at a time, whoever wrote it, also two at once.

use afterrun::domain::Record;

use super::desk::{Desk, Ended};
use super::fixture::{one_of_each, run};

fn runs(desk: &Desk) -> usize {
    desk.say(&["list", "activities"]).lines().count()
}

#[test]
fn undo_goes_back_to_an_empty_journal_and_redo_forth_again() {
    let desk = Desk::with((1..=3).map(one_of_each));
    let full = desk.say(&["list", "--json"]);
    for left in [2, 1, 0] {
        let said = desk.say(&["undo"]);
        assert!(said.contains("11 records"), "{said}");
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
