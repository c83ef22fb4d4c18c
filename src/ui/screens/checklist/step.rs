//! One step, large: what to do, its timer, what was really done, and why.

use egui::{Label, Ui, UiBuilder};
use lucide_icons::Icon;

use super::TIGHT;
use super::bouts::{bouts_ui, step_buttons_ui};
use super::clock::{figure_ui, has_figure, next_words, ring_ui, words_ui};
use super::dose::dose_ui;
use super::dose::live::is_snack;
use super::keys::keys_ui;
use super::list::icon_of;
use super::notes::StepNotes;
use super::reasons::{held_back_ui, reasons_ui};
use super::words::{line_of, shows_timer, title};
use crate::app::Model;
use crate::app::command::Commands;
use crate::domain::protocol::{StepState, StepView, Walk};
use crate::domain::{Checklist, words};
use crate::fl;
use crate::theme;
use crate::ui::widgets::{self, icon};

/// The ring in a tall window, in a low one, and where there is hardly any room.
const RING: f32 = 232.0;
const LOW_RING: f32 = 152.0;
const SMALL_RING: f32 = 116.0;
/// From this height of the window on there is room for the large one.
const TALL: f32 = 700.0;
/// Under this width of the card there is room for the small one alone.
const NARROW: f32 = 420.0;
/// From this width of the card on the body stands beside the words.
const WITH_FIGURE: f32 = 560.0;
/// Room for the body, and how tall it stands.
const FIGURE: f32 = 172.0;
const TALL_FIGURE: f32 = 330.0;
const LOW_FIGURE: f32 = 224.0;

/// A step with what its buttons need to know.
pub struct Shown<'a> {
    /// What the screens read.
    pub model: &'a Model,
    /// The checklist it belongs to.
    pub checklist: &'a Checklist,
    /// The walk it is a part of.
    pub walk: &'a Walk<'a>,
    /// The step as it stands.
    pub view: &'a StepView<'a>,
}

/// Shows the step.
pub fn step_ui(ui: &mut Ui, shown: &Shown, notes: &mut StepNotes, commands: &mut Commands) {
    keys_ui(ui, shown, commands);
    widgets::landing(ui, &title(shown.view));
    widgets::card(ui, |ui| {
        heading_ui(ui, shown.view);
        if shows_timer(shown.view) {
            clock_ui(ui, shown, notes, commands);
        } else {
            plain_ui(ui, shown, notes, commands);
        }
        ui.add_space(theme::GAP);
        ui.separator();
        reasons_ui(ui, shown, notes);
    });
}

fn heading_ui(ui: &mut Ui, view: &StepView) {
    ui.horizontal_top(|ui| {
        icon(ui, icon_of(view), theme::PAGE_TITLE + 4.0, theme::palette(ui).accent);
        ui.add(Label::new(theme::page_title(ui, title(view))).wrap());
    });
    let how = view.step.how();
    if !how.is_empty() {
        ui.add(Label::new(how).wrap());
    }
    // Once it is under way, and where room is tight, it is said already what to do; what to eat is said by
    // the form.
    let is_told = view.state.is_over() || view.state.is_under_way() || is_snack(&view.step.fields);
    if !is_told && ui.content_rect().height() >= TIGHT {
        ui.add(Label::new(theme::quiet(ui, view.step.dose())).wrap());
    }
    ui.add_space(theme::GAP);
}

/// A step with a timer: its ring and what it is about, its bouts, its buttons, and below the form. The body
/// stands at the right.
fn clock_ui(ui: &mut Ui, shown: &Shown, notes: &mut StepNotes, commands: &mut Commands) {
    let room = ui.available_width();
    let is_low = ui.content_rect().height() < TALL;
    let ring = match (room < NARROW, is_low) {
        (true, _) => SMALL_RING,
        (false, true) => LOW_RING,
        (false, false) => RING,
    };
    let figure = has_figure(shown.view) && room >= WITH_FIGURE;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = theme::INSIDE;
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.x = theme::GAP;
            ui.set_width(room - if figure { FIGURE + theme::INSIDE } else { 0.0 });
            beside_ring_ui(ui, shown, ring, commands);
            ui.add_space(theme::GAP);
            bouts_ui(ui, shown, commands);
            held_back_ui(ui, shown.view);
            if shown.model.can_write() {
                buttons_ui(ui, shown, notes, commands);
            }
        });
        if figure {
            let height = if is_low { LOW_FIGURE } else { TALL_FIGURE };
            ui.vertical_centered(|ui| figure_ui(ui, shown, height));
        }
    });
    if shown.model.can_write() {
        ui.add_space(theme::GAP);
        form_ui(ui, shown, notes, commands);
    }
}

