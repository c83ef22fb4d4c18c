//! What the files do not say and had to be taken as something: each as a sentence, with the control that
//! changes it. What is changed is read again at once.

use egui::Ui;
use lucide_icons::Icon;
use strum::VariantArray as _;

use crate::app::Model;
use crate::app::command::{Command, Commands};
use crate::app::dry_run::DryRun;
use crate::domain::import::words;
use crate::domain::settings::DistanceUnit;
use crate::domain::{Assumption, ImportOptions, Sport, words as domain_words};
use crate::fl;
use crate::theme;
use crate::ui::widgets::{Button, ZoneList, choose_shown, segmented_optional, zone_list};

/// What is remembered between frames.
#[derive(Default)]
pub struct AssumptionsState {
    zone_open: bool,
    zones: ZoneList,
}

/// What can be changed about how files are read, in the order it is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Matter {
    Zone,
    Distance,
    DateOrder,
    Untyped,
}

const MATTERS: [Matter; 4] = [Matter::Zone, Matter::Distance, Matter::DateOrder, Matter::Untyped];

/// One matter: what was assumed about it.
pub struct Assumed {
    matter: Matter,
    assumptions: Vec<Assumption>,
}

/// What was assumed, or said by the runner, who may want to change it back.
pub fn of(it: &DryRun) -> Vec<Assumed> {
    let all = it.report.assumptions();
    let assumed = MATTERS.map(|matter| Assumed {
        matter,
        assumptions: all.iter().filter(|it| Matter::of(it) == matter).cloned().collect(),
    });
    let is_said = |matter| match matter {
        Matter::Zone => it.options.zone.is_some(),
        Matter::Distance => it.options.distance.is_some(),
        Matter::DateOrder => it.options.day_first.is_some(),
        Matter::Untyped => it.options.untyped.is_some(),
    };
    assumed
        .into_iter()
        .filter(|it| !it.assumptions.is_empty() || is_said(it.matter))
        .collect()
}

impl Matter {
    fn of(it: &Assumption) -> Self {
        match it {
            Assumption::Zone { .. } => Self::Zone,
            Assumption::Distance { .. } => Self::Distance,
            Assumption::DateOrder { .. } => Self::DateOrder,
            Assumption::Untyped { .. } => Self::Untyped,
        }
    }
}

/// Shows them.
pub fn assumptions_ui(
    ui: &mut Ui,
    model: &Model,
    it: &DryRun,
    assumed: &[Assumed],
    state: &mut AssumptionsState,
    commands: &mut Commands,
) {
    let mut options = it.options.clone();
    ui.add_enabled_ui(model.job.is_none(), |ui| {
        ui.spacing_mut().item_spacing.y = theme::GAP;
        for (n, one) in assumed.iter().enumerate() {
            if n > 0 {
                ui.add_space(theme::GAP);
            }
            match said(one, &it.options) {
                Some(said) => {
                    ui.label(said);
                }
                None => one.assumptions.iter().for_each(|it| {
                    ui.label(words::assumption(it));
                }),
            }
            match one.matter {
                Matter::Zone => zone_ui(ui, model, one, state, &mut options),
                Matter::Distance => distance_ui(ui, one, &mut options),
                Matter::DateOrder => order_ui(ui, one, &mut options),
                Matter::Untyped => untyped_ui(ui, one, &mut options),
            }
        }
    });
    if options != it.options {
        commands.emit(Command::ReadAs(options));
    }
}

/// What the runner said of a matter, in words.
fn said(one: &Assumed, options: &ImportOptions) -> Option<String> {
    Some(match one.matter {
        Matter::Zone => fl!("dry-said-zone", zone = words::zone_name(options.zone.as_ref()?)),
        Matter::Distance => fl!("dry-said-distance", unit = words::unit_name(options.distance?)),
        Matter::DateOrder if options.day_first? => fl!("dry-said-day-first"),
        Matter::DateOrder => fl!("dry-said-month-first"),
        Matter::Untyped => fl!(
            "dry-said-untyped",
            sport = domain_words::sport(options.untyped?).to_lowercase()
        ),
    })
}

