//! Whatever is typed: no panic, and places that lie inside the text.

use proptest::prelude::*;

use super::*;
use crate::domain::units::{
    show_distance, show_duration, show_hours, show_mass, show_number, show_pace, show_temperature,
};

/// Lines made of what lines are made of, in any order.
fn lines() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "10.2k",
        "54:30",
        "18:00",
        "1:41:20",
        "5:20/km",
        "400m",
        "rpe",
        "6",
        "calf",
        "L",
        "quads",
        "3",
        "sleep",
        "7h15",
        "22:40-6:15",
        "q4",
        "nap",
        "magnesium",
        "400mg",
        "foam roll",
        "12m",
        "ice bath",
        "15C",
        "yesterday",
        "mon",
        "2026-11-23",
        "23.11.",
        "at",
        "9pm",
        "no",
        "snack",
        "ill",
        "rhr",
        "weight",
        "71.4kg",
        "note",
        "\"a",
        "b\"",
        "//",
        "|",
        ",",
        "#tag",
        "run",
        "swim",
        "easy",
        "rest fine",
        "+120m",
        "drink",
        "500ml",
        "zzz",
        "…",
        "🦵",
        "é",
        "-",
        "“",
    ]);
    let gaps = prop::sample::select(vec![" ", " ", " ", "", ", ", " | "]);
    prop::collection::vec((words, gaps), 0..14)
        .prop_map(|parts| parts.into_iter().flat_map(|(word, gap)| [word, gap]).collect())
}

/// Places lie between whole characters of the text, in order; records come from a line without a problem.
fn holds(text: &str, journal: &Journal) {
    let reading = read_in(text, journal, NOW);
    for span in reading
        .entries
        .iter()
        .map(|it| &it.span)
        .chain(reading.problems.iter().map(|it| &it.span))
    {
        assert!(
            text.get(span.clone()).is_some_and(|it| !it.is_empty()),
            "{span:?} in {text:?}"
        );
    }
    assert!(reading.problems.is_sorted_by_key(|it| it.span.start), "{text:?}");
    assert!(reading.entries.is_sorted_by_key(|it| it.span.start), "{text:?}");
    assert!(
        reading
            .entries
            .iter()
            .all(|it| !it.preview.is_empty() && it.record().is_some())
    );
    let any = !reading.entries.is_empty() && reading.problems.is_empty();
    assert_eq!(reading.batch(journal).is_some(), any, "{text:?}");
    // What is typed is recorded or complained about, never passed over.
    let silent = reading.entries.is_empty() && reading.problems.is_empty();
    assert!(!silent || !text.contains(char::is_alphanumeric), "{text:?}");
}

proptest! {
    #[test]
    fn no_text_breaks_the_reader(text in "\\PC*") {
        holds(&text, &journal());
    }

    #[test]
    fn no_line_breaks_the_reader(text in lines()) {
        holds(&text, &journal());
    }

    #[test]
    fn no_cursor_breaks_the_completion(text in lines(), at_byte in 0_usize..200) {
        let journal = journal();
        let zone = journal.settings.time_zone();
        let context = Context { journal: &journal, now: at(NOW), zone: &zone };
        for it in complete(&text, at_byte.min(text.len()), &context) {
            prop_assert!(text.get(it.span.clone()).is_some());
            prop_assert!(it.span.end <= at_byte && !it.insert.is_empty());
        }
    }

    #[test]
    fn a_run_as_it_is_shown_reads_back(metres in 1_000_u32..60_000, pace in 0.15..1.2_f64, rpe in 0_u32..=20) {
        let (metres, rpe) = (f64::from(metres), f64::from(rpe) / 2.0);
        let seconds = (metres * pace).round();
        let shown = format!(
            "{} {} rpe {}",
            show_distance(metres, DistanceUnit::Km), show_duration(seconds), show_number(rpe),
        );
        let records = made(&shown);
        let [Record::Activity(it)] = &records[..] else { panic!("{shown}") };
        prop_assert!((it.distance_m.unwrap() - metres).abs() <= 5.1, "{}", shown);
        prop_assert_eq!((it.elapsed_s, it.rpe), (Some(seconds), Some(rpe)));
        let pace = format!("10 km {}", show_pace(seconds / metres, DistanceUnit::Km));
        prop_assert!(reading(&pace).problems.is_empty(), "{}", pace);
    }

    #[test]
    fn a_value_as_it_is_shown_reads_back(minutes in 1_u32..=600, celsius in 5_i32..40, score in 0_u32..=10, kg in 400_u32..1200) {
        let minutes = f64::from(minutes);
        let length = show_hours(minutes / 60.0);
        let degrees = show_temperature(f64::from(celsius), TemperatureUnit::Celsius);
        let records = made(&format!("ice bath {length} {degrees}"));
        let [Record::Practice(it)] = &records[..] else { panic!("{length}") };
        prop_assert_eq!((it.minutes, it.temperature_c), (Some(minutes), Some(f64::from(celsius))));
        let records = made(&format!("sleep {length}"));
        let [Record::Night(it)] = &records[..] else { panic!("{length}") };
        prop_assert_eq!(it.asleep_min, Some(minutes));
        let records = made(&format!("calf {score}"));
        let [Record::Soreness(it)] = &records[..] else { panic!("{score}") };
        prop_assert_eq!(it.score, f64::from(score));
        let mass = show_mass(f64::from(kg) / 10.0, MassUnit::Kg);
        let records = made(&format!("weight {mass}"));
        let [Record::CheckIn(it)] = &records[..] else { panic!("{mass}") };
        prop_assert!((it.weight_kg.unwrap() - f64::from(kg) / 10.0).abs() < 1e-9);
    }
}
