//! What is said of two series: the question, the axes, and when one is seen from the other.
//!
//! All pairs are said by one scheme: "Does tiredness go with training load the day before?". The vertical
//! series is where one stands; the horizontal one is so many nights, mornings or days before or after it.
//! The headline and its reverse have questions of their own.

use super::axis::Axis;
use crate::analysis::Series;
use crate::analysis::pairs::Question;
use crate::analysis::series::Part;
use crate::charts::words;
use crate::domain::Scale;
use crate::domain::units::{show_distance, show_hours, show_number};
use crate::domain::words::{beginning, fatigue, mood, named, score, sleep_quality, stress};
use crate::fl;

/// The question of the chart.
pub(super) fn question(it: Question) -> String {
    match (it.x, it.y, it.lag) {
        (Series::Sleep, Series::Soreness, 0) | (Series::Soreness, Series::Sleep, 0) => fl!("pair-question-short"),
        (Series::Sleep, Series::Soreness, -1) | (Series::Soreness, Series::Sleep, 1) => {
            fl!("pair-question-reverse")
        }
        _ => fl!(
            "pair-question",
            series = it.y.word(),
            y = words::series(it.y),
            x = words::series(it.x),
            when = when(it)
        ),
    }
}

/// When the horizontal series is, seen from the vertical one: "the night before".
pub(super) fn when(it: Question) -> String {
    // How many of its own kind the horizontal one is before the vertical one, if that were at the same
    // hour of the day.
    let before = i32::from(it.lag);
    match (it.x.part(), it.y.part()) {
        (Part::Night, Part::Night) => night(before),
        // The night that ended on a day is the one before its morning.
        (Part::Night, _) => night(if before >= 0 { before + 1 } else { before }),
        (Part::Morning, Part::Night) => morning(if before <= 0 { before - 1 } else { before }),
        (Part::Morning, _) => morning(before),
        (Part::Day, Part::Night) => day(if before <= 0 { before - 1 } else { before }),
        (Part::Day, Part::Morning) if before == 0 => fl!("pair-day-later"),
        (Part::Day, _) => day(before),
    }
}

fn night(before: i32) -> String {
    match before {
        0 => fl!("pair-night-same"),
        1.. => fl!("pair-night-before", n = before),
        _ => fl!("pair-night-after", n = before.abs()),
    }
}

fn morning(before: i32) -> String {
    match before {
        0 => fl!("pair-morning-same"),
        1.. => fl!("pair-morning-before", n = before),
        _ => fl!("pair-morning-after", n = before.abs()),
    }
}

fn day(before: i32) -> String {
    match before {
        0 => fl!("pair-day-same"),
        1.. => fl!("pair-day-before", n = before),
        _ => fl!("pair-day-after", n = before.abs()),
    }
}

/// "120 mornings", of what the vertical series is.
pub(super) fn counted(y: Series, n: usize) -> String {
    match y.part() {
        Part::Night => fl!("pair-count-night", n = n),
        Part::Morning => fl!("pair-count-morning", n = n),
        Part::Day => fl!("pair-count-day", n = n),
    }
}

/// The horizontal series and when it is: "Training load the day before".
pub(super) fn x_when(it: Question) -> String {
    fl!(
        "pair-what-when",
        what = beginning(&words::series(it.x)),
        when = when(it)
    )
}

/// The words above the vertical axis: what it is, in which unit, and what is up.
pub(super) fn y_title(axis: &Axis) -> String {
    let what = with_unit(axis, beginning(&words::series(axis.series)));
    fl!("pair-upwards", what = what, grows = grows(axis))
}

/// The words below the horizontal axis; to the right is more of a number anyway, but not of a rating.
pub(super) fn x_title(axis: &Axis, it: Question) -> String {
    let what = with_unit(axis, x_when(it));
    if axis.is_rated() {
        fl!("pair-rightwards", what = what, grows = grows(axis))
    } else {
        what
    }
}

/// Hours say their unit in their name.
fn with_unit(axis: &Axis, what: String) -> String {
    match axis.series {
        Series::Load => fl!("pair-axis-unit", what = what, unit = fl!("pair-axis-load-unit")),
        Series::Distance => fl!("pair-axis-unit", what = what, unit = axis.unit.sign()),
        _ => what,
    }
}

fn grows(axis: &Axis) -> String {
    named("pair-grows", axis.series.word())
}

/// The vertical series within a sentence: "Soreness from 0 none to 10 worst, sorer upwards".
pub(super) fn y_described(axis: &Axis) -> String {
    let what = with_measure(axis, beginning(&words::series(axis.series)));
    fl!("pair-upwards", what = what, grows = grows(axis))
}

/// The horizontal series within a sentence: "soreness that morning from 0 none to 10 worst, …".
pub(super) fn x_described(axis: &Axis, it: Question) -> String {
    let what = fl!("pair-what-when", what = words::series(it.x), when = when(it));
    let what = with_measure(axis, what);
    if axis.is_rated() {
        fl!("pair-rightwards", what = what, grows = grows(axis))
    } else {
        what
    }
}

/// With "from 0 none to 10 worst", "in AU (effort × minutes)". Hours say it in their name.
fn with_measure(axis: &Axis, what: String) -> String {
    let measure = match axis.series {
        Series::Sleep => return what,
        Series::Load => fl!("pair-in-load"),
        Series::Distance => fl!("pair-in-distance", unit = axis.unit.sign()),
        _ => direction(axis),
    };
    fl!("pair-what-when", what = what, when = measure)
}

