//! Nights, naps, how sore it is, and how a day feels.

use jiff::civil::Weekday;

use super::diary::Diary;
use super::world::{Run, Today};
use crate::domain::{
    Activity, CheckIn, Context, Meta, Night, Rating, Record, Region, RunKind, Scale, Side, SorenessRating, Stamp,
};

impl Diary {
    /// The night that ended this morning, where it was noted.
    pub(super) fn night(&mut self, today: &Today) -> Option<Night> {
        if self.dice.chance(0.08) {
            return None;
        }
        let weekend = matches!(today.date.weekday(), Weekday::Saturday | Weekday::Sunday);
        let minute = self.dice.between(-25.0, 25.0).round() + if weekend { 455.0 } else { 385.0 };
        let wake = self.clock(today.date, minute);
        let asleep = (today.sleep_h * 60.0).round();
        let awake = self.dice.stepped(10.0, 35.0, 1.0);
        let bed = self.after(wake, -(asleep + awake));
        let quality = (3.2 + 0.7 * (today.sleep_h - 7.3) + 0.6 * self.dice.normal()).round();
        let timed = !self.dice.chance(0.05);
        Some(Night {
            bed_at: timed.then_some(bed),
            wake_at: timed.then_some(wake),
            asleep_min: Some(asleep),
            quality: Some(quality.clamp(1.0, 5.0) as i64),
            awakenings: self.dice.chance(0.5).then(|| self.dice.one_of(&[0, 1, 1, 2, 3])),
            ..Night::new(self.dice.meta(wake.ms), today.date)
        })
    }

    /// A nap after a long day on the feet.
    pub(super) fn nap(&mut self, today: &Today) {
        let long = today.run.is_some_and(|it| it.minutes > 80.0);
        if !self.dice.chance(if long { 0.2 } else { 0.02 }) {
            return;
        }
        let minute = self.dice.stepped(840.0, 930.0, 5.0);
        let (bed, minutes) = (self.clock(today.date, minute), self.dice.stepped(20.0, 45.0, 5.0));
        let wake = self.after(bed, minutes);
        self.records.push(Record::Night(Night {
            bed_at: Some(bed),
            wake_at: Some(wake),
            asleep_min: Some(minutes - 5.0),
            nap: true,
            ..Night::new(self.dice.meta(wake.ms), today.date)
        }));
    }

    /// The morning's ratings: the whole body, or the parts that are sore, or that nothing is.
    pub(super) fn morning(&mut self, today: &Today) {
        let minute = self.dice.stepped(470.0, 520.0, 1.0);
        let at = self.clock(today.date, minute);
        if today.soreness == 0.0 {
            let it = self.rating(at, Region::AllOthers, Side::None, 0.0);
            self.records.push(Record::Soreness(it));
            return;
        }
        let parts_only = self.dice.chance(0.4);
        if !parts_only {
            let it = self.rating(at, Region::Overall, Side::None, today.soreness);
            self.records.push(Record::Soreness(it));
        }
        let mut left = self.dice.one_of(&[1, 1, 2, 3]);
        let mut score = today.soreness;
        for region in sore_regions(self.last_run) {
            if left == 0 || score <= 0.0 {
                break;
            }
            let side = self.dice.one_of(&[Side::Both, Side::Both, Side::Left, Side::Right]);
            let it = self.rating(at, region, side, score);
            self.sides(it);
            score -= self.dice.one_of(&[0.0, 1.0, 1.0, 2.0]);
            left -= 1;
        }
        if parts_only && self.dice.chance(0.5) {
            let it = self.rating(at, Region::AllOthers, Side::None, 0.0);
            self.records.push(Record::Soreness(it));
        }
    }

