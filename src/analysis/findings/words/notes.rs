//! What makes a finding less sure, and why it may look unlike the plain averages.

use super::About;
use super::number::{percent, size, way};
use crate::analysis::findings::{Caveat, Exposure, Finding};
use crate::fl;

/// A raw difference this far from the estimate is spoken of, and any of the other sign.
const APART: f64 = 0.5;

/// Whether soreness differed before the habit by as much as it does after.
pub(super) fn placebo_is_as_large(finding: &Finding) -> bool {
    let before = finding.placebo.filter(|_| finding.caveats.contains(&Caveat::Placebo));
    let after = finding.effect();
    before
        .zip(after)
        .is_some_and(|(before, after)| before.estimate.abs() >= after.estimate.abs())
}

impl About<'_> {
    /// All there is to note, the plain averages first and then the caveats in their order; nothing where
    /// nothing was found.
    pub(super) fn notes(&self) -> Vec<String> {
        if self.finding.effect().is_none() {
            return Vec::new();
        }
        let caveats = self.finding.caveats.iter().map(|it| self.caveat(*it));
        self.raw().into_iter().chain(caveats).collect()
    }

    /// Why the plain averages look different.
    fn raw(&self) -> Option<String> {
        let estimate = self.finding.effect()?.estimate;
        let raw = self.finding.raw.difference?;
        let apart = raw - estimate;
        // Signs as they are shown: what reads as 0.0 has none.
        let shown = |value: f64| (10.0 * value).round();
        let opposite = shown(raw) * shown(estimate) < 0.0;
        if !opposite && apart.abs() < APART {
            return None;
        }
        let look = if apart > 0.0 { "worse" } else { "better" };
        let load = self.finding.load_apart.unwrap_or_default();
        // More load on those days makes them look worse, less of it better; else the load is not why.
        if self.finding.exposure == Exposure::ShortNight || load * apart <= 0.0 {
            return Some(fl!("finding-raw", look = look));
        }
        let load = if load > 0.0 { "harder" } else { "easier" };
        Some(fl!("finding-raw-harder", look = look, days = self.days(), load = load))
    }

    fn caveat(&self, caveat: Caveat) -> String {
        match caveat {
            Caveat::Stale => fl!("finding-stale"),
            Caveat::WithoutSleep => fl!("finding-without-sleep"),
            Caveat::Placebo => self.placebo(),
            Caveat::MissingPattern => self.missing(),
        }
    }

    fn placebo(&self) -> String {
        let before = self.finding.placebo.map_or(0.0, |it| it.estimate);
        let said = fl!(
            "finding-placebo",
            size = size(before),
            points = self.points(),
            way = way(before)
        );
        if placebo_is_as_large(self.finding) {
            return format!("{said} {}", fl!("finding-placebo-large"));
        }
        said
    }

    fn missing(&self) -> String {
        let (with, without) = self.finding.missing.map_or((0.0, 0.0), |it| (it.with, it.without));
        let side = if with > without { "with" } else { "without" };
        let (share, other) = (percent(with.max(without)), percent(with.min(without)));
        fl!("finding-missing", side = side, share = share, other = other)
    }
}
