//! The dots of a pair in the colours of yesterday's load: the thirds, how many are in each, and their names.
//!
//! Hard days come before short nights and before sore mornings alike; with this colour that can be seen.

use egui::{Color32, Pos2, Shape, Stroke};

use crate::analysis::pairs::{Pair, Stretch, thirds};
use crate::charts::Style;
use crate::charts::legend::{Entry, Mark};
use crate::fl;

/// The thirds of yesterday's load, and how many dots are in each; last those of which it is not known.
#[derive(Clone, Debug)]
pub(super) struct ByLoad {
    thirds: Vec<Stretch>,
    /// How many in each third, then without a known load.
    counts: Vec<usize>,
    /// The load, where it is always the same.
    constant: Option<f64>,
}

impl ByLoad {
    /// The thirds of these days.
    pub(super) fn of(pairs: &[Pair]) -> Self {
        let known = || pairs.iter().filter_map(|it| it.load_before);
        let mut thirds = thirds(known());
        let constant = known().next().filter(|_| thirds.is_empty());
        thirds.extend(constant.map(Stretch::From));
        let mut it = Self {
            counts: vec![0; thirds.len() + 1],
            thirds,
            constant,
        };
        for pair in pairs {
            let kind = it.kind(pair);
            it.counts[kind] += 1;
        }
        it
    }

    /// Which third a pair is in; the number of thirds where its load is not known.
    pub(super) fn kind(&self, pair: &Pair) -> usize {
        let of = |load: f64| self.thirds.iter().position(|it| it.holds(load));
        pair.load_before.and_then(of).unwrap_or(self.thirds.len())
    }

    /// How many kinds there are.
    pub(super) fn kinds(&self) -> usize {
        self.counts.len()
    }

    /// The colour of a kind; none of dots that are only outlined.
    pub(super) fn fill(&self, kind: usize, style: &Style) -> Option<Color32> {
        let last = self.thirds.len();
        if kind >= last {
            return None;
        }
        // Two thirds take the ends of the colours.
        let step = if last == 2 { kind * 2 } else { kind };
        style.steps.get(step).copied()
    }

    /// What the colours are, and how many dots have each.
    pub(super) fn entries(&self, style: &Style) -> Vec<Entry> {
        let known = (0..self.kinds()).filter(|it| self.counts[*it] > 0);
        let named = known.map(|kind| {
            let mark = match self.fill(kind, style) {
                Some(fill) => Mark::Shaped(Shape::circle_filled, fill),
                None => Mark::Shaped(ring, style.third_ink),
            };
            Entry::new(mark, self.name(kind))
        });
        std::iter::once(Entry::title(fl!("pair-load-before")))
            .chain(named)
            .collect()
    }

    /// "up to 210 AU (38)".
    pub(super) fn name(&self, kind: usize) -> String {
        let n = self.counts[kind];
        let au = |load: f64| fl!("pair-load", load = format!("{load:.0}"));
        match (self.thirds.get(kind).copied(), self.constant) {
            (None, _) => fl!("pair-load-unknown", n = n),
            (Some(_), Some(load)) => fl!("pair-load-all", load = au(load), n = n),
            (Some(Stretch::UpTo(0.0)), None) => fl!("pair-load-none", n = n),
            (Some(Stretch::UpTo(high)), None) => fl!("pair-load-up-to", high = au(high), n = n),
            (Some(Stretch::Under(high)), None) => fl!("pair-load-under", high = au(high), n = n),
            (Some(Stretch::Between(low, high)), None) => {
                fl!("pair-load-between", low = format!("{low:.0}"), high = au(high), n = n)
            }
            (Some(Stretch::Over(low)), None) => fl!("pair-load-over", low = au(low), n = n),
            (Some(Stretch::From(low)), None) => fl!("pair-load-from", low = au(low), n = n),
        }
    }
}

fn ring(center: Pos2, radius: f32, color: Color32) -> Shape {
    Shape::circle_stroke(center, radius - 0.5, Stroke::new(1.0, color))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn names(loads: &[Option<f64>]) -> Vec<String> {
        let pairs: Vec<Pair> = loads
            .iter()
            .map(|&load_before| Pair {
                day: date(2020, 1, 1),
                x: 7.0,
                y: 3.0,
                load_before,
            })
            .collect();
        let it = ByLoad::of(&pairs);
        (0..it.kinds()).map(|kind| it.name(kind)).collect()
    }

    #[test]
    fn each_third_is_named_by_its_bounds_and_counted_and_unknown_is_none_of_them() {
        let some = |loads: &[f64]| loads.iter().copied().map(Some).collect::<Vec<_>>();
        let mut loads = some(&[0.0, 0.0, 120.0, 250.0, 300.0, 600.0]);
        loads.push(None);
        let thirds = ["none (2)", "over 0 to 250 AU (2)", "over 250 AU (2)", "not known (1)"];
        assert_eq!(names(&loads), thirds);
        assert_eq!(names(&some(&[300.0, 300.0])), ["300 AU (2)", "not known (0)"]);
        assert_eq!(names(&[None]), ["not known (1)"]);
    }
}
