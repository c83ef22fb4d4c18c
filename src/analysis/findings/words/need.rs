//! What is missing, in a few words: "about 4 more days without it".

use crate::analysis::findings::{Exposure, Finding, Need, Needed};
use crate::fl;

impl Finding {
    /// What more of would give an estimate, in a few words; empty where no number of days would do.
    pub fn needed(&self) -> String {
        let needs = self.needs().into_iter().map(|it| self.missing_words(it));
        needs.collect::<Vec<_>>().join(", ")
    }

    fn missing_words(&self, need: Need) -> String {
        let n = need.missing();
        let nights = self.exposure == Exposure::ShortNight;
        match need.what {
            Needed::Mornings => fl!("finding-need-mornings", n = n),
            Needed::With if nights => fl!("finding-need-short", n = n),
            Needed::Without if nights => fl!("finding-need-long", n = n),
            Needed::With => fl!("finding-need-with", n = n),
            Needed::Without => fl!("finding-need-without", n = n),
        }
    }
}
