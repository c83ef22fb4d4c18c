//! What follows from the numbers while they are typed: how much to drink, how much to eat, two snacks.

use egui::{Align, Label, Layout, Ui};

use super::draft::{DoseDraft, Typed};
use crate::app::command::{Command, Commands};
use crate::domain::protocol::refuel::{Fluid, Food, Grams, Portion, fluid, food, proposed, ratio, ratio_fits};
use crate::domain::protocol::{Field, runs_again_soon};
use crate::domain::units::{show_mass, show_number};
use crate::domain::{Concern, words};
use crate::fl;
use crate::theme;
use crate::ui::screens::checklist::step::Shown;
use crate::ui::widgets::{Button, tick};

/// The fields that these words hang on.
const BEFORE: &str = "mass_before";
const AFTER: &str = "mass_after";
const CARBS: &str = "carbs_g";
const PROTEIN: &str = "protein_g";

/// Room for the button of a snack.
const FILL_IN: f32 = 124.0;

/// What to drink, once the weight before and after is typed. Whoever has a plan of their own, or kidneys to
/// mind, is told no amount.
pub fn fluid_sentence(shown: &Shown, draft: &DoseDraft) -> Option<String> {
    let settings = shown.model.settings();
    let has_own_plan = [Concern::FluidLimit, Concern::KidneyLiver];
    if has_own_plan.into_iter().any(|it| settings.health.has(it)) {
        return None;
    }
    let before = draft.mass_kg(BEFORE, settings)?;
    let after = draft.mass_kg(AFTER, settings)?;
    Some(match fluid(Some(before), Some(after)) {
        Fluid::Thirst => fl!("fluid-thirst"),
        Fluid::Litres { low, high, hours } => fl!(
            "fluid-litres",
            lost = show_mass(before - after, settings.mass),
            low = tenths(low),
            high = tenths(high),
            hours = hours
        ),
    })
}

fn tenths(value: f64) -> String {
    show_number((value * 10.0).round() / 10.0)
}

/// What to eat after this run, in a sentence.
pub fn food_sentence(food: Food) -> String {
    match food {
        Food::Meal => fl!("food-meal"),
        Food::Snack => fl!("food-snack"),
        Food::Grams(it) => fl!(
            "food-grams",
            carbs_low = it.carbs.0.round(),
            carbs_high = it.carbs.1.round(),
            protein_low = it.protein.0.round(),
            protein_high = it.protein.1.round()
        ),
    }
}

/// How carbohydrate and protein stand to each other, once both are typed.
pub fn ratio_sentence(draft: &DoseDraft) -> Option<String> {
    let ratio = ratio(draft.number(CARBS)?, draft.number(PROTEIN)?)?;
    let shown = tenths(ratio);
    Some(if ratio_fits(ratio) {
        fl!("ratio-fits", ratio = shown)
    } else if ratio > 3.0 {
        fl!("ratio-high", ratio = shown)
    } else {
        fl!("ratio-low", ratio = shown)
    })
}

/// Whether a step asks for what is eaten.
pub fn is_snack(fields: &[Field]) -> bool {
    fields.iter().any(|it| it.id == CARBS)
}

/// What to eat, two snacks that hold it, and whether the next run is soon.
pub fn snack_ui(ui: &mut Ui, shown: &Shown, draft: &mut DoseDraft, commands: &mut Commands) {
    let food = food(&shown.walk.facts);
    ui.add(Label::new(theme::label(ui, food_sentence(food))).wrap());
    soon_ui(ui, shown, commands);
    let grams = match food {
        Food::Meal => return,
        Food::Snack => None,
        Food::Grams(it) => Some(it),
    };
    ui.add(Label::new(theme::note(ui, fl!("snack-for-instance"))).wrap());
    for portion in proposals(shown, grams) {
        portion_ui(ui, shown, &portion, draft);
    }
}

/// Other snacks after each run.
fn proposals(shown: &Shown, grams: Option<Grams>) -> Vec<Portion> {
    let all = &shown.model.journal.checklists;
    let turn = all.iter().position(|it| it.meta.id == shown.checklist.meta.id);
    proposed(grams, turn.unwrap_or_default())
}

fn soon_ui(ui: &mut Ui, shown: &Shown, commands: &mut Commands) {
    let on = runs_again_soon(shown.checklist);
    let words = fl!("snack-again-soon");
    if tick(ui, on, &words, &words).clicked() {
        commands.emit(Command::PlanNextRun {
            checklist: shown.checklist.meta.id,
            soon: !on,
        });
    }
}

/// A snack with what is in it, and a button that fills in its grams.
fn portion_ui(ui: &mut Ui, shown: &Shown, it: &Portion, draft: &mut DoseDraft) {
    let (carbs, protein) = (show_number(it.carbs_g()), show_number(it.protein_g()));
    let room = ui.available_width() - FILL_IN - theme::GAP;
    let mut fill_in = false;
    ui.horizontal(|ui| {
        ui.vertical(|ui| {
            ui.set_width(room);
            ui.spacing_mut().item_spacing.y = 2.0;
            ui.add(Label::new(theme::quiet(ui, it.name())).wrap());
            let allergens = it.snack.allergens();
            if !allergens.is_empty() {
                let list = allergens.join(&fl!("list-comma"));
                ui.label(theme::note(ui, fl!("snack-contains", list = list)));
            }
        });
        let words = fl!("snack-fill-in", carbs = carbs.as_str(), protein = protein.as_str());
        let name = fl!(
            "snack-fill-in-name",
            carbs = carbs.as_str(),
            protein = protein.as_str(),
            snack = words::within(&it.name())
        );
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            fill_in = ui.add(Button::secondary(words).small().name(name)).clicked();
        });
    });
    if fill_in {
        for (id, grams) in [(CARBS, carbs), (PROTEIN, protein)] {
            let mut fields = shown.view.step.fields.iter();
            if let Some(field) = fields.find(|field| field.id == id) {
                draft.touch(field, Typed::Text(grams));
            }
        }
    }
}
