//! Drinking and eating after a run, in amounts, as far as anything is known (SCIENCE 4.1, item 2).
//!
//! Fluid: what was sweated out is told by the scales alone, so an amount is named only where the mass before
//! and after is; else thirst decides. Food: carbohydrate by the class of the run and the body's mass, protein
//! a third of it. No mass, no grams: then the sentence stays with "three parts to one".

use std::sync::LazyLock;

use serde::Deserialize;

use super::class::RunClass;
use super::facts::Facts;

/// Litres to drink for each kilogram that was lost, from and to.
const LITRES_A_KG: (f64, f64) = (1.25, 1.5);
/// No faster than this, litres an hour.
const LITRES_AN_HOUR: f64 = 0.8;
/// Carbohydrate for each kilogram of the body, grams, from and to.
const WORKOUT_G: (f64, f64) = (0.6, 0.8);
const FAR_G: (f64, f64) = (1.0, 1.2);
/// Grams of carbohydrate for each of protein: the aim, and what is near enough.
const RATIO: f64 = 3.0;
const RATIO_FITS: std::ops::RangeInclusive<f64> = 2.5..=4.0;
/// How many snacks are proposed.
const PROPOSED: usize = 2;

/// What to drink.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Fluid {
    /// To thirst: nothing was lost, or nobody weighed.
    Thirst,
    /// So many litres, over so many hours at least, with salt and food.
    Litres {
        /// From.
        low: f64,
        /// To.
        high: f64,
        /// Hours.
        hours: f64,
    },
}

/// What to drink after a body of `before_kg` came back with `after_kg`.
pub fn fluid(before_kg: Option<f64>, after_kg: Option<f64>) -> Fluid {
    let lost = before_kg.zip(after_kg).map(|(before, after)| before - after);
    match lost.filter(|it| *it > 0.0) {
        None => Fluid::Thirst,
        Some(kg) => {
            let (low, high) = (kg * LITRES_A_KG.0, kg * LITRES_A_KG.1);
            Fluid::Litres {
                low,
                high,
                hours: (high / LITRES_AN_HOUR).ceil(),
            }
        }
    }
}

/// What to eat.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Food {
    /// The next meal will do.
    Meal,
    /// A snack within the hour; the mass of the body is not known, so there are no grams.
    Snack,
    /// So many grams within the hour.
    Grams(Grams),
}

/// Grams of carbohydrate and protein, from and to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Grams {
    /// Carbohydrate.
    pub carbs: (f64, f64),
    /// Protein.
    pub protein: (f64, f64),
}

/// What to eat after the run of `facts`.
pub fn food(facts: &Facts) -> Food {
    let a_kg = match facts.class {
        RunClass::Long | RunClass::Race => FAR_G,
        RunClass::Workout => WORKOUT_G,
        RunClass::Easy | RunClass::Steady if facts.again_soon => WORKOUT_G,
        RunClass::Easy | RunClass::Steady => return Food::Meal,
    };
    match facts.mass_kg() {
        None => Food::Snack,
        Some(kg) => {
            let (low, high) = (a_kg.0 * kg, a_kg.1 * kg);
            Food::Grams(Grams {
                carbs: (low, high),
                protein: (low / RATIO, high / RATIO),
            })
        }
    }
}

/// Grams of carbohydrate for each gram of protein; `None` without protein.
pub fn ratio(carbs_g: f64, protein_g: f64) -> Option<f64> {
    (protein_g > 0.0).then(|| carbs_g / protein_g)
}

/// Whether a ratio is near enough to three to one.
pub fn ratio_fits(ratio: f64) -> bool {
    RATIO_FITS.contains(&ratio)
}

/// A snack of the catalogue.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Snack {
    /// Its name: the words are `snack-<id>`.
    pub id: String,
    /// Carbohydrate in one portion.
    pub carbs_g: f64,
    /// Protein in one portion.
    pub protein_g: f64,
    /// What is in it that some must not eat.
    #[serde(default)]
    pub allergens: Vec<String>,
}

/// So many portions of a snack.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Portion {
    /// Which.
    pub snack: &'static Snack,
    /// How many, in halves.
    pub portions: f64,
}

impl Portion {
    /// Carbohydrate in all of it.
    pub fn carbs_g(&self) -> f64 {
        (self.snack.carbs_g * self.portions).round()
    }

    /// Protein in all of it.
    pub fn protein_g(&self) -> f64 {
        (self.snack.protein_g * self.portions).round()
    }
}

#[derive(Deserialize)]
struct Catalogue {
    snacks: Vec<Snack>,
}

static SNACKS: LazyLock<Vec<Snack>> = LazyLock::new(|| {
    let catalogue: Catalogue = toml::from_str(include_str!("../../../assets/protocol/snacks.toml"))
        .expect("the shipped catalogue is read by a test");
    catalogue.snacks
});

/// The catalogue of snacks.
pub fn snacks() -> &'static [Snack] {
    &SNACKS
}

/// Two snacks that hold about `grams` (one portion each where there are no grams); `turn` brings others, so
/// that not every run proposes the same.
pub fn proposed(grams: Option<Grams>, turn: usize) -> Vec<Portion> {
    let all = snacks();
    let from = turn * PROPOSED % all.len();
    let in_turn = all.iter().cycle().skip(from).take(PROPOSED);
    let portions = |snack: &Snack| match grams {
        None => 1.0,
        Some(it) => {
            let middle = f64::midpoint(it.carbs.0, it.carbs.1);
            ((middle / snack.carbs_g * 2.0).round() / 2.0).max(0.5)
        }
    };
    in_turn
        .map(|snack| Portion {
            snack,
            portions: portions(snack),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r2_lost_names_an_amount_only_where_the_scales_tell() {
        for (before, after) in [
            (None, None),
            (Some(70.0), None),
            (Some(70.0), Some(70.0)),
            (Some(70.0), Some(70.5)),
        ] {
            assert_eq!(fluid(before, after), Fluid::Thirst, "{before:?} {after:?}");
        }
        let Fluid::Litres { low, high, hours } = fluid(Some(70.0), Some(68.0)) else {
            panic!("two kilograms were lost");
        };
        assert_eq!((low, high, hours), (2.5, 3.0, 4.0));
        assert!(high / hours <= LITRES_AN_HOUR, "never faster than the body takes it up");
    }

    #[test]
    fn r2_grams_every_snack_is_about_three_to_one() {
        for it in snacks() {
            let ratio = ratio(it.carbs_g, it.protein_g).unwrap();
            assert!(ratio_fits(ratio), "{}: {ratio}", it.id);
            let args = vec![("portions".to_owned(), "1".to_owned())];
            assert!(
                crate::text::message(&format!("snack-{}", it.id), &args).is_some(),
                "{}",
                it.id
            );
        }
    }

    #[test]
    fn r2_grams_two_snacks_hold_about_what_is_needed() {
        let grams = Grams {
            carbs: (70.0, 84.0),
            protein: (23.0, 28.0),
        };
        for turn in 0..10 {
            let two = proposed(Some(grams), turn);
            assert_eq!(two.len(), 2);
            assert_ne!(two[0].snack.id, two[1].snack.id);
            for it in two {
                assert!((it.carbs_g() - 77.0).abs() <= it.snack.carbs_g / 4.0 + 1.0, "{it:?}");
            }
        }
    }

    #[test]
    fn a_ratio_without_protein_is_none() {
        assert_eq!(ratio(60.0, 0.0), None);
        assert!(ratio_fits(3.0) && ratio_fits(2.5) && ratio_fits(4.0) && !ratio_fits(4.5));
    }
}
