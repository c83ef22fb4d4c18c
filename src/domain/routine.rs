//! Routines: the runner's own version of the checklist.
//!
//! The built-in checklist is the same for everyone. A routine says what one runner changes about it, for all
//! runs or for one kind of them: another order, steps that are off, other lengths, steps of their own. It
//! holds every step, also those that are off, so that switching one on again finds it in its place.
//!
//! A routine counts for the checklists that are begun from then on. One that was begun keeps the steps it
//! began with ([`super::protocol::resolve`]), and safety is not a matter of routine: what a rule holds back
//! stays back.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

use super::protocol::{Phase, Protocol, Step, after_run};
use super::{Journal, Meta, Slug, words};

/// What the ids of the runner's own steps begin with.
const OWN: &str = "own_";
/// Minutes that a step of the runner's own may take.
const OWN_MINUTES: RangeInclusive<f64> = 1.0..=360.0;
/// So many times its longest dose a built-in step may take.
const LONGEST: f64 = 2.0;

/// Which runs a routine is for.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum RoutineFor {
    /// Those that have no routine of their own kind.
    #[default]
    EveryRun,
    /// Easy runs.
    Easy,
    /// Runs that are neither easy nor hard.
    Steady,
    /// Workouts.
    Workout,
    /// Long runs.
    Long,
    /// Races.
    Race,
}

impl RoutineFor {
    /// Its word, which is the id of its record.
    pub fn word(self) -> &'static str {
        self.into()
    }

    /// The id of its record.
    pub fn slug(self) -> Slug {
        Slug::of(self.word())
    }

    /// Its words: "Long runs".
    pub fn name(self) -> String {
        words::named("routine-for", self.word())
    }
}

/// The checklist as the runner wants it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Routine {
    /// Bookkeeping; the id is the word of a [`RoutineFor`].
    pub meta: Meta<Slug>,
    /// All steps in order, also those that are off.
    pub steps: Vec<RoutineStep>,
}

/// One step of a routine.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RoutineStep {
    /// The id of a built-in step, or `own_` and a word.
    pub id: String,
    /// Whether it is in the checklist.
    pub on: bool,
    /// Its length; `None` as built in, and for an own step none at all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<f64>,
    /// What it is, where it is the runner's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own: Option<OwnStep>,
}

/// A step that the runner added.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnStep {
    /// Its name.
    pub name: String,
    /// How it is done, in one line; may be empty.
    pub how: String,
    /// The habit that it is a practice of.
    pub habit: Slug,
    /// The part of the time line it stands in.
    pub phase: Phase,
    /// When it can begin: minutes after the end of the run; tonight and tomorrow, after the evening or the
    /// morning begins.
    pub opens_min: i32,
}

impl RoutineStep {
    /// A built-in step as it is.
    pub fn builtin(id: &str) -> Self {
        Self {
            id: id.to_owned(),
            on: true,
            minutes: None,
            own: None,
        }
    }

    /// A step of the runner's own, named so that none of `others` has its id.
    pub fn own(own: OwnStep, minutes: Option<f64>, others: &[Self]) -> Self {
        let word = Slug::of(&own.name);
        let is_free = |id: &String| others.iter().all(|it| it.id != *id);
        let numbered = (2..).map(|n| format!("{OWN}{word}_{n}"));
        let mut ids = std::iter::once(format!("{OWN}{word}")).chain(numbered);
        Self {
            id: ids.find(is_free).expect("numbers do not end"),
            on: true,
            minutes,
            own: Some(own),
        }
    }

    /// Its name as shown.
    pub fn name(&self) -> String {
        match &self.own {
            Some(own) => own.name.clone(),
            None => after_run().step(&self.id).map_or_else(|| self.id.clone(), Step::name),
        }
    }
}

impl Routine {
    /// The steps of the built-in checklist, as a routine.
    pub fn builtin(runs: RoutineFor) -> Self {
        Self {
            meta: Meta::manual(runs.slug()),
            steps: builtin_steps(after_run()),
        }
    }

    /// Which runs it is for; `None` where a newer version means a kind of run that this one does not know.
    pub fn runs(&self) -> Option<RoutineFor> {
        self.meta.id.as_str().parse().ok()
    }

