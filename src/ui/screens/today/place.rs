//! Where it is sorest: a button that shows the body to point at, and one answer about all the rest.

use egui::{Popup, PopupCloseBehavior, Ui};
use lucide_icons::Icon;

use crate::domain::{BodyPart, words};
use crate::fl;
use crate::theme;
use crate::ui::widgets::{BodyFigure, BodyState, Button, chip};

/// The figure takes this part of the window's height, within these bounds.
const SHARE: f32 = 0.5;
const LOWEST: f32 = 200.0;
const TALLEST: f32 = 340.0;

/// What is said beside a score.
pub struct Where<'a> {
    /// Where it is; `None` is the whole body.
    pub spot: &'a mut Option<BodyPart>,
    /// Whether all else is fine.
    pub rest_is_fine: &'a mut bool,
    /// The figure.
    pub body: &'a mut BodyState,
}

/// Shows both in a line. True when a place was pointed at.
pub fn where_ui(ui: &mut Ui, it: Where<'_>) -> bool {
    let Where {
        spot,
        rest_is_fine,
        body,
    } = it;
    ui.horizontal_wrapped(|ui| {
        let named = spot.map(|(region, side)| words::spot(region, side));
        let words = named.clone().unwrap_or_else(|| fl!("place-where"));
        let name = match named {
            Some(place) => fl!("place-where-named", place = place),
            None => words.clone(),
        };
        let button = ui.add(Button::secondary(words).name(name).icon(Icon::MapPin).small());
        let opening = button.id.with("opening");
        if button.clicked() {
            button.ctx.data_mut(|data| data.insert_temp(opening, true));
        }
        let chosen = Popup::menu(&button)
            .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
            .show(|ui| {
                // Not before it is really there: first it is only measured.
                let shown = !ui.is_sizing_pass();
                let opened = shown && ui.data_mut(|data| data.remove_temp::<bool>(opening)).is_some();
                if spot.is_some() && ui.add(Button::quiet(fl!("place-whole-body")).small()).clicked() {
                    *spot = None;
                    ui.close();
                }
                figure_ui(ui, body, opened)
            })
            .and_then(|it| it.inner);
        let fine = fl!("form-rest-is-fine");
        if chip(ui, *rest_is_fine, &fine, &fine).clicked() {
            *rest_is_fine = !*rest_is_fine;
        }
        *spot = chosen.or(*spot);
        chosen.is_some()
    })
    .inner
}

fn figure_ui(ui: &mut Ui, body: &mut BodyState, opened: bool) -> Option<BodyPart> {
    let height = (ui.content_rect().height() * SHARE).clamp(LOWEST, TALLEST);
    ui.set_width(BodyFigure::room(height).x);
    ui.label(theme::label(ui, fl!("place-title")));
    let name = fl!("place-title");
    let figure = BodyFigure::new(&name).height(height).focus(opened);
    let chosen = figure.choose(ui, body);
    if chosen.is_some() {
        ui.close();
    }
    chosen
}
