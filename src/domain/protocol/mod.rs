//! The guide: the steps after a run, the rules about them, and what state a walk through them is in.
//!
//! Three things are data: what the steps are (`assets/protocol/after_run.toml`, [`definition`]), what the
//! rules say about them (`rules.toml`, [`rules`]), and every word of both (the text file). The code joins
//! them. [`Walk::of`] lays stored steps over the definition, [`judge`] asks the rules, [`act()`] turns a wish
//! ("pause it", "done, 8 minutes") into a batch. All of it is pure: waits, timers and states come from stored
//! instants and the `now` they are given, so that a closed program, a killed one, a changed clock or zone
//! leave them right.
//!
//! The order of precedence is that of SCIENCE 4.2: safety, the class of the run, what was done lately,
//! soreness, the runner's own choice.

mod act;
mod bout;
pub mod class;
pub mod definition;
mod elsewhere;
pub mod facts;
pub mod field;
pub mod flags;
mod judge;
mod plan;
mod poor_nights;
pub mod refuel;
mod resolve;
pub mod rules;
mod suggest;
#[cfg(test)]
mod tests;
mod timer;
mod walk;

use std::sync::LazyLock;

pub use act::{StepAct, act, close, note_practice, open, practice_id};
pub use bout::{Bout, READY_S};
pub use class::RunClass;
pub use definition::{Anchor, Evidence, Part, Phase, Protocol, Records, Span, Step, Timer, Window};
pub use facts::Facts;
pub use field::{Dose, Field, FieldKind};
pub use flags::{FlagKind, RedFlag, red_flags};
pub use judge::Reason;
pub use plan::{plan_next_run, runs_again_soon};
pub use resolve::{EVENING, MORNING, kept, resolve};
pub use suggest::suggested;
pub use timer::Progress;
pub use walk::{StepState, StepView, Walk};

static AFTER_RUN: LazyLock<Protocol> = LazyLock::new(|| {
    toml::from_str(include_str!("../../../assets/protocol/after_run.toml"))
        .expect("the shipped protocol is read by a test")
});

/// The twelve tips after a run.
pub fn after_run() -> &'static Protocol {
    &AFTER_RUN
}

impl Protocol {
    /// The protocol called `id`; `None` where this version does not know it.
    pub fn by_id(id: &str) -> Option<&'static Self> {
        (AFTER_RUN.id == id).then_some(&*AFTER_RUN)
    }
}
