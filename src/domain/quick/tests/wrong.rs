//! What is wrong is said at its place, with what was expected there, and nothing is recorded.

use super::*;

/// The places and sentences of what is wrong.
fn wrong(text: &str) -> Vec<(String, String)> {
    let reading = reading(text);
    assert_eq!(reading.batch(&journal()), None, "{text}");
    let problems = reading.problems.into_iter();
    problems.map(|it| (text[it.span].to_owned(), it.sentence)).collect()
}

/// Each text, the one place where it is wrong, and a part of the sentence.
#[track_caller]
fn check(cases: &[(&str, &str, &str)]) {
    for (text, place, part) in cases {
        let found = wrong(text);
        assert_eq!(found.len(), 1, "{text}: {found:?}");
        assert_eq!(found[0].0, *place, "{text}: {found:?}");
        assert!(found[0].1.contains(part), "{text}: {found:?}");
    }
}

#[test]
fn a_name_that_is_not_known_is_said_with_what_is_near_it_or_how_to_add_it() {
    check(&[
        ("clf L 4", "clf", "Did you mean calf?"),
        ("magnesum 400", "magnesum", "Did you mean Magnesium?"),
        ("no magnesum", "magnesum", "Did you mean Magnesium?"),
        ("zzz", "zzz", "like zzz 400 mg"),
        ("creatine", "creatine", "like creatine 400 mg"),
        ("creatine 5", "creatine", "like creatine 400 mg"),
        ("creatine 12m", "creatine", "like creatine 400 mg"),
        ("no creatine", "creatine", "from your lists"),
        ("10k 54:30 esy", "esy", "Did you mean easy?"),
        ("10k 54:30 zzz", "zzz", "A session takes distance"),
        ("qqq calf 4", "qqq", "like calf L 4"),
        ("ice bth 10m", "bth", "Did you mean bath?"),
        ("ice qqq 10m", "qqq", "takes minutes, degrees"),
        ("qqq 10k 54:30", "qqq", "A session takes distance"),
        ("roll quads 5 min", "min", "like calf L 4"),
        ("10k 54:30 | zzz 4", "zzz", "not known here"),
        ("🦵 4", "🦵", "not known here"),
    ]);
}

#[test]
fn a_run_says_what_is_wrong_with_which_number() {
    check(&[
        ("10k 54:30 rpe", "rpe", "from 0 to 10 after rpe"),
        ("10k 54:30 rpe 12", "12", "0 to 10"),
        ("10k 54:30 rpe 6.2", "6.2", "a half"),
        ("10k 54:30 feel 7", "7", "1 to 5"),
        ("10k 54:30 feel 3.5", "3.5", "without decimals"),
        ("10k 54:30 hr fast", "fast", "from 20 to 250 after hr"),
        ("10k 54:30 hr 180 max hr 150", "150", "lower than the mean"),
        ("10k 54:75", "54:75", "52:30"),
        ("10 54:30", "10", "10 km, 10 min or rpe 10"),
        ("10200k 54:30", "10200k", "1000 km"),
        ("10k 12k 54:30", "12k", "said twice"),
        ("10k 1h30m 54m", "54m", "said twice"),
        ("100k 15:00", "15:00", "400 km/h"),
        ("10k 54:30 5:00/km", "5:00/km", "5:27 /km"),
        ("easy", "easy", "how far"),
        ("ride easy 40k 1h", "easy", "Only a run has a kind"),
        ("10k 54:30 \"title", "\"", "Close the quotation mark"),
        ("10k 54:30 400mg", "400mg", "does not belong here"),
        ("5k 18:00 20:00", "20:00", "at 18:00 or at 20:00"),
        ("run 18:00 20:00", "20:00", "at 18:00 or at 20:00"),
        ("54:30 10k 56:30", "56:30", "said twice"),
        ("10k 1:40:00 54:30", "54:30", "22:15"),
    ]);
}

