//! A journal in which a run was just saved and its checklist begun, and what is done in it.

use crate::domain::health::Health;
use crate::domain::protocol::{Dose, StepAct, StepState, StepView, Walk, act, open, rules};
use crate::domain::{
    Activity, Answer, Batch, Change, CheckIn, ChecklistStep, Context, Delta, Id, Intake, Journal, Meta, Practice,
    Record, RecordKind, Region, RunKind, Scale, Settings, Side, Slug, SorenessRating, Sport, Stamp, When,
};
use crate::text;

pub(super) fn at(text: &str) -> Stamp {
    Stamp::parse_rfc3339(text).unwrap()
}

/// A run of so many minutes that ended at `end`.
pub(super) fn run(end: Stamp, minutes: f64, kind: Option<RunKind>) -> Activity {
    let start = end.plus_seconds(-minutes * 60.0);
    Activity {
        elapsed_s: Some(minutes * 60.0),
        kind,
        ..Activity::new(Meta::manual(Id::fresh(end.ms)), Sport::Run, start)
    }
}

/// A journal in which a run ended at `end`, and its checklist was opened a minute later.
pub(super) struct Walked {
    pub journal: Journal,
    pub checklist: Id,
    pub end: Stamp,
}

impl Walked {
    /// A workout of an hour; the health questions were answered with nothing.
    pub fn after(end: &str) -> Self {
        Self::of(&run(at(end), 60.0, Some(RunKind::Workout)))
    }

    /// A run of that kind on a Tuesday, ended at half past six in the evening.
    pub fn kind(kind: Option<RunKind>) -> Self {
        Self::of(&run(at("2026-11-24T18:30:00+01:00"), 60.0, kind))
    }

    /// The checklist of this run.
    pub fn of(run: &Activity) -> Self {
        let end = run.ended_at();
        let settings = Settings {
            health: Health::answers([]),
            ..Settings::for_zone("Europe/Oslo")
        };
        let mut walked = Self {
            journal: Journal::of([Record::Activity(run.clone())], settings),
            checklist: Id::fresh(end.ms),
            end,
        };
        let opened = open(&walked.journal, run, walked.minute(1.0), walked.checklist);
        walked.write(opened);
        walked
    }

    /// The same with another run.
    pub fn edit(mut self, edit: impl FnOnce(&mut Activity)) -> Self {
        edit(&mut self.journal.activities[0]);
        self
    }

    /// The same with this in the journal.
    pub fn with(mut self, record: Record) -> Self {
        self.put(record);
        self
    }

    pub fn put(&mut self, record: Record) {
        self.journal.apply(Delta {
            rows: vec![(record.reference(), Some(record))],
        });
    }

    /// The same for someone who ticked these health questions.
    pub fn health(mut self, concerns: &[crate::domain::health::Concern]) -> Self {
        self.journal.settings.health = Health::answers(concerns.iter().copied());
        self
    }

    pub fn minute(&self, minutes: f64) -> Stamp {
        self.end.plus_seconds(minutes * 60.0)
    }

    pub fn hour(&self, hours: f64) -> Stamp {
        self.minute(hours * 60.0)
    }

    /// A habit that was done so many hours after the end of the run (before it: less than none).
    pub fn practice(&self, habit: &str, hours: f64) -> Practice {
        let at = self.hour(hours);
        Practice::new(
            Meta::manual(Id::fresh(at.ms)),
            When::At(at),
            Slug::of(habit),
            Answer::Yes,
        )
    }

    /// The same, kept in the journal.
    pub fn did(self, habit: &str, hours: f64) -> Self {
        let practice = Record::Practice(self.practice(habit, hours));
        self.with(practice)
    }

    /// How sore a place was, so many hours after the end of the run.
    pub fn sore(self, region: Region, side: Side, score: f64, hours: f64) -> Self {
        let at = self.hour(hours);
        let rating = SorenessRating {
            meta: Meta::manual(Id::fresh(at.ms)),
            at,
            region,
            side,
            score,
            scale: Scale::Nrs010,
            context: Context::Other,
            run_id: None,
            notes: String::new(),
        };
        self.with(Record::Soreness(rating))
    }

