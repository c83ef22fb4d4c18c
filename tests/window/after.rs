//! A window in the hours after a run, with a checklist begun.

use afterrun::domain::protocol::{open, practice_id};
use afterrun::domain::time::zone;
use afterrun::domain::{
    Activity, Batch, CheckIn, ChecklistStep, Context, Health, Id, Label, Meta, Night, Practice, Record, Region,
    RunKind, Scale, Settings, Side, SorenessRating, Sport, Stamp,
};
use egui::{Key, Role};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use jiff::ToSpan as _;

use super::stage::{NOW_MS, Stage, View};

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
        found.into_iter().next().unwrap().focus();
        self.settle();
        self.press(Key::Enter);
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
        let held = self.harness.query_all_by(|node| node.is_focused());
        held.into_iter().next().and_then(|it| it.accesskit_node().label())
    }
}
