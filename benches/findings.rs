//! How long the findings of ten years with twenty habits and twenty supplements take: hard where nearly all
//! is answered, so that each of forty habits allows for all the others; hardest where the answers begin just
//! late enough that all of them count, and not only those of the last two years.

use std::hint::black_box;
use std::num::NonZero;

use afterrun::analysis::{DailyRow, DailyTable, Finding, Findings};
use afterrun::domain::{Rating, Scale, Slug};
use criterion::{Criterion, criterion_group, criterion_main};
use jiff::ToSpan as _;
use jiff::civil::date;

const DAYS: i64 = 3653;
const EACH: usize = 20;

/// The same numbers every time.
struct Dice(u64);

impl Dice {
    fn unit(&mut self) -> f64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn chance(&mut self, share: f64) -> bool {
        self.unit() < share
    }

    fn known<T>(&mut self, share: f64, value: T) -> Option<T> {
        self.chance(share).then_some(value)
    }
}

/// Ten years of a runner who from day `from` on answers on 92 days of a hundred, and then all but one question
/// of 500.
fn ten_years(from: i64) -> DailyTable {
    let mut dice = Dice(1);
    let mut tired = 0.0;
    let rows = (0..DAYS).map(|at| {
        let runs = usize::from(dice.chance(0.7));
        let load = runs as f64 * (100.0 + 400.0 * dice.unit());
        tired = 0.5 * tired + load / 300.0;
        let answers = dice.chance(0.92) && at >= from;
        let mut answered = |share: f64| {
            let done = f64::from(u8::from(dice.chance(share)));
            dice.known(0.998, done).filter(|_| answers)
        };
        let habits = (0..EACH).map(|it| answered(0.2 + 0.03 * it as f64)).collect();
        let took: Vec<_> = (0..EACH).map(|it| answered(0.8 - 0.03 * it as f64)).collect();
        let value = (tired + 3.0 * dice.unit()).round().clamp(0.0, 10.0);
        let scale = Scale::Nrs010;
        let slept = 6.0 + 3.0 * dice.unit();
        DailyRow {
            day: date(2016, 11, 25).saturating_add(at.days()),
            covered: true,
            runs,
            distance_m: Some(1000.0 * load / 60.0),
            moving_s: Some(load * 12.0),
            load_au: Some(load),
            sleep_h: dice.known(0.95, slept),
            nap_h: None,
            sleep_quality: None,
            soreness: dice.known(0.95, Rating { value, scale }),
            soreness_regions: 0,
            fatigue: None,
            stress: None,
            mood: None,
            habits,
            dose: vec![None; took.len()],
            took,
        }
    });
    DailyTable {
        rows: rows.collect(),
        habits: (0..EACH).map(|it| Slug::of(&format!("habit {it}"))).collect(),
        supplements: (0..EACH).map(|it| Slug::of(&format!("supplement {it}"))).collect(),
        soreness_scale: Some(Scale::Nrs010),
    }
}

fn findings(c: &mut Criterion) {
    for (what, from, least) in [
        ("all answered", 0, 450),
        ("last five years answered", DAYS - 1800, 1100),
    ] {
        let table = ten_years(from);
        let all = Findings::of(&table, NonZero::<usize>::MIN).all;
        let hard = |it: &Finding| it.n > least && it.k > 45 && it.effect().is_some();
        assert_eq!(all.iter().filter(|it| hard(it)).count(), 4 * EACH, "{what}");
        for threads in [1, 2].map(|it| NonZero::new(it).expect("one and two")) {
            c.bench_function(&format!("findings of 10 years, {what}, {threads} threads"), |b| {
                b.iter(|| black_box(Findings::of(&table, threads)));
            });
        }
    }
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(20);
    targets = findings
}
criterion_main!(benches);
