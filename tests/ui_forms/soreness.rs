//! Soreness by the figure and by the list: the same ratings, told apart from pain and from what a painkiller masks.

use afterrun::app::command::{Form, FormKind};
use afterrun::domain::{Context, Id, Journal, Meta, Record, Region, Scale, Side, SorenessRating};
use egui::Key;
use egui::accesskit::Role;

use super::harness::{Screen, TODAY, at, id, journal, model, open, show};

/// The form with its list.
fn by_list() -> Screen<'static> {
    let mut it = open(FormKind::Soreness);
    it.choose(Role::RadioButton, "List");
    it
}

fn ratings(it: &Screen<'_>) -> Vec<SorenessRating> {
    let all = it.records().into_iter().map(|it| match it {
        Record::Soreness(it) => it,
        other => panic!("{other:?}"),
    });
    all.collect()
}

/// Goes from the list to the figure.
fn to_figure<'s, 'h>(it: &'s mut Screen<'h>) -> &'s mut Screen<'h> {
    it.tab_to(Role::RadioButton, "List");
    it.press(Key::ArrowLeft).press(Key::Space)
}

/// Region, side and score of each.
fn places(it: &Screen<'_>) -> Vec<(Region, Side, f64)> {
    ratings(it).iter().map(|it| (it.region, it.side, it.score)).collect()
}

fn yesterday(n: u8, region: Region, side: Side, score: f64) -> Record {
    let at = at("2026-11-23T07:00:00+01:00");
    Record::Soreness(SorenessRating {
        meta: Meta {
            created_at: at.ms,
            ..Meta::manual(id(n))
        },
        at,
        region,
        side,
        score,
        scale: Scale::Nrs010,
        context: Context::Morning,
        run_id: None,
        notes: String::new(),
    })
}

fn after_yesterday(scores: &[(Region, Side, f64)]) -> Screen<'static> {
    let journal = journal();
    let settings = journal.settings.clone();
    let more = (50..).zip(scores).map(|(n, it)| yesterday(n, it.0, it.1, it.2));
    let journal = Journal::of(journal.records().chain(more), settings);
    show(model(journal, Form::new(FormKind::Soreness, TODAY)))
}

#[test]
fn several_places_are_rated_on_the_figure_by_keyboard() {
    let mut it = open(FormKind::Soreness);
    it.press(Key::Num4)
        .press(Key::ArrowUp)
        .press(Key::ArrowUp)
        .press(Key::X);
    assert!(it.says("Left calf 4 · Left knee 10"));
    it.choose(Role::CheckBox, "Everything else is fine").save();
    let all = [
        (Region::Calf, Side::Left, 4.0),
        (Region::Knee, Side::Left, 10.0),
        (Region::AllOthers, Side::None, 0.0),
    ];
    assert_eq!(places(&it), all);
    let calf = &ratings(&it)[0];
    assert_eq!((calf.scale, calf.context), (Scale::Nrs010, Context::Other));
}

#[test]
fn several_places_are_rated_in_the_list() {
    let mut it = by_list();
    it.fill("Find a place", "calf").choose(Role::CheckBox, "Calf, left");
    it.press(Key::Num4);
    assert!(it.says("4: changes how I move"));
    it.choose(Role::CheckBox, "Everything else is fine").save();
    assert_eq!(
        places(&it),
        [(Region::Calf, Side::Left, 4.0), (Region::AllOthers, Side::None, 0.0)]
    );
}

#[test]
fn figure_and_list_show_the_same_ratings() {
    let mut it = open(FormKind::Soreness);
    it.press(Key::Num4);
    it.choose(Role::RadioButton, "List");
    assert!(it.says("4: changes how I move"));
    it.choose(Role::CheckBox, "Knee, both sides").press(Key::Num2);
    to_figure(&mut it);
    for told in [
        "Left calf, 4: changes how I move",
        "Left knee, 2: I notice it",
        "Right knee, 2: I notice it",
    ] {
        assert!(it.says(told), "{told}");
    }
}

#[test]
fn a_side_that_is_rated_by_itself_leaves_the_other_as_it_was_rated() {
    let mut it = by_list();
    it.choose(Role::CheckBox, "Calf, both sides").press(Key::Num3);
    to_figure(&mut it);
    it.tab_to(Role::Button, "Left calf, 3: I notice it").press(Key::Num5);
    it.save();
    assert_eq!(
        places(&it),
        [(Region::Calf, Side::Left, 5.0), (Region::Calf, Side::Right, 3.0)]
    );
}

#[test]
fn a_place_of_the_list_without_a_score_is_asked_for_there_and_is_none_on_the_figure() {
    let mut it = by_list();
    it.choose(Role::CheckBox, "Knee, right").save();
    assert_eq!(it.saved(), None);
    assert!(it.says("Say how sore"));
    assert_eq!(it.focused().unwrap().1, "Knee, right 0: none");
    to_figure(&mut it).save();
    assert!(it.says("Choose where it is sore"));
}

#[test]
fn pain_is_ticked_at_its_place_and_a_painkiller_on_all() {
    let mut it = open(FormKind::Soreness);
    it.press(Key::Num4);
    it.choose(Role::CheckBox, "Left calf: this is pain, not soreness");
    assert!(it.says("Pain is sharp, in one spot"));
    it.tab_to(Role::Button, "Left calf, 4: changes how I move");
    it.press(Key::ArrowDown).press(Key::Num2);
    it.choose(Role::CheckBox, "Everything else is fine");
    it.choose(Role::CheckBox, "I took a painkiller").save();
    let told: Vec<_> = ratings(&it)
        .iter()
        .map(|it| (it.region, it.is_pain(), it.is_analgesic()))
        .collect();
    assert_eq!(
        told,
        [
            (Region::Achilles, false, true),
            (Region::Calf, true, true),
            (Region::AllOthers, false, true)
        ]
    );
    let detail = ratings(&it)[0].meta.detail.clone();
    assert_eq!(detail, Some(serde_json::json!({ "analgesic": true })));
}

#[test]
fn a_tick_is_changed_with_its_rating_and_the_rest_of_the_detail_stays() {
    let mut sore = yesterday(60, Region::Shin, Side::Right, 5.0);
    if let Record::Soreness(it) = &mut sore {
        it.meta.detail = Some(serde_json::json!({ "pain": true, "lap": 3 }));
    }
    let journal = journal();
    let settings = journal.settings.clone();
    let journal = Journal::of(journal.records().chain([sore]), settings);
    let form = Form {
        edit: Some(Id::from_parts(1_700_000_000_000, [60; 10])),
        ..Form::new(FormKind::Soreness, TODAY)
    };
    let mut it = show(model(journal, form));
    it.choose(Role::CheckBox, "Right shin: this is pain, not soreness")
        .save();
    assert_eq!(ratings(&it)[0].meta.detail, Some(serde_json::json!({ "lap": 3 })));
}

#[test]
fn yesterdays_scores_are_told_and_never_saved_by_themselves() {
    let mut it = after_yesterday(&[(Region::Calf, Side::Left, 6.0), (Region::Quads, Side::Both, 2.0)]);
    assert!(it.says("Yesterday 6: changes how I move"));
    assert!(it.says("Left calf, not rated"));
    it.save();
    assert_eq!(it.saved(), None);
    it.press(Key::Num1).save();
    assert_eq!(places(&it), [(Region::Calf, Side::Left, 1.0)]);
}
