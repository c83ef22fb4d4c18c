//! Each kind recorded by keyboard alone; what is wrong is said, and nothing is emitted.

use afterrun::app::command::{Command, FormKind, Then};
use afterrun::domain::{Answer, Rating, Record, Scale, Slug, When};
use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use jiff::civil::date;

use super::harness::{TODAY, at, open};

#[test]
fn a_run_is_recorded_by_keyboard_and_offers_its_checklist() {
    let mut it = open(FormKind::Run);
    it.typing("10.2").tab(1).typing("54:30");
    assert!(it.says("gives 5:21 /km"));
    assert!(it.says("ends 18:29"));
    it.choose(Role::RadioButton, "Easy run");
    it.choose(Role::RadioButton, "Effort 6: harder than hard");
    it.save();
    let [Record::Activity(run)] = &it.records()[..] else {
        panic!("one activity: {:?}", it.records());
    };
    assert_eq!(
        (run.distance_m, run.elapsed_s, run.rpe),
        (Some(10_200.0), Some(3270.0), Some(6.0))
    );
    assert_eq!(run.started_at, at("2026-11-24T17:35:00+01:00"));
    assert_eq!((run.moving_s, run.feel, run.avg_hr), (None, None, None));
    assert_eq!(it.saved().unwrap().label.words(), "run of 10.2 km");
    let then = it.0.state().all.iter().find_map(|it| match it {
        Command::Save { then, draft, .. } => Some((*then, draft.clone())),
        _ => None,
    });
    assert_eq!(
        then,
        Some((Then::OfferChecklist(run.meta.id), Some("run/new".to_owned())))
    );
}

#[test]
fn another_session_offers_no_checklist() {
    let mut it = open(FormKind::Run);
    it.tab(1).typing("45").choose(Role::RadioButton, "Strength").save();
    let then = it.0.state().all.iter().find_map(|it| match it {
        Command::Save { then, .. } => Some(*then),
        _ => None,
    });
    assert_eq!(then, Some(Then::Nothing));
}

#[test]
fn a_night_is_saved_by_enter_in_its_first_field() {
    let mut it = open(FormKind::Night);
    it.typing("7h15").press(Key::Enter);
    let [Record::Night(night)] = &it.records()[..] else {
        panic!("one night");
    };
    assert_eq!(
        (night.asleep_min, night.day, night.bed_at, night.nap),
        (Some(435.0), TODAY, None, false)
    );
}

#[test]
fn last_night_is_suggested_and_taken_over_only_when_pressed() {
    let mut it = open(FormKind::Night);
    it.save();
    assert_eq!(it.saved(), None);
    it.choose(Role::Button, "Same as last time: 7 h 10 min").save();
    let [Record::Night(night)] = &it.records()[..] else {
        panic!("one night");
    };
    assert_eq!(night.asleep_min, Some(430.0));
}

#[test]
fn how_the_room_was_and_the_minutes_awake_are_noted_with_the_night() {
    let mut it = open(FormKind::Night);
    it.typing("7").choose(Role::CheckBox, "The room was dark");
    it.choose(Role::CheckBox, "The room was cool");
    it.fill("Awake in between", "25").save();
    let [Record::Night(night)] = &it.records()[..] else {
        panic!("one night");
    };
    let noted = serde_json::json!({ "dark": true, "cool": true, "awake_min": 25 });
    assert_eq!((night.asleep_min, &night.meta.detail), (Some(420.0), &Some(noted)));

    let mut it = open(FormKind::Night);
    it.typing("7").save();
    let [Record::Night(night)] = &it.records()[..] else {
        panic!("one night");
    };
    assert_eq!(night.meta.detail, None, "not ticked is not recorded");
}

