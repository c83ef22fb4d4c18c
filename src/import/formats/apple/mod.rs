//! The export of Apple Health: one XML file under a name in the runner's language, of up to gigabytes.
//!
//! It is read as a stream, and what is held of it does not grow with what a watch counts all day. Taken are
//! sleep, workouts, and a day's resting heart rate, variability and body mass. Ids come from dates and
//! starts, so that a later export of the same account names the same things alike.

mod body;
mod gather;
mod sleep;
mod stream;
mod value;
mod walk;
mod workout;

use std::io::BufRead;

use crate::fl;
use crate::import::format::{Format, Reader};
use crate::import::reading::{Found, Reading, Refusal, Task};
use crate::import::source::why_unread;
use gather::Gather;
use stream::Pieces;
use walk::{End, Walked, walk};

/// Where records of Apple Health say they come from.
const SOURCE: &str = "apple";

/// The year 2000: what is dated before it was recorded by a clock that was never set. Ms UTC.
const EARLIEST_MS: i64 = 946_684_800_000;

pub(in crate::import) const FORMAT: Format = Format {
    word: "apple",
    is: |head| head.has_element("HealthData") || head.is_xml() && head.text().contains("<!DOCTYPE HealthData"),
    reader: Reader::Stream(read),
};

/// Reads an export.
fn read(stream: &mut dyn BufRead, task: &Task) -> Reading {
    let mut gather = Gather::new(task);
    let walked = walk(Pieces::new(stream), task, |part, line| gather.take(&part, line));
    if matches!(walked.end, End::Cancelled) {
        return Err(Refusal::Cancelled);
    }
    let mut found = gather.finish();
    let broke_off = tell(&walked, &mut found);
    if found.entries.is_empty() && found.left_out == 0 {
        return Err(match broke_off {
            Some(why) => Refusal::Rejected(why),
            None => Refusal::Unsupported(fl!("import-apple-empty")),
        });
    }
    Ok(found)
}

/// Says what could not be read of the file; returns why it ended early, where it did.
fn tell(walked: &Walked, found: &mut Found) -> Option<String> {
    if walked.damaged > 0 {
        found.note(
            Some(walked.first_damage),
            fl!("import-apple-damaged", count = walked.damaged),
        );
    }
    let why = match &walked.end {
        End::Whole | End::Cancelled => return None,
        End::Cut => fl!("import-apple-cut"),
        End::Rootless => fl!("import-apple-rootless"),
        End::Deep => fl!("import-apple-deep"),
        End::Broken(error) => fl!("import-apple-broken", why = why_unread(error)),
    };
    found.note(None, why.clone());
    Some(why)
}

#[cfg(test)]
mod tests;
