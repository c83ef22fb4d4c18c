//! A usual morning by keyboard: how many keys it takes, and what is recorded.

use afterrun::domain::{Context, Journal, Rating, Region, Scale, Side};
use egui::{Event, Key, Modifiers, Role};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::stage::{LIGHT, NOW_MS, Stage, View};

/// Half past six of the next morning.
const MORNING_MS: i64 = NOW_MS + 12 * 3_600_000;
const DAY_MS: i64 = 24 * 3_600_000;

/// A window on a new journal, in the morning, with what counts the keys.
struct Morning {
    stage: Stage,
    keys: usize,
}

impl Morning {
    fn new() -> Self {
        Self::on(Stage::empty(LIGHT))
    }

    fn on(stage: Stage) -> Self {
        stage.clock.set(MORNING_MS);
        let mut it = Self { stage, keys: 0 };
        it.stage.settle();
        it
    }

    /// A key goes down and up, and what it writes arrives between the two, as from a real keyboard.
    fn stroke(&mut self, key: Key, text: &str, modifiers: Modifiers) -> &mut Self {
        let event = |pressed| Event::Key {
            key,
            physical_key: None,
            pressed,
            repeat: false,
            modifiers,
        };
        self.stage.harness.event(event(true));
        if !text.is_empty() {
            self.stage.harness.event(Event::Text(text.to_owned()));
        }
        self.stage.harness.event(event(false));
        self.keys += 1 + usize::from(modifiers.any());
        self.stage.settle();
        self
    }

    fn press(&mut self, key: Key) -> &mut Self {
        self.stroke(key, "", Modifiers::NONE)
    }

    fn ask(&mut self) -> &mut Self {
        self.stroke(Key::M, "", Modifiers::COMMAND)
    }

    /// Types digits and points.
    fn typing(&mut self, text: &str) -> &mut Self {
        for letter in text.chars() {
            let written = letter.to_string();
            let key = match letter {
                '.' => Key::Period,
                'x' => Key::X,
                digit => Key::from_name(&digit.to_string()).unwrap(),
            };
            self.stroke(key, &written, Modifiers::NONE);
        }
        self
    }

    /// Records a morning and lets a day go by.
    fn a_day_after(mut self, digits: &str) -> Self {
        self.ask()
            .typing("7.5")
            .press(Key::Tab)
            .typing(digits)
            .press(Key::Enter);
        self.stage.clock.set(MORNING_MS + DAY_MS);
        self.stage.settle();
        self.keys = 0;
        self
    }

    fn journal(&self) -> &Journal {
        &self.stage.app().model.journal
    }

    /// The check-in of the last day: fatigue, stress, mood.
    fn felt(&self) -> [Option<f64>; 3] {
        let it = self.journal().check_ins.last().unwrap();
        let on_ours = |it: Option<Rating>| it.filter(|it| it.scale == Scale::Five15).map(|it| it.value);
        [it.fatigue, it.stress, it.mood].map(on_ours)
    }

    fn focused(&self) -> Option<String> {
        let mut nodes = self.stage.harness.root().children_recursive();
        let node = nodes.find(|it| it.accesskit_node().is_focused())?;
        node.accesskit_node().label()
    }
}

#[test]
fn a_usual_morning_takes_twelve_keys_and_records_all_of_it() {
    let mut it = Morning::new();
    it.ask().typing("7.5").press(Key::Tab).typing("43222").press(Key::Enter);
    assert_eq!(it.keys, 12);
    let (nights, soreness) = (&it.journal().nights, &it.journal().soreness);
    assert_eq!((nights.len(), soreness.len()), (1, 1));
    assert_eq!((nights[0].asleep_min, nights[0].quality), (Some(450.0), Some(4)));
    let sore = &soreness[0];
    assert_eq!(
        (sore.region, sore.score, sore.scale, sore.context),
        (Region::Overall, 3.0, Scale::Nrs010, Context::Morning)
    );
    assert_eq!(it.felt(), [Some(2.0); 3]);
    assert!(!it.stage.shows("Save the morning"), "it is done");
}

#[test]
fn asking_for_it_goes_to_today_from_anywhere_and_also_when_it_is_done() {
    let mut it = Morning::new().a_day_after("43222");
    it.stage.clock.set(MORNING_MS);
    it.stage.settle();
    assert!(!it.stage.shows("Save the morning"));
    it.stroke(Key::Num3, "", Modifiers::COMMAND);
    it.ask();
    assert_eq!(it.focused().unwrap(), "Slept");
    assert!(it.stage.shows("recorded 4"));
    it.press(Key::Tab).typing("5");
    for _ in 0..4 {
        it.press(Key::Tab);
    }
    it.stage.click("Save the morning");
    let nights = &it.journal().nights;
    assert_eq!((nights.len(), nights[0].quality), (1, Some(5)), "changed, not doubled");
    assert_eq!(nights[0].asleep_min, Some(450.0));
}

