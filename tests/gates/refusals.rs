//! G8: journals that cannot answer. The right reason is given, and no number with it.

use afterrun::analysis::{DailyTable, Findings};
use afterrun::domain::{Rating, Scale, Slug};

use super::run::ALONE;
use super::world::World;

/// A journal that cannot answer, why not, and what was said.
pub struct Refused {
    pub name: &'static str,
    /// The right reason; `None` where what is said is only reported.
    pub expected: Option<&'static str>,
    pub said: String,
    /// Whether a number was given nevertheless.
    pub numbers: bool,
}

impl Refused {
    pub fn passed(&self) -> bool {
        self.expected.is_none_or(|it| it == self.said && !self.numbers)
    }
}

/// All of them.
pub fn all() -> Vec<Refused> {
    vec![
        ask("a journal of 30 days", Some("too_few"), 30, |_| ()),
        ask("a habit never done", Some("arm_small"), 365, |table| {
            habit(table, |_, _| 0.0);
        }),
        ask("a habit always done", Some("arm_small"), 365, |table| {
            habit(table, |_, _| 1.0);
        }),
        ask(
            "a habit left out on one day in forty",
            Some("no_variation"),
            730,
            |table| {
                habit(table, |_, at| f64::from(u8::from(at % 40 != 0)));
            },
        ),
        ask("a habit begun for good half way", Some("few_switches"), 365, |table| {
            habit(table, |_, at| f64::from(u8::from(at > 180)));
        }),
        ask(
            "a habit after each long run and no other",
            Some("collinear"),
            365,
            |table| {
                habit(table, long_run);
                // One that is compared among run days.
                table.habits = vec![Slug::of("ice_bath")];
            },
        ),
        ask("the same, if it were compared among all days", None, 365, |table| {
            habit(table, long_run);
        }),
        ask("soreness that never changes", Some("no_variation"), 365, |table| {
            for row in &mut table.rows {
                row.soreness = row.soreness.map(|_| Rating {
                    value: 3.0,
                    scale: Scale::Nrs010,
                });
            }
        }),
    ]
}

/// The Sunday run.
fn long_run(table: &DailyTable, at: usize) -> f64 {
    f64::from(u8::from(at % 7 == 6 && table.rows[at].runs > 0))
}

fn ask(name: &'static str, expected: Option<&'static str>, days: usize, change: impl Fn(&mut DailyTable)) -> Refused {
    let world = World {
        days,
        ..World::default()
    };
    let mut table = world.live(8).table;
    change(&mut table);
    let findings = Findings::of(&table, ALONE);
    let finding = &findings.all[0];
    Refused {
        name,
        expected,
        said: finding.status.code().to_owned(),
        numbers: finding.effect().is_some() || finding.p_bh.is_some(),
    }
}

/// The habit as `done` says, where it was answered.
fn habit(table: &mut DailyTable, done: impl Fn(&DailyTable, usize) -> f64) {
    for at in 0..table.rows.len() {
        let value = done(table, at);
        let answered = &mut table.rows[at].habits[0];
        *answered = answered.map(|_| value);
    }
}
