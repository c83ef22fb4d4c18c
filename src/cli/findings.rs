//! `afterrun findings`: what goes with more or less soreness, as the window shows it.
//!
//! With `--json` it is one object: the keys that the specification names, in the order of the daily table's
//! columns and not in the order of telling (`rank` is that), and after them what the details show. What
//! there is not is `null`. The plain averages and their interval are drawn two thousand times each and come
//! with `--details` only.

mod json;

use std::collections::HashSet;
use std::io::Write;
use std::num::NonZero;

use super::here::Here;
use super::output::plain;
use crate::analysis::DailyTable;
use crate::analysis::findings::words::{Names, Told, points, reminder};
use crate::analysis::findings::{Exposure, Finding, Findings, Outcome, Sides};
use crate::charts;
use crate::domain::words::listed;
use crate::fl;
use json::Object;

#[derive(Debug, clap::Args)]
pub(super) struct Show {
    #[arg(long, help = fl!("cli-findings-json"))]
    json: bool,
    #[arg(long, requires = "json", help = fl!("cli-findings-details"))]
    details: bool,
}

impl Show {
    pub(super) fn run(self, here: &Here, out: &mut impl Write) -> anyhow::Result<()> {
        let mut store = here.open()?;
        let journal = store.load()?;
        let table = DailyTable::of(&journal);
        let threads = std::thread::available_parallelism().unwrap_or(NonZero::<usize>::MIN);
        let findings = Findings::of(&table, threads);
        let names = Names::of(&journal);
        if self.json {
            let mut object = Object::of(&findings, &names);
            if self.details {
                let id = store.journal_id()?.unwrap_or_default();
                object.detail(&findings, &journal, &table, &id, &names);
            }
            writeln!(out, "{}", serde_json::to_string_pretty(&object)?)?;
        } else {
            report(&findings, &names, out)?;
        }
        Ok(())
    }
}

/// The findings in the order of telling, each with its notes.
fn report(findings: &Findings, names: &Names, out: &mut impl Write) -> anyhow::Result<()> {
    match findings.scale {
        Some(scale) => {
            let points = points(Some(scale));
            let direction = charts::words::direction(scale);
            let said = fl!("cli-findings-scale", points = points, direction = direction);
            writeln!(out, "{said}")?;
        }
        None => writeln!(out, "{}", fl!("cli-findings-none"))?,
    }
    let mut said = HashSet::new();
    let (unanswered, answered): (Vec<_>, Vec<_>) = findings.ranked().into_iter().partition(|it| is_unanswered(it));
    for finding in answered {
        let told = findings.tell(finding, names);
        // Both outcomes of a habit are often refused for the same reason.
        let again = finding.effect().is_none() && !said.insert(told.sentence.clone());
        if !again {
            paragraph(finding, &told, names, out)?;
        }
    }
    let next_morning = unanswered.iter().filter(|it| it.outcome == Outcome::NextMorning);
    let never: Vec<String> = next_morning.map(|it| names.name(&it.exposure)).collect();
    if let Some(never) = listed(&never) {
        writeln!(out, "\n{}", plain(&fl!("cli-findings-unanswered", names = never)))?;
    }
    writeln!(out, "\n{}", reminder())?;
    Ok(())
}

/// Whether a habit or supplement has no answer at all on the days on which it would count.
fn is_unanswered(finding: &Finding) -> bool {
    let may = matches!(finding.exposure, Exposure::Habit(_) | Exposure::Supplement(_));
    may && finding.raw.answered == Sides::default()
}

fn paragraph(finding: &Finding, told: &Told, names: &Names, out: &mut impl Write) -> anyhow::Result<()> {
    let title = fl!(
        "cli-findings-title",
        name = names.name(&finding.exposure),
        outcome = finding.outcome.id(),
        level = told.level.words()
    );
    writeln!(out, "\n{}", plain(&title))?;
    for line in std::iter::once(&told.sentence).chain(&told.notes) {
        writeln!(out, "  {}", plain(line))?;
    }
    Ok(())
}
