//! The grammar by examples: what is typed, and what it says would be recorded, or what is wrong where.

mod completion;
mod parts;
mod properties;
mod wrong;

use jiff::civil::{Date, date};

use super::*;
use crate::domain::habit::BUILTIN_HABITS;
use crate::domain::settings::{DistanceUnit, MassUnit, TemperatureUnit};
use crate::domain::{
    CheckIn, Context as DayTime, Habit, HabitKind, Meta, Night, Region, RunKind, Settings, Side, Slug, Supplement, time,
};

/// Tuesday 24 November 2026, 22:05 in Oslo.
const NOW: &str = "2026-11-24T22:05:10+01:00";
const TODAY: Date = date(2026, 11, 24);

fn at(text: &str) -> Stamp {
    Stamp::parse_rfc3339(text).unwrap()
}

fn own_habit(name: &str, kind: HabitKind, unit: &str) -> Record {
    Record::Habit(Habit {
        meta: Meta::manual(Slug::of(name)),
        name: name.to_owned(),
        kind,
        unit: unit.to_owned(),
        builtin: false,
        hidden: false,
    })
}

fn supplement(name: &str, unit: &str, aliases: &[&str]) -> Record {
    Record::Supplement(Supplement {
        meta: Meta::manual(Slug::of(name)),
        name: name.to_owned(),
        default_dose: None,
        unit: unit.to_owned(),
        aliases: aliases.iter().map(|it| (*it).to_owned()).collect(),
    })
}

/// The built-in habits, two of the runner's own, and three supplements.
fn records() -> Vec<Record> {
    let builtin = BUILTIN_HABITS.map(|(word, kind, unit)| {
        Record::Habit(Habit {
            meta: Meta::manual(Slug::of(word)),
            name: word.to_owned(),
            kind,
            unit: unit.to_owned(),
            builtin: true,
            hidden: false,
        })
    });
    let own = [
        own_habit("Legs up the wall", HabitKind::Minutes, ""),
        own_habit("Heel drops", HabitKind::Amount, "reps"),
        supplement("Magnesium", "mg", &["Mg"]),
        supplement("Omega-3", "", &[]),
        supplement("Vitamin D", "IU", &[]),
    ];
    builtin.into_iter().chain(own).collect()
}

fn journal() -> Journal {
    Journal::of(records(), Settings::for_zone("Europe/Oslo"))
}

fn read_in(text: &str, journal: &Journal, now: &str) -> Reading {
    let zone = journal.settings.time_zone();
    let (journal, now, zone) = (journal, at(now), &zone);
    read(text, &Context { journal, now, zone })
}

fn reading(text: &str) -> Reading {
    read_in(text, &journal(), NOW)
}

/// What would be recorded; nothing may be wrong.
fn says(text: &str) -> Vec<String> {
    let reading = reading(text);
    assert_eq!(reading.problems, [], "{text}");
    reading.entries.into_iter().map(|it| it.preview).collect()
}

fn says_one(text: &str) -> String {
    let mut all = says(text);
    assert_eq!(all.len(), 1, "{text}: {all:?}");
    all.remove(0)
}

#[track_caller]
fn check(cases: &[(&str, &str)]) {
    for (text, preview) in cases {
        assert_eq!(says_one(text), *preview, "{text}");
    }
}

/// The records of a line in which nothing is wrong.
fn made(text: &str) -> Vec<Record> {
    let reading = reading(text);
    assert_eq!(reading.problems, [], "{text}");
    reading.entries.into_iter().flat_map(|it| it.records).collect()
}

#[test]
fn the_line_of_the_guide_is_read_whole() {
    let text = "10.2k 54:30 rpe 6 | calf L 4, quads 3 | sleep 7h15 | magnesium 400mg 21:30 | foam roll 12m | yesterday ice bath 10m 15C";
    assert_eq!(
        says(text),
        [
            "Run, 10.2 km in 54:30, effort 6 of 10, today 21:10 to 22:04",
            "Calf, left, 4 of 10 (changes how I move), today 22:05, after the run",
            "Front of the thigh, both sides, 3 of 10 (I notice it), today 22:05, after the run",
            "Night that ended today, 7 h 15 min asleep",
            "Magnesium, 400 mg, today 21:30",
            "Foam rolling, 12 min, today",
            "Ice bath, 10 min, 15 °C, yesterday",
        ]
    );
    let reading = reading(text);
    let label = reading.batch(&journal()).unwrap().label;
    assert_eq!(label.words(), "7 records in one line");
    let summary = "1 run, 2 soreness ratings, 1 night, 1 supplement entry and 2 habit entries";
    assert_eq!(reading.summary().as_deref(), Some(summary));
    let places: Vec<_> = reading.entries.iter().map(|it| &text[it.span.clone()]).collect();
    assert_eq!(
        places,
        [
            "10.2k 54:30 rpe 6",
            "calf L 4",
            "quads 3",
            "sleep 7h15",
            "magnesium 400mg 21:30",
            "foam roll 12m",
            "ice bath 10m 15C",
        ]
    );
}

