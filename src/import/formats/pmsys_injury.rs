//! `PMSys` injury.csv: reports of injuries, which no record of a journal can hold.

use crate::fl;
use crate::import::format::{Format, Reader};

pub(in crate::import) const FORMAT: Format = Format {
    word: "pmsys_injury",
    is: |head| head.has_columns(&["effective_time_frame", "injuries"]),
    reader: Reader::Nothing(|| fl!("import-injury")),
};