#[test]
fn asked_for_when_it_is_done_it_can_be_put_away() {
    let mut it = Morning::new();
    it.ask().typing("7.5").press(Key::Tab).typing("43222").press(Key::Enter);
    it.ask();
    it.stage.click("Put the morning check away");
    assert!(!it.stage.shows("Save the morning"));
}

#[test]
fn yesterdays_numbers_are_shown_and_saved_only_where_enter_takes_them_over() {
    let mut it = Morning::new().a_day_after("43215");
    assert!(it.stage.shows("yesterday 7 h 30 min") && it.stage.shows("yesterday 5"));
    it.ask().typing("6.5").press(Key::Tab);
    it.typing("3")
        .press(Key::Enter)
        .typing("4")
        .press(Key::Enter)
        .press(Key::Enter);
    it.press(Key::Enter);
    assert_eq!(it.journal().nights[1].quality, Some(3));
    assert_eq!(it.journal().soreness[1].score, 3.0);
    assert_eq!(it.felt(), [Some(4.0), Some(1.0), Some(5.0)]);
}

#[test]
fn a_morning_as_yesterday_is_enter_all_the_way() {
    let mut it = Morning::new().a_day_after("43215");
    it.ask();
    for _ in 0..7 {
        it.press(Key::Enter);
    }
    assert_eq!(it.keys, 9);
    assert_eq!(it.journal().nights[1].asleep_min, Some(450.0));
    assert_eq!(it.felt(), [Some(2.0), Some(1.0), Some(5.0)]);
}

#[test]
fn enter_on_an_open_question_without_a_yesterday_leaves_it_open() {
    let mut it = Morning::new();
    it.ask().typing("7").press(Key::Enter);
    it.press(Key::Enter).press(Key::Enter).typing("2").press(Key::Enter);
    it.press(Key::Enter).press(Key::Enter);
    assert_eq!(it.journal().nights[0].quality, None);
    assert_eq!(it.journal().soreness, []);
    assert_eq!(it.felt(), [Some(2.0), None, None]);
}

#[test]
fn ten_is_x_and_an_arrow_and_enter_choose_as_well() {
    let mut it = Morning::new();
    it.ask().press(Key::Tab);
    it.press(Key::ArrowRight)
        .press(Key::ArrowRight)
        .press(Key::Enter)
        .typing("x");
    assert_eq!(it.focused().unwrap(), "Fatigue 1: very fresh");
    it.stage.click("Save the morning");
    assert_eq!(it.journal().nights[0].quality, Some(3));
    assert_eq!(it.journal().soreness[0].score, 10.0);
}

#[test]
fn the_sorest_spot_can_be_named_on_the_body_and_all_else_said_to_be_fine() {
    let mut it = Morning::new();
    it.ask().press(Key::Tab).typing("43");
    it.stage.click("Where?");
    it.press(Key::ArrowDown).press(Key::Enter);
    assert_eq!(it.focused().unwrap(), "Fatigue 1: very fresh");
    it.stage.click("Everything else is fine");
    it.stage.click("Save the morning");
    let mut told: Vec<_> = it
        .journal()
        .soreness
        .iter()
        .map(|it| (it.region, it.side, it.score))
        .collect();
    told.sort_by_key(|it| it.0);
    assert_eq!(
        told,
        [
            (Region::Achilles, Side::Left, 3.0),
            (Region::AllOthers, Side::None, 0.0)
        ]
    );
    assert!(it.journal().soreness.iter().all(|it| it.context == Context::Morning));
}

#[test]
fn a_place_without_a_number_and_hours_that_are_none_are_said_at_their_rows() {
    let mut it = Morning::new();
    it.stage.click("Where?");
    it.press(Key::Enter);
    it.stage.click("Save the morning");
    assert!(it.stage.shows("Say how sore"));
    it.ask().typing("99").press(Key::Tab);
    assert!(it.stage.shows("A sleep is taken from"));
    assert_eq!(it.journal().soreness, []);
}

#[test]
fn save_is_in_sight_in_every_window_it_must_work_in() {
    for (size, low) in [([1280.0, 800.0], 736.0), ([900.0, 600.0], 536.0)] {
        let it = Morning::on(Stage::full(View { size, ..LIGHT }));
        let save = it.stage.harness.get_by_role_and_label(Role::Button, "Save the morning");
        assert!(save.rect().bottom() < low, "{size:?}: {:?}", save.rect());
    }
}
