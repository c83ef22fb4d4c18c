//! The words of scales, regions, habits, days and times.
//!
//! A number never stands alone on a screen: its word stands beside it, and both say the same. Words are
//! looked up by the id that the journal uses, so that a new word needs one line of the text file.

use jiff::civil::{Date, Weekday};

use super::{Context, Habit, Region, RunKind, Scale, Side, Sport, Stamp, units};
use crate::{fl, text};

/// The words of the message `kind-word`; the bare word where the text file has none.
pub fn named(kind: &str, word: &str) -> String {
    text::message(&format!("{kind}-{word}"), &[]).unwrap_or_else(|| word.to_owned())
}

/// "Calf".
pub fn region(region: Region) -> String {
    named("region", region.into())
}

/// "Calf, left".
pub fn region_side(place: Region, side: Side) -> String {
    let region = region(place);
    match side {
        Side::Left => fl!("region-left", region = region),
        Side::Right => fl!("region-right", region = region),
        Side::Both => fl!("region-both", region = region),
        Side::None => region,
    }
}

/// "Left calf", "Front of the left thigh": as one says it.
pub fn spot(place: Region, which: Side) -> String {
    let word: &str = place.into();
    let within = match which {
        Side::Left => fl!("spot-left"),
        Side::Right => fl!("spot-right"),
        Side::Both | Side::None => return region_side(place, which),
    };
    let args = [("Side".to_owned(), side(which)), ("side".to_owned(), within)];
    text::message(&format!("spot-{word}"), &args).unwrap_or_else(|| region_side(place, which))
}

/// `text` as it begins a sentence.
pub fn beginning(text: &str) -> String {
    recased(text, |first| first.to_uppercase().collect())
}

/// `text` as it stands within a sentence.
pub fn within(text: &str) -> String {
    recased(text, |first| first.to_lowercase().collect())
}

fn recased(text: &str, first: impl FnOnce(char) -> String) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |it| first(it) + chars.as_str())
}

/// "Left".
pub fn side(side: Side) -> String {
    named("side", side.into())
}

/// "In the morning".
pub fn context(context: Context) -> String {
    named("context", context.into())
}

/// "Ride".
pub fn sport(sport: Sport) -> String {
    named("sport", sport.into())
}

/// "Long run".
pub fn run_kind(kind: RunKind) -> String {
    named("run-kind", kind.into())
}

/// A habit's name: the text file's word for a built-in one, the runner's own name else.
pub fn habit(habit: &Habit) -> String {
    let word = habit
        .builtin
        .then(|| text::message(&format!("habit-{}", habit.meta.id), &[]));
    word.flatten().unwrap_or_else(|| habit.name.clone())
}

/// What a score means on its scale.
pub fn score(value: f64, scale: Scale) -> String {
    let band = match scale {
        Scale::Nrs010 => nrs_band(value).to_owned(),
        Scale::PmsysReadiness010 => readiness_band(value).to_owned(),
        Scale::Five15 | Scale::Hooper17 | Scale::Pmsys15 | Scale::Intervals14 => step(value, scale),
    };
    named(&format!("scale-{}", scale.id()), &band)
}

fn nrs_band(value: f64) -> &'static str {
    match value {
        v if v <= 0.0 => "none",
        v if v < 4.0 => "mild",
        v if v < 7.0 => "moderate",
        v if v < 10.0 => "severe",
        _ => "worst",
    }
}

fn readiness_band(value: f64) -> &'static str {
    match value {
        v if v < 3.5 => "low",
        v if v < 6.5 => "middle",
        _ => "high",
    }
}

fn step(value: f64, scale: Scale) -> String {
    let (low, high) = scale.range();
    (value.clamp(low, high).round() as i64).to_string()
}

/// How tired, on our check-in's scale: 1 "very fresh" to 5 "very tired".
pub fn fatigue(value: f64) -> String {
    named("fatigue", &step(value, Scale::Five15))
}

/// How stressed, on our check-in's scale: 1 "very calm" to 5 "very stressed".
pub fn stress(value: f64) -> String {
    named("stress", &step(value, Scale::Five15))
}

/// How the mood was, on our check-in's scale: 1 "very good" to 5 "very low".
pub fn mood(value: f64) -> String {
    named("mood", &step(value, Scale::Five15))
}

