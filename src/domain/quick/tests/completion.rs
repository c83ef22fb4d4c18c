//! Names that are typed in part.

use super::*;

fn offered(text: &str) -> Vec<String> {
    let journal = journal();
    let zone = journal.settings.time_zone();
    let context = Context {
        journal: &journal,
        now: at(NOW),
        zone: &zone,
    };
    let all = complete(text, text.len(), &context).into_iter();
    all.map(|it| format!("{}{}", &text[..it.span.start], it.insert))
        .collect()
}

#[test]
fn names_that_begin_so_come_before_those_that_have_it_inside() {
    let all = offered("ma");
    assert_eq!(all[0], "Magnesium");
    assert_eq!(offered("cal"), ["calf"]);
    let inside = offered("nesi");
    assert_eq!(inside, ["Magnesium"]);
}

#[test]
fn of_a_name_of_several_words_the_last_one_is_completed() {
    assert_eq!(offered("10k | legs u"), ["10k | legs up the wall"]);
    assert_eq!(offered("vitamin")[0], "Vitamin D");
    assert_eq!(offered("lower b")[0], "lower back");
}

#[test]
fn days_keywords_and_everything_else_are_names_too() {
    assert_eq!(offered("yest"), ["yesterday"]);
    assert_eq!(offered("wedn"), ["Wednesday"]);
    assert_eq!(offered("asc")[0], "ascent");
    assert_eq!(offered("10.2k 54:30 eas"), ["10.2k 54:30 easy"]);
    assert_eq!(offered("calf L 4,qua")[0], "calf L 4,quads");
}

#[test]
fn what_is_a_name_already_a_number_a_quotation_or_a_note_is_left_alone() {
    for text in [
        "",
        "calf",
        "calf ",
        "10",
        "10k",
        "\"ca",
        "stretching // ca",
        "zzzz",
        "rpe 6",
        "lower back",
    ] {
        assert_eq!(offered(text), [""; 0], "{text}");
    }
}

#[test]
fn what_is_offered_for_a_region_is_told_by_its_name() {
    let journal = journal();
    let zone = journal.settings.time_zone();
    let context = Context {
        journal: &journal,
        now: at(NOW),
        zone: &zone,
    };
    let all = complete("qu", 2, &context);
    let quads = all.iter().find(|it| it.insert == "quads").unwrap();
    assert_eq!((quads.span.clone(), quads.label.as_str()), (0..2, "Front of the thigh"));
}
