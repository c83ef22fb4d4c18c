//! The line on Today: the same grammar as `afterrun add`, by keyboard.

use std::path::Path;
use std::process::Command;

use afterrun::app::{Commands, Model, ThemeChoice};
use afterrun::domain::time::zone;
use afterrun::domain::{Batch, Id, Journal, Label, Meta, Night, Record, Settings, Slug, Stamp, Supplement};
use afterrun::store::{OpenMode, Store};
use afterrun::theme;
use afterrun::ui::screens::today::{TodayState, today_ui};
use egui::{Key, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use jiff::civil::date;
use serde_json::Value;

use super::stage::{LIGHT, NOW_MS, Stage, View};

/// 2026-11-24, 22:05 in Oslo.
const LATE_MS: i64 = NOW_MS + (3 * 60 + 35) * 60_000;
const LINE: &str = "10.2k 54:30 rpe 6 | calf L 4, quads 3 | sleep 7h15 | magnesium 400mg 21:30 | foam roll 12m | yesterday ice bath 10m 15C";
const FIELD: &str = "Quick entry";

/// A window late in the evening, the keyboard in the line.
fn stage(view: View) -> Stage {
    evening(Stage::empty(view))
}

fn evening(mut stage: Stage) -> Stage {
    stage.clock.set(LATE_MS);
    stage.settle();
    stage.ctrl(Key::L);
    stage
}

/// A journal with a supplement.
fn with_magnesium() -> Stage {
    let magnesium = Record::Supplement(Supplement {
        meta: Meta::manual(Slug::of("magnesium")),
        name: "Magnesium".to_owned(),
        default_dose: None,
        unit: "mg".to_owned(),
        aliases: Vec::new(),
    });
    evening(Stage::over(LIGHT, |store| {
        store
            .write(&Batch::putting(Label::new("x"), [magnesium]), NOW_MS)
            .unwrap();
    }))
}

/// Types into what has the keyboard.
fn type_on(stage: &mut Stage, text: &str) {
    stage.harness.event(egui::Event::Text(text.to_owned()));
    stage.settle();
}

fn text(stage: &Stage) -> String {
    let field = stage.harness.get_by_role_and_label(Role::MultilineTextInput, FIELD);
    field.accesskit_node().value().unwrap_or_default()
}

fn has_keyboard(stage: &Stage) -> bool {
    let field = stage.harness.get_by_role_and_label(Role::MultilineTextInput, FIELD);
    field.accesskit_node().is_focused()
}

fn afterrun(journal: &Path, args: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_afterrun"))
        .args(args)
        .env("AFTERRUN_JOURNAL", journal)
        .output()
        .unwrap();
    assert!(output.status.success(), "{args:?}: {output:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// All records and both catalogues, without what names records; in an order of their own.
fn records(journal: &Path) -> Vec<String> {
    let catalogues = afterrun(journal, &["list", "--json", "supplement", "habit"]);
    let said = afterrun(journal, &["list", "--json"]) + &catalogues;
    let mut records: Vec<_> = said
        .lines()
        .map(|line| {
            let mut it: Value = serde_json::from_str(line).unwrap();
            let fields = it.as_object_mut().unwrap();
            fields.remove("id");
            // Which run it is, is told by its having one.
            if let Some(run) = fields.get_mut("run_id") {
                *run = Value::from(!run.is_null());
            }
            it.to_string()
        })
        .collect();
    records.sort();
    records
}

#[test]
fn the_line_leaves_in_the_journal_what_afterrun_add_leaves() {
    let mut stage = stage(LIGHT);
    type_on(&mut stage, LINE);
    assert!(stage.shows("Run, 10.2 km in 54:30, effort 6 of 10, today 21:10 to 22:04"));
    assert!(stage.shows("Ice bath, 10 min, 15 °C, yesterday"));
    assert!(stage.shows("7 records · Enter"));
    stage.press(Key::Enter);
    assert_eq!(text(&stage), "");
    assert!(stage.app().model.drafts.is_empty());
    let by_window = records(&stage.journal);

    let folder = tempfile::tempdir().unwrap();
    let other = folder.path().join("other.db");
    let mode = OpenMode {
        create: true,
        read_only: false,
        zone: "Europe/Oslo".to_owned(),
        now_ms: NOW_MS,
    };
    drop(Store::open(&other, &mode).unwrap());
    let now = Stamp::in_zone(LATE_MS, &zone("Europe/Oslo")).to_rfc3339();
    afterrun(&other, &["add", "--now", &now, LINE]);
    let by_command = records(&other);
    assert_eq!(by_window, by_command);
    // Seven of the line, the new supplement, and the built-in habits.
    assert!(by_window.len() > 8, "{by_window:?}");
}

#[test]
fn a_run_from_the_line_is_offered_its_checklist_and_all_of_it_is_one_undo() {
    let mut stage = stage(LIGHT);
    let before = stage.app().model.journal.records().count();
    type_on(&mut stage, LINE);
    stage.press(Key::Enter);
    assert!(stage.shows("Well run."));
    stage.press(Key::Enter);
    assert_eq!(stage.app().model.journal.checklists.len(), 1);
    stage.ctrl(Key::Z);
    stage.ctrl(Key::Z);
    assert_eq!(stage.app().model.journal.records().count(), before);
}

#[test]
fn after_other_records_the_keyboard_stays_in_the_line() {
    let mut stage = stage(LIGHT);
    type_on(&mut stage, "stretching 10m");
    stage.press(Key::Enter);
    assert_eq!(stage.app().model.offer, None);
    type_on(&mut stage, "calf 3");
    stage.press(Key::Enter);
    let journal = &stage.app().model.journal;
    assert_eq!((journal.practices.len(), journal.soreness.len()), (1, 1));
}

#[test]
fn what_is_wrong_is_said_at_its_place_and_nothing_is_saved() {
    let mut stage = stage(LIGHT);
    type_on(&mut stage, "10.2k 54:30 rpe 12 | stretching");
    assert!(stage.shows("“12”: This is outside what is taken here, 0 to 10"));
    assert!(stage.shows("Stretching, today"), "the rest is still shown");
    assert!(!stage.shows("records 1"));
    stage.press(Key::Enter);
    assert_eq!(stage.app().model.journal.activities.len(), 0);
    assert_eq!(stage.app().model.journal.practices.len(), 0);
    assert_eq!(text(&stage), "10.2k 54:30 rpe 12 | stretching");
    assert!(has_keyboard(&stage));
}

#[test]
fn of_the_word_being_typed_nothing_is_said_before_enter() {
    let mut stage = stage(LIGHT);
    type_on(&mut stage, "calf 4 | zzz");
    assert!(!stage.shows("not known here"));
    stage.press(Key::Enter);
    assert!(stage.shows("“zzz” is not known here"));
    type_on(&mut stage, "z");
    assert!(!stage.shows("not known here"));
}

#[test]
fn a_name_is_completed_by_tab_or_enter_and_recorded_by_the_next() {
    for key in [Key::Tab, Key::Enter] {
        let mut stage = with_magnesium();
        type_on(&mut stage, "10k 54:30 | magn");
        assert!(stage.shows("Magnesium"));
        stage.press(key);
        assert_eq!(text(&stage), "10k 54:30 | Magnesium ", "{key:?}");
        assert_eq!(stage.app().model.journal.intakes.len(), 0);
        type_on(&mut stage, "400");
        stage.press(Key::Enter);
        assert_eq!(stage.app().model.journal.intakes[0].dose, Some(400.0));
    }
}

#[test]
fn the_arrows_choose_among_completions() {
    let mut stage = stage(LIGHT);
    type_on(&mut stage, "hi");
    stage.press(Key::ArrowDown);
    stage.press(Key::Tab);
    assert_eq!(text(&stage), "hip ");
}

#[test]
fn escape_puts_the_completions_away_and_a_known_word_has_none() {
    let mut stage = stage(LIGHT);
    type_on(&mut stage, "stretchi");
    stage.press(Key::Escape);
    assert!(has_keyboard(&stage));
    assert_eq!(text(&stage), "stretchi");
    type_on(&mut stage, "ng");
    stage.press(Key::Enter);
    assert_eq!(stage.app().model.journal.practices.len(), 1);
}

#[test]
fn what_is_typed_outlives_another_place_and_a_restart() {
    let mut stage = stage(LIGHT);
    type_on(&mut stage, "calf L 4");
    stage.ctrl(Key::Num3);
    stage.ctrl(Key::Num1);
    assert_eq!(text(&stage), "calf L 4");
    let mut stage = evening(stage.reopened(LIGHT));
    assert_eq!(text(&stage), "calf L 4");
    stage.press(Key::Enter);
    assert_eq!(stage.app().model.journal.soreness.len(), 1);
    let stage = stage.reopened(LIGHT);
    assert_eq!(text(&stage), "");
}

#[test]
fn the_shortcut_comes_from_any_place_and_puts_the_keyboard_into_the_line() {
    let mut stage = Stage::empty(LIGHT);
    stage.ctrl(Key::Num4);
    stage.ctrl(Key::L);
    assert!(has_keyboard(&stage));
    type_on(&mut stage, "stretching");
    assert_eq!(text(&stage), "stretching");
}

#[test]
fn the_finder_leads_to_the_line_too() {
    let mut stage = Stage::empty(LIGHT);
    // Also where something else had the keyboard, and would get it back.
    stage.type_into("Slept", "7");
    stage.ctrl(Key::K);
    type_on(&mut stage, "quick");
    stage.press(Key::Enter);
    assert!(has_keyboard(&stage));
}

#[test]
fn a_journal_that_can_only_be_read_has_no_line() {
    let shown = |read_only| {
        let journal = Journal::empty(Settings::for_zone("Europe/Oslo"));
        let mut model = Model::new(journal, "journal.db".into(), NOW_MS);
        model.read_only = read_only;
        let harness = Harness::builder().with_context_setup(theme::install).build_ui_state(
            |ui, (model, state): &mut (Model, TodayState)| today_ui(ui, model, state, &mut Commands::default()),
            (model, TodayState::default()),
        );
        harness.query_by_label(FIELD).is_some()
    };
    assert!(shown(false));
    assert!(!shown(true));
}

#[test]
fn what_is_now_goes_on_while_the_line_is_left_alone() {
    let mut stage = stage(LIGHT);
    type_on(&mut stage, "calf 4");
    assert!(stage.shows("today 22:05"));
    stage.clock.set(LATE_MS + 60_000);
    stage.settle();
    assert!(stage.shows("today 22:06"));
}

#[test]
fn a_night_of_today_is_added_to() {
    let mut stage = evening(Stage::over(LIGHT, |store| {
        let night = Night {
            quality: Some(4),
            ..Night::new(Meta::manual(Id::fresh(NOW_MS)), date(2026, 11, 24))
        };
        let batch = Batch::putting(Label::new("x"), [Record::Night(night)]);
        store.write(&batch, NOW_MS).unwrap();
    }));
    type_on(&mut stage, "sleep 7h15");
    assert!(stage.shows("Added to the night that ended today, 7 h 15 min asleep"));
    stage.press(Key::Enter);
    let nights = &stage.app().model.journal.nights;
    assert_eq!(nights.len(), 1);
    assert_eq!((nights[0].asleep_min, nights[0].quality), (Some(435.0), Some(4)));
}

#[test]
fn the_line_is_as_it_was_looked_at() {
    let mut results = egui_kittest::SnapshotResults::new();
    let dark = View {
        theme: ThemeChoice::Dark,
        ..LIGHT
    };
    let large = View {
        text_percent: 200,
        size: [900.0, 600.0],
        ..dark
    };
    for (view, name) in [(LIGHT, "light"), (dark, "dark"), (large, "large_text")] {
        let mut stage = stage(view);
        type_on(&mut stage, LINE);
        stage.ctrl(Key::L);
        results.add(stage.harness.try_snapshot(format!("quick_{name}")));
    }
    let mut stage = with_magnesium();
    type_on(&mut stage, "10.2k 54:30 rpe 12 | clf L 4 | ma");
    results.add(stage.harness.try_snapshot("quick_wrong_light"));
}