    /// Its name: "Long runs".
    pub fn name(&self) -> String {
        self.runs().map_or_else(|| self.meta.id.to_string(), RoutineFor::name)
    }

    /// The routine of `runs` alone; `None` where the runner has none.
    pub fn of(journal: &Journal, runs: RoutineFor) -> Option<&Self> {
        journal.routines.iter().find(|it| it.meta.id.as_str() == runs.word())
    }

    /// The routine for a run of the class called `class`: that of its class, else that of every run, else
    /// `None`, the built-in checklist.
    pub fn for_run<'j>(journal: &'j Journal, class: &str) -> Option<&'j Self> {
        let own = journal.routines.iter().find(|it| it.meta.id.as_str() == class);
        own.or_else(|| Self::of(journal, RoutineFor::EveryRun))
    }
}

/// The steps of `protocol`, all on and as built in.
pub fn builtin_steps(protocol: &Protocol) -> Vec<RoutineStep> {
    protocol.steps.iter().map(|it| RoutineStep::builtin(&it.id)).collect()
}

/// `steps` as `protocol` can be walked with them: without steps that it does not know and own ones without a
/// name, each once, with lengths inside of their limits, and with the built-in steps that are missing (a
/// newer version added them) where they stand in `protocol`.
pub fn normalised(steps: &[RoutineStep], protocol: &Protocol) -> Vec<RoutineStep> {
    let mut seen = BTreeSet::new();
    let known = steps.iter().filter_map(|it| sound(it, protocol));
    let mut all: Vec<_> = known.filter(|it| seen.insert(it.id.clone())).collect();
    let mut place = 0;
    for step in &protocol.steps {
        let at = all.iter().position(|it| it.id == step.id).unwrap_or_else(|| {
            all.insert(place, RoutineStep::builtin(&step.id));
            place
        });
        place = at + 1;
    }
    all
}

/// A step with its length inside of its limits; `None` where it is none.
fn sound(step: &RoutineStep, protocol: &Protocol) -> Option<RoutineStep> {
    if let Some(own) = &step.own {
        let named = step.id.starts_with(OWN) && !own.name.trim().is_empty();
        let minutes = step.minutes.map(|it| within(it, &OWN_MINUTES));
        return named.then(|| RoutineStep {
            minutes,
            ..step.clone()
        });
    }
    let builtin = protocol.step(&step.id)?;
    let minutes = step
        .minutes
        .zip(minutes_of(builtin))
        .map(|(it, range)| within(it, &range));
    Some(RoutineStep {
        minutes: minutes.filter(|it| Some(*it) != suggested(builtin)),
        ..step.clone()
    })
}

fn within(minutes: f64, range: &RangeInclusive<f64>) -> f64 {
    minutes.clamp(*range.start(), *range.end())
}

/// The minutes that a built-in step starts with; `None` where it takes no time.
pub fn suggested(step: &Step) -> Option<f64> {
    step.timer.map(|it| it.suggested)
}

/// The minutes that a built-in step can be given: one to twice its longest. `None` where it takes no time.
pub fn minutes_of(step: &Step) -> Option<RangeInclusive<f64>> {
    step.timer.map(|it| 1.0..=LONGEST * it.max)
}

/// The minutes that a step of the runner's own can be given.
pub fn own_minutes() -> RangeInclusive<f64> {
    OWN_MINUTES
}

