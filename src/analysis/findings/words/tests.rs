//! Every sentence that the templates can give, and what must and must not stand in them.

use super::*;
use crate::analysis::Eligibility;
use crate::analysis::findings::{Caveat, Comparison, Covariate, Missing, Outcome, Sides};
use crate::analysis::stats::effect::{Effect, Refusal, Spread};
use crate::domain::Slug;

const FORBIDDEN: [&str; 9] = [
    "causes",
    "because of",
    "works",
    "improves",
    "reduces",
    "effect",
    "impact",
    "proven",
    "significant",
];

fn effect(estimate: f64, half: f64, p: f64) -> Effect {
    let spread = Spread {
        se: half / 2.0,
        df: 60.0,
    };
    Effect {
        estimate,
        lower: estimate - half,
        upper: estimate + half,
        p,
        hc3: spread,
        ewc: spread,
        inflation: 1.5,
        standardised: 0.4,
    }
}

fn rolling() -> Exposure {
    Exposure::Habit(Slug::of("foam_rolling"))
}

fn names() -> Names {
    let other = Exposure::Supplement(Slug::of("bcaa"));
    Names([(rolling(), "Foam rolling".to_owned()), (other, "BCAA".to_owned())].into())
}

fn estimated(estimate: f64, half: f64, p: f64, p_bh: f64) -> Finding {
    Finding {
        eligibility: Eligibility::RunDays,
        p_bh: Some(p_bh),
        n: 104,
        k: 11,
        sides: Some(Sides { with: 41, without: 63 }),
        adjusted_for: vec![Covariate::Load(0), Covariate::Soreness(0), Covariate::Sleep(0)],
        ..Finding::bare(
            rolling(),
            Outcome::NextMorning,
            Status::Estimated(effect(estimate, half, p)),
            Comparison::default(),
        )
    }
}

fn refused(refusal: Refusal) -> Finding {
    Finding {
        eligibility: Eligibility::RunDays,
        n: 60,
        sides: Some(Sides { with: 58, without: 2 }),
        ..Finding::bare(
            rolling(),
            Outcome::NextMorning,
            Status::Refused(refusal),
            Comparison::default(),
        )
    }
}

fn told_on(scale: Scale, finding: &Finding) -> Told {
    let findings = Findings {
        scale: Some(scale),
        all: vec![finding.clone(); 12],
    };
    findings.tell(finding, &names())
}

fn told(finding: &Finding) -> Told {
    told_on(Scale::Nrs010, finding)
}

/// Each finding with each outcome, kind of exposure, scale and caveats, in words.
fn everything() -> Vec<Told> {
    let mut findings = vec![Finding {
        eligibility: Eligibility::Period,
        ..Finding::bare(
            rolling(),
            Outcome::NextMorning,
            Status::PeriodOnly,
            Comparison::default(),
        )
    }];
    for estimate in [-1.2, -0.04, 0.3, 2.0] {
        for half in [0.03, 0.7, 2.5] {
            for (p, p_bh) in [(0.001, 0.01), (0.02, 0.2), (0.3, 0.6)] {
                findings.push(estimated(estimate, half, p, p_bh));
            }
        }
    }
    findings.extend(refusals().into_iter().map(refused));
    findings.extend(companions().into_iter().map(|with| Finding {
        together_with: Some(with),
        ..refused(Refusal::Collinear { with: Some(0) })
    }));
    let mut all = Vec::new();
    for finding in findings.iter().flat_map(settings) {
        for scale in [Scale::Nrs010, Scale::Pmsys15, Scale::Hooper17] {
            all.push(told_on(scale, &finding));
        }
    }
    all
}

fn refusals() -> Vec<Refusal> {
    let small = |with, without| Refusal::ArmSmall { with, without };
    vec![
        Refusal::TooFew { more: 1 },
        Refusal::TooFew { more: 12 },
        small(3, 0),
        small(0, 4),
        small(9, 10),
        Refusal::NoContrast,
        Refusal::SameExposure,
        Refusal::SameOutcome,
        Refusal::FewSwitches { switches: 2 },
        Refusal::Collinear { with: None },
    ]
}

fn companions() -> Vec<Covariate> {
    vec![
        Covariate::Constant,
        Covariate::Load(0),
        Covariate::Load(2),
        Covariate::Soreness(0),
        Covariate::Soreness(1),
        Covariate::Sleep(0),
        Covariate::DayBefore,
        Covariate::Other(Exposure::Supplement(Slug::of("bcaa"))),
        Covariate::Others(0),
        Covariate::WeekdaySin,
        Covariate::WeekdayCos,
        Covariate::Trend,
    ]
}

