//! The place "Trends", by label, pointer and keys.

use afterrun::app::Model;
use afterrun::app::command::{Command, Commands, Form, FormKind};
use afterrun::domain::{
    Context, Id, Journal, Meta, Night, Record, Region, Scale, Settings, Side, SorenessRating, Stamp,
};
use afterrun::theme;
use afterrun::ui::screens::trends::{TrendsState, trends_ui};
use egui::{Key, Pos2, Rect, pos2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use jiff::ToSpan as _;
use jiff::civil::{Date, date, time};

/// A morning: hours slept and soreness, where known.
type Morning = (Date, Option<f64>, Option<f64>);

struct Screen {
    model: Model,
    state: TrendsState,
    commands: Commands,
}

fn journal(mornings: &[Morning], scale: Scale) -> Journal {
    let mut records = Vec::new();
    for &(day, hours, score) in mornings {
        if let Some(hours) = hours {
            records.push(Record::Night(Night {
                asleep_min: Some(hours * 60.0),
                ..Night::new(Meta::manual(Id::fresh(0)), day)
            }));
        }
        if let Some(score) = score {
            let at = day.to_datetime(time(8, 0, 0, 0));
            let mut meta = Meta::manual(Id::fresh(0));
            let at = Stamp::from_civil_offset(at, 0).expect("a day of this century");
            meta.created_at = at.ms;
            records.push(Record::Soreness(SorenessRating {
                meta,
                at,
                region: Region::Overall,
                side: Side::None,
                score,
                scale,
                context: Context::Morning,
                run_id: None,
                notes: String::new(),
            }));
        }
    }
    Journal::of(records, Settings::for_zone("UTC"))
}

fn harness(mornings: &[Morning], scale: Scale, today: Date) -> Harness<'static, Screen> {
    let now = Stamp::from_civil_offset(today.to_datetime(time(12, 0, 0, 0)), 0).expect("a day of this century");
    let screen = Screen {
        model: Model::new(journal(mornings, scale), "journal.db".into(), now.ms).with_numbers(),
        state: TrendsState::default(),
        commands: Commands::default(),
    };
    let mut harness = Harness::builder()
        .with_size(vec2(1280.0, 1000.0))
        .with_context_setup(theme::install)
        .build_ui_state(
            |ui, it: &mut Screen| trends_ui(ui, &it.model, &mut it.state, &mut it.commands),
            screen,
        );
    harness.run();
    harness
}

const FIRST: Date = date(2019, 11, 1);
const LONG_AFTER: Date = date(2026, 11, 24);

/// 100 mornings of a questionnaire; the shortest night and the sorest morning is that of 1 Nov 2019.
fn questionnaire() -> Vec<Morning> {
    let later = (1..100_i64).map(|n| {
        let day = FIRST.saturating_add(n.days());
        (day, Some(6.0 + (n % 3) as f64), Some(3.0 + (n % 2) as f64))
    });
    std::iter::once((FIRST, Some(5.0), Some(1.0))).chain(later).collect()
}

/// The place of a value in a chart whose bounds are known.
fn place(plot: Rect, x: (f64, f64, f64), from_top: (f64, f64, f64)) -> Pos2 {
    let part = |(low, value, high): (f64, f64, f64)| ((value - low) / (high - low)) as f32;
    pos2(
        plot.left() + plot.width() * part(x),
        plot.top() + plot.height() * part(from_top),
    )
}

/// Where the morning of 5 h and PMSys 1 must be drawn: hours run from 4 to 9, and 1 is near the top.
fn very_sore(harness: &Harness<'_, Screen>) -> Pos2 {
    let plot = harness.get_by_label_contains("Soreness by hours slept").rect();
    place(plot, (4.0, 5.0, 9.0), (0.6, 1.0, 5.24))
}

fn commands(harness: &mut Harness<'_, Screen>) -> Vec<Command> {
    harness.state_mut().commands.take()
}

#[test]
fn charts_and_finding_say_their_numbers() {
    let harness = harness(&questionnaire(), Scale::Pmsys15, LONG_AFTER);
    harness.get_by_label("Are sore mornings short nights?");
    harness.get_by_label_contains("Soreness by hours slept, a dot for each of 100 mornings");
    harness.get_by_label_contains("Soreness over time, 100 mornings, 1 Nov 2019 to 8 Feb 2020");
    harness.get_by_label_contains("Hours slept over time, 100 nights");
    harness.get_by_label("A pattern in your log, not proof of cause.");
    // 5 h once, 6 h thirty-three times: means 1 and 3.5, as a sum by hand gives them.
    harness.get_by_label("34");
    harness.get_by_label("66");
}

