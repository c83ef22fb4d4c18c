//! What a file is, by what is in it.

use super::afterrun::Sheet;
use super::table::Header;
use crate::fl;

/// What a file was recognised as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A Garmin FIT file.
    Fit,
    /// Daily questionnaires of `PMSys`.
    PmsysWellness,
    /// Session ratings of `PMSys`.
    PmsysSrpe,
    /// Injury reports of `PMSys`, which no record of a journal can hold.
    PmsysInjury,
    /// A file of Afterrun's own export.
    Afterrun(Sheet),
    /// A ZIP archive.
    Zip,
    /// A journal file.
    Journal,
    /// No bytes.
    Empty,
    /// A track in XML.
    Gpx,
    /// A training file in XML.
    Tcx,
    /// Other XML.
    Xml,
    /// JSON.
    Json,
    /// A table that is none of ours.
    Csv,
    /// Anything else.
    Unknown,
}

impl Kind {
    /// Recognises a file.
    pub fn of(bytes: &[u8]) -> Self {
        if bytes.is_empty() {
            return Self::Empty;
        }
        if bytes.get(8..12) == Some(b".FIT") {
            return Self::Fit;
        }
        if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
            return Self::Zip;
        }
        if bytes.starts_with(b"SQLite format 3\0") {
            return Self::Journal;
        }
        Self::of_text(bytes)
    }

    fn of_text(bytes: &[u8]) -> Self {
        let start = String::from_utf8_lossy(&bytes[..bytes.len().min(1000)]);
        let start = start.trim_start_matches('\u{feff}').trim_start();
        if start.starts_with('<') {
            return match start {
                it if it.contains("<gpx") => Self::Gpx,
                it if it.contains("<TrainingCenterDatabase") => Self::Tcx,
                _ => Self::Xml,
            };
        }
        if start.starts_with(['{', '[']) {
            return Self::Json;
        }
        Header::of(bytes).map_or(Self::Unknown, |header| Self::of_header(&header))
    }

    fn of_header(header: &Header) -> Self {
        if header.has(&["effective_time_frame", "sleep_duration_h", "soreness"]) {
            Self::PmsysWellness
        } else if header.has(&["end_date_time", "perceived_exertion", "duration_min"]) {
            Self::PmsysSrpe
        } else if header.has(&["effective_time_frame", "injuries"]) {
            Self::PmsysInjury
        } else {
            Sheet::of(header).map_or(Self::Csv, Self::Afterrun)
        }
    }

    /// Its word in reports and in the journal.
    pub fn word(self) -> &'static str {
        match self {
            Self::Fit => "fit",
            Self::PmsysWellness => "pmsys_wellness",
            Self::PmsysSrpe => "pmsys_srpe",
            Self::PmsysInjury => "pmsys_injury",
            Self::Afterrun(_) => "afterrun",
            Self::Zip => "zip",
            Self::Journal => "journal",
            Self::Empty => "empty",
            Self::Gpx => "gpx",
            Self::Tcx => "tcx",
            Self::Xml => "xml",
            Self::Json => "json",
            Self::Csv => "csv",
            Self::Unknown => "unknown",
        }
    }

    /// Why a file of this kind gives nothing.
    pub fn why_not(self) -> String {
        match self {
            Self::PmsysInjury => fl!("import-injury"),
            Self::Journal => fl!("import-journal"),
            Self::Empty => fl!("import-empty"),
            Self::Gpx | Self::Tcx => fl!("import-xml-track"),
            Self::Csv => fl!("import-csv"),
            _ => fl!("import-unknown"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_known_by_what_is_in_them() {
        for (bytes, kind) in [
            (&b""[..], Kind::Empty),
            (b"\x0e\x20\x54\x08\0\0\0\0.FIT", Kind::Fit),
            (b"PK\x03\x04rest", Kind::Zip),
            (b"SQLite format 3\0", Kind::Journal),
            (b"effective_time_frame,injuries\n", Kind::PmsysInjury),
            (
                b"\xef\xbb\xbfend_date_time,activity_names,perceived_exertion,duration_min\r\n",
                Kind::PmsysSrpe,
            ),
            (b"id,started_at,sport,load_au\n", Kind::Afterrun(Sheet::Activities)),
            (b" <?xml version='1.0'?><gpx>", Kind::Gpx),
            (b"{\"a\": 1, \"b\": 2}", Kind::Json),
            (b"a,b\n1,2\n", Kind::Csv),
            (b"\x00\x02\x2d\xf2\x0e\x10", Kind::Unknown),
        ] {
            assert_eq!(Kind::of(bytes), kind, "{bytes:?}");
        }
    }
}
