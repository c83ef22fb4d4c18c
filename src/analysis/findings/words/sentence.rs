//! What was found.

use super::number::{end, interval, size, way};
use super::{About, Level, Names, points};
use crate::analysis::Eligibility;
use crate::analysis::findings::{Covariate, Dose, Exposure, Findings, Outcome, Sides, Status, Unit};
use crate::analysis::stats::effect::Effect;
use crate::fl;

/// An interval within a point of 0 makes a point of difference unlikely.
const FULL_POINT: f64 = 1.0;

impl Findings {
    /// The sentence about the minutes of a habit; `None` where there is no estimate.
    pub fn tell_dose(&self, dose: &Dose, exposure: &Exposure, names: &Names) -> Option<String> {
        let Status::Estimated(effect) = dose.status else {
            return None;
        };
        let name = names.inside(exposure);
        let unit = match dose.unit {
            Unit::FiveMinutes => "minutes",
            Unit::Hour => "hour",
        };
        let sentence = if effect.p <= super::ALPHA {
            fl!(
                "finding-dose",
                unit = unit,
                name = name,
                size = size(effect.estimate),
                points = points(self.scale),
                way = way(effect.estimate),
                interval = interval(effect.lower, effect.upper),
                n = dose.n
            )
        } else {
            fl!(
                "finding-dose-unclear",
                unit = unit,
                name = name,
                low = end(effect.lower),
                high = end(effect.upper),
                n = dose.n
            )
        };
        Some(sentence)
    }
}

impl About<'_> {
    /// The sentence of an estimate.
    pub(super) fn estimated(&self, effect: &Effect) -> String {
        let mut sentences = match self.level {
            Level::Unclear => vec![self.unclear(effect)],
            _ => vec![self.difference(effect)],
        };
        let by_chance = self.level == Level::Possible && self.finding.p_bh.is_some_and(|it| it > super::ALPHA);
        if by_chance {
            sentences.push(fl!("finding-chance", asked = self.findings.asked()));
        }
        if self.level == Level::Unclear {
            sentences.push(self.how_far(effect));
        } else if self.finding.exposure == Exposure::ShortNight {
            sentences.extend(self.per_hour());
        }
        sentences.join(" ")
    }

    fn difference(&self, effect: &Effect) -> String {
        let sides = self.sides();
        let (size, way, points) = (size(effect.estimate), way(effect.estimate), self.points());
        let interval = interval(effect.lower, effect.upper);
        let (with, without) = (sides.with, sides.without);
        match (&self.finding.exposure, self.finding.outcome) {
            (Exposure::SleepHours, _) => fl!(
                "finding-hour",
                size = size,
                points = points,
                way = way,
                interval = interval,
                n = self.finding.n
            ),
            (Exposure::ShortNight, _) => fl!(
                "finding-nights",
                size = size,
                points = points,
                way = way,
                interval = interval,
                with = with,
                without = without
            ),
            (_, Outcome::NextTwoMornings) => fl!(
                "finding-next-two",
                days = self.days(),
                name = self.name(),
                size = size,
                points = points,
                way = way,
                interval = interval,
                with = with,
                without = without,
                sleep = self.sleep()
            ),
            _ => fl!(
                "finding-next",
                days = self.days(),
                name = self.name(),
                size = size,
                points = points,
                way = way,
                interval = interval,
                with = with,
                without = without,
                sleep = self.sleep()
            ),
        }
    }

    fn unclear(&self, effect: &Effect) -> String {
        let sides = self.sides();
        let (low, high) = (end(effect.lower), end(effect.upper));
        let (with, without) = (sides.with, sides.without);
        match (&self.finding.exposure, self.finding.outcome) {
            (Exposure::SleepHours, _) => fl!("finding-unclear-hour", low = low, high = high, n = self.finding.n),
            (Exposure::ShortNight, _) => {
                fl!(
                    "finding-unclear-nights",
                    low = low,
                    high = high,
                    with = with,
                    without = without
                )
            }
            (_, Outcome::NextTwoMornings) => fl!(
                "finding-unclear-two",
                name = self.name(),
                low = low,
                high = high,
                with = with,
                without = without
            ),
            _ => fl!(
                "finding-unclear-next",
                name = self.name(),
                low = low,
                high = high,
                with = with,
                without = without
            ),
        }
    }

    /// What an interval around no difference leaves out, or could not have shown.
    fn how_far(&self, effect: &Effect) -> String {
        if effect.lower > -FULL_POINT && effect.upper < FULL_POINT {
            return fl!("finding-unlikely");
        }
        let least = self.finding.detectable().unwrap_or_default();
        fl!("finding-noticed", size = size(least), points = self.points())
    }

    /// The slope by the hour, where it is as sure as anything said with it.
    fn per_hour(&self) -> Option<String> {
        let hours = self
            .findings
            .all
            .iter()
            .find(|it| it.exposure == Exposure::SleepHours)?;
        let sure = matches!(Level::of(hours), Level::Clear | Level::Possible);
        let effect = hours.effect().filter(|_| sure)?;
        Some(fl!(
            "finding-per-hour",
            size = size(effect.estimate),
            points = self.points(),
            way = way(effect.estimate),
            interval = interval(effect.lower, effect.upper)
        ))
    }

    fn sides(&self) -> Sides {
        self.finding.sides.unwrap_or_default()
    }

    /// The word that picks the days in a message.
    pub(super) fn days(&self) -> &'static str {
        match self.finding.eligibility {
            Eligibility::RunDays => "run",
            _ => "all",
        }
    }

    fn sleep(&self) -> &'static str {
        let known = self.finding.adjusted_for.contains(&Covariate::Sleep(0));
        if known { "known" } else { "unknown" }
    }
}
