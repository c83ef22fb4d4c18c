//! Least squares and its standard errors.

use afterrun::analysis::stats::effect::{Kind, Slope, estimate};
use afterrun::analysis::stats::linear::Basis;
use afterrun::analysis::stats::regress::{Certainty, Fit, Regression, default_lags, fixed_b_critical, fixed_b_lags};
use afterrun::analysis::stats::{Undefined, describe};
use serde_json::{Map, Value, json};

use super::input::{count, items, list, status};

/// The columns of a case, without the constant, in the order of its names.
fn columns(input: &Value) -> Vec<(String, Vec<Option<f64>>)> {
    let all = &input["columns"];
    let named = items(&input["names"]).iter().filter_map(Value::as_str);
    let mut names: Vec<&str> = named.filter(|it| all.get(it).is_some()).collect();
    if names.is_empty() {
        names = all.as_object().into_iter().flatten().map(|it| it.0.as_str()).collect();
    }
    names.into_iter().map(|it| (it.to_owned(), list(&all[it]))).collect()
}

/// The fit of a case, and what `answer` adds to what is said of every fit.
fn fitted(input: &Value, answer: impl Fn(&Regression, &Fit) -> Value) -> Value {
    let columns = columns(input);
    let columns: Vec<&[Option<f64>]> = columns.iter().map(|it| it.1.as_slice()).collect();
    let found = Regression::of(&list(&input["y"]), &columns);
    let mut said = Map::new();
    said.insert("n".into(), json!(found.n));
    said.insert("k".into(), json!(found.k));
    said.insert("missing".into(), json!(found.missing));
    said.insert("status".into(), json!(status(&found.fit)));
    match &found.fit {
        Ok(fit) => {
            if let Value::Object(more) = answer(&found, fit) {
                said.extend(more);
            }
        }
        Err(Undefined::RankDeficient { rank }) => {
            said.insert("rank".into(), json!(rank));
        }
        Err(_) => {}
    }
    Value::Object(said)
}

/// Numbers of a covariance; which of them are compared is the case's choice.
fn certainty(fit: &Fit, it: &Certainty) -> Map<String, Value> {
    let rows = it.covariance.rows();
    let covariance: Vec<Vec<f64>> = rows.into_iter().map(|row| row.to_vec()).collect();
    let p = json!(it.p(&fit.beta));
    Map::from_iter([
        ("beta".into(), json!(fit.beta)),
        ("cov".into(), json!(covariance)),
        ("se".into(), json!(it.se())),
        ("p".into(), p.clone()),
        ("p_normal".into(), p),
        ("ci95".into(), json!(it.intervals(&fit.beta))),
        ("crit".into(), json!(it.critical)),
    ])
}

fn with(mut said: Map<String, Value>, more: Value) -> Value {
    if let Value::Object(more) = more {
        said.extend(more);
    }
    Value::Object(said)
}

pub fn ols(input: &Value, _: &Value) -> Value {
    let names: Vec<String> = columns(input).into_iter().map(|it| it.0).collect();
    fitted(input, |found, fit| {
        let plain = fit.plain();
        let t: Vec<f64> = fit.beta.iter().zip(plain.se()).map(|(beta, se)| beta / se).collect();
        let inflation = names
            .iter()
            .cloned()
            .zip(fit.inflation().into_iter().map(|it| json!(it)));
        let more = json!({
            "t": t,
            "sigma": fit.sigma(),
            "r2": fit.r2(),
            "df_resid": fit.df(),
            "resid": fit.residuals.to_vec(),
            "rows_used": found.rows,
            "rank": found.k,
            "vif": inflation.collect::<Map<_, _>>(),
        });
        with(certainty(fit, &plain), more)
    })
}

pub fn ols_hc3(input: &Value, _: &Value) -> Value {
    fitted(input, |_, fit| Value::Object(certainty(fit, &fit.hc3())))
}

pub fn ols_hac(input: &Value, _: &Value) -> Value {
    let corrected = input["use_correction"].as_bool().unwrap_or(false);
    let lags = count(&input["maxlags"]);
    fitted(input, |_, fit| Value::Object(certainty(fit, &fit.hac(lags, corrected))))
}

pub fn ols_hac_default(input: &Value, _: &Value) -> Value {
    fitted(input, |found, fit| {
        let more = json!({"maxlags": default_lags(found.n)});
        with(certainty(fit, &fit.hac_default()), more)
    })
}

