//! A step's timer, read from its stored instants.
//!
//! A timer is no thread and no counter. The step keeps when it was started and how long it was held; its
//! detail keeps its bouts and what was done to it while it ran: a jump to another bout, some seconds more.
//! Playing these back up to an instant says where it stands then. So a closed laptop, a killed program and
//! a changed clock leave it right, and nothing is written while it runs.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::bout::{Bout, bouts};
use super::definition::Step;
use crate::domain::{ChecklistStep, Meta, Stamp};

/// A timer that says more than this many times the longest dose was forgotten, not used.
const FORGOTTEN: f64 = 2.0;
/// Two days: what the journal takes as minutes of a step.
const MOST_MINUTES: f64 = 2880.0;
/// The keys in a step's detail.
const BOUTS: &str = "bouts";
const TOUCHES: &str = "timer";
/// How an older program kept the seconds added to a timer's length.
const EXTENDED: &str = "extended_s";

/// Something done to a running timer.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Touch {
    /// After so many seconds of running.
    pub(super) at_s: f64,
    /// What.
    #[serde(flatten)]
    pub(super) what: What,
}

/// What is done to a running timer.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum What {
    /// Go to the beginning of this bout.
    Jump(usize),
    /// Give the bout that runs so many seconds more.
    More(f64),
}

/// Where a timer stands.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Progress {
    /// Which bout.
    pub bout: usize,
    /// Whether these are the seconds to get ready for it.
    pub getting_ready: bool,
    /// Seconds to the end of the bout (of getting ready, while that lasts); 0 once all is over.
    pub bout_left_s: f64,
    /// Seconds of the bout (of getting ready, while that lasts).
    pub bout_s: f64,
    /// Seconds to the end of the last bout; 0 once that is over.
    pub left_s: f64,
    /// Seconds of all bouts from here and before, as they are now planned.
    pub length_s: f64,
    /// Seconds it has run.
    pub elapsed_s: f64,
    /// Seconds it ran on after its end.
    pub over_s: f64,
}

impl Progress {
    /// Whether all its bouts are over.
    pub fn is_over(&self) -> bool {
        self.left_s <= 0.0
    }

    /// Seconds until the number on it changes next, as a running timer shows whole seconds rounded up.
    pub fn next_second_s(&self) -> f64 {
        let part = self.bout_left_s.fract();
        if part < 0.001 { 1.0 } else { part }
    }
}

/// A timer played back: where it stands, and how long each bout really ran.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Played {
    pub(super) progress: Progress,
    /// Seconds of each bout, without getting ready and without what was over.
    pub(super) worked_s: Vec<f64>,
    /// Seconds of getting ready.
    pub(super) ready_s: f64,
    /// Seconds it ran on after the last bout, also before it went back to an earlier one.
    pub(super) over_s: f64,
    /// The bouts, with what was added to them.
    pub(super) bouts: Vec<Bout>,
}

/// Seconds in which the step was under way at `now` (or at its end): never negative, also where the
/// computer's clock was set back.
pub(super) fn elapsed_s(row: &ChecklistStep, now: Stamp) -> f64 {
    let Some(started) = row.started_at else {
        return 0.0;
    };
    let now = row.ended_at.unwrap_or(now);
    let held = row.paused_at.map_or(0.0, |since| now.seconds_since(since).max(0.0));
    (now.seconds_since(started) - row.paused_s - held).max(0.0)
}

/// The bouts kept with the step; those of its definition where an older program started it.
pub(super) fn kept_bouts(step: &Step, row: &ChecklistStep) -> Vec<Bout> {
    let kept = detail(&row.meta, BOUTS).and_then(|it| Vec::<Bout>::deserialize(it).ok());
    kept.filter(|it| !it.is_empty()).unwrap_or_else(|| {
        let more = detail(&row.meta, EXTENDED).and_then(Value::as_f64).unwrap_or(0.0);
        let length_s = step.timer.map_or(0.0, |it| it.suggested * 60.0) + more;
        bouts(step, length_s.max(0.0), &[])
    })
}

/// Keeps `bouts` with the step.
pub(super) fn keep_bouts(meta: &mut Meta, bouts: &[Bout]) {
    meta.note(BOUTS, serde_json::to_value(bouts).expect("bouts are plain data"));
}

/// Notes something done to the timer after `at_s` seconds of running.
pub(super) fn touch(meta: &mut Meta, at_s: f64, what: What) {
    let mut touches = touches(meta);
    touches.push(Touch { at_s, what });
    meta.note(TOUCHES, serde_json::to_value(touches).expect("touches are plain data"));
}

fn touches(meta: &Meta) -> Vec<Touch> {
    let kept = detail(meta, TOUCHES).and_then(|it| Vec::<Touch>::deserialize(it).ok());
    kept.unwrap_or_default()
}

