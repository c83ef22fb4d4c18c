//! Each of the twelve tips, from a run that is saved to its row in the export.
//!
//! A new runner saves a long run in the window, answers the health questions, takes the checklist that is
//! offered, waits until the step opens, does it as the screen says, and notes what the tip asks for. Then the
//! record must be in the file, its line in the Journal, and its row in what `afterrun export` writes.

use std::collections::BTreeMap;
use std::process::Command;

use afterrun::domain::protocol::{StepState, StepView, Walk};
use afterrun::domain::{Answer, Journal, Practice};
use afterrun::store::{OpenMode, Store};
use egui::{Key, Role};
use serde_json::{Value, json};

use crate::stage::{LIGHT, NOW_MS, Stage, View};

/// High enough for a whole step with all its fields.
const HIGH: View = View {
    size: [1280.0, 1600.0],
    ..LIGHT
};

/// A long run that was just saved in the window of a new journal, its checklist begun at `step`, which can be
/// begun by now.
fn at_step(name: &str) -> Stage {
    let mut stage = Stage::empty(HIGH);
    stage.ctrl(Key::Comma);
    stage.press_button("Answer the questions");
    stage.press_button("None of these");
    stage.ctrl(Key::R);
    stage.type_into("Distance", "18.2");
    stage.type_into("Time", "1:41:00");
    stage.click("Save the run");
    stage.press(Key::Enter);
    stage.ctrl(Key::Num2);
    open_at_its_time(&mut stage, name);
    stage.choose(name);
    stage
}

/// Moves the clock to when the step opens.
fn open_at_its_time(stage: &mut Stage, name: &str) {
    let model = &stage.app().model;
    let walk = Walk::of(&model.journal, model.journal.checklists[0].meta.id, model.now).unwrap();
    let step = walk.steps.iter().find(|it| it.step.name() == name).unwrap();
    let opens_ms = match step.state {
        StepState::Waiting { until } => until.ms,
        StepState::Ready => NOW_MS + 60_000,
        other => panic!("{name} is {other:?}"),
    };
    stage.clock.set(opens_ms);
    stage.settle();
    stage.leave_missed();
}

impl Stage {
    /// Starts the timer of the step and lets its whole time pass.
    fn do_it_all(&mut self) {
        self.press_button("Start");
        let model = &self.app().model;
        let walk = Walk::of(&model.journal, model.journal.checklists[0].meta.id, model.now).unwrap();
        let seconds = walk.steps[walk.next.unwrap()].length_s();
        let beside = walk.steps.iter().find(|it| it.step.beside && it.state.is_under_way());
        let seconds = beside.map_or(seconds, StepView::length_s);
        self.pass(seconds);
        self.leave_missed();
        assert!(self.shows("Time is up"));
    }

    /// The clock went on at once, as in a computer that slept: what was missed is left open.
    fn leave_missed(&mut self) {
        if self.shows("While you were away") {
            self.press_button("Leave the rest open");
        }
    }

    fn more(&mut self) {
        self.press_button("More to note");
    }

    fn radio(&mut self, name: &str) {
        self.click_role(Role::RadioButton, name);
    }
}

/// The journal as it is in the file.
fn filed(stage: &Stage) -> Journal {
    let mode = OpenMode {
        create: false,
        read_only: true,
        zone: "Europe/Oslo".to_owned(),
        now_ms: NOW_MS,
    };
    Store::open(&stage.journal, &mode).unwrap().load().unwrap()
}

/// The rows of `file` in what the program exports.
fn exported(stage: &Stage, file: &str) -> Vec<BTreeMap<String, String>> {
    let folder = tempfile::tempdir().unwrap();
    let done = Command::new(env!("CARGO_BIN_EXE_afterrun"))
        .arg("--journal")
        .arg(&stage.journal)
        .arg("export")
        .arg(folder.path().join("out"))
        .output()
        .unwrap();
    assert!(done.status.success(), "{done:?}");
    let mut rows = csv::Reader::from_path(folder.path().join("out").join(file)).unwrap();
    rows.deserialize().map(Result::unwrap).collect()
}

