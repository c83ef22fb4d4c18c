//! What the data means, kept in the journal: one row a setting.
//!
//! Settings travel with the file and its export (all but the answers about health), and are no part of the
//! history: undo takes back what was recorded, not how it is read. A value that is missing or that no
//! version knows reads as the default, so that a setting can never keep a journal from opening. For health
//! that is "not answered", the careful reading.

use std::collections::HashMap;
use std::str::FromStr;

use rusqlite::{Connection, params};

use super::{Error, Store};
use crate::domain::{DayRule, Settings};

impl Store {
    /// Replaces the journal's settings.
    pub fn save_settings(&mut self, settings: &Settings) -> Result<(), Error> {
        self.writing(|tx| write(tx, settings).map(Some)).map(drop)
    }
}

/// The settings of the journal, with the defaults for those that are missing.
pub(super) fn read(conn: &Connection) -> Result<Settings, Error> {
    let mut statement = conn.prepare_cached("SELECT key, value FROM setting")?;
    let values: HashMap<String, String> = statement
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<_, _>>()?;
    let start_min = values.get("day_start_min").and_then(|it| it.parse().ok());
    Ok(Settings {
        day_rule: start_min
            .filter(|it| (0..=360).contains(it))
            .map_or_else(DayRule::default, |start_min| DayRule { start_min }),
        zone: values.get("zone").cloned().unwrap_or_else(|| "UTC".to_owned()),
        first_weekday: word(&values, "first_weekday"),
        distance: word(&values, "distance"),
        temperature: word(&values, "temperature"),
        mass: word(&values, "mass"),
        health: values
            .get("health")
            .and_then(|it| serde_json::from_str(it).ok())
            .unwrap_or_default(),
        mappings: values
            .get("mappings")
            .and_then(|it| serde_json::from_str(it).ok())
            .unwrap_or_default(),
    })
}

fn word<T: FromStr + Default>(values: &HashMap<String, String>, key: &str) -> T {
    values.get(key).and_then(|it| it.parse().ok()).unwrap_or_default()
}

/// Writes all settings, each as a row.
pub(super) fn write(conn: &Connection, settings: &Settings) -> Result<(), Error> {
    let start = settings.day_rule.start_min.to_string();
    let health = serde_json::to_string(&settings.health).expect("words and flags are always JSON");
    let mappings = serde_json::to_string(&settings.mappings).expect("words are always JSON");
    let rows: [(&str, &str); 8] = [
        ("day_start_min", &start),
        ("zone", &settings.zone),
        ("first_weekday", settings.first_weekday.into()),
        ("distance", settings.distance.into()),
        ("temperature", settings.temperature.into()),
        ("mass", settings.mass.into()),
        ("health", &health),
        ("mappings", &mappings),
    ];
    let mut statement = conn.prepare_cached(
        "INSERT INTO setting (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
    )?;
    for (key, value) in rows {
        statement.execute(params![key, value])?;
    }
    Ok(())
}