/// The same finding about other things, among other days, with and without caveats.
fn settings(finding: &Finding) -> Vec<Finding> {
    let mut all = Vec::new();
    for (exposure, outcome) in [
        (rolling(), Outcome::NextMorning),
        (rolling(), Outcome::NextTwoMornings),
        (Exposure::SleepHours, Outcome::SameMorning),
        (Exposure::ShortNight, Outcome::SameMorning),
    ] {
        for (eligibility, load, before) in [(Eligibility::RunDays, 90.0, 2.0), (Eligibility::AllDays, -90.0, -0.2)] {
            let one = Finding {
                exposure: exposure.clone(),
                outcome,
                eligibility,
                ..finding.clone()
            };
            let raw = Comparison {
                difference: Some(load / 100.0),
                ..Comparison::default()
            };
            all.push(Finding {
                raw,
                load_apart: Some(load),
                adjusted_for: Vec::new(),
                caveats: vec![
                    Caveat::Stale,
                    Caveat::WithoutSleep,
                    Caveat::Placebo,
                    Caveat::MissingPattern,
                ],
                placebo: Some(effect(before, 0.1, 0.01)),
                missing: Some(Missing {
                    with: 0.3,
                    without: 0.3 - before / 10.0,
                }),
                ..one.clone()
            });
            all.push(one);
        }
    }
    all
}

#[test]
fn no_sentence_has_a_word_that_claims_more_than_a_pattern() {
    for told in everything() {
        for sentence in [&told.sentence].into_iter().chain(&told.notes) {
            let lower = sentence.to_lowercase();
            let words: Vec<_> = FORBIDDEN.iter().filter(|it| lower.contains(**it)).collect();
            assert!(words.is_empty(), "{words:?} in {sentence}");
        }
    }
    assert!(!FORBIDDEN.iter().any(|it| reminder().contains(it)));
}

#[test]
fn every_sentence_is_whole() {
    for told in everything() {
        for sentence in [&told.sentence].into_iter().chain(&told.notes) {
            let ends = sentence.ends_with('.') && !sentence.ends_with("..");
            let odd = ["  ", "{", "}", "$", "NaN", "-", " .", " ,", "\n", "inf"];
            // Names may have a hyphen; numbers never have a minus.
            let clean = sentence.replace("cool-down", "").replace("Cool-down", "");
            assert!(ends && !odd.iter().any(|it| clean.contains(it)), "{sentence}");
        }
    }
}

#[test]
fn numbers_have_one_decimal_and_the_interval_stands_with_every_difference() {
    for told in everything() {
        let decimals = told.sentence.split(|c: char| !(c.is_ascii_digit() || c == '.'));
        for number in decimals.filter(|it| it.trim_matches('.').contains('.')) {
            assert_eq!(
                number.trim_matches('.').split('.').nth(1).map(str::len),
                Some(1),
                "{}",
                told.sentence
            );
        }
        let has_interval = told.sentence.contains("95 % interval") || told.sentence.contains("the data fit anything");
        let has_estimate = matches!(told.level, Level::Clear | Level::Possible | Level::Unclear);
        assert_eq!(has_interval, has_estimate, "{}", told.sentence);
    }
}

#[test]
fn a_clear_finding_says_what_it_is_compared_with_and_what_is_allowed_for() {
    let told = told(&estimated(-1.2, 0.7, 0.001, 0.01));
    assert_eq!(told.level, Level::Clear);
    assert_eq!(
        told.sentence,
        "In your journal, run days with foam rolling were followed by soreness 1.2 points lower than comparable run \
         days without it (95 % interval 0.5–1.9 lower; 41 vs 63 days), after allowing for how hard you ran, how sore \
         you already were, and sleep."
    );
}

#[test]
fn a_possible_finding_says_how_much_was_asked() {
    let told = told(&estimated(0.8, 0.6, 0.02, 0.2));
    assert_eq!(told.level, Level::Possible);
    assert!(told.sentence.contains("0.8 points higher"), "{}", told.sentence);
    let chance = " This may be chance: you are looking at 12 comparisons at once.";
    assert!(told.sentence.ends_with(chance), "{}", told.sentence);
}

#[test]
fn an_unclear_finding_says_what_the_data_fit_and_what_is_unlikely() {
    let narrow = told(&estimated(-0.15, 0.75, 0.6, 0.9));
    assert_eq!(
        narrow.sentence,
        "No clear difference the next morning with foam rolling: the data fit anything from 0.9 lower to 0.6 higher \
         (41 vs 63 days). A difference of a full point or more is unlikely."
    );
    let wide = told(&estimated(0.5, 1.5, 0.6, 0.9));
    assert!(
        wide.sentence
            .ends_with("Only a difference of 2.1 points or more could have been noticed.")
    );
}

