//! The Journal screen, by what is on it and what it wishes for.

#![expect(clippy::unwrap_used, reason = "a test may fail by panicking")]

mod places;

use std::collections::BTreeSet;

use afterrun::app::command::{Command, Form, FormKind};
use afterrun::app::{Model, Place};
use afterrun::domain::{
    Answer, BatchKind, HistoryEntry, Journal, Label, Practice, Record, RecordKind, RecordVersion, Slug, When,
};
use afterrun::ui::screens::journal::{JournalState, journal_ui};
use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use jiff::civil::date;
use places::{Ids, Look, TODAY, World, catalogues, full_day, harness, model_of, months};

type Screen = Harness<'static, World<JournalState>>;

fn screen(model: Model) -> Screen {
    harness(journal_ui, model, &Look::default())
}

fn one_day() -> Vec<Record> {
    let mut records = catalogues();
    records.extend(full_day(&mut Ids::new(), TODAY));
    records
}

fn press(screen: &mut Screen, label: &str) {
    screen.get_by_label(label).click();
    screen.run();
}

fn press_part(screen: &mut Screen, role: Role, part: &str) {
    let found = screen.get_all_by(|node| node.role() == role && node.label().is_some_and(|it| it.contains(part)));
    found.into_iter().next().unwrap().click();
    screen.run();
}

fn shows(screen: &Screen, part: &str) -> bool {
    screen.query_all_by_label_contains(part).next().is_some()
}

fn run_of(journal: &Journal) -> Record {
    Record::Activity(journal.activities[0].clone())
}

#[test]
fn a_day_says_what_was_slept_felt_and_run_and_each_record_is_a_line() {
    let screen = screen(model_of(one_day()));
    for part in [
        "Today, Wed 25 Nov 2026 slept 7 h 10 min · soreness 2 of 10 · ran 18.2 km",
        "Long run · Around the lake · 18.2 km · 1:41:20 · 5:30 /km · effort 6 of 10 · hilly",
        "Slept 7 h 10 min · good · 23:05 to 06:40 · woke once",
        "Calf, left · 3 of 10 (I notice it) · After a run",
        "Magnesium · 400 mg",
        "Foam rolling · 12 min",
        "Check-in · fatigue: tired · stress: calm · mood: good · resting 48 bpm",
        "Checklist after the run · 2 of 13 done",
    ] {
        assert!(shows(&screen, part), "{part}");
    }
}

#[test]
fn a_record_opens_its_form_and_a_checklist_its_place() {
    let model = model_of(one_day());
    let night = model.journal.nights[0].meta.id;
    let mut screen = screen(model);
    press_part(&mut screen, Role::Button, "Slept 7 h 10 min");
    press_part(&mut screen, Role::Button, "Checklist after the run");
    let form = Form {
        kind: FormKind::Night,
        edit: Some(night),
        day: TODAY,
        run: None,
    };
    assert_eq!(
        screen.state().wishes,
        [Command::Open(form), Command::Go(Place::Checklist)]
    );
}

#[test]
fn a_habit_says_what_was_noted_about_it() {
    let mut records = catalogues();
    let mut meta = Ids::new().meta();
    for (key, value) in [
        ("mode", serde_json::json!("bath")),
        ("depth", serde_json::json!("waist")),
        ("unknown", serde_json::json!("x")),
    ] {
        meta.note(key, value);
    }
    records.push(Record::Practice(Practice {
        minutes: Some(8.0),
        temperature_c: Some(17.0),
        ..Practice::new(meta, When::On(TODAY), Slug::of("ice_bath"), Answer::Yes)
    }));
    let screen = screen(model_of(records));
    assert!(shows(&screen, "Ice bath · 8 min · 17 °C · Bath · To the waist"));
}

