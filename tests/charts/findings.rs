//! The chart of the findings: what it says, in which order, and how it is walked.

use std::num::NonZero;

use afterrun::analysis::DailyTable;
use afterrun::analysis::findings::words::{Level, Names};
use afterrun::analysis::findings::{Findings, Outcome};
use afterrun::charts::picture::Picture;
use afterrun::charts::{Chart, ChartName, ChartResponse, Made, Options, Request, Shown, Source};
use afterrun::demo::{self, Plan};
use afterrun::domain::{Journal, Settings};
use afterrun::theme;
use egui::{Key, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use jiff::civil::{Date, date};

const TODAY: Date = date(2026, 11, 24);

struct Journalled {
    journal: Journal,
    table: DailyTable,
    findings: Findings,
}

impl Journalled {
    fn of(journal: Journal) -> Self {
        let table = DailyTable::of(&journal);
        let findings = Findings::of(&table, NonZero::<usize>::MIN);
        Self {
            journal,
            table,
            findings,
        }
    }

    fn demo() -> Self {
        Self::of(demo::journal(&Plan::until(TODAY)))
    }

    fn make(&self, name: ChartName, findings: Option<&Findings>) -> Made {
        let request = Request {
            name,
            days: TODAY..=TODAY,
            options: Options::default(),
        };
        request.make(&Source {
            journal: &self.journal,
            table: &self.table,
            findings,
            today: TODAY,
        })
    }

    fn chart(&self) -> Box<dyn Chart> {
        self.make(ChartName::Findings, Some(&self.findings)).unwrap()
    }
}

fn cells(rows: &[Vec<String>], column: usize) -> Vec<&str> {
    rows.iter().map(|it| it[column].as_str()).collect()
}

#[test]
fn rows_are_the_findings_of_one_outcome_in_the_order_of_telling_and_in_their_words() {
    let it = Journalled::demo();
    let names = Names::of(&it.journal);
    for (name, outcome) in [
        (ChartName::Findings, Outcome::NextMorning),
        (ChartName::FindingsTwoMornings, Outcome::NextTwoMornings),
    ] {
        let chart = it.make(name, Some(&it.findings)).unwrap();
        let rows = chart.rows();
        let ranked = it.findings.ranked_by(outcome);
        assert_eq!(rows.rows.len(), ranked.len());
        for (row, finding) in rows.rows.iter().zip(ranked) {
            assert_eq!(row[0], finding.exposure.id());
            assert_eq!(row.last(), Some(&it.findings.tell(finding, &names).sentence));
        }
    }
}

#[test]
fn what_cannot_be_told_yet_stands_last() {
    let rows = Journalled::demo().chart().rows().rows;
    let statuses = cells(&rows, 3);
    let first_refused = statuses.iter().position(|it| *it != "estimated").unwrap();
    assert!(first_refused > 5);
    assert!(!statuses[first_refused..].contains(&"estimated"));
}

#[test]
fn whoever_has_no_findings_gets_the_same_chart() {
    let it = Journalled::demo();
    let without = it.make(ChartName::Findings, None).unwrap();
    assert_eq!(without.rows(), it.chart().rows());
    assert_eq!(without.heading(), it.chart().heading());
}

#[test]
fn the_summary_has_the_sentence_of_what_is_clear_and_the_names_of_the_rest() {
    let it = Journalled::demo();
    let summary = it.chart().heading().summary.clone();
    let names = Names::of(&it.journal);
    for finding in it.findings.ranked_by(Outcome::NextMorning) {
        let told = it.findings.tell(finding, &names);
        let said = if told.level == Level::Clear {
            told.sentence
        } else {
            names.name(&finding.exposure)
        };
        assert!(summary.contains(&said), "{said} in {summary}");
    }
}

#[test]
fn a_journal_in_which_nothing_can_be_compared_says_what_a_comparison_needs() {
    for journal in [
        Journal::of([], Settings::for_zone("UTC")),
        demo::journal(&Plan {
            years: 1,
            ..Plan::until(TODAY)
        }),
    ] {
        let mut it = Journalled::of(journal);
        it.table.rows.truncate(30);
        let Err(missing) = it.make(ChartName::Findings, None) else {
            panic!("thirty days are too few");
        };
        assert!(missing.why.contains("40 mornings"), "{missing:?}");
        assert!(missing.need >= 40 && missing.have < missing.need, "{missing:?}");
    }
}

struct Walk {
    it: Journalled,
    chart: Box<dyn Chart>,
    done: Vec<ChartResponse>,
}

fn walk() -> Harness<'static, Walk> {
    let it = Journalled::demo();
    let chart = it.chart();
    let walk = Walk {
        it,
        chart,
        done: Vec::new(),
    };
    let mut harness = Harness::builder()
        .with_size(vec2(900.0, 800.0))
        .with_context_setup(theme::install)
        .build_ui_state(
            |ui, walk: &mut Walk| {
                let style = theme::chart_style(ui);
                let shown = Shown {
                    style: &style,
                    journal: &walk.it.journal,
                    table: &walk.it.table,
                    marked: None,
                };
                walk.done.push(walk.chart.ui(ui, &shown));
            },
            walk,
        );
    harness.run();
    harness
}

fn opened(harness: &mut Harness<'_, Walk>) -> Vec<usize> {
    harness.state_mut().done.drain(..).filter_map(|it| it.row).collect()
}

#[test]
fn arrows_walk_from_finding_to_finding_and_enter_opens_one() {
    let mut harness = walk();
    let summary = "comparisons of soreness, each with and without";
    harness.get_by_label_contains(summary).focus();
    harness.run();
    for key in [Key::ArrowDown, Key::ArrowDown, Key::ArrowUp] {
        harness.key_press(key);
        harness.run();
    }
    let second = harness.state().chart.rows().rows[1][1].clone();
    let said = harness.get_by_label_contains(summary).accesskit_node().value();
    assert!(said.is_some_and(|it| it.starts_with(&second)), "{second}");
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(opened(&mut harness), [1]);
    harness.key_press(Key::End);
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(opened(&mut harness), [harness.state().chart.rows().rows.len() - 1]);
}

#[test]
fn a_click_opens_the_finding_under_the_pointer() {
    let mut harness = walk();
    let chart = harness.get_by_label_contains("comparisons of soreness, each").rect();
    let first = egui::pos2(chart.left() + 20.0, chart.top() + 36.0);
    harness.hover_at(first);
    harness.run();
    let name = harness.state().chart.rows().rows[0][1].clone();
    harness.get_by_label_contains(&format!("{name}: Clear"));
    harness.drag_at(first);
    harness.drop_at(first);
    harness.run();
    assert_eq!(opened(&mut harness), [0]);
}

#[test]
fn its_picture_says_no_forbidden_word() {
    let svg = Picture::of(Journalled::demo().chart().as_ref(), &theme::picture_look(false));
    let svg = svg.svg().to_lowercase();
    for word in [
        "cause ",
        "causes",
        "because of",
        "works",
        "improves",
        "reduces",
        "effect",
        "impact",
        "proven",
        "significant",
    ] {
        assert!(!svg.contains(word), "{word}");
    }
    assert!(svg.contains("no difference") && svg.contains("points less sore") && svg.contains("points sorer"));
}
