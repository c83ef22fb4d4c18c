//! What a day without a run is good for: easy movement or full rest, and why.

use egui::{Label, Ui};
use lucide_icons::Icon;

use crate::app::Model;
use crate::app::command::{Command, Commands, Form, FormKind};
use crate::domain::protocol::RestDay;
use crate::domain::words;
use crate::fl;
use crate::theme;
use crate::ui::screens::checklist::reasons::ruled_ui;
use crate::ui::widgets::Button;

/// Shows it.
pub fn rest_ui(ui: &mut Ui, model: &Model, rest: RestDay, commands: &mut Commands) {
    let title = match rest {
        RestDay::Walk { .. } => fl!("rest-walk"),
        it if it.is_full_rest() => fl!("rest-full"),
        _ => fl!("rest-easy"),
    };
    ui.label(theme::strong(ui, fl!("rest-today")).color(theme::palette(ui).accent));
    ui.add(Label::new(theme::step_title(ui, title)).wrap());
    match rest.rule() {
        Some(rule) => ruled_ui(ui, Some(icon_of(rest)), &why(rest), rule),
        None => {
            ui.add(Label::new(theme::quiet(ui, why(rest))).wrap());
        }
    }
    ui.add_space(theme::GAP);
    ui.horizontal_wrapped(|ui| {
        let note = if rest.is_full_rest() {
            Button::secondary(fl!("rest-note"))
        } else {
            Button::primary(fl!("rest-note"))
        };
        let note = note.icon(Icon::Plus).enabled(model.can_write());
        if ui.add(note).on_hover_text(fl!("rest-note-hint")).clicked() {
            commands.emit(Command::Open(Form::new(FormKind::Practice, model.today())));
        }
        let run = Button::secondary(fl!("record-run")).icon(Icon::Footprints);
        if ui.add(run.enabled(model.can_write())).clicked() {
            commands.emit(Command::Open(Form::new(FormKind::Run, model.today())));
        }
    });
}

fn icon_of(rest: RestDay) -> Icon {
    match rest {
        RestDay::Walk { .. } | RestDay::Easy { .. } => Icon::Footprints,
        _ => Icon::Leaf,
    }
}

fn why(rest: RestDay) -> String {
    match rest {
        RestDay::Ill => fl!("rest-why-ill"),
        RestDay::Sore(it) => fl!(
            "rest-why-sore",
            place = words::within(&words::spot(it.region, it.side)),
            score = crate::domain::units::show_number(it.score)
        ),
        RestDay::Relaxed { days } => fl!("rest-why-days", days = days),
        RestDay::Walk { most } => fl!("rest-why-walk", most = most),
        RestDay::Easy { least, most } => fl!("rest-why-easy", least = least, most = most),
    }
}
