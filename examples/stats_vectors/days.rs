//! Loads, nights, and which day something belongs to.

use afterrun::analysis::stats::{Undefined, load, sleep};
use afterrun::domain::time::{DayRule, Stamp, zone};
use serde_json::{Map, Value, json};

use super::input::{items, list, number, status};

pub fn ewma_load(input: &Value, _: &Value) -> Value {
    let days = list(&input["load"]);
    let average = |lambda: f64| load::weighted(&days, lambda, Some(0.0));
    let spanning = |n: f64| load::weighted(&days, load::span(n), None);
    let fitness = average(load::impulse(load::FITNESS_DAYS));
    let fatigue = average(load::impulse(load::FATIGUE_DAYS));
    json!({
        "tsb_morning": load::morning_form(&fitness, &fatigue),
        "ctl_impulse_tau42": fitness,
        "atl_impulse_tau7": fatigue,
        "ctl_simple_42": average(load::simple(load::FITNESS_DAYS)),
        "atl_simple_7": average(load::simple(load::FATIGUE_DAYS)),
        "ewma_n7": spanning(7.0),
        "ewma_n28": spanning(28.0),
    })
}

pub fn acwr(input: &Value, _: &Value) -> Value {
    let days = list(&input["load"]);
    json!({
        "coupled_7_28": load::coupled_ratio(&days),
        "uncoupled_7_21": load::uncoupled_ratio(&days),
    })
}

pub fn monotony_strain(input: &Value, _: &Value) -> Value {
    let days = list(&input["load"]);
    let week = |ddof: usize| {
        let week = load::monotony(&days, ddof);
        json!({
            "n": week.n,
            "missing": week.missing,
            "weekly_load": week.load,
            "mean": week.mean,
            "sd": week.sd,
            "monotony": week.monotony.ok().map(|it| it.0),
            "strain": week.monotony.ok().map(|it| it.1),
            "status": status(&week.monotony),
        })
    };
    json!({"ddof0": week(0), "ddof1": week(1)})
}

pub fn trimp(input: &Value, _: &Value) -> Value {
    let row = |row: &Value| {
        let sex = match row["sex"].as_str() {
            Some("m") => Some(load::Sex::Male),
            Some("f") => Some(load::Sex::Female),
            _ => None,
        };
        let [mean, rest, max] = ["hr_avg", "hr_rest", "hr_max"].map(|it| number(&row[it]));
        let reserve = load::heart_rate_reserve(mean, rest, max);
        let known = reserve.ok_or(Undefined::HeartRateOutOfRange);
        let found = sex
            .ok_or(Undefined::Refused)
            .and_then(|sex| load::trimp(number(&row["minutes"]), known?, sex));
        json!({"hrr": reserve, "trimp": found.ok(), "status": status(&found)})
    };
    json!({"rows": items(&input["rows"]).iter().map(row).collect::<Vec<_>>()})
}

pub fn sleep_timing(input: &Value, _: &Value) -> Value {
    let timing = sleep::Timing::of(&list(&input["minutes_of_day"]));
    json!({
        "n": timing.n,
        "missing": timing.missing,
        "circular": {"mean_min": timing.mean, "R": timing.agreement, "sd_min": timing.sd},
        "noon_anchored": {
            "values": timing.from_midnight,
            "mean": timing.plain_mean,
            "sd_n1": timing.plain_sd,
        },
    })
}

pub fn sleep_regularity_index(input: &Value, _: &Value) -> Value {
    let night = |it: &Value| Some([it[0].as_f64()?, it[1].as_f64()?]);
    let nights: Vec<Option<[f64; 2]>> = items(&input["nights"]).iter().map(night).collect();
    let found = sleep::regularity(&nights);
    json!({"pairs": found.pairs, "missing": found.missing, "sri": found.index})
}

pub fn sleep_debt_14d(input: &Value, _: &Value) -> Value {
    let need = input["need_h"].as_f64().unwrap_or(8.0);
    json!({"debt_h": sleep::debt(&list(&input["hours"]), need)})
}

/// An instant, in ms UTC.
fn instant(value: &Value) -> Option<i64> {
    Stamp::parse_rfc3339(value.as_str()?).map(|it| it.ms)
}

/// The clock time as `expect` writes it, where it is the same: programs differ in how they write fractions.
fn written_like(stamp: Stamp, expect: &Value) -> Value {
    let same = expect.as_str().and_then(Stamp::parse_rfc3339) == Some(stamp);
    if same {
        expect.clone()
    } else {
        json!(stamp.to_rfc3339())
    }
}

pub fn journal_day(input: &Value, expect: &Value) -> Value {
    let row = |(row, expect): (&Value, &Value)| {
        let zone = zone(row["tz"].as_str().unwrap_or_default());
        let Some(ms) = instant(&row["instant"]) else {
            return json!({"status": Undefined::Refused.code()});
        };
        let stamp = Stamp::in_zone(ms, &zone);
        let mut said = Map::new();
        said.insert("status".into(), json!("ok"));
        said.insert("local".into(), written_like(stamp, &expect["local"]));
        said.insert("civil_date".into(), json!(stamp.civil_date().to_string()));
        // The name says when the day starts: …_04 is four in the morning.
        for name in expect.as_object().into_iter().flatten().map(|it| it.0) {
            let hours = name
                .strip_prefix("journal_day_rollover_")
                .and_then(|it| it.parse::<i16>().ok());
            if let Some(hours) = hours {
                let rule = DayRule {
                    start_min: hours.saturating_mul(60),
                };
                said.insert(name.clone(), json!(rule.day_of(stamp).to_string()));
            }
        }
        Value::Object(said)
    };
    let rows = items(&input["rows"]).iter().zip(items(&expect["rows"]));
    json!({"rows": rows.map(row).collect::<Vec<_>>()})
}

pub fn sleep_night(input: &Value, expect: &Value) -> Value {
    let row = |(row, expect): (&Value, &Value)| {
        let zone = zone(row["tz"].as_str().unwrap_or_default());
        let ends = instant(&row["onset"]).zip(instant(&row["wake"]));
        let Some(span) = ends.and_then(|(onset, wake)| sleep::span(onset, wake, &zone)) else {
            return json!({"status": Undefined::Refused.code()});
        };
        json!({
            "status": "ok",
            "hours": span.hours,
            "wake_date": span.day.to_string(),
            "mid_local": written_like(span.middle, &expect["mid_local"]),
            "mid_minute_of_day": span.middle_min,
        })
    };
    let rows = items(&input["rows"]).iter().zip(items(&expect["rows"]));
    json!({"rows": rows.map(row).collect::<Vec<_>>()})
}
