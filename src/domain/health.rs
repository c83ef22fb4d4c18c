//! What the runner said about their health, so that the checklist leaves out what could hurt them.
//!
//! Cold, heat, pressure and rolling are harmless for most and dangerous for a few. The answers are private:
//! they stand in the journal file with the settings and no export carries them. Who was never asked, or
//! did not want to answer, is treated as if any of it could be true.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

use super::words;

/// Something that makes a step of the checklist unwise, in the order it is asked.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Concern {
    /// Heart disease, an arrhythmia, or high blood pressure that is not under control.
    Heart,
    /// Raynaud, cold urticaria, cold agglutinins.
    Raynaud,
    /// Nerves that feel less; diabetes with foot problems.
    Neuropathy,
    /// Narrowed arteries of the legs.
    Artery,
    /// A blood clot now or before, or a leg that is swollen now.
    Clot,
    /// Pregnancy.
    Pregnancy,
    /// Kidney or liver disease.
    KidneyLiver,
    /// Medicines that thin the blood.
    BloodThinners,
    /// A limit on how much to drink.
    FluidLimit,
    /// Open wounds, or a bone that is broken.
    Wounds,
    /// Epilepsy.
    Epilepsy,
    /// An allergy to fish or to something else in foods and supplements.
    Allergy,
    /// Not yet 18.
    Under18,
    /// Tested for doping.
    DrugTested,
}

impl Concern {
    /// Its word in the journal.
    pub fn word(self) -> &'static str {
        self.into()
    }

    /// Its line among the questions.
    pub fn words(self) -> String {
        words::named("concern", self.word())
    }
}

/// The answers to the health questions. Never asked and skipped are the same: not answered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Health {
    /// Whether the questions were answered. If not, what they ask about is not suggested at all.
    pub answered: bool,
    /// What was ticked.
    pub concerns: BTreeSet<Concern>,
}

impl Health {
    /// Answers with these ticks; none of them says that nothing applies.
    pub fn answers(concerns: impl IntoIterator<Item = Concern>) -> Self {
        Self {
            answered: true,
            concerns: concerns.into_iter().collect(),
        }
    }

    /// Whether `concern` was ticked.
    pub fn has(&self, concern: Concern) -> bool {
        self.concerns.contains(&concern)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn never_asked_is_not_the_same_as_nothing_applies() {
        assert_ne!(Health::default(), Health::answers([]));
        assert!(!Health::default().answered);
    }

    #[test]
    fn answers_survive_their_text() {
        let health = Health::answers([Concern::Under18, Concern::KidneyLiver]);
        let text = serde_json::to_string(&health).unwrap();
        assert_eq!(text, r#"{"answered":true,"concerns":["kidney_liver","under18"]}"#);
        assert_eq!(serde_json::from_str::<Health>(&text).unwrap(), health);
    }

    #[test]
    fn every_concern_has_a_word_and_a_question() {
        for &concern in Concern::VARIANTS {
            assert_eq!(concern.word().parse(), Ok(concern));
            assert_ne!(concern.words(), concern.word());
        }
    }
}