/// How hard a session was as a whole, CR10; a half has the word below it.
pub fn rpe(value: f64) -> String {
    named("rpe", &(value.clamp(0.0, 10.0).floor() as i64).to_string())
}

/// How a session felt: 1 "very weak" to 5 "very strong".
pub fn feel(value: i64) -> String {
    named("feel", &value.clamp(1, 5).to_string())
}

/// How a night was: 1 "poor" to 5 "great".
pub fn sleep_quality(value: i64) -> String {
    named("sleep-quality", &value.clamp(1, 5).to_string())
}

/// "Monday".
pub fn weekday(weekday: Weekday) -> String {
    named("weekday", &weekday.to_monday_one_offset().to_string())
}

/// "Mon".
pub fn weekday_short(weekday: Weekday) -> String {
    named("weekday-short", &weekday.to_monday_one_offset().to_string())
}

/// "November".
pub fn month(date: Date) -> String {
    named("month", &date.month().to_string())
}

/// "Nov".
pub fn month_short(date: Date) -> String {
    named("month-short", &date.month().to_string())
}

/// "Monday 23 November".
pub fn day(date: Date) -> String {
    let (weekday, day, month) = (weekday(date.weekday()), date.day().to_string(), month(date));
    fl!("day-long", weekday = weekday, day = day, month = month)
}

/// "Mon 23 Nov".
pub fn day_short(date: Date) -> String {
    let (weekday, day) = (weekday_short(date.weekday()), date.day().to_string());
    fl!("day-long", weekday = weekday, day = day, month = month_short(date))
}

/// "Mon 23 Nov 2026".
pub fn day_with_year(date: Date) -> String {
    let (weekday, day) = (weekday_short(date.weekday()), date.day().to_string());
    let (month, year) = (month_short(date), date.year().to_string());
    fl!(
        "day-with-year",
        weekday = weekday,
        day = day,
        month = month,
        year = year
    )
}

/// What the clock on the wall showed: "16:48".
pub fn clock(at: Stamp) -> String {
    units::show_clock(at.civil().time())
}

/// "a, b and c"; `None` where there is nothing.
pub fn listed(parts: &[String]) -> Option<String> {
    let (last, before) = parts.split_last()?;
    Some(match before {
        [] => last.clone(),
        _ => fl!(
            "list-and",
            before = before.join(&fl!("list-comma")),
            last = last.as_str()
        ),
    })
}

/// The clock time of an instant of the day it is, the day and the time of any other.
pub fn clock_or_day(at: Stamp, now: Stamp) -> String {
    if at.civil_date() == now.civil_date() {
        clock(at)
    } else {
        fl!("day-clock", day = day_short(at.civil_date()), clock = clock(at))
    }
}

/// How long ago: "just now", "52 min ago", "3 h ago", "2 days ago".
pub fn ago(seconds: f64) -> String {
    let minutes = (seconds / 60.0).floor() as i64;
    match minutes {
        ..1 => fl!("ago-now"),
        1..60 => fl!("ago-minutes", count = minutes),
        60..2880 => fl!("ago-hours", count = (minutes / 60)),
        _ => fl!("ago-days", count = (minutes / 1440)),
    }
}

