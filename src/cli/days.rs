//! Days as they are typed: ISO dates, and ranges of them.

use clap::error::ErrorKind;
use jiff::civil::Date;

use crate::export::Days;
use crate::fl;

/// The years a journal takes.
const YEARS: std::ops::RangeInclusive<i16> = 1900..=2199;

/// `--from` and `--to`.
#[derive(Debug, clap::Args)]
pub(super) struct Range {
    #[arg(long, value_name = "DAY", value_parser = day, help = fl!("cli-from"))]
    from: Option<Date>,
    #[arg(long, value_name = "DAY", value_parser = day, help = fl!("cli-to"))]
    to: Option<Date>,
}

impl Range {
    /// The days from the first to the last, which must not come before it.
    pub(super) fn days(&self) -> Result<Days, clap::Error> {
        match (self.from, self.to) {
            (Some(from), Some(to)) if to < from => Err(wrong_usage(&fl!(
                "cli-days-backwards",
                from = from.to_string(),
                to = to.to_string()
            ))),
            (from, to) => Ok(Days { from, to }),
        }
    }
}

/// Reads a date like 2026-11-24.
pub(super) fn day(text: &str) -> Result<Date, String> {
    Date::strptime("%Y-%m-%d", text)
        .ok()
        .filter(|it| YEARS.contains(&it.year()))
        .ok_or_else(|| fl!("cli-bad-day"))
}

/// An error that ends the program as a mistyped argument does.
pub(super) fn wrong_usage(why: &str) -> clap::Error {
    clap::Error::raw(ErrorKind::ValueValidation, format!("{why}\n"))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_day_is_an_iso_date_of_the_years_a_journal_takes() {
        assert_eq!(day("2026-11-24"), Ok(date(2026, 11, 24)));
        for text in [
            "24.11.2026",
            "2026-02-30",
            "2026-11-24T10:00",
            "yesterday",
            "",
            "1066-10-14",
        ] {
            assert!(day(text).is_err(), "{text}");
        }
    }
}