fn zone_ui(ui: &mut Ui, model: &Model, one: &Assumed, state: &mut AssumptionsState, options: &mut ImportOptions) {
    let assumed = one.assumptions.iter().find_map(|it| match it {
        Assumption::Zone { zone, .. } => Some(zone.as_str()),
        _ => None,
    });
    let journals = model.settings().zone.as_str();
    let zone = options.zone.as_deref().or(assumed).unwrap_or(journals).to_owned();
    let mut chosen = None;
    ui.horizontal_wrapped(|ui| {
        let words = if state.zone_open {
            fl!("settings-zone-close")
        } else {
            fl!("dry-zone-other")
        };
        if ui.add(Button::secondary(words).small()).clicked() {
            state.zone_open = !state.zone_open;
        }
        if zone != journals {
            let back = fl!("dry-zone-journal", zone = words::zone_name(journals));
            if ui.add(Button::quiet(back).small()).clicked() {
                chosen = Some(journals.to_owned());
            }
        }
    });
    if state.zone_open {
        chosen = zone_list(ui, &mut state.zones, &zone).or(chosen);
    }
    if let Some(chosen) = chosen {
        state.zone_open = false;
        options.zone = Some(chosen).filter(|it| it != journals);
    }
}

/// One of two, where files may disagree about which; what was said can be taken back.
fn either_ui<T: Copy + PartialEq>(
    ui: &mut Ui,
    name: &str,
    said: &mut Option<T>,
    assumed: &[T],
    choices: &[(T, String)],
) {
    let unanimous = assumed.first().filter(|first| assumed.iter().all(|it| it == *first));
    let mut shown = said.or(unanimous.copied());
    let before = shown;
    ui.horizontal_wrapped(|ui| {
        segmented_optional(ui, name, &mut shown, choices, false);
        if said.is_some()
            && ui
                .add(Button::quiet(fl!("dry-as-read")).icon(Icon::RotateCcw).small())
                .clicked()
        {
            *said = None;
        }
    });
    if shown != before {
        *said = shown;
    }
}

fn distance_ui(ui: &mut Ui, one: &Assumed, options: &mut ImportOptions) {
    let assumed: Vec<_> = one.assumptions.iter().filter_map(unit).collect();
    let choice = |unit| (unit, domain_words::beginning(&words::unit_name(unit)));
    let choices = [choice(DistanceUnit::Km), choice(DistanceUnit::Mi)];
    either_ui(
        ui,
        &fl!("dry-distance-choice"),
        &mut options.distance,
        &assumed,
        &choices,
    );
}

fn unit(it: &Assumption) -> Option<DistanceUnit> {
    match it {
        Assumption::Distance { unit, .. } => Some(*unit),
        _ => None,
    }
}

fn order_ui(ui: &mut Ui, one: &Assumed, options: &mut ImportOptions) {
    let assumed: Vec<_> = one.assumptions.iter().filter_map(day_first).collect();
    let choices = [(true, fl!("dry-choose-day")), (false, fl!("dry-choose-month"))];
    either_ui(ui, &fl!("dry-order-choice"), &mut options.day_first, &assumed, &choices);
}

fn day_first(it: &Assumption) -> Option<bool> {
    match it {
        Assumption::DateOrder { day_first, .. } => Some(*day_first),
        _ => None,
    }
}

fn untyped_ui(ui: &mut Ui, one: &Assumed, options: &mut ImportOptions) {
    let assumed = one.assumptions.iter().find_map(|it| match it {
        Assumption::Untyped { sport, .. } => Some(*sport),
        _ => None,
    });
    let mut sport = options.untyped.or(assumed).unwrap_or_default();
    let choices: Vec<_> = Sport::VARIANTS
        .iter()
        .map(|&it| (it, domain_words::sport(it)))
        .collect();
    let shown = domain_words::sport(sport);
    if choose_shown(ui, &fl!("dry-untyped-choice"), &shown, &mut sport, &choices) {
        options.untyped = Some(sport);
    }
}
