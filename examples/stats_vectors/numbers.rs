//! Chance, distributions, and one or two series of numbers.

use afterrun::analysis::stats::describe::{Summary, autocorrelation};
use afterrun::analysis::stats::rng::Stream;
use afterrun::analysis::stats::{Undefined, distribution, lowess, multiple, rank, rolling, trend};
use serde_json::{Map, Value, json};

use super::input::{count, items, list, number, seed, status};

pub fn rng(input: &Value, expect: &Value) -> Value {
    let fresh = || Stream::of_seed(seed(&input["seed"]));
    let asked = |name: &str| 0..items(&expect[name]).len();
    let (mut bits, mut unit, mut below) = (fresh(), fresh(), fresh());
    let bound = input["below_n"].as_u64().unwrap_or(0);
    let mut order: Vec<usize> = (0..count(&input["shuffle_n"])).collect();
    fresh().shuffle(&mut order);
    json!({
        "u64": asked("u64").map(|_| bits.next_u64().to_string()).collect::<Vec<_>>(),
        "unit": asked("unit").map(|_| unit.unit()).collect::<Vec<_>>(),
        "below": asked("below").map(|_| below.below(bound)).collect::<Vec<_>>(),
        "shuffle": order,
    })
}

pub fn student_t(input: &Value, expect: &Value) -> Value {
    let row = |row: &Value| {
        let (t, df) = (number(&row["t"]), number(&row["df"]));
        json!({
            "df": row["df"],
            "t": row["t"],
            "cdf": distribution::t_cdf(t, df),
            "two_sided_p": distribution::t_two_sided(t, df),
        })
    };
    let quantile = |p: f64, row: &Value| json!({"df": row["df"], "q": distribution::t_quantile(p, number(&row["df"]))});
    // The name says which quantile: ppf975 is that of 0.975.
    let mut answer = Map::new();
    for (name, rows) in expect.as_object().into_iter().flatten() {
        if let Some(digits) = name.strip_prefix("ppf") {
            let p = format!("0.{digits}").parse().unwrap_or(f64::NAN);
            answer.insert(name.clone(), items(rows).iter().map(|it| quantile(p, it)).collect());
        }
    }
    answer.insert("rows".into(), items(&input["rows"]).iter().map(row).collect());
    Value::Object(answer)
}

pub fn normal(input: &Value, expect: &Value) -> Value {
    let cdf = items(&input["z"]).iter().map(|it| distribution::normal_cdf(number(it)));
    let quantile = |it: &Value| json!({"p": it["p"], "z": distribution::normal_quantile(number(&it["p"]))});
    json!({
        "cdf": cdf.collect::<Vec<_>>(),
        "ppf": items(&expect["ppf"]).iter().map(quantile).collect::<Vec<_>>(),
    })
}

pub fn describe(input: &Value, expect: &Value) -> Value {
    let summary = Summary::of(&list(&input["x"]));
    let mut quantiles = Map::new();
    for p in expect["quantile7"].as_object().into_iter().flatten().map(|it| it.0) {
        let quantile = p.parse().ok().and_then(|p| summary.quantile(p));
        quantiles.insert(p.clone(), json!(quantile));
    }
    json!({
        "n": summary.n,
        "missing": summary.missing,
        "mean": summary.mean,
        "median": summary.median,
        "var_n1": summary.variance,
        "sd_n1": summary.sd,
        "mad": summary.mad,
        "min": summary.sorted.first(),
        "max": summary.sorted.last(),
        "quantile7": quantiles,
    })
}

pub fn acf(input: &Value, _: &Value) -> Value {
    let values: Vec<f64> = list(&input["x"]).into_iter().flatten().collect();
    let result = autocorrelation(&values, count(&input["lags"]));
    json!({"acf": result.as_ref().ok(), "status": status(&result)})
}

/// The pairs of a case.
fn pairs(input: &Value) -> Vec<[f64; 2]> {
    rank::pairs(&list(&input["x"]), &list(&input["y"]))
}

