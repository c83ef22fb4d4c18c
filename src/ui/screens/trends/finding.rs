//! What the charts show, in words and numbers: what was compared, of how many mornings, and what was
//! left out. No verdict.

use egui::{Grid, Ui};

use crate::analysis::SleepSoreness;
use crate::analysis::rank::Lean;
use crate::analysis::sleep_soreness::{Group, SHORT_NIGHT_H};
use crate::charts::words;
use crate::domain::units::show_number;
use crate::fl;
use crate::theme;

/// The card's content.
pub fn finding_ui(ui: &mut Ui, found: &SleepSoreness) {
    ui.label(theme::card_title(ui, fl!("trends-journal-title")));
    ui.label(sentence(found));
    ui.add_space(theme::GAP);
    groups_ui(ui, found);
    ui.add_space(theme::GAP);
    if let Ok(rho) = found.rho.rho {
        ui.label(theme::note(ui, fl!("trends-rho", rho = signed(rho))));
    }
    ui.label(theme::note(ui, fl!("trends-line-note")));
    if let Some(left_out) = left_out(found) {
        ui.label(theme::note(ui, left_out));
    }
    ui.add_space(theme::GAP);
    ui.label(theme::strong(ui, fl!("trends-no-proof")));
}

/// n, range, direction and unit.
pub fn subtitle(found: &SleepSoreness) -> String {
    fl!(
        "trends-subtitle",
        n = found.pairs.len(),
        span = span(found),
        scale = direction(found)
    )
}

/// The scatter chart for those who do not see it.
pub fn chart_name(found: &SleepSoreness) -> String {
    fl!(
        "trends-scatter-name",
        n = found.pairs.len(),
        span = span(found),
        scale = direction(found),
        finding = sentence(found)
    )
}

fn span(found: &SleepSoreness) -> String {
    let span = found.span().map(|(first, last)| words::days(first, last));
    span.unwrap_or_default()
}

fn direction(found: &SleepSoreness) -> String {
    found.scale.map(words::direction).unwrap_or_default()
}

/// What the dots look like.
fn sentence(found: &SleepSoreness) -> String {
    let n = found.rho.n;
    let Ok(rho) = found.rho.rho else {
        return fl!("trends-constant", n = n);
    };
    match (found.rho.lean(), rho < 0.0) {
        (Lean::NoClearPattern, _) => fl!("trends-lean-none", n = n),
        (Lean::Faint, true) => fl!("trends-lean-faint-sorer", n = n),
        (Lean::Faint, false) => fl!("trends-lean-faint-less", n = n),
        (Lean::Moderate, true) => fl!("trends-lean-moderate-sorer", n = n),
        (Lean::Moderate, false) => fl!("trends-lean-moderate-less", n = n),
        (Lean::Strong, true) => fl!("trends-lean-strong-sorer", n = n),
        (Lean::Strong, false) => fl!("trends-lean-strong-less", n = n),
    }
}

fn groups_ui(ui: &mut Ui, found: &SleepSoreness) {
    let short = show_number(SHORT_NIGHT_H);
    Grid::new("groups")
        .num_columns(3)
        .spacing([theme::BETWEEN, theme::GAP])
        .min_row_height(theme::BODY)
        .show(ui, |ui| {
            ui.label("");
            ui.label(theme::note(ui, fl!("trends-group-n")));
            ui.label(theme::note(ui, fl!("trends-group-mean")));
            ui.end_row();
            group_ui(ui, fl!("trends-group-short", h = short.clone()), found.short);
            group_ui(ui, fl!("trends-group-other", h = short), found.other);
        });
    ui.label(theme::note(ui, direction(found)));
}

fn group_ui(ui: &mut Ui, name: String, group: Group) {
    ui.label(theme::quiet(ui, name));
    ui.label(group.n.to_string());
    let mean = group.mean.map_or_else(|| "–".to_owned(), words::mean);
    ui.label(theme::strong(ui, mean));
    ui.end_row();
}

/// A correlation with its sign, to two decimals; never "-0.00".
fn signed(rho: f64) -> String {
    let hundredths = (rho * 100.0).round() as i64;
    let sign = match hundredths {
        0 => "",
        1.. => "+",
        _ => "−",
    };
    format!("{sign}{:.2}", hundredths.unsigned_abs() as f64 / 100.0)
}

fn left_out(found: &SleepSoreness) -> Option<String> {
    let it = found.left_out;
    let parts = [
        (it.other_scale, fl!("trends-left-other-scale", n = it.other_scale)),
        (it.only_sleep, fl!("trends-left-only-sleep", n = it.only_sleep)),
        (it.only_soreness, fl!("trends-left-only-soreness", n = it.only_soreness)),
    ];
    let parts: Vec<String> = parts.into_iter().filter(|it| it.0 > 0).map(|it| it.1).collect();
    (!parts.is_empty()).then(|| fl!("trends-left-out", list = parts.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_correlation_is_written_with_its_sign_and_zero_has_none() {
        for (rho, text) in [(-0.123, "−0.12"), (0.5, "+0.50"), (-0.001, "0.00"), (-1.0, "−1.00")] {
            assert_eq!(signed(rho), text);
        }
    }
}
