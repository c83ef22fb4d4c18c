//! What a FIT file says of itself and of its sessions, in its own numbers.

use super::reader::Message;
use crate::import::reading::place::Position;

/// Seconds from 1970 to the epoch of FIT times.
const EPOCH_S: i64 = 631_065_600;

/// Times below this are seconds since the device was switched on.
const FIRST_DATE: u32 = 0x1000_0000;

/// More sessions than this are not read: a day has fewer.
const MOST_SESSIONS: usize = 500;

/// A record this much later than the one before is no record of the same track.
const LONGEST_GAP_S: u32 = 2 * 86_400;

const FILE_ID: u16 = 0;
const SPORT: u16 = 12;
const SESSION: u16 = 18;
const RECORD: u16 = 20;
const ACTIVITY: u16 = 34;

/// ms UTC of a FIT time; `None` where it is only relative.
pub(super) fn instant_ms(time: u32) -> Option<i64> {
    (time >= FIRST_DATE).then(|| (i64::from(time) + EPOCH_S) * 1000)
}

/// Everything of a file that a journal has a place for.
#[derive(Debug, Default)]
pub(super) struct Summary {
    /// What the file holds, by the number of the format: 4 is an activity.
    pub file_type: Option<u8>,
    /// Its sessions, in order.
    pub sessions: Vec<Session>,
    /// Seconds that the local clock was ahead, as the device says.
    pub offset_s: Option<i64>,
    /// Sport and sub-sport the device was set to.
    pub sport: (Option<u8>, Option<u8>),
    /// What the records tell.
    pub track: Track,
}

/// One session.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Session {
    pub start: Option<u32>,
    pub end: Option<u32>,
    pub sport: Option<u8>,
    pub sub_sport: Option<u8>,
    pub name: Option<String>,
    pub elapsed_s: Option<f64>,
    pub timer_s: Option<f64>,
    pub distance_m: Option<f64>,
    pub avg_hr: Option<f64>,
    pub max_hr: Option<f64>,
    pub cadence: Option<f64>,
    pub ascent_m: Option<f64>,
    pub temperature_c: Option<f64>,
    pub calories: Option<f64>,
    pub rpe: Option<f64>,
    pub feel: Option<f64>,
    /// Where it began.
    pub position: Option<Position>,
}

/// The records of a file, as far as they stand in for a session that is missing.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Track {
    pub first: Option<u32>,
    /// Where it begins.
    pub start: Option<Position>,
    pub last: Option<u32>,
    pub distance_m: Option<f64>,
    pub hr_sum: f64,
    pub hr_count: u32,
    pub hr_max: Option<f64>,
}

impl Summary {
    /// Takes in one message.
    pub fn take(&mut self, message: &Message) {
        match message.global {
            FILE_ID => self.file_type = self.file_type.or(byte(message, 0)),
            SPORT => self.sport = (byte(message, 0), byte(message, 1)),
            SESSION if self.sessions.len() < MOST_SESSIONS => self.sessions.push(Session::of(message)),
            RECORD => self.track.take(message),
            ACTIVITY => self.offset_s = self.offset_s.or_else(|| offset_s(message)),
            _ => {}
        }
    }
}

impl Session {
    fn of(message: &Message) -> Self {
        let scaled = |field, scale: f64| message.number(field).map(|it| it / scale);
        let fraction = scaled(92, 128.0).unwrap_or(0.0);
        Self {
            start: message.number(2).map(|it| it as u32),
            end: message.timestamp,
            sport: byte(message, 5),
            sub_sport: byte(message, 6),
            name: message.text(110),
            elapsed_s: scaled(7, 1000.0),
            timer_s: scaled(8, 1000.0),
            distance_m: scaled(9, 100.0),
            avg_hr: message.number(16),
            max_hr: message.number(17),
            cadence: message.number(18).map(|it| it + fraction),
            ascent_m: message.number(22),
            temperature_c: message.number(57),
            calories: message.number(11),
            rpe: scaled(193, 10.0),
            feel: message.number(192),
            position: position(message, 3, 4),
        }
    }
}

impl Track {
    fn take(&mut self, message: &Message) {
        let Some(time) = message.timestamp.filter(|&it| it >= FIRST_DATE) else {
            return;
        };
        let last = *self.last.get_or_insert(time);
        if time < last || time - last > LONGEST_GAP_S {
            return;
        }
        self.first.get_or_insert(time);
        self.last = Some(time);
        self.start = self.start.or_else(|| position(message, 0, 1));
        if let Some(distance) = message.number(5) {
            self.distance_m = Some(self.distance_m.unwrap_or(0.0).max(distance / 100.0));
        }
        if let Some(hr) = message.number(3).filter(|&it| it > 0.0) {
            self.hr_sum += hr;
            self.hr_count += 1;
            self.hr_max = Some(self.hr_max.unwrap_or(0.0).max(hr));
        }
    }

    /// The mean heart rate.
    pub fn avg_hr(&self) -> Option<f64> {
        (self.hr_count > 0).then(|| (self.hr_sum / f64::from(self.hr_count)).round())
    }

    /// The session that the records amount to.
    pub fn session(&self, sport: (Option<u8>, Option<u8>)) -> Option<Session> {
        let (first, last) = self.first.zip(self.last)?;
        Some(Session {
            start: Some(first),
            end: Some(last),
            sport: sport.0,
            sub_sport: sport.1,
            elapsed_s: Some(f64::from(last - first)),
            distance_m: self.distance_m,
            avg_hr: self.avg_hr(),
            max_hr: self.hr_max,
            position: self.start,
            ..Session::default()
        })
    }
}

/// The place in two fields, which are in parts of a half circle.
fn position(message: &Message, latitude: u8, longitude: u8) -> Option<Position> {
    const HALF_CIRCLE: f64 = 2_147_483_648.0;
    let degrees = |field| message.number(field).map(|it| it * 180.0 / HALF_CIRCLE);
    Position::of(degrees(latitude)?, degrees(longitude)?)
}

fn byte(message: &Message, field: u8) -> Option<u8> {
    message.number(field).map(|it| it as u8)
}

/// How far the local clock was ahead of UTC, where the device says something a clock can be.
fn offset_s(message: &Message) -> Option<i64> {
    const QUARTER: f64 = 15.0 * 60.0;
    let ahead = message.number(5)? - f64::from(message.timestamp?);
    // Some devices note the two a few seconds apart.
    let rounded = (ahead / QUARTER).round() * QUARTER;
    let is_clock = (-12.0 * 3600.0..=14.0 * 3600.0).contains(&rounded) && (ahead - rounded).abs() <= 120.0;
    is_clock.then_some(rounded as i64)
}
