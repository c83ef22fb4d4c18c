//! What would tell more about a finding: how many days are there of those that are needed, or why more of
//! the same would not help.

use egui::Ui;
use lucide_icons::Icon;

use super::Entry;
use crate::analysis::findings::words::Level;
use crate::analysis::findings::{Covariate, Exposure, Finding, Need, Needed, Sides, Status};
use crate::analysis::stats::effect::Refusal;
use crate::app::command::{Command, Commands, Place};
use crate::app::look::Section;
use crate::app::{Look, Model};
use crate::fl;
use crate::theme;
use crate::ui::widgets::{Button, have_need};

/// Shows it, where there is anything.
pub(super) fn more_ui(ui: &mut Ui, model: &Model, entry: &Entry<'_>, commands: &mut Commands) {
    let finding = entry.finding;
    let mut bars: Vec<(String, Need)> = finding.needs().into_iter().map(|it| (of(finding, it), it)).collect();
    if entry.told.level == Level::Unclear {
        bars.extend(finding.needs_for_a_point().map(|it| (fl!("insights-need-point"), it)));
    }
    let hint = hint(finding);
    let period = entry.told.level == Level::Period;
    if bars.is_empty() && hint.is_none() && !period {
        return;
    }
    ui.label(theme::label(ui, fl!("insights-more")));
    for (words, need) in bars {
        ui.horizontal_wrapped(|ui| {
            ui.label(theme::quiet(ui, words));
            have_need(ui, need.have, need.need);
        });
    }
    if let Some(hint) = hint {
        ui.label(theme::quiet(ui, hint));
    }
    if period {
        period_ui(ui, model, entry, commands);
    }
}

/// What a bar counts.
fn of(finding: &Finding, need: Need) -> String {
    let nights = finding.exposure == Exposure::ShortNight;
    match need.what {
        Needed::Mornings => fl!("insights-need-mornings"),
        Needed::With if nights => fl!("insights-need-short"),
        Needed::Without if nights => fl!("insights-need-long"),
        Needed::With => fl!("insights-need-with"),
        Needed::Without => fl!("insights-need-without"),
    }
}

/// What would help where more days of the same would not.
fn hint(finding: &Finding) -> Option<String> {
    let Status::Refused(refusal) = finding.status else {
        return None;
    };
    match refusal {
        Refusal::NoContrast if finding.exposure != Exposure::ShortNight => {
            let Sides { with, without } = finding.sides.unwrap_or_default();
            let side = if with > without { "without" } else { "with" };
            Some(fl!("insights-more-contrast", side = side))
        }
        Refusal::Collinear { .. } => match finding.together_with {
            Some(Covariate::Other(_)) => Some(fl!("insights-more-apart")),
            _ => None,
        },
        _ => None,
    }
}

/// What is taken for weeks is compared by whole periods, elsewhere.
fn period_ui(ui: &mut Ui, model: &Model, entry: &Entry<'_>, commands: &mut Commands) {
    let words = fl!("insights-periods");
    let button = Button::secondary(words.as_str()).icon(Icon::ChartScatter).small();
    let button = button.name(fl!("insights-periods-of", words = words, name = entry.name()));
    if ui.add(button).clicked() {
        let section = Section::Supplements;
        commands.emit(Command::SetLook(Look { section, ..model.look }));
        commands.emit(Command::Go(Place::Trends));
    }
}
