//! The bouts of a step: what its timer runs through, one after the other.
//!
//! A stretch is a bout for each muscle, side and repeat; a cool-down one for each stage; a bath is a single
//! bout. Before each muscle there are five seconds to get into place. The bouts are fixed when the timer
//! is started and kept with the step, so that a rating, a rule or a routine that changes meanwhile leaves
//! a running timer alone.

use serde::{Deserialize, Serialize};

use super::definition::Step;
use crate::domain::{Region, Side, words};

/// Seconds to get ready before a bout.
pub const READY_S: f64 = 5.0;

/// One stretch of a timer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Bout {
    /// The muscle it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<Region>,
    /// Its side.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub side: Option<Side>,
    /// The stage it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stage: Option<String>,
    /// Seconds to get ready before it.
    pub ready_s: f64,
    /// Its own seconds.
    pub work_s: f64,
}

impl Bout {
    /// What it is called: "Calf, left"; `None` for the one bout of a step.
    pub fn name(&self) -> Option<String> {
        match (self.region, self.side, &self.stage) {
            (Some(region), side, _) => Some(words::region_side(region, side.unwrap_or(Side::None))),
            (None, _, Some(stage)) => Some(words::named("stage", stage)),
            _ => None,
        }
    }

    /// Both of its parts together, seconds.
    pub fn whole_s(&self) -> f64 {
        self.ready_s + self.work_s
    }
}

/// How a rule changes a muscle of a step.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gentler {
    /// Which muscle.
    pub region: Region,
    /// Which side; `Both` for the muscle as a whole.
    pub side: Side,
    /// Left out, or done once and shorter.
    pub left_out: bool,
}

/// Seconds of a hold that is done gently.
const GENTLE_S: f64 = 20.0;

/// The bouts of `step`, `length_s` long, with what rules change about its muscles. Muscle by muscle the
/// sides take turns. A step whose muscles were all left out has none.
pub fn bouts(step: &Step, length_s: f64, changed: &[Gentler]) -> Vec<Bout> {
    if !step.parts.is_empty() {
        return muscles(step, length_s, changed);
    }
    let ready_s = if step.beside { 0.0 } else { READY_S };
    let bout = |stage: Option<&String>, ready_s, work_s| Bout {
        region: None,
        side: None,
        stage: stage.cloned(),
        ready_s,
        work_s,
    };
    if step.stages.is_empty() {
        return vec![bout(None, ready_s, length_s)];
    }
    let share = (length_s / step.stages.len() as f64).round();
    let stages = step.stages.iter().enumerate();
    stages
        .map(|(n, stage)| bout(Some(stage), if n == 0 { ready_s } else { 0.0 }, share))
        .collect()
}

fn muscles(step: &Step, length_s: f64, changed: &[Gentler]) -> Vec<Bout> {
    let planned: f64 = step.parts.iter().map(|it| part_s(*it)).sum();
    let scale = length_s / planned;
    let mut all = Vec::new();
    for part in &step.parts {
        for repeat in 0..part.repeats {
            for side in [Side::Left, Side::Right] {
                let of_it = |it: &&Gentler| it.region == part.region && (it.side == side || it.side == Side::Both);
                let mut rules = changed.iter().filter(of_it);
                let is_gentle = rules.clone().any(|it| !it.left_out);
                if rules.any(|it| it.left_out) || is_gentle && repeat > 0 {
                    continue;
                }
                let work_s = (f64::from(part.seconds) * scale).round();
                all.push(Bout {
                    region: Some(part.region),
                    side: Some(side),
                    stage: None,
                    ready_s: READY_S,
                    work_s: if is_gentle { work_s.min(GENTLE_S) } else { work_s },
                });
            }
        }
    }
    all
}

/// Seconds of a part, both sides together.
pub(super) fn part_s(part: super::Part) -> f64 {
    f64::from(part.seconds) * f64::from(part.repeats) * 2.0
}
