//! The finder and the sheet of keys, over a hand-made journal.

#![expect(clippy::unwrap_used, reason = "a test may fail by panicking")]

mod places;

use afterrun::app::Model;
use afterrun::app::command::{Command, actions};
use afterrun::app::model::{RunningJob, Sheet};
use afterrun::ui::{State, show};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use jiff::ToSpan as _;
use jiff::civil::{Date, date};
use places::{Ids, Look, TODAY, World, catalogues, full_day, harness, model_of, months};

type Window = Harness<'static, World<State>>;

const FIELD: &str = "Find a command or a day";

fn open(mut model: Model, sheet: Sheet) -> Window {
    model.sheet = Some(sheet);
    let look = Look {
        size: [1280.0, 900.0],
        ..Look::default()
    };
    harness(show, model, &look)
}

fn finder(model: Model) -> Window {
    open(model, Sheet::Finder)
}

fn type_text(window: &mut Window, text: &str) {
    window.get_by_role_and_label(Role::TextInput, FIELD).type_text(text);
    window.run();
}

fn press(window: &mut Window, key: Key) {
    window.key_press(key);
    window.run();
}

/// The rows, as they are told to who listens; the chosen one first said.
fn rows(window: &Window) -> Vec<String> {
    let rows = window.query_all_by_role(Role::ListBoxOption);
    rows.map(|it| it.accesskit_node().label().unwrap()).collect()
}

fn chosen(window: &Window) -> String {
    let mut rows = window.query_all_by_role(Role::ListBoxOption);
    let row = rows.find(|it| it.accesskit_node().is_selected() == Some(true));
    row.unwrap().accesskit_node().label().unwrap()
}

/// What choosing `command` in the finder wishes for.
fn chosen_by(command: Command) -> Vec<Command> {
    vec![Command::HideSheet, command]
}

fn day(n: i64) -> Date {
    TODAY.checked_sub(n.days()).unwrap()
}

/// A journal in which something can be undone and done again.
fn model() -> Model {
    let mut model = model_of(months(90));
    model.undo.undo = Some((2, afterrun::domain::Label::new("batch-run-plain")));
    model.undo.redo = Some((3, afterrun::domain::Label::new("batch-night")));
    model
}

#[test]
fn every_command_of_the_table_is_found_by_its_label_and_done() {
    let table = actions(&model());
    assert!(table.len() > 20);
    for action in table.into_iter().filter(|it| it.enabled) {
        let mut window = finder(model());
        type_text(&mut window, &action.label);
        press(&mut window, Key::Enter);
        assert_eq!(window.state().wishes, chosen_by(action.command), "{}", action.label);
    }
}

#[test]
fn a_few_letters_are_enough_and_the_best_is_chosen_first() {
    for (letters, first) in [
        ("rec ru", "Record a run, Ctrl+R"),
        ("recrun", "Record a run, Ctrl+R"),
        ("SORE", "Rate soreness, Ctrl+S"),
        ("trnds", "Trends, Ctrl+4"),
        ("dark", "Dark theme"),
        ("sounds", "Sounds off"),
        ("watch", "Import files…, Ctrl+O"),
    ] {
        let mut window = finder(model());
        type_text(&mut window, letters);
        assert_eq!(chosen(&window), first, "{letters}");
    }
}

#[test]
fn a_day_is_found_by_what_it_holds_and_opened() {
    let mut ids = Ids::new();
    let mut records = catalogues();
    records.extend(full_day(&mut ids, day(3)));
    let mut window = finder(model_of(records));
    type_text(&mut window, "sun long");
    assert_eq!(
        chosen(&window),
        "Sunday 22 November: long run 18.2 km, slept 7 h 10 min"
    );
    press(&mut window, Key::Enter);
    assert_eq!(window.state().wishes, chosen_by(Command::OpenDay(day(3))));
}

#[test]
fn a_day_is_found_by_its_second_line_too() {
    let mut ids = Ids::new();
    let mut records = catalogues();
    records.extend(full_day(&mut ids, day(3)));
    let mut window = finder(model_of(records));
    type_text(&mut window, "magnesium");
    assert_eq!(rows(&window).len(), 1);
    assert!(chosen(&window).starts_with("Sunday 22 November"));
}

#[test]
fn any_day_that_is_typed_is_opened_also_one_of_which_nothing_is_recorded() {
    for (typed, label, day) in [
        (
            "2026-11-12",
            "Thursday 12 November: nothing recorded",
            date(2026, 11, 12),
        ),
        ("3 mar 2025", "Mon 3 Mar 2025: nothing recorded", date(2025, 3, 3)),
        ("yesterday", "Tuesday 24 November: nothing recorded", day(1)),
        ("friday", "Friday 20 November: nothing recorded", day(5)),
    ] {
        let mut window = finder(model_of(catalogues()));
        type_text(&mut window, typed);
        assert_eq!(chosen(&window), label);
        press(&mut window, Key::Enter);
        assert_eq!(window.state().wishes, chosen_by(Command::OpenDay(day)));
    }
}

#[test]
fn a_day_to_come_is_found_and_stays_closed() {
    let mut window = finder(model_of(catalogues()));
    type_text(&mut window, "2027-01-01");
    assert!(chosen(&window).contains("still to come"), "{}", chosen(&window));
    press(&mut window, Key::Enter);
    assert_eq!(window.state().wishes, []);
}