/// The habits that own steps among `steps` are practices of.
pub fn habits(steps: &[RoutineStep]) -> impl Iterator<Item = &Slug> {
    steps.iter().filter_map(|it| it.own.as_ref()).map(|it| &it.habit)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Record, Settings};

    fn own(name: &str) -> OwnStep {
        OwnStep {
            name: name.to_owned(),
            how: "Twice, with a cold shower between".to_owned(),
            habit: Slug::of(name),
            phase: Phase::Later,
            opens_min: 120,
        }
    }

    fn ids(steps: &[RoutineStep]) -> Vec<&str> {
        steps.iter().map(|it| it.id.as_str()).collect()
    }

    fn journal(words: &[&str]) -> Journal {
        let routine = |word: &&str| {
            Record::Routine(Routine {
                meta: Meta::manual(Slug::of(word)),
                steps: Vec::new(),
            })
        };
        Journal::of(words.iter().map(routine), Settings::for_zone("UTC"))
    }

    fn for_run<'j>(journal: &'j Journal, class: &str) -> Option<&'j str> {
        Routine::for_run(journal, class).map(|it| it.meta.id.as_str())
    }

    #[test]
    fn the_built_in_routine_is_every_step_in_order_and_on() {
        let routine = Routine::builtin(RoutineFor::EveryRun);
        let expected: Vec<_> = after_run().steps.iter().map(|it| it.id.as_str()).collect();
        assert_eq!(ids(&routine.steps), expected);
        assert!(
            routine
                .steps
                .iter()
                .all(|it| it.on && it.minutes.is_none() && it.own.is_none())
        );
        assert_eq!(normalised(&routine.steps, after_run()), routine.steps);
    }

    #[test]
    fn a_class_has_its_own_routine_before_that_of_every_run() {
        let both = journal(&["long", "every_run"]);
        assert_eq!(for_run(&both, "long"), Some("long"));
        assert_eq!(for_run(&both, "easy"), Some("every_run"));
        assert_eq!(for_run(&journal(&["long"]), "easy"), None);
    }

    #[test]
    fn every_kind_of_run_has_its_words() {
        for &runs in RoutineFor::VARIANTS {
            assert_eq!(runs.word().parse(), Ok(runs));
            assert_ne!(runs.name(), runs.word());
        }
    }

    #[test]
    fn steps_that_no_version_knows_and_doubles_are_dropped() {
        let mut steps = builtin_steps(after_run());
        steps.insert(3, RoutineStep::builtin("cryo_chamber"));
        steps.push(steps[0].clone());
        assert_eq!(normalised(&steps, after_run()), builtin_steps(after_run()));
    }

    #[test]
    fn own_steps_without_a_name_are_dropped() {
        let mut steps = builtin_steps(after_run());
        steps.push(RoutineStep::own(own("  "), None, &steps));
        assert_eq!(normalised(&steps, after_run()), builtin_steps(after_run()));
    }

    #[test]
    fn built_in_steps_of_a_newer_version_come_in_their_place() {
        let moved = ["stretching", "cool_down", "sleep"].map(RoutineStep::builtin);
        let all = normalised(&moved, after_run());
        assert_eq!(all.len(), after_run().steps.len());
        let at = |id: &str| all.iter().position(|it| it.id == id).unwrap();
        assert!(at("stretching") < at("cool_down"), "the order of the runner stands");
        assert_eq!(at("hydration"), at("cool_down") + 1);
        assert_eq!(at("foam_rolling"), at("stretching") + 1);
        assert_eq!(at("active_recovery"), all.len() - 1);
    }

    #[test]
    fn lengths_stay_within_one_minute_and_twice_the_longest() {
        let with = |id: &str, minutes: f64| {
            let step = RoutineStep {
                minutes: Some(minutes),
                ..RoutineStep::builtin(id)
            };
            let all = normalised(&[step], after_run());
            all.iter().find(|it| it.id == id).unwrap().minutes
        };
        assert_eq!(with("cool_down", 0.0), Some(1.0));
        assert_eq!(with("cool_down", 12.0), Some(12.0));
        assert_eq!(with("cool_down", 300.0), Some(20.0));
        assert_eq!(with("cool_down", 8.0), None, "as built in");
        assert_eq!(with("snack", 8.0), None, "it takes no time");
    }

    #[test]
    fn own_steps_of_one_name_have_ids_of_their_own() {
        let mut steps = Vec::new();
        for id in ["own_sauna", "own_sauna_2", "own_sauna_3"] {
            steps.push(RoutineStep::own(own("Sauna"), Some(12.0), &steps));
            assert_eq!(steps.last().unwrap().id, id);
        }
        assert_eq!(habits(&steps).count(), 3);
    }

    #[test]
    fn steps_survive_their_text() {
        let steps = [
            RoutineStep::own(own("Sauna"), Some(12.5), &[]),
            RoutineStep::builtin("sleep"),
        ];
        let text = serde_json::to_string(&steps).unwrap();
        assert!(text.ends_with(r#"{"id":"sleep","on":true}]"#), "{text}");
        assert_eq!(serde_json::from_str::<Vec<RoutineStep>>(&text).unwrap(), steps);
    }
}