#[test]
fn one_record_has_the_label_its_form_gives_it() {
    for (text, label) in [
        ("10.2k 54:30 rpe 6", "run of 10.2 km"),
        ("ride 1h", "Ride session"),
        ("calf 4, quads 3", "soreness"),
        ("sleep 7h", "night"),
        ("nap 20m", "nap"),
        ("magnesium 400mg", "Magnesium"),
        ("creatine 5g", "Creatine"),
        ("no magnesium", "no Magnesium"),
        ("foam roll 12m", "Foam rolling"),
        ("rhr 48", "check-in"),
    ] {
        assert_eq!(reading(text).batch(&journal()).unwrap().label.words(), label, "{text}");
    }
}

#[test]
fn a_line_that_says_nothing_records_nothing() {
    for text in ["", "   ", "|", " | | ", ",", "//", "\n"] {
        let reading = reading(text);
        assert_eq!(reading.batch(&journal()), None, "{text}");
        assert_eq!(reading.entries, [], "{text}");
    }
    assert_eq!(reading("").problems, []);
}

#[test]
fn runs_are_read_as_runners_write_them() {
    check(&[
        ("10.2k 54:30", "Run, 10.2 km in 54:30, today 21:10 to 22:04"),
        ("10,2km 54:30", "Run, 10.2 km in 54:30, today 21:10 to 22:04"),
        (
            "54:30, 10.2 k, RPE6",
            "Run, 10.2 km in 54:30, effort 6 of 10, today 21:10 to 22:04",
        ),
        ("6.2mi 54m", "Run, 9.98 km in 54:00, today 21:11 to 22:05"),
        ("6.2 miles 1h05", "Run, 9.98 km in 1:05:00, today 21:00 to 22:05"),
        ("18k 1:41:20", "Run, 18 km in 1:41:20, today 20:23 to 22:04"),
        ("run 10.2 54:30", "Run, 10.2 km in 54:30, today 21:10 to 22:04"),
        ("10k 5:20/km", "Run, 10 km in 53:20, today 21:11 to 22:04"),
        ("10k 5:20 /km", "Run, 10 km in 53:20, today 21:11 to 22:04"),
        ("6mi 8:35/mi", "Run, 9.66 km in 51:30, today 21:13 to 22:04"),
        ("54:30 5:20/km", "Run, 10.22 km in 54:30, today 21:10 to 22:04"),
        ("10k", "Run, 10 km, today 22:05"),
        ("45 min easy", "Easy run, 45:00, today 21:20 to 22:05"),
        (
            "easy run 10k 1 h 5 min",
            "Easy run, 10 km in 1:05:00, today 21:00 to 22:05",
        ),
        ("5000m 18:30 race", "Race, 5 km in 18:30, today 21:46 to 22:04"),
        (
            "long 18k 1:41:20 rpe 5.5 feel 4 hr 148 max hr 180bpm ascent 120m 4C #trail #hilly \"To the lighthouse\" // windy",
            "Long run, “To the lighthouse”, 18 km in 1:41:20, effort 5.5 of 10, felt strong, heart rate 148, highest 180, \
             120 m up, 4 °C, #trail #hilly, today 20:23 to 22:04, note “windy”",
        ),
        ("10k 54:30 +120m", "Run, 10 km in 54:30, 120 m up, today 21:10 to 22:04"),
        ("ran 8k in 42 min", "Run, 8 km in 42:00, today 21:23 to 22:05"),
        ("10k at 5:20/km", "Run, 10 km in 53:20, today 21:11 to 22:04"),
        (
            "half marathon 1:45:00 hr 152 max 171",
            "Run, 21.1 km in 1:45:00, heart rate 152, highest 171, today 20:20 to 22:05",
        ),
        (
            "10k 54:30 rpe 6/10",
            "Run, 10 km in 54:30, effort 6 of 10, today 21:10 to 22:04",
        ),
    ]);
}

