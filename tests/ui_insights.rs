//! The place "Insights", by label, pointer and keys.

#![expect(clippy::unwrap_used, reason = "a test may fail by panicking")]

mod places;
mod ui_insights {
    pub mod stage;
}

use afterrun::analysis::findings::Outcome;
use afterrun::analysis::findings::words::{Level, reminder};
use afterrun::app::Look;
use afterrun::app::command::{ChartFile, Command, Place};
use afterrun::app::look::Section;
use afterrun::charts::ChartName;
use afterrun::domain::{Journal, Settings};
use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use ui_insights::stage::{all_text, insights, lowest, mindful, press, sample, screen, sentences, shows, wishes};

/// What no finding may claim.
const FORBIDDEN: [&str; 10] = [
    "causes",
    "caused",
    "because of",
    "works",
    "improves",
    "reduces",
    "effect",
    "impact",
    "proven",
    "significant",
];

#[test]
fn what_stands_out_of_how_many_is_said_first_and_that_it_is_a_pattern() {
    let harness = screen(sample());
    harness.get_by_label("Foam rolling and nights under 7 h stand out");
    let all = insights(&harness).findings.ranked_by(Outcome::NextMorning).len();
    assert!(shows(&harness, &format!("Looked at {all}: 3 clear, ")));
    harness.get_by_label(&reminder());
}

#[test]
fn all_findings_are_copied_as_a_table() {
    let mut harness = screen(sample());
    press(&mut harness, "Copy as a table");
    let wishes = wishes(&mut harness);
    assert!(
        matches!(&wishes[..], [Command::CopyRows(it)] if it.name == ChartName::Findings),
        "{wishes:?}"
    );
}

#[test]
fn every_finding_has_its_sentence_in_the_order_of_telling() {
    let harness = screen(sample());
    let tops: Vec<f32> = sentences(&insights(&harness), Outcome::NextMorning)
        .iter()
        .map(|it| lowest(&harness, it))
        .collect();
    assert!(tops.len() > 10 && tops[0].is_finite());
    assert!(tops.is_sorted(), "{tops:?}");
}

#[test]
fn the_next_two_mornings_are_looked_at_apart() {
    let mut harness = screen(sample());
    harness.get_by_label("What went with more or less soreness the next morning?");
    press(&mut harness, "Next two mornings");
    harness.get_by_label("What went with more or less soreness on the next two mornings?");
    let insights = insights(&harness);
    for sentence in sentences(&insights, Outcome::NextTwoMornings) {
        assert!(lowest(&harness, &sentence).is_finite(), "{sentence}");
    }
    let hours = sentences(&insights, Outcome::NextMorning);
    let hours = hours.iter().find(|it| it.contains("each hour more of sleep")).unwrap();
    assert!(!shows(&harness, hours));
}

#[test]
fn what_makes_a_finding_less_sure_stands_under_its_sentence() {
    let harness = screen(sample());
    let insights = insights(&harness);
    let ranked = insights.findings.ranked_by(Outcome::NextMorning);
    let notes: Vec<String> = ranked
        .iter()
        .flat_map(|it| insights.findings.tell(it, &insights.names).notes)
        .collect();
    assert!(!notes.is_empty());
    for note in notes {
        assert!(lowest(&harness, &note).is_finite(), "{note}");
    }
}

#[test]
fn a_habit_that_is_always_done_says_on_how_many_days_and_what_would_tell_more() {
    let harness = screen(mindful(300, |n| Some(n % 25 != 0)));
    assert!(
        shows(&harness, "You do this almost always: mindfulness on"),
        "{:?}",
        all_text(&harness)
    );
    harness.get_by_label("More days without it; more days with it would not.");
}

#[test]
fn a_side_with_too_few_days_shows_how_many_there_are_of_those_needed() {
    let harness = screen(mindful(90, |n| Some(n % 20 == 0)));
    let insights = insights(&harness);
    let ranked = insights.findings.ranked_by(Outcome::NextMorning);
    let need = ranked.iter().find_map(|it| it.needs().first().copied()).unwrap();
    harness.get_by_label("Days with it");
    let bar = format!("{} of {}", need.have, need.need);
    let bars = harness.query_all_by_role(Role::ProgressIndicator);
    let bars: Vec<_> = bars.filter_map(|it| it.accesskit_node().label()).collect();
    assert!(bars.contains(&bar), "{bar} in {bars:?}");
}

