//! `add`: one line becomes records, or a mark under what is wrong.

use afterrun::store::Store;
use serde_json::{Value, json};

use super::desk::{Desk, Ended};
use super::fixture::mode;

/// 2026-11-24, 22:05 in Oslo.
const LATE: &str = "2026-11-24T22:05:10+01:00";
const LINE: &str = "10.2k 54:30 rpe 6 | calf L 4, quads 3 | sleep 7h15 | magnesium 400mg 21:30 | foam roll 12m | yesterday ice bath 10m 15C";

fn desk() -> Desk {
    Desk::with([])
}

fn add(desk: &Desk, args: &[&str]) -> Ended {
    desk.run(&[&["add", "--now", LATE], args].concat())
}

fn added(desk: &Desk, text: &str) -> String {
    desk.say(&["add", "--now", LATE, text])
}

/// The records, without what names them and says who wrote them.
fn list(desk: &Desk) -> Vec<Value> {
    let said = desk.say(&["list", "--json"]);
    let objects = said.lines().map(|line| {
        let mut it: Value = serde_json::from_str(line).unwrap();
        let fields = it.as_object_mut().unwrap();
        fields.retain(|name, value| !value.is_null() && !["id", "source", "run_id", "detail"].contains(&name.as_str()));
        it
    });
    objects.collect()
}

#[test]
fn a_line_is_recorded_and_each_record_said() {
    let desk = desk();
    let said = added(&desk, LINE);
    assert_eq!(
        said.lines().collect::<Vec<_>>(),
        [
            "Run, 10.2 km in 54:30, effort 6 of 10, today 21:10 to 22:04",
            "Calf, left, 4 of 10 (changes how I move), today 22:05, after the run",
            "Front of the thigh, both sides, 3 of 10 (I notice it), today 22:05, after the run",
            "Night that ended today, 7 h 15 min asleep",
            "Magnesium (new in your list), 400 mg, today 21:30",
            "Foam rolling, 12 min, today",
            "Ice bath, 10 min, 15 °C, yesterday",
        ]
    );
    let records = list(&desk);
    assert_eq!(records.len(), 7);
    let bath = &records[0];
    for (column, value) in [
        ("record", json!("practice")),
        ("day", json!("2026-11-23")),
        ("habit", json!("ice_bath")),
        ("answer", json!("yes")),
        ("minutes", json!(10)),
        ("temperature_c", json!(15)),
    ] {
        assert_eq!(bath[column], value, "{column}");
    }
    assert_eq!(bath["at"], Value::Null, "a time that was not said is not known");
}

#[test]
fn a_run_of_three_numbers_has_exactly_these() {
    let desk = desk();
    added(&desk, "10.2k 54:30 rpe 6");
    let run = &list(&desk)[0];
    for (column, value) in [
        ("started_at", json!("2026-11-24T21:10:00+01:00")),
        ("sport", json!("run")),
        ("distance_m", json!(10_200)),
        ("elapsed_s", json!(3_270)),
        ("rpe", json!(6)),
    ] {
        assert_eq!(run[column], value, "{column}");
    }
    for column in ["kind", "moving_s", "feel", "avg_hr_bpm"] {
        assert_eq!(run[column], Value::Null, "{column}");
    }
}

#[test]
fn words_need_no_quotation_marks_around_them() {
    let (one, many) = (desk(), desk());
    added(&one, "calf L 4, quads 3");
    add(&many, &["calf", "L", "4,", "quads", "3"]);
    let sorted = |desk| {
        let mut records: Vec<_> = list(desk).iter().map(Value::to_string).collect();
        records.sort();
        records
    };
    assert_eq!(sorted(&one), sorted(&many));
    assert_eq!(sorted(&one).len(), 2);
}

#[test]
fn a_line_is_one_step_of_undo() {
    let desk = desk();
    added(&desk, LINE);
    assert_eq!(desk.say(&["undo"]), "Took back: 7 records in one line (8 records)\n");
    assert_eq!(list(&desk), [Value::Null; 0]);
}

#[test]
fn a_dry_run_says_the_same_and_writes_nothing() {
    let desk = desk();
    let before = desk.bytes();
    let said = desk.say(&["add", "--dry-run", "--now", LATE, LINE]);
    let (nothing, previews) = said
        .lines()
        .collect::<Vec<_>>()
        .split_last()
        .map(|(a, b)| (*a, b.to_vec()))
        .unwrap();
    assert!(nothing.starts_with("Nothing was written"), "{nothing}");
    assert_eq!(desk.bytes(), before);
    assert_eq!(added(&desk, LINE).lines().collect::<Vec<_>>(), previews);
}

#[test]
fn a_new_journal_is_begun_by_a_good_line_only() {
    let desk = Desk::new();
    desk.say(&["add", "--dry-run", "10k 54:30"]);
    assert_eq!(add(&desk, &["10k 54:75"]).status, 1);
    assert_eq!(desk.files("."), [""; 0]);
    added(&desk, "10k 54:30");
    assert_eq!(list(&desk).len(), 1);
}

#[test]
fn what_is_wrong_is_marked_under_the_text_and_nothing_is_written() {
    let desk = desk();
    let before = desk.bytes();
    let ended = add(&desk, &["10.2k 54:30 rpe 12 | clf L 4 | stretching"]);
    assert_eq!((ended.status, ended.said.as_str()), (1, ""));
    assert_eq!(
        ended.complained.lines().collect::<Vec<_>>(),
        [
            "10.2k 54:30 rpe 12 | clf L 4 | stretching",
            "                ^^",
            "This is outside what is taken here, 0 to 10. Check the number",
            "10.2k 54:30 rpe 12 | clf L 4 | stretching",
            "                     ^^^",
            "“clf” is not known here. Did you mean calf?",
            "Nothing was recorded.",
        ]
    );
    assert_eq!(desk.bytes(), before);
}

#[test]
fn the_mark_stands_right_whatever_stands_before_it() {
    let desk = desk();
    let ended = add(&desk, &["snack // 走った\tgut | clf 4"]);
    let lines: Vec<_> = ended.complained.lines().collect();
    assert_eq!(lines[0], "snack // 走った gut | clf 4");
    // Three signs of double width, and what is narrow.
    assert_eq!(
        lines[1],
        format!("{}^^^", " ".repeat(lines[0].find("clf").unwrap() - 9 + 6))
    );
}

#[test]
fn no_text_is_wrong_usage() {
    let desk = desk();
    for args in [&[][..], &[""], &["  ", " "], &["|"], &["--dry-run", "|"]] {
        let ended = add(&desk, args);
        assert_eq!(ended.status, 2, "{args:?}: {ended:?}");
    }
}

#[test]
fn it_adds_to_what_the_day_has_already() {
    let desk = desk();
    added(&desk, "sleep 7h15 | rhr 48");
    let said = added(&desk, "q4 | mood 2");
    assert_eq!(
        said,
        "Added to the night that ended today, quality good\nAdded to the check-in of today, mood 2 (good)\n"
    );
    let records = list(&desk);
    assert_eq!(records.len(), 2);
    assert_eq!(
        (&records[0]["asleep_min"], &records[0]["quality"]),
        (&json!(435), &json!(4))
    );
}

#[test]
fn it_works_beside_an_open_store_which_sees_it() {
    let desk = desk();
    let mut window = Store::open(&desk.journal(), &mode(false)).unwrap();
    window.load().unwrap();
    added(&desk, "10.2k 54:30");
    assert_eq!(window.load().unwrap().activities.len(), 1);
}