#[test]
fn what_is_still_to_come_is_said_at_its_time_or_day() {
    check(&[
        ("magnesium 400mg 23:30", "23:30", "write yesterday"),
        ("10k 54:30 at 22:30", "22:30", "still to come"),
        ("10k 54:30 at 21:30", "21:30", "end at 22:24"),
        ("calf 4 at 23:00", "23:00", "still to come"),
        ("stretching 23:00", "23:00", "still to come"),
        ("2026-11-25 stretching", "2026-11-25", "still to come"),
        ("slept 14:00-22:30", "22:30", "still to come"),
        ("2026-02-30 stretching", "2026-02-30", "not a day"),
        ("31.2. stretching", "31.2.", "not a day"),
        ("31 feb stretching", "31 feb", "not a day"),
    ]);
}

#[test]
fn another_day_needs_its_time_where_the_record_has_one() {
    check(&[
        ("yesterday 10k 54:30", "yesterday", "when it began"),
        ("yesterday calf 4", "yesterday", "at 18:00"),
        ("5k 25:10 this morning", "morning", "at 18:00"),
        ("mon magnesium 400mg", "mon", "at 18:00"),
    ]);
}

#[test]
fn days_and_times_are_said_once() {
    check(&[
        ("yesterday mon stretching", "mon", "about one day"),
        ("magnesium 400mg 8:00 21:30", "21:30", "one time"),
        ("stretching at 8:00 at 9:00", "9:00", "one time"),
        ("stretching at", "at", "at 21:30"),
        ("stretching at noon", "noon", "at 21:30"),
        ("stretching at 25:00", "25:00", "22:15"),
        ("yesterday", "yesterday", "Say what was"),
        ("// alone", "// alone", "Say what was"),
        ("10k 54:30 note", "note", "Write the note"),
    ]);
}

#[test]
fn a_place_says_what_is_missing() {
    check(&[
        ("calf", "calf", "how sore"),
        ("calf L, quads 3", "calf L", "how sore"),
        ("calf 11", "11", "0 to 10"),
        ("calf 3.5", "3.5", "without decimals"),
        ("calf 12m", "12m", "how sore"),
        ("neck L 3", "L", "no sides"),
        ("left 3", "left 3", "which place"),
        ("calf L 4 | calf L 5", "calf L 5", "said twice"),
    ]);
}

#[test]
fn nights_and_check_ins_say_what_is_wrong() {
    check(&[
        ("sleep", "sleep", "how long you slept"),
        ("sleep q", "q", "1 to 5"),
        ("sleep q9", "9", "1 to 5"),
        ("sleep 25", "25", "hours"),
        ("slept 22:40-6:75", "6:75", "22:15"),
        ("slept 22:40-22:40", "22:40", "same time"),
        ("slept 22:40-6:15 9h", "slept 22:40-6:15 9h", "7 h 35 min in bed"),
        ("sleep 7h sleep 8h", "8h", "said twice"),
        ("sleep 7h | sleep 8h", "sleep 8h", "said twice"),
        ("mood 7", "7", "1 to 5"),
        ("mood", "mood", "1 to 5"),
        ("rhr 400", "400", "20 to 250"),
        ("weight", "weight", "71.4 kg"),
        ("weight 7kg", "7kg", "10 kg"),
        ("rhr 48 | rhr 50", "rhr", "said twice"),
    ]);
}

#[test]
fn habits_and_supplements_say_what_they_take() {
    check(&[
        ("foam roll 12ml", "12ml", "takes its minutes"),
        ("foam roll 12m 15C", "15C", "takes its minutes"),
        ("foam roll 12m 13m", "13m", "said twice"),
        ("drink 10m", "10m", "an amount in ml"),
        ("snack 300", "300", "yes or no"),
        ("no foam roll 12m", "12m", "no amount"),
        ("magnesium 12m", "12m", "takes its dose"),
        ("omega-3 2", "2", "Say the unit"),
        ("no magnesium 400mg", "400mg", "no amount"),
        ("no", "no", "what was not"),
    ]);
}

#[test]
fn everything_that_is_wrong_is_said_at_once_and_the_rest_is_still_shown() {
    let reading = reading("10.2k 54:30 rpe 12 | clf 4 | stretching");
    let places: Vec<_> = reading.problems.iter().map(|it| it.span.clone()).collect();
    assert_eq!(places, [16..18, 21..24]);
    assert_eq!(
        reading.entries.last().map(|it| it.preview.as_str()),
        Some("Stretching, today")
    );
}
