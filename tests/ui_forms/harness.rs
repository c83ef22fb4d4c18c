//! A form over an empty place, its model made by hand, and the commands it emits.

use std::path::PathBuf;

use afterrun::app::Model;
use afterrun::app::command::{Command, Commands, Form, FormKind};
use afterrun::domain::habit::BUILTIN_HABITS;
use afterrun::domain::{
    Activity, Answer, Batch, Change, Habit, Id, Intake, Journal, Meta, Night, Record, Settings, Slug, Sport, Stamp,
    Supplement,
};
use afterrun::theme;
use afterrun::ui::forms::{FormsState, form_ui};
use egui::accesskit::Role;
use egui::{Key, Modifiers, Theme};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use jiff::civil::{Date, date};

/// Tuesday 24 November 2026, 18:32 in Oslo.
pub const NOW: &str = "2026-11-24T18:32:10+01:00";
/// The day it is.
pub const TODAY: Date = date(2026, 11, 24);

pub fn at(text: &str) -> Stamp {
    Stamp::parse_rfc3339(text).unwrap()
}

pub fn id(n: u8) -> Id {
    Id::from_parts(1_700_000_000_000, [n; 10])
}

/// A journal with the built-in habits, a run, a night, and magnesium taken on the days before.
pub fn journal() -> Journal {
    let mut records = Vec::new();
    for (word, kind, unit) in BUILTIN_HABITS {
        records.push(Record::Habit(Habit {
            meta: Meta::manual(Slug::of(word)),
            name: word.to_owned(),
            kind,
            unit: unit.to_owned(),
            builtin: true,
            hidden: word == "social",
        }));
    }
    records.push(Record::Activity(Activity {
        distance_m: Some(8000.0),
        shoe: "Pegasus 41".to_owned(),
        ..Activity::new(Meta::manual(id(1)), Sport::Run, at("2026-11-21T09:00:00+01:00"))
    }));
    records.push(Record::Night(Night {
        asleep_min: Some(430.0),
        ..Night::new(Meta::manual(id(2)), date(2026, 11, 23))
    }));
    records.push(Record::Supplement(Supplement {
        meta: Meta::manual(Slug::of("Magnesium")),
        name: "Magnesium".to_owned(),
        default_dose: None,
        unit: "mg".to_owned(),
        aliases: vec!["Mg".to_owned()],
    }));
    for n in 0..4 {
        records.push(Record::Intake(Intake {
            meta: Meta::manual(id(10 + n)),
            at: at("2026-11-20T21:00:00+01:00").plus_seconds(f64::from(n) * 86_400.0),
            supplement: Slug::of("Magnesium"),
            answer: Answer::Yes,
            dose: Some(400.0),
            unit: "mg".to_owned(),
            notes: String::new(),
        }));
    }
    Journal::of(records, Settings::for_zone("Europe/Oslo"))
}

pub struct Shown {
    pub model: Model,
    pub forms: FormsState,
    pub commands: Commands,
    /// Every command so far.
    pub all: Vec<Command>,
}

pub struct Screen<'a>(pub Harness<'a, Shown>);

/// The model of `journal` with `form` open.
pub fn model(journal: Journal, form: Form) -> Model {
    let mut model = Model::new(journal, PathBuf::from("journal.db"), at(NOW).ms).with_numbers();
    model.form = Some(form);
    model
}

pub fn open(kind: FormKind) -> Screen<'static> {
    show(model(journal(), Form::new(kind, TODAY)))
}

pub fn show(model: Model) -> Screen<'static> {
    show_as(model, Theme::Light, [1280.0, 800.0], 1.0)
}

pub fn show_as(model: Model, look: Theme, size: [f32; 2], zoom: f32) -> Screen<'static> {
    let state = Shown {
        model,
        forms: FormsState::default(),
        commands: Commands::default(),
        all: Vec::new(),
    };
    let harness = Harness::builder()
        .with_size(egui::Vec2::from(size) / zoom)
        .with_pixels_per_point(zoom)
        .with_theme(look)
        .with_max_steps(12)
        .with_context_setup(theme::install)
        .build_ui_state(
            |ui, shown: &mut Shown| {
                let ground = theme::palette(ui).ground;
                ui.painter().rect_filled(ui.content_rect(), 0.0, ground);
                form_ui(ui, &shown.model, &mut shown.forms, &mut shown.commands);
                shown.all.extend(shown.commands.take());
            },
            state,
        );
    let mut screen = Screen(harness);
    screen.0.run();
    screen
}

impl Screen<'_> {
    /// Types into what has the keyboard.
    pub fn typing(&mut self, text: &str) -> &mut Self {
        self.0.event(egui::Event::Text(text.to_owned()));
        self.0.run();
        self
    }

    pub fn press(&mut self, key: Key) -> &mut Self {
        self.0.key_press(key);
        self.0.run();
        self
    }

    pub fn tab(&mut self, times: usize) -> &mut Self {
        for _ in 0..times {
            self.press(Key::Tab);
        }
        self
    }

    pub fn save(&mut self) -> &mut Self {
        self.0.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
        self.0.run();
        self
    }

    /// Goes on by Tab, and along a row of choices by arrow, until the control of this role and name has
    /// the keyboard.
    pub fn tab_to(&mut self, role: Role, name: &str) -> &mut Self {
        let mut key = Key::Tab;
        for _ in 0..400 {
            let before = self.focused();
            if before == Some((role, name.to_owned())) {
                return self;
            }
            let along = role == Role::RadioButton && before.as_ref().is_some_and(|it| it.0 == role);
            key = if along && key != Key::End {
                Key::ArrowRight
            } else {
                Key::Tab
            };
            self.press(key);
            if key == Key::ArrowRight && self.focused() == before {
                key = Key::End;
            }
        }
        panic!("the keyboard never came to {name:?}; it is at {:?}", self.focused());
    }

    /// Fills a text field, reached by Tab.
    pub fn fill(&mut self, name: &str, text: &str) -> &mut Self {
        self.tab_to(Role::TextInput, name).typing(text)
    }

    /// Presses a control reached by Tab.
    pub fn choose(&mut self, role: Role, name: &str) -> &mut Self {
        self.tab_to(role, name).press(Key::Space)
    }

    /// What has the keyboard.
    pub fn focused(&self) -> Option<(Role, String)> {
        let nodes = self.0.root().children_recursive();
        let node = nodes.into_iter().find(|it| it.accesskit_node().is_focused())?;
        let node = node.accesskit_node();
        Some((node.role(), node.label().unwrap_or_default()))
    }

    pub fn says(&self, text: &str) -> bool {
        self.0.query_all_by_label_contains(text).next().is_some()
    }

    /// The batch that was saved, if one was.
    pub fn saved(&self) -> Option<Batch> {
        self.0.state().all.iter().find_map(|it| match it {
            Command::Save { batch, .. } => Some(batch.clone()),
            _ => None,
        })
    }

    /// The records that were saved.
    pub fn records(&self) -> Vec<Record> {
        let changes = self.saved().expect("something is saved").changes;
        changes
            .into_iter()
            .filter_map(|it| match it {
                Change::Put(record) => Some(*record),
                _ => None,
            })
            .collect()
    }
}