pub fn ols_hac_calendar(input: &Value, _: &Value) -> Value {
    let corrected = input["use_correction"].as_bool().unwrap_or(false);
    let lags = count(&input["maxlags"]);
    let days = items(&input["y"]).len();
    fitted(input, |_, fit| {
        let more = json!({"T_calendar": days});
        with(certainty(fit, &fit.hac_calendar(lags, corrected)), more)
    })
}

pub fn ols_hac_fixedb(input: &Value, _: &Value) -> Value {
    fitted(input, |found, fit| {
        let lags = fixed_b_lags(found.n);
        let b = (lags + 1) as f64 / found.n as f64;
        let more = json!({"maxlags": lags, "b": b, "crit": fixed_b_critical(b)});
        with(certainty(fit, &fit.hac_fixed_b()), more)
    })
}

pub fn ols_ewc(input: &Value, _: &Value) -> Value {
    fitted(input, |_, fit| {
        let ewc = fit.ewc();
        let more = json!({"nu": ewc.df});
        with(certainty(fit, &ewc), more)
    })
}

pub fn habit_effect(input: &Value, _: &Value) -> Value {
    let (y, h) = (list(&input["y"]), list(&input["habit"]));
    let mut covariates: Vec<_> = input["covariates"]
        .as_object()
        .into_iter()
        .flatten()
        .map(|it| list(it.1))
        .collect();
    if input["add_lagged_habit"].as_bool() == Some(true) {
        let before = std::iter::once(None).chain(h.iter().copied());
        covariates.push(before.take(h.len()).collect());
    }
    let known = |list: &[Option<f64>], at: usize| list.get(at).copied().flatten();
    let whole = |at: &usize| {
        [&y, &h]
            .into_iter()
            .chain(&covariates)
            .all(|it| known(it, *at).is_some())
    };
    let rows: Vec<usize> = (0..y.len()).filter(whole).collect();
    let of_rows = |list: &[Option<f64>]| rows.iter().filter_map(|&at| known(list, at)).collect::<Vec<f64>>();
    let (y, h) = (of_rows(&y), of_rows(&h));
    let covariates: Vec<Vec<f64>> = covariates.iter().map(|it| of_rows(it)).collect();
    effect(&y, &h, &covariates.iter().map(Vec::as_slice).collect::<Vec<_>>())
}

/// The effect, whether or not there are enough days to show it, and whether there are.
fn effect(y: &[f64], h: &[f64], covariates: &[&[f64]]) -> Value {
    let strict = estimate(y, h, covariates, Kind::Binary);
    let side = |done: f64| {
        y.iter()
            .zip(h)
            .filter(|it| *it.1 == done)
            .map(|it| *it.0)
            .collect::<Vec<f64>>()
    };
    let (with_it, without) = (side(1.0), side(0.0));
    let raw = describe::mean(&with_it).zip(describe::mean(&without));
    let mut said = Map::new();
    let mut say = |name: &str, value: Value| said.insert(name.to_owned(), value);
    say("n", json!(y.len()));
    say("k", json!(covariates.len() + 2));
    say("n_with", json!(with_it.len()));
    say("n_without", json!(without.len()));
    say("raw_diff", json!(raw.map(|(with, without)| with - without)));
    say(
        "status_strict",
        json!(if strict.effect.is_ok() { "ok" } else { "refused" }),
    );
    say("reason", json!(strict.effect.err().map_or("ok", |it| it.code())));
    let ones = vec![1.0; y.len()];
    let columns: Vec<&[f64]> = std::iter::once(ones.as_slice())
        .chain(covariates.iter().copied())
        .collect();
    let basis = Basis::of(&columns);
    let slope = Slope::of(&basis, y, h);
    let dependent = slope.s <= 1e-18 * h.iter().map(|it| it * it).sum::<f64>();
    if y.len() <= slope.k || dependent {
        say("status", json!(if dependent { "rank_deficient" } else { "too_few" }));
        return Value::Object(said);
    }
    let effect = slope.effect();
    say("status", json!("ok"));
    say("k", json!(slope.k));
    say("vif", json!(effect.inflation));
    say("estimate", json!(effect.estimate));
    say("se_hc3", json!(effect.hc3.se));
    say("se_ewc", json!(effect.ewc.se));
    say("nu", json!(effect.ewc.df));
    say("p_hc3", json!(effect.hc3.p(effect.estimate)));
    say("p_ewc", json!(effect.ewc.p(effect.estimate)));
    say("p", json!(effect.p));
    say("ci95", json!([effect.lower, effect.upper]));
    Value::Object(said)
}