/// Which way the scale of a rating points: "from 0 none to 10 worst", the least of it first.
pub(super) fn direction(axis: &Axis) -> String {
    let (least, most) = if axis.falls() {
        (axis.high, axis.low)
    } else {
        (axis.low, axis.high)
    };
    fl!(
        "pair-scale",
        least = mark(axis, least, true),
        most = mark(axis, most, true)
    )
}

/// What stands at a mark: the number, hours with their unit; at the ends of a scale what it means, where
/// there is room.
pub(super) fn mark(axis: &Axis, value: f64, with_ends: bool) -> String {
    let number = show_number(value);
    if axis.series == Series::Sleep {
        return words::hours(value);
    }
    match end(axis, value).filter(|_| with_ends) {
        Some(word) => fl!("pair-scale-end", number = number, word = word),
        None => number,
    }
}

/// What an end of the scale means, in a word.
fn end(axis: &Axis, value: f64) -> Option<String> {
    if axis.series == Series::SleepQuality {
        return (value == axis.low || value == axis.high).then(|| sleep_quality(value as i64));
    }
    let scale = axis.scale?;
    if axis.series == Series::Soreness || scale == Scale::PmsysReadiness010 {
        return words::end_of_scale(scale, value);
    }
    // The check-in's own words fit the ends of every questionnaire.
    let severity = scale.severity(value);
    let five = (severity == 0.0 || severity == 1.0).then_some(1.0 + 4.0 * severity)?;
    Some(match axis.series {
        Series::Fatigue => fatigue(five),
        Series::Stress => stress(five),
        _ => mood(five),
    })
}

/// A mean or a bound of it, in its unit: "7 h 10 min", "312 AU", "3.4".
pub(super) fn amount(axis: &Axis, raw: f64) -> String {
    match axis.series {
        Series::Sleep => show_hours(raw),
        Series::Load => fl!("pair-load", load = format!("{raw:.0}")),
        Series::Distance => show_distance(raw, axis.unit),
        _ => words::mean(raw),
    }
}

/// The lower bound of a stretch, whose upper bound says the unit.
pub(super) fn bare(axis: &Axis, raw: f64) -> String {
    match axis.series {
        Series::Distance => show_number((axis.shown(raw) * 10.0).round() / 10.0),
        Series::Load => format!("{raw:.0}"),
        _ => show_number(raw),
    }
}

/// What was recorded, in its unit or with its meaning: "3, so-so".
pub(super) fn recorded(axis: &Axis, raw: f64) -> String {
    let word = match (axis.series, axis.scale) {
        (Series::SleepQuality, _) => sleep_quality(raw as i64),
        (Series::Fatigue, Some(Scale::Five15)) => fatigue(raw),
        (Series::Stress, Some(Scale::Five15)) => stress(raw),
        (Series::Mood, Some(Scale::Five15)) => mood(raw),
        (_, Some(scale)) => score(raw, scale),
        (_, None) => return amount(axis, raw),
    };
    fl!("chart-score", score = show_number(raw), word = word)
}

#[cfg(test)]
mod tests {
    use strum::VariantArray as _;

    use super::*;

    fn asked(y: Series, x: Series, lag: i8) -> String {
        question(Question { x, y, lag })
    }

    #[test]
    fn the_headline_and_its_reverse_are_asked_plainly() {
        let (sleep, sore) = (Series::Sleep, Series::Soreness);
        assert_eq!(asked(sore, sleep, 0), "Are sore mornings short nights?");
        let reverse = "The other way round: do sore mornings come before short nights?";
        assert_eq!(asked(sore, sleep, -1), reverse);
        assert_eq!(asked(sleep, sore, 1), reverse);
    }

    #[test]
    fn a_question_says_when_one_is_seen_from_the_other() {
        use Series::{Distance, Fatigue, Load, Mood, Sleep, Soreness, Stress};
        for (y, x, lag, question) in [
            (Soreness, Sleep, 1, "Does soreness go with hours slept 2 nights before?"),
            (Soreness, Sleep, -2, "Does soreness go with hours slept 2 nights after?"),
            (Fatigue, Load, 1, "Does tiredness go with training load the day before?"),
            (Fatigue, Load, 0, "Does tiredness go with training load later that day?"),
            (Fatigue, Load, -1, "Does tiredness go with training load the day after?"),
            (Load, Mood, 0, "Does training load go with mood that morning?"),
            (
                Load,
                Sleep,
                0,
                "Does training load go with hours slept the night before?",
            ),
            (Sleep, Load, 1, "Do hours slept go with training load the day before?"),
            (Sleep, Load, 0, "Do hours slept go with training load the day after?"),
            (Sleep, Stress, 0, "Do hours slept go with stress the morning after?"),
            (Sleep, Sleep, 1, "Do hours slept go with hours slept the night before?"),
            (Mood, Stress, 0, "Does mood go with stress that morning?"),
            (Distance, Load, 0, "Does distance run go with training load that day?"),
        ] {
            assert_eq!(asked(y, x, lag), question);
        }
    }

    #[test]
    fn every_pair_has_words() {
        for &x in Series::VARIANTS {
            for &y in Series::VARIANTS {
                for lag in -2..=2 {
                    let asked = asked(y, x, lag);
                    assert!(asked.ends_with('?') && !asked.contains("pair-"), "{asked}");
                }
            }
            for family in ["pair-grows", "pair-more", "pair-less", "pair-hint"] {
                let id = format!("{family}-{}", x.word());
                assert!(crate::text::message(&id, &[]).is_some(), "{id}");
            }
        }
    }
}
