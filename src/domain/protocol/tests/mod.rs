//! The shipped protocol, its words, walks through it, and each rule by its name.
//!
//! Each rule of `assets/protocol/rules.toml` is tested by the tests whose names begin with its own:
//! `R4.recency` by `r4_recency_…`. A test here holds the rules, their sentences and these tests together: a
//! rule without a sentence or without a test fails it, and so does a sentence of a rule that is gone.

mod acts;
mod fixture;
mod properties;
mod rules_0;
mod rules_1_to_4;
mod rules_5_to_8;
mod rules_9_to_12;
mod windows;

use std::collections::BTreeSet;

use strum::VariantArray as _;

use super::*;
use crate::domain::habit::BUILTIN_HABITS;
use crate::domain::{Answer, Outcome, Slug, When};
use crate::text;

/// What may only be said of the results of an experiment.
const FORBIDDEN: [&str; 10] = [
    "cause",
    "because of",
    "works",
    "improve",
    "reduces",
    "reduced",
    "effect",
    "impact",
    "proven",
    "significant",
];

/// Where tests of rules stand.
const TESTED: [&str; 9] = [
    include_str!("acts.rs"),
    include_str!("rules_0.rs"),
    include_str!("rules_1_to_4.rs"),
    include_str!("rules_5_to_8.rs"),
    include_str!("rules_9_to_12.rs"),
    include_str!("windows.rs"),
    include_str!("../class.rs"),
    include_str!("../refuel.rs"),
    include_str!("../../tonight.rs"),
];

#[test]
fn every_rule_has_a_sentence_and_a_test() {
    let mut ids = BTreeSet::new();
    for rule in rules::rules() {
        assert!(ids.insert(rule.id.as_str()), "{} is there twice", rule.id);
        let sentence = format!("rule-{}", rule.id.replace('.', "-"));
        assert!(text::message(&sentence, &[]).is_some(), "{sentence} is missing");
        let name = format!("fn {}_", rule.id.to_lowercase().replace('.', "_"));
        assert!(TESTED.iter().any(|it| it.contains(&name)), "{name}… is missing");
        for step in &rule.steps {
            assert!(
                after_run().step(step).is_some(),
                "{}: no step is called {step}",
                rule.id
            );
        }
    }
    let texts = include_str!("../../../../assets/locales/en/afterrun.ftl");
    let told = texts
        .lines()
        .filter_map(|it| it.strip_prefix("rule-")?.split(" =").next());
    for sentence in told {
        let known = ids.iter().any(|id| id.replace('.', "-") == sentence);
        assert!(known, "rule-{sentence} belongs to no rule");
    }
}

#[test]
fn the_shipped_protocol_is_the_twelve_tips_in_thirteen_steps() {
    let protocol = after_run();
    let tips: Vec<u8> = protocol.steps.iter().map(|step| step.tip).collect();
    assert_eq!(tips.len(), 13);
    let all: Vec<u8> = (1..=12).collect();
    assert_eq!(tips.iter().collect::<BTreeSet<_>>(), all.iter().collect());
    assert!(
        protocol.steps.is_sorted_by_key(|step| step.phase),
        "phases follow each other"
    );
    let habits = protocol.steps.iter().filter_map(|step| step.habit());
    let habits: BTreeSet<_> = habits.map(Slug::as_str).collect();
    assert_eq!(habits, BUILTIN_HABITS.iter().map(|(id, ..)| *id).collect());
}

#[test]
fn every_step_is_in_order_with_itself() {
    for step in &after_run().steps {
        let window = step.window;
        assert!(
            window.opens <= window.best && window.best <= window.closes,
            "{}",
            step.id
        );
        if let Some(timer) = step.timer {
            assert!(
                timer.counts <= timer.min && timer.min <= timer.suggested && timer.suggested <= timer.max,
                "{}",
                step.id
            );
            assert!(
                step.fields.iter().any(|it| it.kind == FieldKind::Minutes),
                "{}",
                step.id
            );
        }
        let parts: f64 = step.parts.iter().map(|it| bout::part_s(*it)).sum();
        let suggested = step.timer.map_or(0.0, |it| it.suggested * 60.0);
        assert!(parts == 0.0 || parts == suggested, "{}", step.id);
    }
}

#[test]
fn every_step_says_what_why_how_and_when_not_in_calm_words() {
    let mut texts = Vec::new();
    let mut take = |id: String| {
        let text = text::message(&id, &[]);
        texts.push(text.unwrap_or_else(|| panic!("{id} is missing")));
    };
    for step in &after_run().steps {
        for ending in ["", "-why", "-dose", "-how", "-caution", "-evidence"] {
            take(format!("step-{}{ending}", step.id));
        }
        for field in &step.fields {
            take(format!("dose-{}", field.id));
            if let FieldKind::Choice(words) | FieldKind::Several(words) = &field.kind {
                for word in words {
                    take(format!("dose-{}-{word}", field.id));
                }
            }
            if let FieldKind::Number { unit, .. } = &field.kind {
                take(format!("unit-{unit}"));
            }
        }
        for stage in &step.stages {
            take(format!("stage-{stage}"));
        }
    }
    for word in Phase::VARIANTS.iter().map(<&str>::from) {
        take(format!("phase-{word}"));
    }
    for word in Evidence::VARIANTS.iter().map(<&str>::from) {
        take(format!("evidence-{word}"));
    }
    for word in RunClass::VARIANTS.iter().map(<&str>::from) {
        take(format!("run-class-{word}"));
    }
    texts.extend(rules::rules().iter().map(|it| it.sentence(&[])));
    for text in texts {
        let lower = text.to_lowercase();
        assert!(FORBIDDEN.iter().all(|word| !lower.contains(word)), "{text}");
    }
    let soak = after_run().step("epsom_soak").unwrap().why();
    assert!(soak.contains("warm water, not magnesium"));
}