/// Checks that the one practice of `habit` has these columns and this detail: in the file, in the export, and
/// that the Journal says `told` about it.
fn is_recorded(
    stage: &mut Stage,
    habit: &str,
    (minutes, amount, temperature): (Option<f64>, Option<f64>, Option<f64>),
    detail: &Value,
    told: &[&str],
) {
    let journal = filed(stage);
    let practices: Vec<&Practice> = journal.practices.iter().collect();
    let [practice] = practices[..] else {
        panic!("one practice of {habit}, not {practices:?}");
    };
    assert_eq!((practice.habit.as_str(), practice.answer), (habit, Answer::Yes));
    assert_eq!(practice.run_id, Some(journal.activities[0].meta.id));
    assert_eq!(
        (practice.minutes, practice.amount, practice.temperature_c),
        (minutes, amount, temperature)
    );
    assert_eq!(practice.meta.detail.as_ref().unwrap_or(&json!({})), detail);

    let rows = exported(stage, "habits.csv");
    let row = rows.iter().find(|it| it["habit"] == habit).unwrap();
    let shown = |value: Option<f64>| value.map_or_else(String::new, |it| format!("{it}"));
    assert_eq!(row["answer"], "yes");
    assert_eq!(row["minutes"], shown(minutes));
    assert_eq!(row["amount"], shown(amount));
    assert_eq!(row["temperature_c"], shown(temperature));
    let written: Value = serde_json::from_str(&row["detail"]).unwrap_or(json!({}));
    assert_eq!(&written, detail);

    stage.ctrl(Key::Num3);
    for words in told {
        assert!(stage.shows(words), "the Journal does not say {words}");
    }
}

#[test]
fn tip_1_the_cool_down_with_how_and_the_pulse_at_its_end() {
    let mut stage = at_step("Cool down");
    stage.do_it_all();
    stage.radio("Walk");
    stage.more();
    stage.type_into("Pulse at the end", "118");
    stage.press_button("Done");
    let detail = json!({"mode": "walk", "hr_end": 118.0});
    let told = ["Cool-down · 8 min", "118 beats/min"];
    is_recorded(&mut stage, "cool_down", (Some(8.0), None, None), &detail, &told);
}

#[test]
fn tip_2_what_was_drunk_with_the_weight_before_and_after() {
    let mut stage = at_step("Drink");
    stage.type_into("How much", "600");
    stage.click_role(Role::CheckBox, "Drank to thirst");
    stage.more();
    stage.type_into("Weight before", "71.2");
    stage.type_into("Weight after", "70");
    stage.type_into("Sodium", "500");
    stage.press_button("Done");
    let detail = json!({"to_thirst": true, "mass_before": 71.2, "mass_after": 70.0, "sodium_mg": 500.0});
    let told = ["600 ml", "500 mg"];
    is_recorded(&mut stage, "hydration", (None, Some(600.0), None), &detail, &told);
}

#[test]
fn tip_2_the_snack_in_grams() {
    let mut stage = at_step("Eat a snack");
    stage.type_into("Carbohydrate", "62");
    stage.type_into("Protein", "21");
    assert!(stage.shows("3 : 1"));
    stage.press_button("Done");
    let detail = json!({"carbs_g": 62.0, "protein_g": 21.0});
    let told = ["62 g", "21 g"];
    is_recorded(&mut stage, "snack", (None, None, None), &detail, &told);
}

#[test]
fn tip_3_stretching_muscle_by_muscle() {
    let mut stage = at_step("Stretch");
    stage.do_it_all();
    stage.press_button("Done");
    let muscles = ["quads", "hamstrings", "glutes", "calf"];
    let detail = json!({"muscles": muscles, "hold_s": 20.0, "repeats": 1.0});
    let told = ["Front of the thigh, Back of the thigh, Buttocks, Calf"];
    is_recorded(&mut stage, "stretching", (Some(2.7), None, None), &detail, &told);
}

#[test]
fn tip_4_rolling_muscle_by_muscle_with_its_pressure() {
    let mut stage = at_step("Foam roll");
    stage.do_it_all();
    stage.more();
    stage.radio("Pressure 6");
    stage.press_button("Done");
    let detail = json!({"muscles": ["calf", "quads", "hamstrings", "glutes"], "pressure": 6});
    let told = ["Foam rolling · 8 min", "Pressure 6"];
    is_recorded(&mut stage, "foam_rolling", (Some(8.0), None, None), &detail, &told);
}

#[test]
fn tip_5_cold_water_with_its_degrees_and_depth() {
    let mut stage = at_step("Cold water");
    stage.do_it_all();
    stage.replace("Temperature", "18");
    stage.radio("Bath");
    stage.more();
    stage.radio("To the waist");
    stage.press_button("Done");
    let detail = json!({"mode": "bath", "depth": "waist"});
    let told = ["Ice bath · 5 min · 18 °C", "To the waist"];
    is_recorded(&mut stage, "ice_bath", (Some(5.0), None, Some(18.0)), &detail, &told);
}

#[test]
fn tip_5_an_ice_pack_on_one_place() {
    let mut stage = at_step("Cold water");
    stage.press_button("To note");
    stage.replace("Minutes", "12");
    stage.replace("Temperature", "");
    stage.press(Key::Backspace);
    stage.radio("Ice pack");
    stage.more();
    stage.click_role(Role::CheckBox, "Ice pack on: Calf");
    stage.press_button("Done");
    let detail = json!({"mode": "pack", "pack_on": ["calf"]});
    is_recorded(&mut stage, "ice_bath", (Some(12.0), None, None), &detail, &["Ice pack"]);
}

