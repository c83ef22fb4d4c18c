//! A window in the hours after a run, with a checklist begun.

use afterrun::domain::protocol::{open, practice_id};
use afterrun::domain::time::zone;
use afterrun::domain::{
    Activity, Batch, CheckIn, ChecklistStep, Context, Health, Id, Label, Meta, Night, Practice, Record, Region,
    RunKind, Scale, Settings, Side, SorenessRating, Sport, Stamp,
};
use egui::{Key, Modifiers, Role};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use jiff::ToSpan as _;

use crate::stage::{NOW_MS, Stage, View};

/// So many minutes before (less than none) or after the moment at which the window opens.
pub fn at(minutes: f64) -> Stamp {
    Stamp::in_zone(NOW_MS, &zone("Europe/Oslo")).plus_seconds(minutes * 60.0)
}

/// What there is when the window opens.
pub struct After {
    kind: Option<RunKind>,
    length_min: f64,
    ago_min: f64,
    health: Option<Health>,
    records: Vec<Record>,
}

impl After {
    /// A run of that kind that ended so many minutes ago, by somebody who has no concern.
    pub fn run(kind: Option<RunKind>, ago_min: f64) -> Self {
        Self {
            kind,
            length_min: 60.0,
            ago_min,
            health: Some(Health::answers([])),
            records: Vec::new(),
        }
    }

    /// The long run of the pictures: it ended 52 minutes ago, the nights are known, and so is the weight.
    pub fn long_run() -> Self {
        let mut it = Self::run(Some(RunKind::Long), 52.0).weighing(70.0).nights();
        it.length_min = 101.0;
        it
    }

    /// The health questions as they were answered; `None` where they were not.
    pub fn health(mut self, health: Option<Health>) -> Self {
        self.health = health;
        self
    }

    /// With this in the journal.
    pub fn with(mut self, record: Record) -> Self {
        self.records.push(record);
        self
    }

    /// Someone who weighed so much lately.
    pub fn weighing(self, kg: f64) -> Self {
        let yesterday = at(-24.0 * 60.0);
        self.with(Record::CheckIn(CheckIn {
            weight_kg: Some(kg),
            ..CheckIn::new(Meta::manual(Id::fresh(yesterday.ms)), yesterday.civil_date())
        }))
    }

    /// Five nights that ended at half past six.
    pub fn nights(mut self) -> Self {
        for back in 0..5 {
            let day = at(0.0).civil_date().checked_sub(back.days()).unwrap();
            let wake = Stamp::from_civil(day.at(6, 30, 0, 0), &zone("Europe/Oslo")).unwrap();
            self.records.push(Record::Night(Night {
                wake_at: Some(wake),
                bed_at: Some(wake.plus_seconds(-8.0 * 3600.0)),
                ..Night::new(Meta::manual(Id::fresh(wake.ms)), day)
            }));
        }
        self
    }

    /// A place that was rated this morning.
    pub fn sore(self, region: Region, side: Side, score: f64) -> Self {
        let at = at(-10.0 * 60.0);
        self.with(Record::Soreness(SorenessRating {
            meta: Meta::manual(Id::fresh(at.ms + score as i64)),
            at,
            region,
            side,
            score,
            scale: Scale::Nrs010,
            context: Context::Morning,
            run_id: None,
            notes: String::new(),
        }))
    }

    /// The window, with the run in the journal and its checklist begun.
    pub fn begun(self, view: View) -> Stage {
        self.opened(view, true)
    }

    /// The window, with the run in the journal and no checklist.
    pub fn only_run(self, view: View) -> Stage {
        self.opened(view, false)
    }

    /// The window, with the checklist of the run put away.
    pub fn only_closed(self, view: View) -> Stage {
        let mut stage = self.begun(view);
        stage.ctrl(Key::Num2);
        stage.press_button("Put the checklist away");
        stage.ctrl(Key::Num1);
        stage
    }