fn detail<'m>(meta: &'m Meta, key: &str) -> Option<&'m Value> {
    meta.detail.as_ref()?.get(key)
}

/// Plays the timer of `row` back up to `now`.
pub(super) fn play(step: &Step, row: &ChecklistStep, now: Stamp) -> Played {
    play_back(kept_bouts(step, row), &touches(&row.meta), elapsed_s(row, now))
}

/// Plays `bouts` for `elapsed_s` seconds with what was done to them.
pub(super) fn play_back(bouts: Vec<Bout>, touches: &[Touch], elapsed_s: f64) -> Played {
    let mut player = Player::new(bouts);
    let mut ran_s = 0.0;
    for touch in touches {
        // Where the clock was set back, a touch can lie ahead; it was made all the same.
        let at_s = touch.at_s.clamp(ran_s, elapsed_s.max(ran_s));
        player.run(at_s - ran_s);
        ran_s = at_s;
        player.touch(touch.what);
    }
    player.run((elapsed_s - ran_s).max(0.0));
    player.played(elapsed_s)
}

struct Player {
    bouts: Vec<Bout>,
    worked_s: Vec<f64>,
    ready_s: f64,
    over_s: f64,
    /// The bout, and the seconds since its beginning.
    at: (usize, f64),
}

impl Player {
    fn new(bouts: Vec<Bout>) -> Self {
        Self {
            worked_s: vec![0.0; bouts.len()],
            bouts,
            ready_s: 0.0,
            over_s: 0.0,
            at: (0, 0.0),
        }
    }

    fn run(&mut self, mut seconds: f64) {
        while seconds > 0.0 {
            let (n, since) = self.at;
            let Some(bout) = self.bouts.get(n) else {
                self.over_s += seconds;
                return;
            };
            let until = if since < bout.ready_s {
                bout.ready_s
            } else {
                bout.whole_s()
            };
            let step = (until - since).max(0.0).min(seconds);
            if since < bout.ready_s {
                self.ready_s += step;
            } else {
                self.worked_s[n] += step;
            }
            seconds -= step;
            // Set to the mark itself, so that no rounding leaves a sliver of a bout.
            let reached = if step >= until - since { until } else { since + step };
            self.at = if reached >= bout.whole_s() {
                (n + 1, 0.0)
            } else {
                (n, reached)
            };
        }
    }

    fn touch(&mut self, what: What) {
        match what {
            What::Jump(to) => self.at = (to.min(self.bouts.len().saturating_sub(1)), 0.0),
            What::More(seconds) => self.more(seconds),
        }
    }

    /// Gives the bout that runs more time; the last one, once all are over: what it ran over then belongs
    /// to it, and the time given counts from now.
    fn more(&mut self, seconds: f64) {
        let (n, _) = self.at;
        if let Some(bout) = self.bouts.get_mut(n) {
            bout.work_s = (bout.work_s + seconds).max(0.0);
        } else if let Some(last) = self.bouts.last_mut() {
            let over_s = std::mem::take(&mut self.over_s);
            let ran_s = last.whole_s() + over_s;
            last.work_s = (last.work_s + over_s + seconds).max(0.0);
            let n = self.worked_s.len() - 1;
            self.worked_s[n] += over_s;
            self.at = (n, ran_s);
        }
    }

    fn played(self, elapsed_s: f64) -> Played {
        let (n, since) = self.at;
        let after = self.bouts.iter().skip(n + 1).map(Bout::whole_s).sum::<f64>();
        let whole = self.bouts.iter().map(Bout::whole_s).sum();
        let progress = match self.bouts.get(n) {
            Some(bout) => {
                let getting_ready = since < bout.ready_s;
                let (from, length) = if getting_ready {
                    (0.0, bout.ready_s)
                } else {
                    (bout.ready_s, bout.work_s)
                };
                Progress {
                    bout: n,
                    getting_ready,
                    bout_left_s: (from + length - since).max(0.0),
                    bout_s: length,
                    left_s: (bout.whole_s() - since).max(0.0) + after,
                    length_s: whole,
                    elapsed_s,
                    over_s: 0.0,
                }
            }
            None => Progress {
                bout: self.bouts.len().saturating_sub(1),
                bout_s: self.bouts.last().map_or(0.0, |it| it.work_s),
                length_s: whole,
                elapsed_s,
                over_s: self.over_s,
                ..Progress::default()
            },
        };
        Played {
            progress,
            worked_s: self.worked_s,
            ready_s: self.ready_s,
            over_s: self.over_s,
            bouts: self.bouts,
        }
    }
}