#[test]
fn tip_6_compression_with_what_was_worn() {
    let mut stage = at_step("Wear compression");
    stage.do_it_all();
    stage.choose("Wear compression");
    stage.radio("Tights");
    stage.more();
    stage.type_into("Pressure class", "20");
    stage.press_button("Done");
    let detail = json!({"garment": "tights", "mmhg": 20.0});
    let told = ["Compression · 2 h", "Tights"];
    is_recorded(&mut stage, "compression", (Some(120.0), None, None), &detail, &told);
}

#[test]
fn tip_7_easy_movement_on_the_next_day() {
    let mut stage = at_step("Move easily");
    stage.do_it_all();
    stage.radio("Swim");
    stage.more();
    stage.radio("Effort, 0 rest to 10 maximal 2");
    stage.press_button("Done");
    let detail = json!({"sport": "swim", "effort": 2});
    let told = ["30 min", "Swim"];
    is_recorded(&mut stage, "active_recovery", (Some(30.0), None, None), &detail, &told);
}

#[test]
fn tip_8_the_warm_bath_with_its_degrees_and_salt() {
    let mut stage = at_step("Take a warm bath");
    stage.do_it_all();
    stage.radio("Whole body");
    stage.more();
    stage.type_into("Salt", "400");
    stage.press_button("Done");
    let detail = json!({"soaked": "body", "salt_g": 400.0});
    let told = ["15 min · 38 °C", "400 g"];
    is_recorded(&mut stage, "epsom_soak", (Some(15.0), None, Some(38.0)), &detail, &told);
}

#[test]
fn tip_9_the_night_with_its_times_and_how_the_room_was() {
    let mut stage = at_step("Sleep");
    stage.clock.set(NOW_MS + 13 * 3_600_000);
    stage.settle();
    stage.leave_missed();
    stage.press_button("Record a night");
    stage.type_into("To bed at", "22:30");
    stage.type_into("Awake at", "6:30");
    stage.click_role(Role::CheckBox, "The room was dark");
    stage.ctrl(Key::Enter);
    let journal = filed(&stage);
    let night = &journal.nights[0];
    assert_eq!(night.in_bed_min(), Some(480.0));
    assert_eq!(night.meta.detail, Some(json!({"dark": true})));
    let model = &stage.app().model;
    let walk = Walk::of(&model.journal, model.journal.checklists[0].meta.id, model.now).unwrap();
    assert_eq!(walk.step("sleep").unwrap().state, StepState::Done);
    let rows = exported(&stage, "sleep.csv");
    assert!(rows[0]["bed_at"].starts_with("2026-11-24T22:30") && rows[0]["detail"].contains("dark"));
    stage.ctrl(Key::Num3);
    assert!(stage.shows("Slept"));
}

#[test]
fn tip_10_a_supplement_with_its_dose_food_and_batch() {
    let mut stage = at_step("Note supplements");
    stage.press_button("Record a supplement");
    stage.type_into("Supplement", "Collagen");
    stage.type_into("Dose", "10");
    stage.type_into("Unit", "g");
    stage.click_role(Role::CheckBox, "With food");
    stage.ctrl(Key::Enter);
    let journal = filed(&stage);
    let taken = &journal.intakes[0];
    assert_eq!(
        (taken.supplement.as_str(), taken.dose, taken.unit.as_str()),
        ("collagen", Some(10.0), "g")
    );
    assert_eq!(taken.meta.detail, Some(json!({"with_food": true})));
    let rows = exported(&stage, "supplements.csv");
    assert_eq!((&*rows[0]["dose"], &*rows[0]["unit"]), ("10", "g"));
    assert!(rows[0]["detail"].contains("with_food"));
    stage.ctrl(Key::Num3);
    assert!(stage.shows("Collagen · 10 g"));
}

#[test]
fn tip_11_unwinding_with_how_calm_it_made() {
    let mut stage = at_step("Breathe and unwind");
    stage.do_it_all();
    stage.radio("Breathing");
    stage.more();
    stage.radio("Calm before, 1 not at all to 7 very 3");
    stage.radio("Calm after, 1 not at all to 7 very 6");
    stage.press_button("Done");
    let detail = json!({"practice": "breathing", "calm_before": 3, "calm_after": 6});
    let told = ["10 min", "Breathing"];
    is_recorded(&mut stage, "mindfulness", (Some(10.0), None, None), &detail, &told);
}

#[test]
fn tip_12_company_with_how_long_and_with_how_many() {
    let mut stage = at_step("Share the run");
    stage.radio("Shared a meal");
    stage.more();
    stage.type_into("Minutes", "45");
    stage.type_into("With how many", "3");
    stage.radio("Mood after it, 1 bad to 7 great 6");
    stage.press_button("Done");
    let detail = json!({"kind": "meal", "social_minutes": 45.0, "with_people": 3.0, "mood_after": 6});
    let told = ["Shared a meal"];
    is_recorded(&mut stage, "social", (None, None, None), &detail, &told);
}