/// How long until then, never too short: "in 42 min", "in 3 h", "in 2 days".
pub fn until(seconds: f64) -> String {
    let minutes = (seconds / 60.0).ceil() as i64;
    match minutes {
        ..1 => fl!("in-now"),
        1..100 => fl!("in-minutes", count = minutes),
        100..2880 => fl!("in-hours", count = ((minutes + 30) / 60)),
        _ => fl!("in-days", count = ((minutes + 720) / 1440)),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use strum::VariantArray as _;

    use super::*;
    use crate::domain::habit::BUILTIN_HABITS;
    use crate::domain::{HabitKind, Meta, Slug};

    fn has_words(kind: &str, word: &str) {
        let id = format!("{kind}-{word}");
        assert!(text::message(&id, &[]).is_some(), "{id}");
    }

    #[test]
    fn every_word_of_the_journal_has_its_words() {
        for it in Region::VARIANTS {
            has_words("region", it.into());
        }
        for it in Region::VARIANTS.iter().filter(|it| it.has_sides()) {
            has_words("spot", it.into());
        }
        for it in Side::VARIANTS {
            has_words("side", it.into());
        }
        for it in Context::VARIANTS {
            has_words("context", it.into());
        }
        for it in Sport::VARIANTS {
            has_words("sport", it.into());
        }
        for it in RunKind::VARIANTS {
            has_words("run-kind", it.into());
        }
        for (id, ..) in BUILTIN_HABITS {
            has_words("habit", id);
        }
        for (kind, range) in [("fatigue", 1..=5), ("stress", 1..=5), ("mood", 1..=5), ("feel", 1..=5)] {
            range.for_each(|i| has_words(kind, &i.to_string()));
        }
        (1..=5).for_each(|i| has_words("sleep-quality", &i.to_string()));
        (0..=10).for_each(|i| has_words("rpe", &i.to_string()));
        for (kind, last) in [("weekday", 7), ("weekday-short", 7), ("month", 12), ("month-short", 12)] {
            (1..=last).for_each(|i| has_words(kind, &i.to_string()));
        }
    }

    #[test]
    fn every_step_of_every_scale_has_a_word() {
        for &scale in Scale::VARIANTS {
            let (low, high) = scale.range();
            for half in (low * 2.0) as i64..=(high * 2.0) as i64 {
                let word = score(half as f64 / 2.0, scale);
                assert!(
                    word.parse::<f64>().is_err() && !word.is_empty(),
                    "{} {half}",
                    scale.id()
                );
            }
        }
        assert_eq!(score(0.0, Scale::Nrs010), "none");
        assert_eq!(score(3.0, Scale::Nrs010), "I notice it");
        assert_eq!(score(4.0, Scale::Nrs010), "changes how I move");
        assert_eq!(score(9.0, Scale::Nrs010), "severe");
        assert_eq!(score(10.0, Scale::Nrs010), "worst imaginable");
        assert_eq!(score(1.0, Scale::Pmsys15), "very sore or bad");
        assert_eq!(score(1.0, Scale::Five15), "very good");
    }

    #[test]
    fn a_built_in_habit_has_the_programs_word_and_an_own_one_its_own() {
        let mut it = Habit {
            meta: Meta::manual(Slug::of("foam_rolling")),
            name: "x".into(),
            kind: HabitKind::Minutes,
            unit: String::new(),
            builtin: true,
            hidden: false,
        };
        assert_eq!(habit(&it), "Foam rolling");
        it.builtin = false;
        it.name = "Sauna".into();
        assert_eq!(habit(&it), "Sauna");
    }

    #[test]
    fn days_and_times_read_as_people_say_them() {
        let monday = date(2026, 11, 23);
        assert_eq!(day(monday), "Monday 23 November");
        assert_eq!(day_short(monday), "Mon 23 Nov");
        assert_eq!(day_with_year(monday), "Mon 23 Nov 2026");
        assert_eq!(
            clock(Stamp::parse_rfc3339("2026-11-23T16:48:59+01:00").unwrap()),
            "16:48"
        );
        assert_eq!(region_side(Region::Calf, Side::Left), "Calf, left");
        assert_eq!(spot(Region::Calf, Side::Left), "Left calf");
        assert_eq!(spot(Region::Quads, Side::Right), "Front of the right thigh");
        assert_eq!(spot(Region::LowerBack, Side::None), "Lower back");
        assert_eq!(within("Left Achilles tendon"), "left Achilles tendon");
        assert_eq!(beginning("éclair"), "Éclair");
        for (seconds, words) in [
            (-5.0, "just now"),
            (59.0, "just now"),
            (52.0 * 60.0 + 30.0, "52 min ago"),
            (3.9 * 3600.0, "3 h ago"),
            (2.5 * 86_400.0, "2 days ago"),
        ] {
            assert_eq!(ago(seconds), words);
        }
        for (seconds, words) in [
            (0.0, "now"),
            (41.5 * 60.0, "in 42 min"),
            (3.0 * 3600.0, "in 3 h"),
            (2.1 * 86_400.0, "in 2 days"),
        ] {
            assert_eq!(until(seconds), words);
        }
    }
}