#[test]
fn another_scale_is_named_with_its_points() {
    let told = told_on(Scale::Pmsys15, &estimated(-0.6, 0.4, 0.001, 0.01));
    assert!(
        told.sentence.contains("0.6 points of your 1 to 5 scale lower"),
        "{}",
        told.sentence
    );
}

#[test]
fn a_placebo_as_large_as_the_finding_takes_one_level_away() {
    let before = |p_bh, placebo| Finding {
        caveats: vec![Caveat::Placebo],
        placebo: Some(effect(placebo, 0.2, 0.01)),
        ..estimated(-0.8, 0.7, 0.02, p_bh)
    };
    let level = |finding: Finding| told(&finding).level;
    assert_eq!(level(before(0.01, -0.5)), Level::Clear);
    assert_eq!(level(before(0.01, -0.9)), Level::Possible);
    assert_eq!(level(before(0.2, -0.5)), Level::Possible);
    assert_eq!(level(before(0.2, 0.8)), Level::Unclear);
    let told = told(&before(0.01, -0.9));
    assert!(told.notes[0].starts_with("On days you did this you had woken up 0.9 points fresher"));
    assert!(!told.sentence.contains("chance"), "{}", told.sentence);
}

#[test]
fn raw_averages_are_explained_where_they_say_something_else() {
    let with_raw = |difference, load| Finding {
        raw: Comparison {
            difference: Some(difference),
            ..Comparison::default()
        },
        load_apart: Some(load),
        ..estimated(-0.75, 0.5, 0.01, 0.02)
    };
    let notes = |difference, load| told(&with_raw(difference, load)).notes;
    assert_eq!(
        notes(0.0, 90.0),
        ["Raw averages look worse, because you do this after harder runs."]
    );
    assert_eq!(
        notes(-1.4, -90.0),
        ["Raw averages look better, because you do this after easier runs."]
    );
    assert_eq!(
        notes(0.4, -90.0),
        ["Raw averages look worse; they leave out what else was different on those days."]
    );
    assert!(notes(-0.5, 90.0).is_empty());
}

#[test]
fn short_nights_are_told_with_the_slope_by_the_hour() {
    let about = |exposure, estimate: f64, half| Finding {
        exposure,
        outcome: Outcome::SameMorning,
        ..estimated(estimate, half, 0.01, 0.02)
    };
    let short = about(Exposure::ShortNight, 0.8, 0.6);
    let findings = Findings {
        scale: Some(Scale::Nrs010),
        all: vec![about(Exposure::SleepHours, -0.35, 0.23), short.clone()],
    };
    assert_eq!(
        findings.tell(&short, &names()).sentence,
        "In your journal, mornings after less than 7 h of sleep were 0.8 points sorer (95 % interval 0.2–1.4 higher; \
         41 vs 63 nights). Each hour more of sleep went with 0.3 points less (0.1–0.6 lower)."
    );
}

#[test]
fn a_refusal_says_what_is_missing() {
    let said = |refusal| told(&refused(refusal)).sentence;
    assert_eq!(
        said(Refusal::TooFew { more: 1 }),
        "Too little is known yet to say anything about foam rolling: about 1 more logged morning is needed."
    );
    assert_eq!(
        said(Refusal::NoContrast),
        "You do this almost always: foam rolling on 58 of 60 run days. There is too little to compare it with."
    );
    assert_eq!(
        said(Refusal::ArmSmall { with: 0, without: 8 }),
        "To compare days with and without foam rolling, log about 8 more days without it."
    );
    let together = Finding {
        together_with: Some(Covariate::Other(Exposure::Supplement(Slug::of("bcaa")))),
        ..refused(Refusal::Collinear { with: Some(6) })
    };
    assert_eq!(
        told(&together).sentence,
        "Foam rolling goes so closely with BCAA that the two cannot be told apart."
    );
}

#[test]
fn one_is_not_said_as_many() {
    let said = |refusal| told(&refused(refusal)).sentence;
    let one_more = said(Refusal::ArmSmall { with: 1, without: 0 });
    assert_eq!(
        one_more,
        "To compare days with and without foam rolling, log it on about 1 more day."
    );
    assert!(said(Refusal::FewSwitches { switches: 1 }).contains("began or ended only once."));
}
