//! What each chart costs over a journal of thirty years: making its data (a job's work, under 50 ms), one
//! frame of it (under 8 ms of the processor), and a file of it.

use std::hint::black_box;

use afterrun::analysis::DailyTable;
use afterrun::charts::picture::Picture;
use afterrun::charts::{Chart, ChartName, Options, Request, Shown, Source, figure_ui};
use afterrun::demo::{self, Plan};
use afterrun::domain::Journal;
use afterrun::theme;
use criterion::{Criterion, criterion_group, criterion_main};
use egui::{Context, Pos2, RawInput, Rect, vec2};
use jiff::civil::{Date, date};
use strum::VariantArray as _;

const TODAY: Date = date(2026, 11, 25);

struct Sample {
    journal: Journal,
    table: DailyTable,
}

impl Sample {
    fn thirty_years() -> Self {
        let journal = demo::journal(&Plan {
            years: 30,
            ..Plan::until(TODAY)
        });
        let table = DailyTable::of(&journal);
        Self { journal, table }
    }

    fn source(&self) -> Source<'_> {
        Source {
            journal: &self.journal,
            table: &self.table,
            findings: None,
            today: TODAY,
        }
    }

    fn request(&self, name: ChartName) -> Request {
        let rows = &self.table.rows;
        Request {
            name,
            days: rows[0].day..=rows[rows.len() - 1].day,
            options: Options::default(),
        }
    }

    /// Each chart that thirty years are enough for, ready to be shown.
    fn charts(&self) -> Vec<(ChartName, Box<dyn Chart>)> {
        let all = ChartName::VARIANTS.iter();
        let made = all.filter_map(|name| Some((*name, self.request(*name).make(&self.source()).ok()?)));
        made.collect()
    }
}

fn data(c: &mut Criterion) {
    let sample = Sample::thirty_years();
    for name in ChartName::VARIANTS {
        let request = sample.request(*name);
        c.bench_function(&format!("data of 30 years: {}", name.word()), |b| {
            b.iter(|| black_box(request.make(&sample.source()).is_ok()));
        });
    }
}

/// As the window draws it: on a card, in a context that has drawn it before, triangles and all.
fn frame(c: &mut Criterion) {
    let sample = Sample::thirty_years();
    let look = theme::picture_look(false);
    let shown = Shown {
        style: &look.style,
        journal: &sample.journal,
        table: &sample.table,
        marked: None,
    };
    for (name, chart) in sample.charts() {
        let ctx = Context::default();
        theme::install(&ctx);
        let one_frame = || {
            let input = RawInput {
                screen_rect: Some(Rect::from_min_size(Pos2::ZERO, vec2(1000.0, 2000.0))),
                ..RawInput::default()
            };
            let mut output = ctx.run_ui(input, |ui| {
                figure_ui(ui, &*chart, &shown);
            });
            let shapes = std::mem::take(&mut output.shapes);
            let pixels_per_point = output.pixels_per_point;
            output.drop_without_applying_deltas();
            ctx.tessellate(shapes, pixels_per_point)
        };
        one_frame();
        c.bench_function(&format!("frame of 30 years: {}", name.word()), |b| {
            b.iter(|| black_box(one_frame()));
        });
    }
}

fn file(c: &mut Criterion) {
    let sample = Sample::thirty_years();
    let look = theme::picture_look(false);
    for (name, chart) in sample.charts() {
        c.bench_function(&format!("SVG of 30 years: {}", name.word()), |b| {
            b.iter(|| black_box(Picture::of(&*chart, &look).svg().len()));
        });
        let picture = Picture::of(&*chart, &look);
        c.bench_function(&format!("PNG of 30 years: {}", name.word()), |b| {
            b.iter(|| black_box(picture.png().expect("a chart can be drawn").len()));
        });
    }
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(10);
    targets = data, frame, file
}
criterion_main!(benches);
