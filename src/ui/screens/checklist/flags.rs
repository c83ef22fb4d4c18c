//! Red flags: one calm card that says which place and why, and when to ask for help.
//!
//! It is no alarm. It stands above everything else, in few lines, so that the step that runs stays in sight;
//! the rest unfolds.

use egui::{Label, Ui};
use lucide_icons::Icon;

use super::reasons::ruled_ui;
use crate::domain::protocol::RedFlag;
use crate::domain::{units, words};
use crate::fl;
use crate::theme;
use crate::ui::widgets::{fold, icon};

/// Shows the flags, where there are any. `unfolded` is whether it says when to ask for help.
pub fn flags_ui(ui: &mut Ui, flags: &[RedFlag], unfolded: &mut bool) {
    if flags.is_empty() {
        return;
    }
    theme::card(ui).inner_margin(12).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = theme::GAP;
        let wide = ui.available_width() > 560.0;
        ui.horizontal_top(|ui| {
            icon(ui, Icon::Stethoscope, 22.0, theme::palette(ui).soreness);
            let room = ui.available_width() - if wide { BUTTON } else { 0.0 };
            ui.vertical(|ui| {
                ui.set_width(room);
                ui.spacing_mut().item_spacing.y = 2.0;
                ui.add(Label::new(theme::strong(ui, title(flags))).wrap());
                for flag in flags {
                    flag_ui(ui, flag, flags.len() > 1);
                }
            });
            if wide {
                fold(ui, &fl!("flags-when"), unfolded);
            }
        });
        if !wide {
            fold(ui, &fl!("flags-when"), unfolded);
        }
        if *unfolded {
            help_ui(ui);
        }
    });
}

/// Room for the button.
const BUTTON: f32 = 172.0;

fn title(flags: &[RedFlag]) -> String {
    match flags {
        [one] => fl!(
            "flags-one",
            place = words::within(&words::spot(one.region, one.side)),
            score = units::show_number(one.score)
        ),
        many => fl!("flags-many", count = many.len()),
    }
}

/// Why a place is flagged, with its name where there are several.
fn flag_ui(ui: &mut Ui, flag: &RedFlag, named: bool) {
    let rule = flag.kind.rule();
    let why = words::named("rule", &rule.replace('.', "-"));
    let sentence = if named {
        let place = words::spot(flag.region, flag.side);
        fl!(
            "flags-place",
            place = place,
            score = units::show_number(flag.score),
            why = why
        )
    } else {
        why
    };
    ruled_ui(ui, None, &sentence, rule);
}

/// When to ask for help, in three groups, and what this program cannot do.
fn help_ui(ui: &mut Ui) {
    ui.separator();
    for (title, lines) in [
        (
            fl!("help-now"),
            vec![
                fl!("help-now-chest"),
                fl!("help-now-confused"),
                fl!("help-now-heat"),
                fl!("help-now-back"),
            ],
        ),
        (
            fl!("help-today"),
            vec![
                fl!("help-today-urine"),
                fl!("help-today-swelling"),
                fl!("help-today-calf"),
                fl!("help-today-weight"),
            ],
        ),
        (
            fl!("help-days"),
            vec![
                fl!("help-days-bone"),
                fl!("help-days-joint"),
                fl!("help-days-numb"),
                fl!("help-days-long"),
            ],
        ),
    ] {
        ui.label(theme::strong(ui, title));
        for line in lines {
            ui.horizontal_top(|ui| {
                icon(ui, Icon::Dot, 18.0, theme::palette(ui).third_ink);
                ui.add(Label::new(theme::quiet(ui, line)).wrap());
            });
        }
        ui.add_space(theme::GAP);
    }
    ui.add(Label::new(theme::quiet(ui, fl!("help-no-diagnosis"))).wrap());
}