#[test]
fn pmsys_is_drawn_on_its_own_numbers_with_very_sore_at_the_top() {
    let mut harness = harness(&questionnaire(), Scale::Pmsys15, LONG_AFTER);
    harness.get_by_label_contains("from 5 not sore to 1 very sore, sorer upwards, by hours");
    let dot = very_sore(&harness);
    harness.hover_at(dot);
    harness.run();
    harness.get_by_label("Fri 1 Nov 2019");
    harness.get_by_label("Slept: 5 h");
    harness.get_by_label("Soreness: 1, very sore or bad");
}

#[test]
fn a_click_on_a_dot_opens_its_day() {
    let mut harness = harness(&questionnaire(), Scale::Pmsys15, LONG_AFTER);
    let dot = very_sore(&harness);
    harness.hover_at(dot);
    harness.run();
    harness.drag_at(dot);
    harness.drop_at(dot);
    harness.run();
    assert_eq!(commands(&mut harness), [Command::OpenDay(FIRST)]);
}

#[test]
fn the_timeline_tells_and_opens_the_day_under_the_pointer() {
    let mut harness = harness(&questionnaire(), Scale::Pmsys15, LONG_AFTER);
    let plot = harness.get_by_label_contains("Hours slept over time").rect();
    // Day 49 of days −0.5 to 99.5, with a hundredth of room at both ends.
    let at = place(plot, (-1.5, 49.0, 100.5), (0.0, 0.8, 1.0));
    harness.hover_at(at);
    harness.run();
    harness.get_by_label("Fri 20 Dec 2019");
    harness.drag_at(at);
    harness.drop_at(at);
    harness.run();
    assert_eq!(commands(&mut harness), [Command::OpenDay(date(2019, 12, 20))]);
}

#[test]
fn a_chart_is_walked_and_its_day_opened_by_keys() {
    let mut harness = harness(&questionnaire(), Scale::Pmsys15, LONG_AFTER);
    harness.get_by_label_contains("Soreness over time").focus();
    harness.run();
    harness.key_press(Key::ArrowLeft);
    harness.run();
    let said = harness
        .get_by_label_contains("Soreness over time")
        .accesskit_node()
        .value();
    assert!(said.is_some_and(|it| it.starts_with("Fri 7 Feb 2020")));
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(commands(&mut harness), [Command::OpenDay(date(2020, 2, 7))]);
}

#[test]
fn an_old_journal_is_shown_as_a_whole_and_ranges_count_back_from_its_end() {
    let mut harness = harness(&questionnaire(), Scale::Pmsys15, LONG_AFTER);
    harness.get_by_label_contains("100 mornings with both, 1 Nov 2019 to 8 Feb 2020.");
    harness.get_by_label("4 weeks").click();
    harness.run();
    harness.get_by_label_contains("28 mornings with both, 12 Jan 2020 to 8 Feb 2020.");
}

#[test]
fn mornings_that_cannot_be_compared_are_counted() {
    let mut mornings = questionnaire();
    mornings[3].1 = None;
    mornings[5].2 = None;
    mornings[6].2 = None;
    let harness = harness(&mornings, Scale::Nrs010, LONG_AFTER);
    harness.get_by_label_contains("97 mornings with both");
    harness.get_by_label("Left out: 2 nights without soreness, 1 rating without a night.");
}

#[test]
fn an_empty_journal_says_what_to_record_first() {
    let mut harness = harness(&[], Scale::Nrs010, LONG_AFTER);
    harness.get_by_label("Not enough mornings yet");
    harness.get_by_label("Record a night").click();
    harness.run();
    let form = Form::new(FormKind::Night, LONG_AFTER);
    assert_eq!(commands(&mut harness), [Command::Open(form)]);
}

#[test]
fn nights_alone_ask_for_soreness() {
    let nights: Vec<Morning> = questionnaire().iter().map(|it| (it.0, it.1, None)).collect();
    let harness = harness(&nights, Scale::Nrs010, LONG_AFTER);
    harness.get_by_label("Rate soreness");
}

#[test]
fn a_range_without_mornings_offers_all_of_them() {
    let mut mornings = questionnaire();
    let recent = LONG_AFTER.saturating_sub(2.days());
    mornings.push((recent, Some(7.5), None));
    let mut harness = harness(&mornings, Scale::Nrs010, LONG_AFTER);
    harness.get_by_label("Too few mornings in this range");
    harness.get_by_label("Show all").click();
    harness.run();
    harness.get_by_label_contains("100 mornings with both");
}

#[test]
fn decades_are_drawn_in_bundles() {
    let mornings: Vec<Morning> = (0..11_000_i64)
        .map(|n| {
            let day = date(1996, 1, 1).saturating_add(n.days());
            (day, Some(5.0 + (n * 37 % 16) as f64 / 4.0), Some((n * 31 % 11) as f64))
        })
        .collect();
    let harness = harness(&mornings, Scale::Nrs010, LONG_AFTER);
    harness.get_by_label_contains("Each point is the mean of 28 days.");
    harness.get_by_label_contains("a dot for each of 11000 mornings");
}