#[test]
fn the_menu_of_a_record_deletes_it_and_shows_its_earlier_states() {
    let model = model_of(one_day());
    let run = run_of(&model.journal);
    let mut screen = screen(model);
    press_part(&mut screen, Role::Button, "More: Long run");
    press(&mut screen, "Delete");
    press_part(&mut screen, Role::Button, "More: Long run");
    press(&mut screen, "Earlier states");
    let reference = run.reference();
    assert_eq!(
        screen.state().wishes,
        [
            Command::Delete(reference.clone()),
            Command::LoadVersions(reference.clone())
        ]
    );
    let Record::Activity(mut shorter) = run else {
        unreachable!()
    };
    shorter.distance_m = Some(17_000.0);
    let version = |batch, before| RecordVersion {
        batch,
        label: Label::new("undo"),
        at_ms: shorter.started_at.ms,
        before,
    };
    let versions = vec![version(9, Some(Record::Activity(shorter.clone()))), version(8, None)];
    screen.state_mut().model.versions = Some((reference, versions));
    screen.run();
    assert!(shows(&screen, "Before: Long run · Around the lake · 17 km"));
    assert!(shows(&screen, "It was recorded here."));
    press(&mut screen, "Close");
    assert!(!shows(&screen, "It was recorded here."));
}

#[test]
fn kinds_and_text_filter_what_is_listed_and_count_it() {
    let mut screen = screen(model_of(one_day()));
    press(&mut screen, "Soreness 2");
    assert!(shows(&screen, "Calf, left") && !shows(&screen, "Slept 7 h"));
    press(&mut screen, "Soreness 2");
    screen.get_by_role_and_label(Role::TextInput, "Find").focus();
    screen.run();
    for (text, found, left_out) in [
        ("RIDGE", "Long run", "Slept 7 h"),
        ("hilly", "Long run", "Calf, left"),
        ("magnes", "Magnesium", "Long run"),
        ("foam", "Foam rolling", "Magnesium"),
        ("calf", "Calf, left", "Magnesium"),
    ] {
        let field = screen.get_by_role_and_label(Role::TextInput, "Find");
        field.type_text(text);
        screen.run();
        assert!(shows(&screen, found), "{text}: {found}");
        assert!(!shows(&screen, left_out), "{text}: {left_out}");
        for _ in text.chars() {
            screen.key_press(egui::Key::Backspace);
        }
        screen.run();
    }
    screen.get_by_role_and_label(Role::TextInput, "Find").type_text("zzz");
    screen.run();
    assert!(shows(&screen, "Sessions 0"));
    press(&mut screen, "Show everything");
    assert!(shows(&screen, "Sessions 1") && shows(&screen, "Slept 7 h"));
}

#[test]
fn the_rows_that_are_shown_are_copied_and_no_others() {
    let mut screen = screen(model_of(one_day()));
    press(&mut screen, "Soreness 2");
    press(&mut screen, "Copy these rows");
    press(&mut screen, "Sessions 1");
    press(&mut screen, "Copy these rows");
    let journal = &screen.state().model.journal;
    let soreness = journal.soreness.iter().map(|it| (RecordKind::Soreness, it.meta.id));
    let runs = journal.activities.iter().map(|it| (RecordKind::Activity, it.meta.id));
    let copied = screen.state().wishes.iter().map(|it| match it {
        Command::CopyRecords(chosen) => chosen.iter().copied().collect::<BTreeSet<_>>(),
        other => panic!("{other:?}"),
    });
    assert_eq!(
        copied.collect::<Vec<_>>(),
        [soreness.clone().collect(), soreness.chain(runs).collect()]
    );
}

#[test]
fn a_past_day_is_gone_to_and_recorded_on() {
    let mut screen = screen(model_of(months(120)));
    press(&mut screen, "Wed 25 Nov 2026");
    press(&mut screen, "A month back");
    press(&mut screen, "Sat 10 Oct 2026");
    press(&mut screen, "Record on this day: Night");
    let form = Form::new(FormKind::Night, date(2026, 10, 10));
    assert_eq!(screen.state().wishes, [Command::Open(form)]);
}