#[test]
fn food_and_batch_are_noted_with_what_was_taken_and_not_with_what_was_not() {
    for (answer, detail) in [
        ("Taken", Some(serde_json::json!({ "with_food": true, "batch": "A 7" }))),
        ("Not taken that day", None),
    ] {
        let mut it = open(FormKind::Intake);
        it.typing("Magnesium").choose(Role::CheckBox, "With food");
        it.tab_to(Role::RadioButton, "Taken").tab(1);
        it.fill("Batch on the package", "A 7");
        it.choose(Role::RadioButton, answer).save();
        let [Record::Intake(taken)] = &it.records()[..] else {
            panic!("one intake: {:?}", it.records());
        };
        assert_eq!(taken.meta.detail, detail, "{answer}");
    }
}

#[test]
fn a_known_supplement_is_suggested_with_its_last_dose() {
    let mut it = open(FormKind::Intake);
    it.typing("magn").choose(Role::Button, "Magnesium");
    it.choose(Role::Button, "Same as last time: 400 mg").save();
    let [Record::Intake(taken)] = &it.records()[..] else {
        panic!("one intake: {:?}", it.records());
    };
    assert_eq!(
        (taken.supplement.as_str(), taken.dose, taken.unit.as_str()),
        ("magnesium", Some(400.0), "mg")
    );
    assert_eq!((taken.answer, taken.at), (Answer::Yes, at("2026-11-24T18:32:00+01:00")));
}

#[test]
fn a_new_supplement_becomes_part_of_the_catalogue_in_the_same_batch() {
    let mut it = open(FormKind::Intake);
    it.typing("Tart cherry").fill("Dose", "30").tab(1).typing("ml").save();
    let [Record::Supplement(entry), Record::Intake(taken)] = &it.records()[..] else {
        panic!("entry and intake: {:?}", it.records());
    };
    assert_eq!(
        (entry.name.as_str(), &entry.meta.id),
        ("Tart cherry", &taken.supplement)
    );
    assert_eq!(taken.dose, Some(30.0));
}

#[test]
fn none_of_the_usual_answers_no_for_each() {
    let mut it = open(FormKind::Intake);
    it.choose(Role::RadioButton, "None of the usual");
    assert!(it.says("Not taken that day: Magnesium"));
    it.save();
    let [Record::Intake(not)] = &it.records()[..] else {
        panic!("one answer");
    };
    assert_eq!(
        (not.supplement.as_str(), not.answer, not.dose),
        ("magnesium", Answer::No, None)
    );
}

#[test]
fn habits_of_a_day_are_answered_in_one_list() {
    let mut it = open(FormKind::Practice);
    it.choose(Role::CheckBox, "Foam rolling: Yes");
    it.fill("Foam rolling: Minutes", "12");
    it.choose(Role::CheckBox, "Ice bath: No").save();
    let [Record::Practice(rolled), Record::Practice(bath)] = &it.records()[..] else {
        panic!("two answers: {:?}", it.records());
    };
    assert_eq!(
        (rolled.habit.as_str(), rolled.answer, rolled.minutes),
        ("foam_rolling", Answer::Yes, Some(12.0))
    );
    assert_eq!(rolled.when, When::On(TODAY));
    assert_eq!(
        (bath.habit.as_str(), bath.answer, bath.minutes),
        ("ice_bath", Answer::No, None)
    );
}

#[test]
fn an_own_habit_is_added_with_its_first_answer_and_one_is_hidden() {
    let mut it = open(FormKind::Practice);
    it.choose(Role::Button, "Hide Snack after the run");
    it.choose(Role::Button, "Add a habit of your own").typing("Sauna");
    it.choose(Role::RadioButton, "Minutes");
    it.choose(Role::CheckBox, "This new habit: Yes");
    it.fill("This new habit: Minutes", "15").save();
    let [Record::Habit(sauna), Record::Habit(snack), Record::Practice(done)] = &it.records()[..] else {
        panic!("two habits and an answer: {:?}", it.records());
    };
    assert_eq!(
        (sauna.name.as_str(), sauna.builtin, sauna.hidden),
        ("Sauna", false, false)
    );
    assert_eq!((snack.meta.id.as_str(), snack.hidden), ("snack", true));
    assert_eq!((&done.habit, done.minutes), (&Slug::of("Sauna"), Some(15.0)));
}

