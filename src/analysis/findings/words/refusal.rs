//! Why there is nothing to say yet, and what it would take.

use super::{About, Names};
use crate::analysis::findings::{Covariate, Exposure, Sides};
use crate::analysis::stats::effect::Refusal;
use crate::fl;

impl About<'_> {
    /// The sentence of a refusal.
    pub(super) fn refused(&self, refusal: Refusal) -> String {
        match refusal {
            Refusal::TooFew { more } => fl!("finding-too-few", name = self.name(), more = more),
            Refusal::ArmSmall { with, without } => self.small_side(with, without),
            Refusal::NoContrast => self.no_contrast(),
            Refusal::SameExposure => fl!("finding-nights-same"),
            Refusal::SameOutcome => fl!("finding-same-soreness", n = self.finding.n),
            Refusal::FewSwitches { switches } => self.one_stretch(switches),
            Refusal::Collinear { .. } => {
                let with = self.finding.together_with.as_ref();
                let with = with.map_or_else(|| fl!("finding-with-rest"), |it| self.names.companion(it));
                fl!(
                    "finding-together",
                    name = self.names.name(&self.finding.exposure),
                    with = with
                )
            }
        }
    }

    fn small_side(&self, with: usize, without: usize) -> String {
        let side = match (with, without) {
            (_, 0) => "with",
            (0, _) => "without",
            _ => "both",
        };
        if self.finding.exposure == Exposure::ShortNight {
            return fl!("finding-arm-nights", side = side, with = with, without = without);
        }
        fl!(
            "finding-arm",
            name = self.name(),
            side = side,
            with = with,
            without = without
        )
    }

    fn no_contrast(&self) -> String {
        let Sides { with, without } = self.finding.sides.unwrap_or_default();
        let all = with + without;
        if self.finding.exposure == Exposure::ShortNight {
            return fl!("finding-nights-alike", did = with, all = all);
        }
        let (name, days) = (self.name(), self.days());
        if with > without {
            fl!("finding-almost-always", name = name, did = with, all = all, days = days)
        } else {
            fl!("finding-almost-never", name = name, did = with, all = all, days = days)
        }
    }

    fn one_stretch(&self, switches: usize) -> String {
        if self.finding.exposure == Exposure::ShortNight {
            return fl!("finding-stretch-nights", switches = switches);
        }
        fl!("finding-stretch", name = self.name(), switches = switches)
    }
}

impl Names {
    /// What a habit goes together with, within a sentence.
    pub fn companion(&self, covariate: &Covariate) -> String {
        match covariate {
            Covariate::Load(0) => fl!("finding-with-load"),
            Covariate::Load(_) => fl!("finding-with-load-before"),
            Covariate::Soreness(0) => fl!("finding-with-soreness"),
            Covariate::Soreness(_) => fl!("finding-with-soreness-before"),
            Covariate::Sleep(_) => fl!("finding-with-sleep"),
            Covariate::DayBefore => fl!("finding-with-day-before"),
            Covariate::Other(exposure) => self.inside(exposure),
            Covariate::Others(_) => fl!("finding-with-others"),
            Covariate::WeekdaySin | Covariate::WeekdayCos => fl!("finding-with-weekday"),
            Covariate::Trend => fl!("finding-with-trend"),
            Covariate::Constant => fl!("finding-with-rest"),
        }
    }
}