    fn opened(self, view: View, begun: bool) -> Stage {
        let end = at(-self.ago_min);
        let start = end.plus_seconds(-self.length_min * 60.0);
        let run = Activity {
            elapsed_s: Some(self.length_min * 60.0),
            distance_m: Some(18_200.0),
            rpe: Some(6.0),
            kind: self.kind,
            ..Activity::new(Meta::manual(Id::fresh(start.ms)), Sport::Run, start)
        };
        Stage::over(view, |store| {
            let health = self.health.unwrap_or_default();
            let settings = Settings {
                health,
                ..Settings::for_zone("Europe/Oslo")
            };
            store.save_settings(&settings).unwrap();
            let mut records = self.records;
            records.push(Record::Activity(run.clone()));
            let batch = Batch::putting(Label::new("batch-run-plain"), records);
            store.write(&batch, end.ms).unwrap();
            if begun {
                let journal = store.load().unwrap();
                let opened = open(&journal, &run, end.plus_seconds(30.0), Id::fresh(end.ms + 30_000));
                store.write(&opened, end.ms + 30_000).unwrap();
            }
        })
    }
}

impl Stage {
    /// Lets so many seconds go by.
    pub fn pass(&mut self, seconds: f64) {
        self.clock.set(self.now_ms() + (seconds * 1000.0) as i64);
        self.settle();
    }

    fn now_ms(&self) -> i64 {
        self.app().model.now.ms
    }

    /// Presses the step called `name` in the list.
    pub fn choose(&mut self, name: &str) {
        let begins = format!("{name}: ");
        let found = self
            .harness
            .get_all_by(|node| node.role() == Role::Button && node.label().is_some_and(|it| it.starts_with(&begins)));
        found.into_iter().next().unwrap().click_accesskit();
        self.settle();
    }

    /// Unfolds what is not for this run.
    pub fn unfold(&mut self) {
        let fold = self.harness.get_by(|node| {
            node.role() == Role::Button && node.label().is_some_and(|it| it.starts_with("Not for this run"))
        });
        fold.click_accesskit();
        self.settle();
    }

    /// Goes on with Tab until what is called `label` has the keyboard.
    pub fn tab_to(&mut self, label: &str) {
        self.tab_until(label, Modifiers::NONE);
    }

    /// Goes back with Shift and Tab until what begins with `label` has the keyboard.
    pub fn tab_back_to(&mut self, label: &str) {
        self.tab_until(label, Modifiers::SHIFT);
    }

    fn tab_until(&mut self, label: &str, modifiers: Modifiers) {
        for _ in 0..60 {
            self.harness.key_press_modifiers(modifiers, Key::Tab);
            self.settle();
            if self
                .focused()
                .is_some_and(|it| it == label || modifiers.shift && it.starts_with(label))
            {
                return;
            }
        }
        panic!("Tab does not come to {label}");
    }

    /// Types into what has the keyboard.
    pub fn typing(&mut self, text: &str) {
        self.harness.event(egui::Event::Text(text.to_owned()));
        self.settle();
    }

    /// What stands in the field called `label`.
    pub fn text_of(&self, label: &str) -> String {
        let field = self.harness.get_by_role_and_label(Role::TextInput, label);
        field.accesskit_node().value().unwrap_or_default()
    }

    /// Puts `text` in the place of what stands in the field called `label`.
    pub fn replace(&mut self, label: &str, text: &str) {
        self.harness.get_by_role_and_label(Role::TextInput, label).focus();
        self.settle();
        self.ctrl(Key::A);
        self.typing(text);
    }

    /// What is stored of a step.
    pub fn row(&self, step: &str) -> Option<&ChecklistStep> {
        let mut steps = self.app().model.journal.steps.iter();
        steps.find(|it| it.step == step)
    }

    /// The practice that a step became.
    pub fn practice(&self, step: &str) -> Option<&Practice> {
        let id = practice_id(self.row(step)?)?;
        let mut practices = self.app().model.journal.practices.iter();
        practices.find(|it| it.meta.id == id)
    }

    /// Whether there is a button called `label` that can be pressed.
    pub fn offers(&self, label: &str) -> bool {
        let found = self
            .harness
            .query_all_by(|node| node.role() == Role::Button && node.label().as_deref() == Some(label));
        found.into_iter().any(|it| !it.accesskit_node().is_disabled())
    }

    /// The button with the keyboard, or whatever else has it.
    pub fn focused(&self) -> Option<String> {
        let held = self
            .harness
            .query_all_by(|node| node.is_focused() && node.role() != Role::Window);
        let node = held.into_iter().next()?.accesskit_node();
        node.label().or_else(|| node.value())
    }
}
