//! How much sorer the mornings with it were than those without, for each pair of periods.

use egui::{Align2, Rect, Stroke, Ui, vec2};
use egui_plot::{HLine, LineStyle, PlotPoint, Points};

use super::panels::{Panels, period_words};
use crate::analysis::periods::Pair;
use crate::charts::cells::pick_cell;
use crate::charts::marks::{marks_at, words_width, y_axis};
use crate::charts::pick::present;
use crate::charts::story::Story;
use crate::charts::{ChartResponse, Shown, words};
use crate::fl;

const HEIGHT: f32 = 118.0;
/// The axis reaches at least so far.
const LEAST: f64 = 1.0;
/// How near the pointer must come to a dot.
const REACH: f32 = 12.0;

/// Shows the panel.
pub(super) fn pairs_ui(ui: &mut Ui, shown: &Shown<'_>, panels: &Panels) -> ChartResponse {
    let style = shown.style;
    let most = panels.pairs.iter().map(|it| it.sorer_with.abs()).fold(LEAST, f64::max);
    let far = most.ceil();
    let plot = panels
        .panel("pairs of periods", HEIGHT, style, true, ui)
        .y_grid_spacer(marks_at(vec![-far, 0.0, far]))
        .custom_y_axes(vec![y_axis(style, words_width(style), signed)])
        .show(ui, |plot| {
            plot.set_plot_bounds_y(-far * 1.6..=far * 1.6);
            panels.set_time(plot);
            plot.hline(HLine::new("same", 0.0).stroke(Stroke::new(1.0, style.third_ink)));
            if let Some(mean) = panels.sorer_with.filter(|_| panels.pairs.len() > 1) {
                let line = HLine::new("mean", mean).style(LineStyle::dashed_loose());
                plot.hline(line.stroke(Stroke::new(1.5, style.accent)));
            }
            let dots: Vec<[f64; 2]> = panels
                .pairs
                .iter()
                .map(|it| [middle(panels, it), it.sorer_with])
                .collect();
            plot.points(Points::new("pairs", dots).radius(5.0).color(style.accent));
        });
    let frame = plot.transform.frame();
    let painter = ui.painter();
    let corner = frame.left_top() + vec2(4.0, 0.0);
    let words = fl!("periods-panel-pairs");
    painter.text(corner, Align2::LEFT_TOP, words, style.note.clone(), style.second_ink);
    let at = |it: &Pair| {
        let place = PlotPoint::new(middle(panels, it), it.sorer_with);
        plot.transform.position_from_point(&place)
    };
    let cells: Vec<Rect> = panels
        .pairs
        .iter()
        .map(|it| Rect::from_center_size(at(it), vec2(2.0, 2.0) * REACH))
        .collect();
    let picked = pick_cell(ui, &plot.response, &cells);
    let hovered = picked.hovered.and_then(|it| panels.pairs.get(it));
    if let Some(it) = hovered {
        painter.circle_stroke(at(it), 8.0, Stroke::new(1.5, style.ink));
    }
    let story = hovered.map(|it| (story(panels, it), at(it)));
    present(ui, &plot.response, &fl!("periods-panel-pairs"), story, style);
    let opened = picked.clicked.and_then(|it| panels.pairs.get(it));
    let later = |it: &Pair| Some(panels.periods.get(it.with.max(it.without))?.first);
    ChartResponse {
        clicked: opened.and_then(later),
        ..ChartResponse::default()
    }
}

/// Between the two periods of a pair, in days from the first.
fn middle(panels: &Panels, pair: &Pair) -> f64 {
    let periods = [pair.with, pair.without].map(|it| panels.periods.get(it));
    let ends = periods.into_iter().flatten();
    let middles: Vec<f64> = ends
        .map(|it| f64::midpoint(panels.at(it.first), panels.at(it.last)))
        .collect();
    middles.iter().sum::<f64>() / middles.len().max(1) as f64
}

fn story(panels: &Panels, pair: &Pair) -> Story {
    let title = if pair.sorer_with.abs() < super::SAME {
        fl!("periods-pair-same")
    } else {
        fl!(
            "periods-pair",
            points = words::mean(pair.sorer_with.abs()),
            way = if pair.sorer_with > 0.0 { "sorer" } else { "less" }
        )
    };
    let mut places = [pair.with, pair.without];
    places.sort_unstable();
    let lines = places
        .into_iter()
        .filter_map(|it| panels.periods.get(it))
        .map(period_words);
    Story::new(title, lines.collect())
}

/// "+1 sorer", "0", "−1 less".
fn signed(value: f64) -> String {
    match value {
        it if it > 0.0 => fl!("periods-sorer", points = format!("{it:.0}")),
        it if it < 0.0 => fl!("periods-less-sore", points = format!("{:.0}", it.abs())),
        _ => "0".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_difference_says_which_way_it_points() {
        assert_eq!([1.0, 0.0, -2.0].map(signed), ["+1 sorer", "0", "−2 less"]);
    }
}
