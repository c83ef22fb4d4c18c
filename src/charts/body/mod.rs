//! Charts of the body: where it is sore, when, and on which side.

pub(super) mod after_runs;
pub(super) mod baseline;
pub(super) mod sides;
pub(super) mod weeks;

use egui::Color32;

use super::legend::Entry;
use super::{Measure, Request, Source, Style, words};
use crate::analysis::regions::LeftOut;
use crate::domain::units::show_number;
use crate::domain::words::{listed, region, within};
use crate::domain::{Region, Scale, Side};
use crate::fl;

/// How many colours the legend of a scale has.
const LEGEND: u8 = 6;

/// The colour of a score, and the ink on it.
fn depth(style: &Style, scale: Scale, score: f64) -> (Color32, Color32) {
    style.depth(Measure::Soreness, scale.severity(score) as f32)
}

/// The colours of a scale, from its good end to its bad end.
fn scale_legend(style: &Style, scale: Scale) -> Entry {
    let (low, high) = scale.range();
    let (good, bad) = if scale.higher_is_worse() {
        (low, high)
    } else {
        (high, low)
    };
    let end = |score: f64| {
        let word = words::end_of_scale(scale, score).unwrap_or_default();
        format!("{} {word}", show_number(score))
    };
    let steps = (0..LEGEND).map(|it| f32::from(it) / f32::from(LEGEND - 1));
    let fills = steps.map(|it| style.depth(Measure::Soreness, it).0);
    Entry::ramp(end(good), fills.collect(), end(bad))
}

/// What the numbers leave out, in words; `None` where that is nothing.
fn left_out(it: LeftOut) -> Option<String> {
    let parts = [
        (it.other_scale, fl!("body-chart-other-scale", n = it.other_scale)),
        (it.late, fl!("body-chart-late", n = it.late)),
        (it.masked, fl!("body-chart-masked", n = it.masked)),
    ];
    let parts = parts.into_iter().filter(|it| it.0 > 0).map(|it| it.1);
    let list = listed(&parts.collect::<Vec<_>>())?;
    Some(fl!("body-chart-left-out", list = list))
}

/// The days of a request of which the journal has anything, in words.
fn span(source: &Source<'_>, request: &Request) -> String {
    let (mut first, mut last) = (*request.days.start(), *request.days.end());
    if let Some((begin, end)) = source.table.rows.first().zip(source.table.rows.last()) {
        first = first.max(begin.day);
        last = last.min(end.day).max(first);
    }
    words::days(first, last)
}

/// A region's name as it stands within a sentence.
fn name_within(place: Region) -> String {
    match place {
        // A name in it stays one.
        Region::Achilles => region(place),
        _ => within(&region(place)),
    }
}

/// The id of a region in a table of numbers.
fn region_id(region: Region) -> String {
    <&str>::from(region).to_owned()
}

/// The id of a side in a table of numbers; empty where there are no sides.
fn side_id(side: Side) -> String {
    match side {
        Side::None => String::new(),
        _ => <&str>::from(side).to_owned(),
    }
}
