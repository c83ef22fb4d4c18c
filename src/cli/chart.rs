//! `afterrun chart`: one chart as a file, without a display.
//!
//! The same request, the same drawing and the same rows as in the window; what the file is, its ending
//! says. Which charts and series there are is asked of the charts, so a new one is known here by itself.

use std::io::Write;
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use jiff::civil::Date;
use strum::VariantArray;

use super::days::Range;
use super::here::Here;
use crate::analysis::DailyTable;
use crate::charts::picture::{self, Picture};
use crate::charts::{Chart, ChartName, Measure, Options, Request, Series, Source};
use crate::domain::{Journal, Region, Slug};
use crate::export::{self, Days};
use crate::{fl, theme};

#[derive(Debug, clap::Args)]
pub(super) struct Drawn {
    #[command(flatten)]
    range: Range,
    #[command(flatten)]
    options: Wanted,
    #[arg(long, help = fl!("cli-chart-dark"))]
    dark: bool,
    #[arg(long, help = fl!("cli-export-force"))]
    force: bool,
    #[arg(value_name = "CHART", value_parser = word_of::<ChartName>(), help = fl!("cli-chart-name"))]
    name: ChartName,
    #[arg(value_name = "OUT", value_parser = file, help = fl!("cli-chart-out"))]
    out: File,
}

/// How the chart is made; each reads what is its own.
#[derive(Debug, clap::Args)]
struct Wanted {
    #[arg(long, value_name = "SERIES", value_parser = word_of::<Series>(), help = fl!("cli-chart-x"))]
    x: Option<Series>,
    #[arg(long, value_name = "SERIES", value_parser = word_of::<Series>(), help = fl!("cli-chart-y"))]
    y: Option<Series>,
    #[arg(long, value_name = "DAYS", allow_negative_numbers = true, value_parser = clap::value_parser!(i8).range(-7..=7),
          help = fl!("cli-chart-lag"))]
    lag: Option<i8>,
    #[arg(long, help = fl!("cli-chart-by-load"))]
    by_load: bool,
    #[arg(long, value_name = "MEASURE", value_parser = word_of::<Measure>(), help = fl!("cli-chart-measure"))]
    measure: Option<Measure>,
    #[arg(long, value_name = "YEAR", help = fl!("cli-chart-year"))]
    year: Option<i16>,
    #[arg(long, value_name = "REGION", value_parser = word_of::<Region>(), help = fl!("cli-chart-region"))]
    region: Option<Region>,
    #[arg(long, value_name = "HABIT", help = fl!("cli-chart-habit"))]
    habit: Option<String>,
    #[arg(long, value_name = "SUPPLEMENT", help = fl!("cli-chart-supplement"))]
    supplement: Option<String>,
}

/// A file, and what it is by its ending.
#[derive(Clone, Debug)]
struct File {
    path: PathBuf,
    kind: Kind,
}

#[derive(Clone, Copy, Debug)]
enum Kind {
    Svg,
    Png,
    Csv,
}

impl Drawn {
    pub(super) fn run(self, here: &Here, out: &mut impl Write) -> anyhow::Result<()> {
        let days = self.range.days()?;
        let journal = here.load()?;
        let table = DailyTable::of(&journal);
        let today = journal.settings.day_rule.day_of(here.wall_clock(here.now_ms));
        let request = Request {
            name: self.name,
            days: all_or(days, &table, today),
            options: self.options.of(&journal)?,
        };
        let source = Source {
            journal: &journal,
            table: &table,
            findings: None,
            today,
        };
        let chart = request
            .make(&source)
            .map_err(|it| anyhow::anyhow!(fl!("cli-chart-too-little", question = it.question, why = it.why)))?;
        let bytes = self.out.kind.bytes(&*chart, self.dark)?;
        export::write_file(&self.out.path, &bytes, self.force)?;
        let path = self.out.path.display().to_string();
        writeln!(out, "{}", fl!("cli-chart-written", path = path))?;
        Ok(())
    }
}

impl Wanted {
    fn of(self, journal: &Journal) -> anyhow::Result<Options> {
        let usual = Options::default();
        let habits: Vec<(&Slug, &str)> = journal.habits.iter().map(|it| (&it.meta.id, &*it.name)).collect();
        let supplements: Vec<(&Slug, &str)> = journal.supplements.iter().map(|it| (&it.meta.id, &*it.name)).collect();
        Ok(Options {
            x: self.x.unwrap_or(usual.x),
            y: self.y.unwrap_or(usual.y),
            lag: self.lag.unwrap_or(usual.lag),
            by_load: self.by_load,
            measure: self.measure.unwrap_or(usual.measure),
            year: self.year,
            region: self.region,
            habit: self.habit.map(|it| named(&it, &habits)).transpose()?,
            supplement: self.supplement.map(|it| named(&it, &supplements)).transpose()?,
        })
    }
}

/// The entry that has `name`, or whose word it is, among those of a catalogue.
fn named(name: &str, catalogue: &[(&Slug, &str)]) -> anyhow::Result<Slug> {
    let wanted = Slug::of(name);
    let found = catalogue
        .iter()
        .find(|(id, own)| **id == wanted || Slug::of(own) == wanted);
    let known = || {
        catalogue
            .iter()
            .map(|(id, _)| id.as_str())
            .collect::<Vec<_>>()
            .join(", ")
    };
    match found {
        Some((id, _)) => Ok((*id).clone()),
        None => anyhow::bail!(fl!("cli-chart-unknown", name = name, known = known())),
    }
}

impl Kind {
    fn bytes(self, chart: &dyn Chart, dark: bool) -> anyhow::Result<Vec<u8>> {
        let drawn = || Picture::of(chart, &theme::picture_look(dark));
        Ok(match self {
            Self::Svg => drawn().svg().as_bytes().to_vec(),
            Self::Png => drawn().png()?,
            Self::Csv => picture::csv(&chart.rows()),
        })
    }
}

/// The days that are asked for; an open end reaches as far as the journal.
fn all_or(days: Days, table: &DailyTable, today: Date) -> RangeInclusive<Date> {
    let first = table.rows.first().map_or(today, |it| it.day);
    let last = table.rows.last().map_or(today, |it| it.day);
    let from = days.from.unwrap_or(first.min(days.to.unwrap_or(first)));
    from..=days.to.unwrap_or(last.max(from))
}

/// Reads one of the words that name the `T`s; the help and the error list them.
fn word_of<T>() -> impl TypedValueParser<Value = T>
where
    T: VariantArray + FromStr<Err = strum::ParseError> + Copy + Send + Sync,
    &'static str: From<T>,
{
    let words = T::VARIANTS.iter().map(|it| <&'static str>::from(*it));
    PossibleValuesParser::new(words).try_map(|word| T::from_str(&word))
}

fn file(text: &str) -> Result<File, String> {
    let path = Path::new(text);
    let ending = path.extension().and_then(|it| it.to_str()).unwrap_or_default();
    let kind = match ending.to_ascii_lowercase().as_str() {
        "svg" => Kind::Svg,
        "png" => Kind::Png,
        "csv" => Kind::Csv,
        _ => return Err(fl!("cli-chart-bad-ending")),
    };
    Ok(File {
        path: path.to_owned(),
        kind,
    })
}
