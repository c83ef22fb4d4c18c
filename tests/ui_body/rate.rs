//! A part is rated by click, drag and key, and says what it is.

use afterrun::domain::{Region, Side};
use egui::{Event, Key, Modifiers, PointerButton, vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::stage::{Body, CALF, How, RATED, Shown, Stage};

fn rated(score: f64) -> Body {
    Body {
        scores: [(CALF, score)].into(),
        ..Body::default()
    }
}

#[test]
fn a_digit_scores_the_part_that_was_clicked_and_x_is_ten() {
    let mut it = Stage::rated(Body::default());
    it.click("Left calf").press(Key::Num4);
    assert_eq!(it.score(CALF), Some(4.0));
    it.press(Key::X);
    assert_eq!(it.score(CALF), Some(10.0));
}

#[test]
fn a_digit_scores_the_part_under_the_pointer() {
    let mut it = Stage::rated(Body::default());
    let knee = it.place_of("Right knee");
    it.0.event(Event::PointerMoved(knee));
    it.0.run();
    it.press(Key::Num2);
    assert_eq!(it.score((Region::Knee, Side::Right)), Some(2.0));
}

#[test]
fn dragging_upwards_raises_the_score_and_back_lowers_it() {
    let mut it = Stage::rated(rated(3.0));
    let from = it.place_of("Left calf");
    let button = |pressed, pos| Event::PointerButton {
        pos,
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    it.0.event(Event::PointerMoved(from));
    it.0.event(button(true, from));
    it.0.run();
    for (up, score) in [(30.0, 6.0), (90.0, 10.0), (-10.0, 2.0), (20.0, 5.0)] {
        it.0.event(Event::PointerMoved(from - vec2(0.0, up)));
        it.0.run();
        assert_eq!(it.score(CALF), Some(score), "{up}");
    }
    it.0.event(button(false, from));
    it.0.run();
    assert_eq!(it.0.state().scores.len(), 1);
}

#[test]
fn plus_and_minus_change_a_score_and_delete_takes_it_back() {
    let mut it = Stage::rated(Body::default());
    it.click("Left calf").press(Key::Minus);
    assert_eq!(it.score(CALF), None);
    it.press(Key::Plus).press(Key::Plus).press(Key::Minus);
    assert_eq!(it.score(CALF), Some(1.0));
    it.press(Key::Delete);
    assert_eq!(it.score(CALF), None);
}

#[test]
fn the_figure_is_one_stop_and_the_arrows_go_along_the_body() {
    let mut it = Stage::rated(Body::default());
    it.press(Key::Tab);
    assert_eq!(it.focused().unwrap(), "Left calf, not rated");
    it.press(Key::ArrowUp).press(Key::ArrowUp);
    assert_eq!(it.focused().unwrap(), "Left knee, not rated");
    it.press(Key::ArrowLeft).press(Key::Num5);
    assert_eq!(it.focused().unwrap(), "Right knee, 5: changes how I move");
    it.press(Key::Tab);
    assert_eq!(it.focused().unwrap(), "What follows");
}

#[test]
fn every_part_has_a_name_that_says_its_score() {
    let it = Stage::rated(rated(3.0));
    let names = it.parts();
    assert_eq!(names.len(), 34);
    assert!(names.contains(&"Left calf, 3: I notice it".to_owned()));
    assert!(names.contains(&"Lower back, not rated".to_owned()));
}

#[test]
fn yesterdays_score_is_told_with_the_part_and_not_taken_over() {
    let body = Body {
        before: [(CALF, 6.0)].into(),
        ..Body::default()
    };
    let mut it = Stage::rated(body);
    let calf = it.0.get_by_label("Left calf, not rated");
    assert_eq!(
        calf.accesskit_node().description(),
        Some("Yesterday 6: changes how I move".to_owned())
    );
    it.click("Left calf");
    assert_eq!(it.score(CALF), None);
}

#[test]
fn a_part_is_pointed_at_by_click_or_by_enter() {
    let pointed = || {
        Stage::on(
            Body::default(),
            Shown {
                how: How::PointedAt,
                ..RATED
            },
        )
    };
    let mut it = pointed();
    it.click("Left calf");
    assert_eq!(it.0.state().chosen, Some(CALF));
    let mut it = pointed();
    it.press(Key::Tab).press(Key::ArrowDown).press(Key::Enter);
    assert_eq!(it.0.state().chosen, Some((Region::Achilles, Side::Left)));
}

#[test]
fn assistive_technology_can_press_a_part() {
    let mut it = Stage::rated(Body::default());
    it.0.get_by_label("Right calf, not rated").click_accesskit();
    it.0.run();
    it.press(Key::Num7);
    assert_eq!(it.score((Region::Calf, Side::Right)), Some(7.0));
}

#[test]
fn a_figure_that_is_only_looked_at_names_what_is_rated_or_lit() {
    let body = Body {
        lit: vec![(Region::Quads, Side::Both)],
        ..rated(3.0)
    };
    let it = Stage::on(
        body,
        Shown {
            how: How::Seen,
            ..RATED
        },
    );
    for name in [
        "Left calf, 3: I notice it",
        "Front of the left thigh, not rated",
        "Front of the right thigh, not rated",
    ] {
        it.0.get_by_label(name);
    }
    assert!(it.0.query_by_label_contains("knee").is_none());
}