#[test]
fn days_before_the_last_two_months_are_found_by_their_date_alone() {
    let mut ids = Ids::new();
    let mut records = catalogues();
    records.extend(full_day(&mut ids, day(59)));
    records.extend(full_day(&mut ids, day(60)));
    let mut window = finder(model_of(records));
    type_text(&mut window, "long run");
    assert_eq!(rows(&window).len(), 1);
}

#[test]
fn before_anything_is_typed_all_commands_are_there_and_the_last_days() {
    let window = finder(model());
    let rows = rows(&window);
    assert_eq!(rows.len(), actions(&model()).len() + 5);
    assert!(rows[rows.len() - 5].starts_with("Tuesday 24 November"), "{rows:?}");
}

#[test]
fn the_arrows_choose_and_stop_at_both_ends() {
    let mut window = finder(model());
    type_text(&mut window, "record");
    let all = rows(&window);
    press(&mut window, Key::ArrowUp);
    assert_eq!(chosen(&window), all[0]);
    press(&mut window, Key::ArrowDown);
    press(&mut window, Key::ArrowDown);
    assert_eq!(chosen(&window), all[2]);
    for _ in 0..40 {
        press(&mut window, Key::ArrowDown);
    }
    assert_eq!(chosen(&window), *all.last().unwrap());
    type_text(&mut window, " night");
    assert_eq!(chosen(&window), "Record a night, Ctrl+N");
}

#[test]
fn a_row_can_be_pressed() {
    let mut window = finder(model());
    window.get_by_label("Journal, Ctrl+3").click();
    window.run();
    let place = Command::Go(afterrun::app::Place::Journal);
    assert_eq!(window.state().wishes, chosen_by(place));
}

#[test]
fn what_cannot_be_done_now_says_why_and_does_nothing() {
    let mut with_job = model();
    with_job.job = Some(RunningJob {
        label: "Importing".to_owned(),
        progress: None,
    });
    let mut read_only = model();
    read_only.read_only = true;
    for (model, letters, told) in [
        (
            with_job,
            "export every",
            "Export everything…, not now: Not while importing is under way",
        ),
        (
            read_only,
            "record a run",
            "Record a run, not now: This journal can only be read here",
        ),
        (
            model_of(catalogues()),
            "undo",
            "Undo, not now: There is nothing to undo",
        ),
        (
            model_of(catalogues()),
            "theme as",
            "Theme as the system, not now: It is so already",
        ),
    ] {
        let mut window = finder(model);
        type_text(&mut window, letters);
        assert_eq!(chosen(&window), told);
        let row = window.get_by_label(told);
        assert!(row.accesskit_node().is_disabled());
        press(&mut window, Key::Enter);
        assert_eq!(window.state().wishes, [], "{told}");
    }
}

#[test]
fn nothing_found_is_said() {
    let mut window = finder(model());
    type_text(&mut window, "xyzzy");
    assert!(window.query_by_label_contains("Nothing is called that").is_some());
    press(&mut window, Key::Enter);
    assert_eq!(window.state().wishes, []);
}

#[test]
fn who_listens_hears_which_row_is_chosen() {
    let mut window = finder(model());
    press(&mut window, Key::ArrowDown);
    assert!(window.get_by_label("Checklist, Ctrl+2").is_focused());
    // And yet what is typed goes into the field.
    type_text(&mut window, "undo");
    assert!(window.get_by_label("Undo “run”, Ctrl+Z").is_focused());
}

#[test]
fn escape_and_the_key_that_opened_it_put_it_away_and_do_nothing_else() {
    for (modifiers, key) in [(Modifiers::NONE, Key::Escape), (Modifiers::COMMAND, Key::K)] {
        let mut window = finder(model());
        type_text(&mut window, "undo");
        window.key_press_modifiers(modifiers, key);
        window.run();
        assert_eq!(window.state().wishes, [Command::HideSheet]);
    }
}

#[test]
fn the_keys_name_every_shortcut_of_the_table() {
    let window = open(model(), Sheet::Keys);
    let with_keys = actions(&model());
    let with_keys: Vec<_> = with_keys.into_iter().filter(|it| it.shortcut.is_some()).collect();
    assert!(with_keys.len() >= 17, "{}", with_keys.len());
    for action in with_keys {
        let named = format!("{}, ", action.label);
        let lines = window.query_all_by_label_contains(&named);
        assert_eq!(lines.count(), 1, "{}", action.label);
    }
    for line in [
        "All keys, ?",
        "Settings, Ctrl+,",
        "Redo “night”, Ctrl+Shift+Z",
        "Score what has the keyboard, 0 to 9, X for 10",
        "Start, hold or go on, Space",
        "Save, Ctrl+Enter",
        "The one before, Shift+Tab",
    ] {
        assert!(window.query_by_label(line).is_some(), "{line}");
    }
}

#[test]
fn escape_puts_the_keys_away() {
    let mut window = open(model(), Sheet::Keys);
    press(&mut window, Key::Escape);
    assert_eq!(window.state().wishes, [Command::HideSheet]);
}
