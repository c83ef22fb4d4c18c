//! What can be chosen about the charts of a section, beside their days.

use egui::Ui;
use jiff::civil::Date;
use lucide_icons::Icon;
use strum::VariantArray as _;

use crate::app::Model;
use crate::app::look::Section;
use crate::charts::{ChartName, Measure, Options, Series, words};
use crate::domain::words::{beginning, region};
use crate::fl;
use crate::theme;
use crate::ui::widgets::{self, Button, chip, choose_shown, segmented, segmented_width};

/// Shows what can be chosen in `section`; nothing where there is no choice.
pub fn controls_ui(ui: &mut Ui, model: &Model, section: Section, options: &mut Options, known: (Date, Date)) {
    let content: &dyn Fn(&mut Ui, &mut Options) = match section {
        Section::SleepAndSoreness => &pair_ui,
        Section::Body => &|ui, options| regions_ui(ui, model, options),
        Section::Calendar => &|ui, options| calendar_ui(ui, options, known),
        Section::Habits => &|ui, options| habits_ui(ui, model, options),
        Section::Supplements => &|ui, options| supplements_ui(ui, model, options),
        Section::OverTime | Section::Load | Section::Sleep => return,
    };
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(theme::GAP, theme::GAP);
        content(ui, options);
    });
}

/// The options that a chart reads, as they are chosen; all others as they are by themselves, so that what
/// is chosen for one chart makes no other anew.
pub fn options_of(name: ChartName, chosen: &Options, model: &Model) -> Options {
    let choices = model.numbers.choices();
    let plain = Options::default();
    match name {
        ChartName::SorenessAgainstSleep => Options {
            x: chosen.x,
            y: chosen.y,
            lag: chosen.lag,
            by_load: chosen.by_load,
            ..plain
        },
        ChartName::Calendar => Options {
            measure: chosen.measure,
            year: chosen.year,
            ..plain
        },
        ChartName::BodyWeeks | ChartName::BodyAfterRuns | ChartName::BodyBaseline | ChartName::BodySides => Options {
            region: chosen.region.or(choices.regions.first().copied()),
            ..plain
        },
        ChartName::HabitMinutes => Options {
            habit: chosen.habit.clone().or(choices.habits.first().cloned()),
            ..plain
        },
        ChartName::Supplements => Options {
            supplement: chosen.supplement.clone().or(choices.supplements.first().cloned()),
            ..plain
        },
        _ => plain,
    }
}

/// Goes to the next row where `width` does not fit into this one.
fn room_for(ui: &mut Ui, width: f32) {
    if ui.available_size_before_wrap().x < width {
        ui.end_row();
    }
}

fn pair_ui(ui: &mut Ui, options: &mut Options) {
    let all: Vec<_> = Series::VARIANTS.iter().map(|it| (*it, words::series(*it))).collect();
    let across = fl!("trends-pair-across", what = words::series(options.x));
    choose_shown(ui, &fl!("trends-pair-x"), &across, &mut options.x, &all);
    let up = fl!("trends-pair-up", what = words::series(options.y));
    choose_shown(ui, &fl!("trends-pair-y"), &up, &mut options.y, &all);
    let swap = Button::icon_only(Icon::ArrowLeftRight, fl!("trends-pair-swap")).small();
    if ui.add(swap).clicked() {
        std::mem::swap(&mut options.x, &mut options.y);
        options.lag = -options.lag;
    }
    let lags = [
        (-1, fl!("trends-pair-before")),
        (0, fl!("trends-pair-same")),
        (1, fl!("trends-pair-after")),
    ];
    room_for(ui, segmented_width(ui, &lags));
    let name = fl!("trends-pair-lag", what = words::series(options.y));
    segmented(ui, &name, &mut options.lag, &lags);
    let by_load = fl!("trends-pair-by-load");
    if chip(ui, options.by_load, &by_load, &by_load).clicked() {
        options.by_load = !options.by_load;
    }
}

fn regions_ui(ui: &mut Ui, model: &Model, options: &mut Options) {
    let regions = &model.numbers.choices().regions;
    let shown = options.region.or(regions.first().copied());
    for it in regions {
        let name = region(*it);
        if chip(ui, shown == Some(*it), &name, &name).clicked() {
            options.region = Some(*it);
        }
    }
}

fn calendar_ui(ui: &mut Ui, options: &mut Options, known: (Date, Date)) {
    let measure = |it: &Measure| match it {
        Measure::Soreness => fl!("trends-measure-soreness"),
        Measure::Load => fl!("trends-measure-load"),
        Measure::Sleep => fl!("trends-measure-sleep"),
    };
    let measures: Vec<_> = Measure::VARIANTS.iter().map(|it| (*it, measure(it))).collect();
    segmented(ui, &fl!("trends-measure"), &mut options.measure, &measures);
    let years = known.0.year()..=known.1.year();
    let years: Vec<_> = years.rev().map(|it| (it, it.to_string())).collect();
    let mut year = options.year.unwrap_or(known.1.year());
    if years.len() > 1 && widgets::choose(ui, &fl!("trends-year"), &mut year, &years) {
        options.year = Some(year);
    }
}

fn habits_ui(ui: &mut Ui, model: &Model, options: &mut Options) {
    let habits = &model.numbers.choices().habits;
    let named = |id| beginning(&words::habit(&model.journal, id));
    let choices: Vec<_> = habits.iter().map(|id| (id.clone(), named(id))).collect();
    let Some(mut shown) = options.habit.clone().or(habits.first().cloned()) else {
        return;
    };
    if widgets::choose(ui, &fl!("trends-habit"), &mut shown, &choices) {
        options.habit = Some(shown);
    }
}

fn supplements_ui(ui: &mut Ui, model: &Model, options: &mut Options) {
    let supplements = &model.numbers.choices().supplements;
    let named = |id| words::supplement(&model.journal, id);
    let choices: Vec<_> = supplements.iter().map(|id| (id.clone(), named(id))).collect();
    let Some(mut shown) = options.supplement.clone().or(supplements.first().cloned()) else {
        return;
    };
    if widgets::choose(ui, &fl!("trends-supplement"), &mut shown, &choices) {
        options.supplement = Some(shown);
    }
}