/// The minutes that were really done, to a tenth: of a step with muscles what they were held, of any
/// other what it ran. `None` without a timer, and where it ran on for so long that it must have been
/// forgotten: it then says nothing about what was done.
pub(super) fn minutes(step: &Step, row: &ChecklistStep, now: Stamp) -> Option<f64> {
    row.started_at?;
    let timer = step.timer?;
    let played = play(step, row, now);
    let longest = timer.max.max(played.progress.length_s / 60.0);
    let ran = elapsed_s(row, now) / 60.0;
    if ran > (longest * FORGOTTEN).min(MOST_MINUTES) {
        return None;
    }
    let worked: f64 = played.worked_s.iter().sum();
    let over = if step.parts.is_empty() { played.over_s } else { 0.0 };
    Some(((worked + over) / 6.0).round() / 10.0)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn bout(ready_s: f64, work_s: f64) -> Bout {
        Bout {
            region: None,
            side: None,
            stage: None,
            ready_s,
            work_s,
        }
    }

    fn at(bouts: &[Bout], touches: &[Touch], elapsed_s: f64) -> Progress {
        play_back(bouts.to_vec(), touches, elapsed_s).progress
    }

    #[test]
    fn a_timer_gets_ready_runs_its_bouts_and_is_over() {
        let two = [bout(5.0, 30.0), bout(5.0, 30.0)];
        for (elapsed, n, getting_ready, bout_left, left) in [
            (0.0, 0, true, 5.0, 70.0),
            (4.5, 0, true, 0.5, 65.5),
            (5.0, 0, false, 30.0, 65.0),
            (35.0, 1, true, 5.0, 35.0),
            (69.0, 1, false, 1.0, 1.0),
        ] {
            let it = at(&two, &[], elapsed);
            assert_eq!(
                (it.bout, it.getting_ready, it.bout_left_s, it.left_s),
                (n, getting_ready, bout_left, left),
                "{elapsed}"
            );
        }
        let over = at(&two, &[], 75.0);
        assert!(over.is_over());
        assert_eq!((over.left_s, over.over_s), (0.0, 5.0));
    }

    #[test]
    fn a_jump_goes_to_the_beginning_of_a_bout_and_back_again() {
        let three = [bout(5.0, 30.0), bout(5.0, 30.0), bout(5.0, 30.0)];
        let jump = |at_s, to| Touch {
            at_s,
            what: What::Jump(to),
        };
        let it = at(&three, &[jump(10.0, 2)], 12.0);
        assert_eq!((it.bout, it.getting_ready, it.left_s), (2, true, 33.0));
        let back = at(&three, &[jump(10.0, 2), jump(12.0, 0)], 20.0);
        assert_eq!((back.bout, back.bout_left_s), (0, 27.0));
        let beyond = at(&three, &[jump(1.0, 9)], 1.0);
        assert_eq!(beyond.bout, 2);
    }

    #[test]
    fn more_time_goes_to_the_bout_that_runs_also_when_all_is_over() {
        let two = [bout(0.0, 30.0), bout(0.0, 30.0)];
        let more = |at_s| Touch {
            at_s,
            what: What::More(30.0),
        };
        assert_eq!(at(&two, &[more(10.0)], 40.0).bout_left_s, 20.0);
        let late = at(&two, &[more(70.0)], 75.0);
        assert_eq!((late.bout, late.bout_left_s, late.over_s), (1, 25.0, 0.0));
    }

    #[test]
    fn the_number_changes_at_whole_seconds() {
        let one = [bout(0.0, 30.0)];
        assert_eq!(at(&one, &[], 0.0).next_second_s(), 1.0);
        let part = at(&one, &[], 0.3).next_second_s();
        assert!((part - 0.7).abs() < 1e-9, "{part}");
    }

    fn touches() -> impl Strategy<Value = Vec<Touch>> {
        let what = prop_oneof![(0_usize..6).prop_map(What::Jump), (-60.0..120.0).prop_map(What::More),];
        let touch = (0.0..600.0, what).prop_map(|(at_s, what)| Touch { at_s, what });
        prop::collection::vec(touch, 0..8).prop_map(|mut all| {
            all.sort_by(|a, b| a.at_s.total_cmp(&b.at_s));
            all
        })
    }

    proptest! {
        #[test]
        fn the_sum_of_the_parts_is_the_whole(
            works in prop::collection::vec(0.0..90.0, 1..6),
            touches in touches(),
            elapsed in 0.0..900.0,
        ) {
            let bouts: Vec<_> = works.into_iter().map(|work| bout(5.0, work)).collect();
            let played = play_back(bouts, &touches, elapsed);
            let worked: f64 = played.worked_s.iter().sum();
            let parts = worked + played.ready_s + played.over_s;
            prop_assert!((parts - elapsed).abs() < 1e-6, "{parts} of {elapsed}");
            prop_assert!(played.progress.left_s >= 0.0 && played.progress.bout_left_s >= 0.0);
            prop_assert!(played.worked_s.iter().all(|it| *it >= 0.0));
        }
    }
}
