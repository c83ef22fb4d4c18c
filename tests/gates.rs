//! How well the numbers hold up: the findings and the experiments in made-up lives of which the truth is known.
//!
//! `cargo test --release --test gates -- --ignored` repeats everything as often as promised, prints what it
//! measured beside what is promised, and writes it to `target/gates.md`. What runs every day is the same with
//! fewer lives, and room for what chance makes of so few.

#![expect(clippy::unwrap_used, reason = "a test may fail by panicking")]

#[path = "gates/chance.rs"]
mod chance;
#[path = "gates/observed.rs"]
mod observed;
#[path = "gates/refusals.rs"]
mod refusals;
#[path = "gates/report.rs"]
mod report;
#[path = "gates/run.rs"]
mod run;
#[path = "gates/trial.rs"]
mod trial;
#[path = "gates/twelve.rs"]
mod twelve;
#[path = "gates/world.rs"]
mod world;

use std::num::NonZero;

use afterrun::analysis::Findings;

use report::{Report, Size};
use world::World;

fn threads() -> usize {
    std::thread::available_parallelism().map_or(1, NonZero::get)
}

fn assert_kept(report: &Report) {
    let broken = report.broken();
    assert!(broken.is_empty(), "{} not kept\n{}", broken.len(), broken.join("\n"));
}

#[test]
#[ignore = "takes minutes in a release build"]
#[expect(clippy::print_stdout, reason = "the table is what this is run for")]
fn gates_hold_at_the_stated_number_of_repetitions() {
    let report = Report::of(Size {
        journals: 2000,
        twelve: 600,
        experiments: 1000,
        every: 1,
        leeway: 0.0,
        threads: threads(),
    });
    let text = report.markdown();
    println!("{text}");
    let target = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap();
    std::fs::write(target.join("gates.md"), text).unwrap();
    assert_kept(&report);
}

#[test]
fn gates_hold_as_far_as_a_few_lives_can_tell() {
    assert_kept(&Report::of(Size {
        leeway: 3.5,
        threads: threads(),
        ..few()
    }));
}

fn few() -> Size {
    Size {
        journals: 40,
        twelve: 6,
        experiments: 40,
        every: 7,
        leeway: 3.5,
        threads: 1,
    }
}

#[test]
fn the_same_seeds_give_the_same_bytes_in_one_thread_and_in_eight() {
    let table = World::default().live(3).table;
    let said = |threads: usize| format!("{:?}", Findings::of(&table, NonZero::new(threads).unwrap()));
    assert_eq!(said(1), said(8));
    assert_eq!(
        said(8),
        format!(
            "{:?}",
            Findings::of(&World::default().live(3).table, NonZero::<usize>::MIN)
        )
    );
    let counted = |threads: usize| format!("{:?}", observed::measure("", World::default(), 5, 12, threads));
    assert_eq!(counted(1), counted(8));
    assert_eq!(counted(8), counted(8));
}