#[test]
fn a_check_in_is_given_by_digits_and_words() {
    let mut it = open(FormKind::CheckIn);
    it.press(Key::Num4).choose(Role::RadioButton, "Mood 2: good").save();
    let [Record::CheckIn(day)] = &it.records()[..] else {
        panic!("one check-in");
    };
    let rating = |value| {
        Some(Rating {
            value,
            scale: Scale::Five15,
        })
    };
    assert_eq!((day.fatigue, day.stress, day.mood), (rating(4.0), None, rating(2.0)));
    assert_eq!(day.day, TODAY);
}

#[test]
fn what_is_wrong_is_said_at_its_field_and_nothing_is_saved() {
    for (kind, field, text, why) in [
        (FormKind::Run, "Time", "soon", "This is not a duration"),
        (FormKind::Run, "Day", "x", "This is not a day"),
        (FormKind::Night, "Slept", "30", "A sleep is taken from"),
        (FormKind::Night, "Awake at", "23:00", "still to come"),
        (FormKind::Soreness, "Time of day", "7:99", "This is not a clock time"),
        (FormKind::Intake, "Dose", "much", "This is not a number"),
    ] {
        let mut it = open(kind);
        it.fill(field, text).save();
        assert_eq!(it.saved(), None, "{field}");
        assert!(it.says(why), "{field}: {why}");
    }
}

#[test]
fn saving_an_empty_form_shows_what_is_missing_and_puts_the_keyboard_there() {
    for (kind, why, field) in [
        (FormKind::Run, "Say how far or how long it was", "Distance"),
        (FormKind::Night, "Say how long you slept", "Slept"),
        (FormKind::Soreness, "Choose where it is sore", "Left calf, not rated"),
        (FormKind::Intake, "Say what it was", "Supplement"),
        (FormKind::Practice, "Nothing is answered or changed yet", "Day"),
        (FormKind::CheckIn, "Answer at least one", "Fatigue 1: very fresh"),
    ] {
        let mut it = open(kind);
        it.tab(1).save();
        assert_eq!(it.saved(), None, "{kind:?}");
        assert!(it.says(why), "{why}");
        assert_eq!(it.focused().unwrap().1, field);
    }
}

#[test]
fn a_complaint_under_more_opens_it() {
    let mut it = open(FormKind::Run);
    it.typing("10").choose(Role::Button, "More");
    it.fill("Highest", "999").choose(Role::Button, "Less").save();
    assert_eq!(it.focused(), Some((Role::TextInput, "Highest".to_owned())));
    assert_eq!(it.saved(), None);
}

#[test]
fn the_day_is_chosen_from_a_calendar_over_the_form() {
    let mut it = open(FormKind::Night);
    it.choose(Role::Button, "Choose from the calendar");
    assert!(it.says("November 2026"));
    let tomorrow = it.0.get_by_label("Wed 25 Nov 2026");
    assert!(tomorrow.accesskit_node().is_disabled());
    it.choose(Role::Button, "Thu 19 Nov 2026");
    assert!(!it.says("November 2026"));
    it.fill("Slept", "7").save();
    let [Record::Night(night)] = &it.records()[..] else {
        panic!("one night: {:?}", it.records());
    };
    assert_eq!(night.day, date(2026, 11, 19));
}

#[test]
fn escape_puts_the_calendar_away_before_the_form() {
    let mut it = open(FormKind::Night);
    it.choose(Role::Button, "Choose from the calendar");
    it.press(Key::Escape);
    assert!(!it.says("November 2026"));
    assert_eq!(it.0.state().all, []);
    it.press(Key::Escape);
    assert_eq!(it.0.state().all, [Command::HideForm]);
}
