//! What the name of a track says that Runkeeper wrote: `Cycling 7/22/14 1:29 pm`.
//!
//! Its tracks have no type, so the sport stands in the name alone. And in 2013 and 2014 they had the clock on
//! the wall with the mark of UTC; where the clock of the name is that of the first point as well, it was.

use jiff::civil::{DateTime, Time};

/// The name of a track, taken apart.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Named<'n> {
    /// The words before the date.
    pub words: &'n str,
    /// The hour and the minute on the wall.
    at: (i8, i8),
}

impl<'n> Named<'n> {
    /// The parts of `name`; `None` where it is not words, a date with slashes and a time of twelve hours.
    pub fn of(name: &'n str) -> Option<Self> {
        let mut parts = name.trim().rsplitn(4, char::is_whitespace);
        let (half, clock, date, words) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
        let is_date = date.split('/').count() == 3 && date.bytes().all(|b| b == b'/' || b.is_ascii_digit());
        let (hour, minute) = clock.split_once(':')?;
        let (hour, minute): (i8, i8) = (hour.parse().ok()?, minute.parse().ok()?);
        let noon = match half {
            "am" | "AM" => 0,
            "pm" | "PM" => 12,
            _ => return None,
        };
        let is_clock = (1..=12).contains(&hour) && (0..60).contains(&minute);
        (is_date && is_clock).then(|| Self {
            words: words.trim(),
            at: (hour % 12 + noon, minute),
        })
    }

    /// Whether this is the clock of its name.
    pub fn is_clock_of(&self, civil: DateTime) -> bool {
        let time: Time = civil.time();
        (time.hour(), time.minute()) == self.at
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_clock_are_parted_at_the_date() {
        for (name, words, at) in [
            ("Cycling 7/22/14 1:29 pm", "Cycling", (13, 29)),
            ("Mountain Biking 31/1/25 12:05 am", "Mountain Biking", (0, 5)),
            ("Running 10/26/13 12:09 pm", "Running", (12, 9)),
        ] {
            assert_eq!(Named::of(name), Some(Named { words, at }), "{name}");
        }
    }

    #[test]
    fn any_other_name_says_nothing() {
        for name in [
            "8/29/24 11:35",
            "Run 7/22/14 13:29 pm",
            "Run at 1:29 pm",
            "Morning run",
            "",
        ] {
            assert_eq!(Named::of(name), None, "{name}");
        }
    }
}