#[test]
fn what_was_never_recorded_is_only_named() {
    let harness = screen(mindful(240, |n| Some(n % 3 == 0)));
    harness.get_by_label("Never recorded");
    assert!(shows(&harness, "Active recovery, Compression, "));
    assert!(!shows(&harness, "anything about Compression"));
    assert!(!shows(&harness, "Numbers and method of Compression"));
}

#[test]
fn with_few_days_there_is_no_picture_but_what_is_needed() {
    let harness = screen(mindful(20, |n| Some(n % 2 == 0)));
    harness.get_by_label("Nothing can be compared yet");
    assert!(shows(&harness, "Closest to an answer: Mindfulness, about"));
    assert!(harness.query_all_by_role(Role::ProgressIndicator).count() > 0);
    assert!(harness.query_by_role(Role::Figure).is_none());
    assert!(!shows(&harness, &reminder()));
}

#[test]
fn an_empty_journal_says_what_to_record_first() {
    let mut harness = screen(Journal::of([], Settings::for_zone("UTC")));
    harness.get_by_label("Nothing to compare yet");
    press(&mut harness, "Morning check");
    assert_eq!(wishes(&mut harness), [Command::MorningCheck]);
}

#[test]
fn numbers_and_method_unfold_by_keys_and_have_what_the_sentence_leaves_out() {
    let mut harness = screen(sample());
    let fold = "Numbers and method of Foam rolling";
    assert!(!shows(&harness, "Benjamini"));
    harness.get_by_label(fold).focus();
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    for part in [
        "soreness = a + d × done",
        "load that day",
        "load 2 days before",
        "the day of the week",
        "Standard error, HC3",
        "Standard error, EWC",
        "Benjamini and Hochberg",
        "the same comparison for the soreness before it was done",
        "with it (median ",
        "the interval draws whole weeks again",
        "of the mornings after days with it",
        "or more (1.4 × half the interval)",
    ] {
        assert!(shows(&harness, part), "{part}");
    }
    harness.key_press(Key::Space);
    harness.run();
    assert!(!shows(&harness, "Benjamini"));
}

#[test]
fn a_habit_of_different_lengths_says_how_soreness_goes_with_them() {
    let mut harness = screen(sample());
    assert!(!shows(&harness, "5 min more of cool-down"));
    press(&mut harness, "Numbers and method of Cool-down");
    assert!(shows(&harness, "By its length"));
    assert!(shows(
        &harness,
        "for each 5 min more of cool-down, the data fit anything from"
    ));
}

#[test]
fn the_days_behind_a_finding_are_listed_and_one_opens_in_the_journal() {
    let mut harness = screen(sample());
    let insights = insights(&harness);
    let rolling = &insights.findings.ranked_by(Outcome::NextMorning)[0];
    let last = *rolling.days.last().unwrap();
    press(
        &mut harness,
        &format!("Show the {} days behind Foam rolling", rolling.n),
    );
    let table = "Days behind “Foam rolling”";
    harness.get_by_role_and_label(Role::Table, table);
    let sides = rolling.sides.unwrap();
    let note = format!("{} with and {} without, the newest first.", sides.with, sides.without);
    assert!(shows(&harness, &note));
    let said = harness
        .get_by_role_and_label(Role::Table, table)
        .accesskit_node()
        .value();
    let said = said.unwrap();
    for part in [
        "Day ",
        "Foam rolling with",
        "Soreness that morning",
        "Load that day",
        "Soreness the next morning",
    ] {
        assert!(said.contains(part), "{part} in {said}");
    }
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(wishes(&mut harness), [Command::OpenDay(last)]);
    assert!(!shows(&harness, table));
}