/// The ring with its words.
fn beside_ring_ui(ui: &mut Ui, shown: &Shown, ring: f32, commands: &mut Commands) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = theme::INSIDE;
        ring_ui(ui, shown, ring);
        ui.vertical(|ui| {
            ui.set_width(ui.available_width());
            ui.set_min_height(ring);
            ui.add_space(((ring - WORDS) / 2.0).max(0.0));
            words_ui(ui, shown);
            step_buttons_ui(ui, shown, commands);
        });
    });
}

/// About as tall as the words beside the ring.
const WORDS: f32 = 96.0;

/// A step without a timer, or one that is over or closed: where it stands, its form, its buttons.
fn plain_ui(ui: &mut Ui, shown: &Shown, notes: &mut StepNotes, commands: &mut Commands) {
    let view = shown.view;
    state_ui(ui, shown);
    held_back_ui(ui, view);
    if shown.model.can_write() {
        let can_be_done = !view.state.is_over() && !matches!(view.state, StepState::Blocked { .. });
        if can_be_done {
            form_ui(ui, shown, notes, commands);
        }
        buttons_ui(ui, shown, notes, commands);
    }
    if let Some(next) = next_words(shown) {
        ui.add(Label::new(theme::label(ui, next)).wrap());
    }
}

/// Where the step stands, with its mark.
fn state_ui(ui: &mut Ui, shown: &Shown) {
    let view = shown.view;
    let mark = match view.state {
        StepState::Done | StepState::Partly => Icon::Check,
        StepState::Skipped => Icon::Minus,
        StepState::Blocked { until: Some(_) } => Icon::Lock,
        // It is said just below, with its reason.
        StepState::Blocked { until: None } | StepState::NotApplicable => return,
        _ => Icon::Clock,
    };
    widgets::icon_label(
        ui,
        mark,
        theme::strong(ui, words::beginning(&line_of(shown.model, view))),
    );
    if let Some(bed) = bed_words(shown) {
        widgets::icon_label(ui, Icon::BedDouble, theme::strong(ui, bed));
    }
    if let Some(told) = told(shown) {
        ui.add(Label::new(theme::quiet(ui, told)).wrap());
    }
}

/// "In bed by 22:15 for 8 h 30 min", on the card of the night.
fn bed_words(shown: &Shown) -> Option<String> {
    let is_night = shown.view.step.records == crate::domain::protocol::Records::Night;
    if !is_night || shown.view.state.is_over() {
        return None;
    }
    let tonight = shown.walk.facts.tonight;
    Some(match tonight.bed {
        Some(bed) => fl!(
            "tonight-bed",
            clock = words::clock(bed),
            length = crate::domain::units::show_hours(tonight.target_h)
        ),
        None => fl!("tonight-unknown"),
    })
}

/// What was noted about a step that was done.
fn told(shown: &Shown) -> Option<String> {
    let id = shown.view.row.and_then(crate::domain::protocol::practice_id)?;
    let practice = shown.model.journal.practices.iter().find(|it| it.meta.id == id)?;
    let detail = practice.meta.detail.as_ref()?.as_object()?;
    let settings = shown.model.settings();
    let degrees = practice.temperature_c;
    let degrees = degrees.map(|it| crate::domain::units::show_temperature(it, settings.temperature));
    let told = shown
        .view
        .step
        .fields
        .iter()
        .filter_map(|it| it.told(detail, settings.mass));
    let told: Vec<String> = degrees.into_iter().chain(told).collect();
    (!told.is_empty()).then(|| told.join(" · "))
}

fn form_ui(ui: &mut Ui, shown: &Shown, notes: &mut StepNotes, commands: &mut Commands) {
    ui.scope_builder(named("step dose"), |ui| dose_ui(ui, shown, notes, commands));
}

fn buttons_ui(ui: &mut Ui, shown: &Shown, notes: &mut StepNotes, commands: &mut Commands) {
    if !shown.has_controls() {
        return;
    }
    ui.scope_builder(named("step controls"), |ui| {
        ui.horizontal_wrapped(|ui| shown.controls_ui(ui, notes, commands));
    });
}

/// The same widgets whatever stands above them, so that they keep the keyboard.
fn named(name: &str) -> UiBuilder {
    UiBuilder::new().scope_id(egui::Id::unique(name))
}