    /// Where both sides are rated, often each for itself: the right leg is the sorer one, below the knee most.
    fn sides(&mut self, both: SorenessRating) {
        let apart = both.side == Side::Both && both.region.has_sides() && self.later.chance(0.5);
        if !apart {
            self.records.push(Record::Soreness(both));
            return;
        }
        let less = match both.region {
            Region::Achilles | Region::Calf | Region::ArchHeel => self.later.one_of(&[0.0, 1.0, 1.0, 2.0, 3.0]),
            _ => self.later.one_of(&[0.0, 0.0, 0.0, 1.0]),
        };
        let right_is_less = self.later.chance(0.2);
        let (sorer, other) = if right_is_less {
            (Side::Left, Side::Right)
        } else {
            (Side::Right, Side::Left)
        };
        let other = SorenessRating {
            meta: self.later.meta(both.at.ms),
            side: other,
            score: (both.score - less).max(0.0),
            ..both.clone()
        };
        let sorer = SorenessRating { side: sorer, ..both };
        self.records.extend([sorer, other].map(Record::Soreness));
    }

    /// Sometimes legs are rated right after a hard run.
    pub(super) fn after_run_rating(&mut self, run: &Activity, plan: Run) {
        if plan.rpe < 5.0 || !self.dice.chance(0.3) {
            return;
        }
        let at = self.after(run.ended_at(), 10.0);
        let score = (plan.rpe - 3.0 + self.dice.normal()).round().clamp(0.0, 10.0);
        let [region, ..] = sore_regions(plan.kind);
        let it = SorenessRating {
            context: Context::AfterRun,
            run_id: Some(run.meta.id),
            ..self.rating(at, region, Side::Both, score)
        };
        self.records.push(Record::Soreness(it));
    }

    /// How the day feels.
    pub(super) fn check_in(&mut self, today: &Today) {
        let minute = self.dice.stepped(475.0, 525.0, 1.0);
        let at = self.clock(today.date, minute);
        let tired = 1.6 + 0.3 * today.soreness - 0.4 * (today.sleep_h - 7.3);
        let (fatigue, stress, mood) = (self.five(tired), self.five(2.3), self.five(0.5 * tired + 1.0));
        let resting = 49.0 + 0.7 * today.soreness - (today.sleep_h - 7.3) + 1.5 * self.dice.normal();
        let meta: Meta = self.dice.meta(at.ms);
        self.records.push(Record::CheckIn(CheckIn {
            at: Some(at),
            fatigue: Some(fatigue),
            stress: self.dice.chance(0.8).then_some(stress),
            mood: self.dice.chance(0.8).then_some(mood),
            resting_hr: self.dice.chance(0.7).then_some(resting.round()),
            hrv_rmssd: self
                .dice
                .chance(0.4)
                .then(|| (118.0 - resting + 5.0 * self.dice.normal()).round()),
            weight_kg: (today.date.weekday() == Weekday::Monday).then(|| self.dice.stepped(705.0, 725.0, 1.0) / 10.0),
            ill: self.dice.chance(0.01).then_some(true),
            travel: self.dice.chance(0.02).then_some(true),
            ..CheckIn::new(meta, today.date)
        }));
    }

    /// Around `middle` on the scale of a check-in.
    fn five(&mut self, middle: f64) -> Rating {
        Rating {
            value: (middle + 0.7 * self.dice.normal()).round().clamp(1.0, 5.0),
            scale: Scale::Five15,
        }
    }

    fn rating(&mut self, at: Stamp, region: Region, side: Side, score: f64) -> SorenessRating {
        SorenessRating {
            meta: self.dice.meta(at.ms),
            at,
            region,
            side: if region.has_sides() { side } else { Side::None },
            score,
            scale: Scale::Nrs010,
            context: Context::Morning,
            run_id: None,
            notes: String::new(),
        }
    }
}

/// Where it is sore after a run of this kind, the sorest first.
fn sore_regions(kind: RunKind) -> [Region; 4] {
    match kind {
        RunKind::Easy => [Region::Calf, Region::Quads, Region::ArchHeel, Region::LowerBack],
        RunKind::Long => [Region::Quads, Region::Calf, Region::Glutes, Region::LowerBack],
        RunKind::Workout => [Region::Calf, Region::Hamstrings, Region::Achilles, Region::HipFlexors],
        RunKind::Race => [Region::Quads, Region::Hamstrings, Region::Calf, Region::HipSideItb],
    }
}
