//! Where dots stand.
//!
//! The first dot of a place stands exactly there, further ones fan out around it in the order of their
//! days, so that the size of a cluster shows how many answers were equal: by less than 0.08 h and points
//! where nights are known to the minute, by up to 0.35 h and 0.4 points where a questionnaire asks for
//! whole hours. No dot is moved over a line that means something: seven hours, or nothing.

use std::collections::HashMap;

use jiff::civil::Date;

use super::axis::{Axis, Fan};
use crate::analysis::pairs::Pair;

/// At one place more dots than this are not drawn.
pub(super) const DOTS_A_PLACE: usize = 60;

/// The dot of a pair.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Dot {
    pub(super) day: Date,
    pub(super) at: [f64; 2],
    /// Which colour it has, of a chart with several.
    pub(super) kind: usize,
}

/// The dots of `pairs` that are drawn, by day.
pub(super) fn dots(pairs: &[Pair], x: &Axis, y: &Axis, kind: impl Fn(&Pair) -> usize) -> Vec<Dot> {
    let fans = [x.fan(), y.fan()];
    let mut at_place: HashMap<[i64; 2], usize> = HashMap::new();
    let mut dots = Vec::new();
    for pair in pairs {
        let at = [x.shown(pair.x), y.shown(pair.y)];
        let place = [0, 1].map(|n| (at[n] / fans[n].place).round() as i64);
        let before = at_place.entry(place).or_default();
        if *before < DOTS_A_PLACE {
            dots.push(Dot {
                day: pair.day,
                at: fanned(at, fans, *before),
                kind: kind(pair),
            });
        }
        *before += 1;
    }
    dots
}

/// Where the dot stands that has `before` others at its place: on a spiral of even density around it.
fn fanned(at: [f64; 2], fans: [Fan; 2], before: usize) -> [f64; 2] {
    let golden_angle = std::f64::consts::PI * (3.0 - 5.0_f64.sqrt());
    let (far, angle) = ((before as f64).sqrt(), before as f64 * golden_angle);
    let moved = |n: usize, by: f64| {
        let to = at[n] + fans[n].step * far * by;
        let crossed = fans[n].wall.is_some_and(|wall| (to < wall) != (at[n] < wall));
        if crossed { 2.0 * at[n] - to } else { to }
    };
    [moved(0, angle.cos()), moved(1, angle.sin())]
}

#[cfg(test)]
mod tests {
    use jiff::ToSpan as _;
    use jiff::civil::date;

    use super::*;
    use crate::analysis::pairs::Question;
    use crate::analysis::{Pairs, Series};
    use crate::domain::Scale;
    use crate::domain::settings::DistanceUnit;

    /// `n` days with these hours of sleep and this soreness, and their axes.
    fn days(n: i64, hours: impl Fn(i64) -> f64, soreness: f64, scale: Scale) -> (Pairs, Axis, Axis) {
        let table = crate::analysis::DailyTable::default();
        let question = Question {
            x: Series::Sleep,
            y: Series::Soreness,
            lag: 0,
        };
        let mut found = Pairs::of(&table, question, &(Date::MIN..=Date::MAX));
        found.y_scale = Some(scale);
        found.pairs = (0..n)
            .map(|n| Pair {
                day: date(1996, 1, 1).saturating_add(n.days()),
                x: hours(n),
                y: soreness,
                load_before: None,
            })
            .collect();
        let (x, y) = (Axis::x(&found, DistanceUnit::Km), Axis::y(&found, DistanceUnit::Km));
        (found, x, y)
    }

    #[test]
    fn the_first_dot_of_a_place_is_exact_and_no_other_leaves_its_answer_or_its_side_of_seven_hours() {
        for hours in [6.95, 7.0, 8.0] {
            let (found, x, y) = days(60, |_| hours, 3.0, Scale::Pmsys15);
            let dots = dots(&found.pairs, &x, &y, |_| 0);
            assert_eq!(dots[0].at, [hours, 3.0]);
            for [x, y] in dots.iter().map(|it| it.at) {
                assert!((x - hours).abs() < 0.36 && (y - 3.0).abs() < 0.42);
                assert_eq!(x < 7.0, hours < 7.0, "{hours} drawn at {x}");
            }
        }
    }

    #[test]
    fn nights_known_to_the_minute_are_hardly_moved() {
        let (found, x, y) = days(3, |_| 7.4, 3.0, Scale::Nrs010);
        for [x, y] in dots(&found.pairs, &x, &y, |_| 0).iter().map(|it| it.at) {
            assert!((x - 7.4).abs() < 0.08 && (y - 3.0).abs() < 0.08);
        }
    }

    #[test]
    fn decades_of_equal_answers_are_few_dots() {
        let (found, x, y) = days(11_000, |n| 5.0 + (n % 5) as f64, 3.0, Scale::Nrs010);
        assert_eq!(dots(&found.pairs, &x, &y, |_| 0).len(), 5 * DOTS_A_PLACE);
    }

    #[test]
    fn no_dot_stands_for_less_than_nothing() {
        let wall = Fan {
            place: 10.0,
            step: 8.0,
            wall: Some(0.0),
        };
        for before in 0..DOTS_A_PLACE {
            let [x, y] = fanned([0.0, 5.0], [wall, wall], before);
            assert!(x >= 0.0 && y >= 0.0 || before == 0);
        }
    }
}