pub fn pearson(input: &Value, _: &Value) -> Value {
    let found = rank::pearson(&pairs(input));
    json!({
        "n": found.n,
        "missing": found.missing,
        "status": status(&found.r),
        "value": found.r.ok(),
        "p": found.p(),
        "ci95_fisher": found.interval(),
    })
}

pub fn spearman(input: &Value, _: &Value) -> Value {
    let pairs = pairs(input);
    let found = rank::spearman(&pairs);
    let p = found.rho.ok().map(|rho| rank::correlation_p(found.n, rho));
    json!({
        "n": found.n,
        "missing": found.missing,
        "status": status(&found.rho),
        "value": found.rho.ok(),
        "p_t": p,
        "p_exact": rank::spearman_exact_p(&pairs),
    })
}

pub fn kendall_tau_b(input: &Value, _: &Value) -> Value {
    let found = rank::kendall(&pairs(input));
    json!({
        "n": found.n,
        "missing": found.missing,
        "status": status(&found.tau),
        "value": found.tau.ok(),
        "p_asymptotic": found.p,
        "p_exact": found.exact_p,
    })
}

pub fn theil_sen(input: &Value, _: &Value) -> Value {
    let found = trend::theil_sen(&list(&input["x"]), &list(&input["y"]));
    let line = found.line.ok();
    let ci95 = [0, 1].map(|end| line.and_then(|it| it.interval).map(|it| it[end]));
    json!({
        "n": found.n,
        "missing": found.missing,
        "status": status(&found.line),
        "slope": line.map(|it| it.slope),
        "intercept_separate": line.map(|it| it.intercept),
        "intercept_joint": line.map(|it| it.joint_intercept),
        "ci95": ci95,
    })
}

pub fn lag_scan(input: &Value, _: &Value) -> Value {
    let lags: Vec<i64> = items(&input["lags"]).iter().filter_map(Value::as_i64).collect();
    let rows = rank::lag_scan(&list(&input["x"]), &list(&input["y"]), &lags);
    let row = |it: &rank::Lagged| {
        json!({
            "lag": it.lag,
            "n": it.spearman.n,
            "missing": it.spearman.missing,
            "status": status(&it.spearman.rho),
            "rho": it.spearman.rho.ok(),
            "p_t": it.p,
            "p_bh": it.p_bh,
        })
    };
    json!({"rows": rows.iter().map(row).collect::<Vec<_>>()})
}

pub fn benjamini_hochberg(input: &Value, _: &Value) -> Value {
    let p = list(&input["p"]);
    let adjusted = multiple::benjamini_hochberg(&p);
    json!({
        "m": adjusted.iter().flatten().count(),
        "adjusted": adjusted,
        "adjusted_by": multiple::benjamini_yekutieli(&p),
        "reject_05": multiple::rejected(&p, 0.05),
    })
}

pub fn lowess(input: &Value, _: &Value) -> Value {
    let mut points = pairs(input);
    let options = lowess::Options {
        frac: number(&input["frac"]),
        robust_passes: count(&input["it"]),
        delta: input["delta"].as_f64().unwrap_or(0.0),
        ties: lowess::Ties::First,
    };
    let knots = lowess::lowess(&points, options);
    points.retain(|it| it.iter().all(|it| it.is_finite()));
    points.sort_by(|a, b| a[0].total_cmp(&b[0]));
    let x: Vec<f64> = points.iter().map(|it| it[0]).collect();
    // Dots of one x share a knot.
    let fit = |x: &f64| knots.iter().find(|it| it.x == *x).map(|it| it.y);
    let result = if x.is_empty() { Err(Undefined::TooFew) } else { Ok(()) };
    json!({
        "n": x.len(),
        "status": status(&result),
        "fit": x.iter().map(fit).collect::<Vec<_>>(),
        "x": x,
    })
}

pub fn rolling_mean_trailing(input: &Value, _: &Value) -> Value {
    let window = count(&input["window"]);
    let least = input["min_periods"].as_u64().map_or(window, |it| it as usize);
    json!({"mean": rolling::rolling_mean(&list(&input["x"]), window, least)})
}