#[test]
fn the_day_that_another_place_asks_for_is_scrolled_to() {
    let mut screen = screen(model_of(months(120)));
    assert!(!shows(&screen, "Thu 20 Aug 2026"));
    screen.state_mut().model.day_shown = Some(date(2026, 8, 20));
    screen.run();
    assert!(shows(&screen, "Thu 20 Aug 2026"));
    press(&mut screen, "Record on this day: Run");
    let form = Form::new(FormKind::Run, date(2026, 8, 20));
    assert_eq!(screen.state().wishes, [Command::Open(form)]);
}

#[test]
fn an_empty_journal_says_what_to_do_first() {
    let mut screen = screen(model_of(catalogues()));
    press(&mut screen, "Record a run");
    press(&mut screen, "Import files");
    let form = Form::new(FormKind::Run, TODAY);
    assert_eq!(screen.state().wishes, [Command::Open(form), Command::Go(Place::Data)]);
}

#[test]
fn the_history_is_asked_for_once_and_its_newest_change_can_be_undone() {
    let mut model = model_of(one_day());
    let entry = |batch, kind, reversed| HistoryEntry {
        batch,
        label: Label::new("record-night"),
        at_ms: model.now.ms,
        kind,
        reversed,
        counts: vec![(RecordKind::Night, 1), (RecordKind::Soreness, 2)],
    };
    model.history = vec![
        entry(5, BatchKind::Undone, false),
        entry(4, BatchKind::Done, true),
        entry(3, BatchKind::Done, false),
    ];
    model.undo.undo = Some((3, Label::new("record-night")));
    model.undo.redo = Some((5, Label::new("record-night")));
    let mut screen = screen(model);
    press(&mut screen, "History");
    assert!(shows(&screen, "Taken back: Record a night"));
    assert!(shows(
        &screen,
        "18:30 · 1 night · 2 soreness ratings · taken back since"
    ));
    press(&mut screen, "Undo “Record a night”");
    press(&mut screen, "Redo “Record a night”");
    assert_eq!(
        screen.state().wishes,
        [Command::LoadHistory, Command::Undo, Command::Redo]
    );
}

#[test]
fn the_trash_gives_back_and_is_emptied_only_after_asking() {
    let mut records = one_day();
    for record in &mut records {
        if let Record::Activity(run) = record {
            run.meta.deleted_at = Some(run.started_at.ms);
        }
    }
    let model = model_of(records);
    let reference = model.journal.trash[0].reference();
    let mut screen = screen(model);
    press(&mut screen, "Trash");
    assert!(shows(&screen, "of Wed 25 Nov 2026 · deleted Wed 25 Nov 2026, 15:07"));
    press_part(&mut screen, Role::Button, "Restore Long run");
    press(&mut screen, "Empty the trash…");
    press(&mut screen, "Keep them");
    assert_eq!(screen.state().wishes, [Command::Restore(reference)]);
    press(&mut screen, "Empty the trash…");
    press(&mut screen, "Delete for good");
    assert_eq!(screen.state().wishes.last(), Some(&Command::EmptyTrash));
}

#[test]
fn a_journal_that_can_only_be_read_changes_nothing() {
    let mut model = model_of(one_day());
    model.read_only = true;
    let mut screen = screen(model);
    let add = screen.get_by_label("Record on this day: Run");
    assert!(add.accesskit_node().is_disabled());
    let mut lines = screen.query_all_by_label_contains("Slept 7 h 10 min · good");
    lines.next().unwrap().click();
    drop(lines);
    screen.run();
    assert_eq!(screen.state().wishes, []);
}

#[test]
fn the_keyboard_reaches_a_record_and_opens_it() {
    let mut screen = screen(model_of(one_day()));
    screen.get_by_label_contains("Foam rolling · 12 min 18:00").focus();
    screen.run();
    screen.key_press(egui::Key::Enter);
    screen.run();
    assert!(matches!(
        screen.state().wishes.as_slice(),
        [Command::Open(Form {
            kind: FormKind::Practice,
            ..
        })]
    ));
}

#[test]
fn thirty_years_show_only_what_is_in_view() {
    let screen = screen(model_of(months(30 * 365)));
    let rows = screen.get_all_by(|node| node.label().is_some_and(|it| it.starts_with("More: ")));
    assert!(rows.count() < 40);
}