#[test]
fn a_day_behind_a_finding_can_be_pressed() {
    let mut harness = screen(sample());
    let insights = insights(&harness);
    let nights = insights.findings.ranked_by(Outcome::NextMorning);
    let nights = nights.iter().find(|it| it.exposure.id() == "sleep_hours").unwrap();
    let third = nights.days[nights.days.len() - 3];
    press(
        &mut harness,
        &format!("Show the {} days behind Each hour of sleep", nights.n),
    );
    let rows = harness.query_all_by_role(Role::Row).collect::<Vec<_>>();
    assert!(rows[2].accesskit_node().label().unwrap().contains("Slept "));
    rows[2].click();
    harness.run();
    assert_eq!(wishes(&mut harness), [Command::OpenDay(third)]);
}

#[test]
fn one_level_alone_can_be_listed() {
    let mut harness = screen(sample());
    let insights = insights(&harness);
    let ranked = insights.findings.ranked_by(Outcome::NextMorning);
    let refused: Vec<_> = ranked.iter().filter(|it| Level::of(it) == Level::Refused).collect();
    let chip = format!("Not enough yet {}", refused.len());
    press(&mut harness, &chip);
    for finding in &ranked {
        let told = insights.findings.tell(finding, &insights.names);
        if told.level == Level::Clear {
            // It stands in the summary, too.
            continue;
        }
        let in_list = shows(&harness, &told.sentence);
        assert_eq!(in_list, told.level == Level::Refused, "{}", told.sentence);
    }
    press(&mut harness, &format!("All {}", ranked.len()));
    let last = insights.findings.tell(ranked.last().unwrap(), &insights.names);
    assert!(lowest(&harness, &last.sentence).is_finite());
}

#[test]
fn a_finding_that_is_opened_in_the_picture_unfolds_in_the_list() {
    let mut harness = screen(sample());
    harness.get_by_role(Role::Figure).focus();
    harness.run();
    for key in [Key::ArrowDown, Key::ArrowDown, Key::Enter] {
        harness.key_press(key);
        harness.run();
    }
    let name = "Numbers and method of Each hour of sleep";
    let fold = harness.get_by_label(name);
    assert!(fold.is_focused());
    assert!(fold.rect().top() < 1000.0);
    assert!(shows(&harness, "soreness = a + d × hours slept"));
}

#[test]
fn the_picture_can_be_copied_and_saved_like_any_chart() {
    let mut harness = screen(sample());
    let menu = "Picture and numbers of “What went with more or less soreness the next morning?”";
    press(&mut harness, menu);
    press(&mut harness, "Copy picture");
    press(&mut harness, menu);
    press(&mut harness, "Save as SVG");
    let wishes = wishes(&mut harness);
    assert!(matches!(&wishes[0], Command::CopyChart(it) if it.name == ChartName::Findings));
    assert!(matches!(
        &wishes[1],
        Command::PickChart {
            file: ChartFile::Svg,
            ..
        }
    ));
}

#[test]
fn what_is_taken_for_weeks_leads_to_its_periods() {
    let mut harness = screen(sample());
    press(&mut harness, "Periods in Trends: Omega-3");
    let look = Look {
        section: Section::Supplements,
        ..Look::default()
    };
    assert_eq!(
        wishes(&mut harness),
        [Command::SetLook(look), Command::Go(Place::Trends)]
    );
}

#[test]
fn no_word_anywhere_claims_more_than_a_pattern() {
    let journals = [
        sample(),
        mindful(300, |n| Some(n % 25 != 0)),
        mindful(200, |n| Some(n < 100)),
        mindful(90, |n| Some(n % 20 == 0)),
        mindful(20, |n| Some(n % 2 == 0)),
        Journal::of([], Settings::for_zone("UTC")),
    ];
    for journal in journals {
        let mut harness = screen(journal);
        for outcome in ["Next two mornings", "Next morning"] {
            // An empty journal has no outcomes.
            if shows(&harness, outcome) {
                press(&mut harness, outcome);
            }
            let folds = harness.query_all_by_label_contains("Numbers and method of");
            let names: Vec<String> = folds.filter_map(|it| it.accesskit_node().label()).collect();
            for name in names {
                harness.get_by_label(&name).click_accesskit();
                harness.run();
            }
            for text in all_text(&harness) {
                let lower = text.to_lowercase();
                let found: Vec<_> = FORBIDDEN.iter().filter(|it| lower.contains(**it)).collect();
                assert!(found.is_empty(), "{found:?} in {text}");
            }
        }
    }
}
