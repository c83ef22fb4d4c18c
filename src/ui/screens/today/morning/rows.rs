//! The questions of the morning check as rows: name, numbers, and what the chosen one means.
//!
//! In a wide card a question is one line; in a narrow one its name stands above its numbers.

use egui::{Align, Label, Layout, RichText, Ui, vec2};

use crate::app::Model;
use crate::domain::{Scale, units, words};
use crate::fl;
use crate::theme;
use crate::ui::forms::morning::MorningDraft;
use crate::ui::widgets::ScoreRow;

/// From this width on a question is one line.
const ONE_LINE_FROM: f32 = 560.0;
/// Width of a name in it.
const NAME: f32 = 120.0;
/// Width of the numbers in it.
const NUMBERS: f32 = 440.0;

/// Width of the field of the hours in it: that of five numbers.
const HOURS: f32 = 237.0;

/// What is recorded: of this day, and of the one before.
pub struct Seen {
    today: MorningDraft,
    /// What may be suggested.
    pub yesterday: MorningDraft,
}

impl Seen {
    /// What the journal has.
    pub fn of(model: &Model) -> Self {
        let of = |day| MorningDraft::of_day(day, model);
        Self {
            today: of(model.today()),
            yesterday: model.today().yesterday().map(of).unwrap_or_default(),
        }
    }

    /// What there is to say about the hours while none are typed.
    pub fn slept(&self) -> Told {
        match (&self.today.slept, &self.yesterday.slept) {
            (it, _) if !it.is_empty() => Told::Recorded(it.clone()),
            (_, it) if !it.is_empty() => Told::Yesterday(it.clone()),
            _ => Told::Nothing,
        }
    }
}

/// What stands beside a question.
pub enum Told {
    /// What the answer means.
    Answered(String),
    /// What the journal has of today.
    Recorded(String),
    /// What it has of yesterday.
    Yesterday(String),
    /// It is open.
    Nothing,
}

impl Told {
    fn text(self, ui: &Ui) -> RichText {
        match self {
            Self::Answered(words) => theme::label(ui, words).size(theme::NOTE).color(theme::palette(ui).ink),
            Self::Recorded(value) => theme::note(ui, fl!("morning-recorded", value = value)),
            Self::Yesterday(value) => theme::note(ui, fl!("morning-yesterday", value = value)),
            Self::Nothing => theme::note(ui, fl!("not-recorded")),
        }
    }
}

/// A question that is answered by a number.
pub struct Question {
    name: fn() -> String,
    low: i32,
    high: i32,
    words: fn(f64) -> String,
    scale: Option<Scale>,
    answer: fn(&MorningDraft) -> Option<f64>,
    set: fn(&mut MorningDraft, Option<f64>),
}

/// The questions, in their order.
pub const QUESTIONS: [Question; 5] = [
    Question {
        name: || fl!("morning-quality"),
        low: 1,
        high: 5,
        words: |it| words::sleep_quality(it as i64),
        scale: None,
        answer: |it| it.quality,
        set: |it, value| it.quality = value,
    },
    Question {
        name: || fl!("morning-sore"),
        low: 0,
        high: 10,
        words: |it| words::score(it, Scale::Nrs010),
        scale: Some(Scale::Nrs010),
        answer: |it| it.soreness,
        set: |it, value| it.soreness = value,
    },
    Question {
        name: || fl!("morning-fatigue"),
        low: 1,
        high: 5,
        words: words::fatigue,
        scale: None,
        answer: |it| it.fatigue,
        set: |it, value| it.fatigue = value,
    },
    Question {
        name: || fl!("morning-stress"),
        low: 1,
        high: 5,
        words: words::stress,
        scale: None,
        answer: |it| it.stress,
        set: |it, value| it.stress = value,
    },
    Question {
        name: || fl!("morning-mood"),
        low: 1,
        high: 5,
        words: words::mood,
        scale: None,
        answer: |it| it.mood,
        set: |it, value| it.mood = value,
    },
];

impl Question {
    /// Whether it is the one about soreness, with which a place can be named.
    pub fn is_soreness(&self) -> bool {
        self.scale.is_some()
    }

    /// Its row; `focus` gives it the keyboard. True when a key answered it.
    pub fn ui(&self, ui: &mut Ui, draft: &mut MorningDraft, seen: &Seen, focus: bool) -> bool {
        let mut value = (self.answer)(draft);
        let (today, yesterday) = ((self.answer)(&seen.today), (self.answer)(&seen.yesterday));
        let told = match (value, today, yesterday) {
            (Some(it), ..) => Told::Answered((self.words)(it)),
            (_, Some(it), _) => Told::Recorded(units::show_number(it)),
            (.., Some(it)) => Told::Yesterday(units::show_number(it)),
            _ => Told::Nothing,
        };
        let name = (self.name)();
        let suggested = yesterday.filter(|it| today.is_none() && it.fract() == 0.0);
        let row = ScoreRow::new(&name, self.low, self.high)
            .words(|it| (self.words)(f64::from(it)))
            .before(suggested.map(|it| it as i32))
            .focus(focus);
        let row = match self.scale {
            Some(scale) => row.severity(move |it| scale.severity(f64::from(it))),
            None => row,
        };
        let goes_on = line_ui(ui, &name, told, |ui| row.show_in_turn(ui, &mut value));
        (self.set)(draft, value);
        goes_on
    }
}

/// Width of the field of the hours, inside its row.
pub fn hours_width(ui: &Ui) -> f32 {
    // In a row of one line its room is that of the numbers.
    if ui.available_width() >= NUMBERS {
        HOURS
    } else {
        f32::INFINITY
    }
}

/// What belongs to the question above it, under its numbers.
pub fn under_ui<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> R {
    if ui.available_width() < ONE_LINE_FROM {
        return content(ui);
    }
    ui.horizontal(|ui| {
        ui.add_space(NAME + ui.spacing().item_spacing.x);
        content(ui)
    })
    .inner
}

/// A question's name, its control, and what there is to say about it.
pub fn line_ui<R>(ui: &mut Ui, name: &str, told: Told, control: impl FnOnce(&mut Ui) -> R) -> R {
    let (label, told) = (theme::label(ui, name), told.text(ui));
    if ui.available_width() >= ONE_LINE_FROM {
        let fixed = |ui: &mut Ui, width: f32, text: RichText| {
            let size = vec2(width, theme::SMALL_CONTROL);
            ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
                ui.set_width(width);
                ui.add(Label::new(text).truncate());
            });
        };
        return ui
            .horizontal(|ui| {
                fixed(ui, NAME, label);
                let size = vec2(NUMBERS, theme::SMALL_CONTROL);
                let control = ui.allocate_ui(size, |ui| {
                    ui.set_width(NUMBERS);
                    control(ui)
                });
                let rest = ui.available_width();
                fixed(ui, rest, told);
                control.inner
            })
            .inner;
    }
    ui.scope(|ui| {
        ui.spacing_mut().interact_size.y = 0.0;
        crate::ui::widgets::row(ui, |ui| drop(ui.label(label)), |ui| drop(ui.label(told)));
    });
    control(ui)
}