#[test]
fn other_sessions_are_named() {
    check(&[
        ("ride 40k 1h30", "Ride, 40 km in 1:30:00, today 20:35 to 22:05"),
        ("bike 1h", "Ride, 1:00:00, today 21:05 to 22:05"),
        ("swim 1500m 32:10", "Swim, 1.5 km in 32:10, today 21:33 to 22:05"),
        ("swim 1500m", "Swim, 1.5 km, today 22:05"),
        ("swim 40m", "Swim, 40:00, today 21:25 to 22:05"),
        ("walk 3k 40m", "Walk, 3 km in 40:00, today 21:25 to 22:05"),
        ("strength 45m", "Strength, 45:00, today 21:20 to 22:05"),
        ("20 min yoga", "Yoga, 20:00, today 21:45 to 22:05"),
    ]);
    let both = says("run 10k 54:30, strength 30m at 18:00 | 30m yoga");
    assert_eq!(both[1], "Strength, 30:00, today 18:00 to 18:30");
    assert_eq!(both.len(), 3);
}

#[test]
fn a_session_began_when_it_is_said_to() {
    check(&[
        (
            "yesterday 18:00 18k 1:40:00",
            "Run, 18 km in 1:40:00, yesterday 18:00 to 19:40",
        ),
        ("18:00 10k 54:30", "Run, 10 km in 54:30, today 18:00 to 18:54"),
        ("18:00 5k 20:00", "Run, 5 km in 20:00, today 18:00 to 18:20"),
        ("18:00 20:00 5k", "Run, 5 km in 20:00, today 18:00 to 18:20"),
        ("10k 54:30 18:00", "Run, 10 km in 54:30, today 18:00 to 18:54"),
        ("10k 54m 18:00", "Run, 10 km in 54:00, today 18:00 to 18:54"),
        ("run 45:00 18:00", "Run, 45:00, today 18:00 to 18:45"),
        ("5k 20:00 at 18:00", "Run, 5 km in 20:00, today 18:00 to 18:20"),
        ("5k 20:00 at 6pm", "Run, 5 km in 20:00, today 18:00 to 18:20"),
        ("5k 20:00 6:30 pm", "Run, 5 km in 20:00, today 18:30 to 18:50"),
        ("10k 5:20/km 18:00", "Run, 10 km in 53:20, today 18:00 to 18:53"),
        ("10k 5:20/km 53:30", "Run, 10 km in 53:30, today 21:11 to 22:04"),
        ("mon 10k 54:30 at 7:00", "Run, 10 km in 54:30, yesterday 07:00 to 07:54"),
        ("this morning 7:00 5k 25:10", "Run, 5 km in 25:10, today 07:00 to 07:25"),
        (
            "last mon evening 18:00 10k 54:30",
            "Run, 10 km in 54:30, yesterday 18:00 to 18:54",
        ),
        (
            "10k 54:30 yesterday 7:00",
            "Run, 10 km in 54:30, yesterday 07:00 to 07:54",
        ),
    ]);
}

#[test]
fn days_are_words_weekdays_and_dates() {
    for (text, day) in [
        ("today stretching", "today"),
        ("yesterday stretching", "yesterday"),
        ("Monday stretching", "yesterday"),
        ("mon stretching", "yesterday"),
        ("tuesday stretching", "Tue 17 Nov"),
        ("Wed stretching", "Wed 18 Nov"),
        ("2026-11-03 stretching", "Tue 3 Nov"),
        ("3.11. stretching", "Tue 3 Nov"),
        ("3 nov stretching", "Tue 3 Nov"),
        ("November 3 stretching", "Tue 3 Nov"),
        ("stretching 24 Dec", "Wed 24 Dec 2025"),
        ("24.12. stretching", "Wed 24 Dec 2025"),
        ("24.12.2024 stretching", "Tue 24 Dec 2024"),
        ("29.2. stretching", "Thu 29 Feb 2024"),
    ] {
        assert_eq!(says_one(text), format!("Stretching, {day}"), "{text}");
    }
}

#[test]
fn small_hours_belong_to_the_evening_before() {
    let journal = journal();
    let now = "2026-11-25T00:40:00+01:00";
    let previews = |text| {
        let reading = read_in(text, &journal, now);
        assert_eq!(reading.problems, [], "{text}");
        reading.entries.into_iter().map(|it| it.preview).collect::<Vec<_>>()
    };
    assert_eq!(previews("magnesium 400mg 23:50"), ["Magnesium, 400 mg, today 23:50"]);
    assert_eq!(previews("magnesium 400mg 0:10"), ["Magnesium, 400 mg, today 00:10"]);
    let record = read_in("stretching", &journal, now).entries.remove(0).records.remove(0);
    let Record::Practice(practice) = record else {
        panic!("{record:?}");
    };
    assert_eq!(practice.when, crate::domain::When::On(TODAY));
}