    /// A supplement that was taken.
    pub fn took(self, what: &str, hours: f64) -> Self {
        let at = self.hour(hours);
        let intake = Intake {
            meta: Meta::manual(Id::fresh(at.ms)),
            at,
            supplement: Slug::of(what),
            answer: Answer::Yes,
            dose: None,
            unit: String::new(),
            notes: String::new(),
        };
        self.with(Record::Intake(intake))
    }

    /// A session of another kind that ended so many hours after the run.
    pub fn session(self, sport: Sport, hours: f64) -> Self {
        let end = self.hour(hours);
        let session = Activity {
            sport,
            ..run(end, 30.0, None)
        };
        self.with(Record::Activity(session))
    }

    /// A check-in of the day of the run.
    pub fn check_in(self, edit: impl FnOnce(&mut CheckIn)) -> Self {
        let day = self.journal.settings.day_rule.day_of(self.end);
        let mut check_in = CheckIn::new(Meta::manual(Id::fresh(self.end.ms)), day);
        edit(&mut check_in);
        self.with(Record::CheckIn(check_in))
    }

    pub fn walk(&self, minutes: f64) -> Walk<'_> {
        Walk::of(&self.journal, self.checklist, self.minute(minutes)).unwrap()
    }

    pub fn view(&self, step: &str, minutes: f64) -> StepView<'_> {
        self.walk(minutes).step(step).unwrap().clone()
    }

    pub fn state(&self, step: &str, minutes: f64) -> StepState {
        self.view(step, minutes).state
    }

    /// The rules on the step's card.
    pub fn reasons(&self, step: &str, minutes: f64) -> Vec<&'static str> {
        let view = self.view(step, minutes);
        view.reasons.iter().map(|it| it.rule.id.as_str()).collect()
    }

    /// Whether the rule is on the step's card.
    pub fn says(&self, step: &str, rule: &str, minutes: f64) -> bool {
        assert!(
            rules::rules().iter().any(|it| it.id == rule),
            "no rule is called {rule}"
        );
        self.reasons(step, minutes).contains(&rule)
    }

    /// Whether the step is closed, and the rule says why.
    pub fn closes(&self, step: &str, rule: &str, minutes: f64) -> bool {
        matches!(self.state(step, minutes), StepState::Blocked { .. }) && self.says(step, rule, minutes)
    }

    pub fn try_act(&self, step: &str, wish: &StepAct, minutes: f64) -> Option<Batch> {
        act(&self.journal, self.checklist, step, wish, self.minute(minutes))
    }

    pub fn act(&mut self, step: &str, wish: &StepAct, minutes: f64) {
        let batch = self.try_act(step, wish, minutes);
        let batch = batch.unwrap_or_else(|| panic!("{step}: {wish:?} writes nothing at {minutes}"));
        let label = text::message(&batch.label.id, &batch.label.args);
        assert!(label.is_some(), "{}", batch.label.id);
        self.write(batch);
    }

    /// What the store leaves behind of a batch.
    pub fn write(&mut self, batch: Batch) {
        for change in batch.changes {
            match change {
                Change::Put(record) => self.put(*record),
                Change::Trash(reference) => {
                    assert_eq!(reference.kind, RecordKind::Practice);
                    let mut practices = self.practices().into_iter();
                    let mut it = practices.find(|it| it.meta.id.to_string() == reference.id).unwrap();
                    it.meta.deleted_at = Some(1);
                    self.put(Record::Practice(it));
                }
                Change::Restore(_) => panic!("no act restores"),
            }
        }
    }

    pub fn practices(&self) -> Vec<Practice> {
        self.journal.practices.clone()
    }

    pub fn row(&self, step: &str) -> &ChecklistStep {
        self.journal.steps.iter().find(|row| row.step == step).unwrap()
    }
}

pub(super) fn done(minutes: Option<f64>) -> StepAct {
    StepAct::Done(Dose {
        minutes,
        ..Dose::default()
    })
}
