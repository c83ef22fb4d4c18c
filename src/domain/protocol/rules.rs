//! The rules of recovery, as data: each with a name, a condition, an effect and a sentence.
//!
//! They stand in `assets/protocol/rules.toml`, in the order and with the names of SCIENCE 4. A rule's
//! sentence is `rule-<id>` in the text file, and every card shows the sentences of the rules that hold for
//! it: why now, why not yet, why not at all. A rule that needs no code of its own is a line of data; a new
//! kind of condition or effect is a variant here and an arm in [`super::judge`].

use std::sync::LazyLock;

use serde::Deserialize;

use super::class::RunClass;
use super::facts::Deed;
use crate::domain::health::Concern;
use crate::text;

/// One rule.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Its name: `R4.recency`.
    pub id: String,
    /// What it goes before, and what goes before it.
    pub tier: Tier,
    /// The steps it is about.
    #[serde(default)]
    pub steps: Vec<String>,
    /// It holds while all of these hold.
    #[serde(default)]
    pub when: Vec<Condition>,
    /// And none of these.
    #[serde(default)]
    pub unless: Vec<Condition>,
    /// What it does to the step.
    pub effect: Effect,
}

/// The order of precedence (SCIENCE 4.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tier {
    /// Red flags and health: nothing goes before them.
    Safety,
    /// What the kind of run asks for.
    Class,
    /// What was done lately.
    Recency,
    /// How sore the runner is.
    Soreness,
    /// What the runner chose for such runs.
    Pinned,
}

/// What must hold for a rule.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Condition {
    /// The run was of one of these classes.
    Class(Vec<RunClass>),
    /// The run was as much as a marathon.
    Marathon,
    /// The run was shorter than so many minutes.
    ShorterThan(f64),
    /// The runner ticked this among the health questions.
    Concern(Concern),
    /// The runner did not answer the health questions.
    Unanswered,
    /// A part of the legs is flagged.
    FlaggedLeg,
    /// A part of the legs is as sore as this or more.
    Sorest(f64),
    /// It is less than so many hours since the run.
    HoursSinceRun(f64),
    /// It was over less than so many minutes ago.
    Lately {
        /// What.
        deed: Deed,
        /// Minutes.
        minutes: f64,
    },
    /// It was done fewer than so many days before the step's day.
    DaysSince {
        /// What.
        deed: Deed,
        /// Days.
        days: i32,
    },
    /// There was a run on the step's day.
    RunDay,
    /// So many days in a row before the step's day were active.
    ActiveDays(i32),
    /// The runner is ill.
    Ill,
    /// The runner is stressed today.
    Stressed,
    /// More than so many hours of sleep are missing over two weeks.
    Debt(f64),
    /// The next run is within a day.
    AgainSoon,
    /// The run was in heat, or more was sweated out than drunk.
    HotOrDry,
    /// A painkiller was taken around the run.
    Painkiller,
    /// The run felt weak.
    BadRun,
    /// The next cold bath is one of these, counted from one.
    ColdSession(usize, usize),
    /// The runner's body mass is known.
    KnownMass,
    /// Many nights of the last three months were short or poor.
    PoorNights,
    /// The runner chose the steps of such runs.
    OwnRoutine,
    /// Bedtime is known.
    KnownBed,
}

/// What a rule does to a step.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Effect {
    /// It is closed, and no wish opens it.
    Block,
    /// It is closed until then, and no wish opens it.
    BlockUntil(Until),
    /// It waits until then; the runner can begin all the same.
    Wait(Until),
    /// It is not for this run.
    Leave,
    /// It is possible, and not asked for.
    Optional,
    /// It is asked for, whatever the kind of run says.
    Suggest,
    /// Its timer starts with so many minutes.
    Minutes(f64),
    /// Its timer starts with so many minutes, and so many degrees are proposed.
    Cold {
        /// Minutes.
        minutes: f64,
        /// Degrees Celsius.
        celsius: f64,
    },
    /// It is over at bedtime.
    EndAtBed,
    /// So many degrees Celsius are proposed.
    Celsius(f64),
    /// Muscles as sore as this are left out.
    LeaveOut(f64),
    /// Muscles as sore as this are done once, and shorter.
    Gentle(f64),
    /// All muscles are done once, and shorter.
    GentleAll,
    /// Flagged muscles are left out.
    LeaveOutFlagged,
    /// Its sentence is shown.
    Note,
    /// It holds by the way a checklist is made; a test of its name says so.
    Made,
}

/// Until when a step waits.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Until {
    /// So many minutes after the run.
    AfterRun(f64),
    /// So many minutes after this was over.
    After {
        /// What.
        deed: Deed,
        /// Minutes.
        minutes: f64,
    },
    /// The beginning of the day that lies so many days after the one this was done on.
    Days {
        /// What.
        deed: Deed,
        /// Days.
        days: i32,
    },
    /// Another step is over; so many minutes after the run at the latest.
    StepOver {
        /// Which.
        step: String,
        /// Minutes.
        minutes: f64,
    },
}

#[derive(Deserialize)]
struct Book {
    rules: Vec<Rule>,
}

static RULES: LazyLock<Vec<Rule>> = LazyLock::new(|| {
    let book: Book = toml::from_str(include_str!("../../../assets/protocol/rules.toml"))
        .expect("the shipped rules are read by a test");
    book.rules
});

/// All rules, in the order of the file.
pub fn rules() -> &'static [Rule] {
    &RULES
}

impl Rule {
    /// Whether it is about the step called `id`.
    pub fn is_about(&self, id: &str) -> bool {
        self.steps.iter().any(|it| it == id)
    }

    /// Its sentence; the bare name where the text file has none.
    pub fn sentence(&self, args: &[(String, String)]) -> String {
        let id = format!("rule-{}", self.id.replace('.', "-"));
        text::message(&id, args).unwrap_or_else(|| self.id.clone())
    }
}
