//! What is a pair, which way it leans, and how its groups are cut.

use jiff::civil::date;

use super::*;
use crate::domain::Rating;

const FIRST: Date = date(2020, 1, 1);

const HEADLINE: Question = Question {
    x: Series::Sleep,
    y: Series::Soreness,
    lag: 0,
};

/// Hours slept, and the morning's rating.
type Day = (Option<f64>, Option<(f64, Scale)>);

/// A table whose days have these hours and these ratings.
fn table(days: &[Day]) -> DailyTable {
    let rows = days.iter().enumerate().map(|(i, &(sleep_h, rating))| DailyRow {
        day: FIRST.saturating_add((i as i64).days()),
        covered: true,
        runs: 0,
        distance_m: None,
        moving_s: None,
        load_au: Some(100.0 * i as f64),
        sleep_h,
        nap_h: None,
        sleep_quality: None,
        soreness: rating.map(|(value, scale)| Rating { value, scale }),
        soreness_regions: 0,
        fatigue: None,
        stress: None,
        mood: None,
        habits: Vec::new(),
        took: Vec::new(),
        dose: Vec::new(),
    });
    DailyTable {
        rows: rows.collect(),
        ..DailyTable::default()
    }
}

fn all() -> RangeInclusive<Date> {
    Date::MIN..=Date::MAX
}

fn values(found: &Pairs) -> Vec<(f64, f64)> {
    found.pairs.iter().map(|it| (it.x, it.y)).collect()
}

#[test]
fn only_mornings_with_both_on_the_usual_scale_are_pairs() {
    let pmsys = |value| Some((value, Scale::Pmsys15));
    let days = [
        (Some(6.0), pmsys(1.0)),
        (Some(8.0), pmsys(5.0)),
        (None, pmsys(3.0)),
        (Some(7.5), None),
        (Some(7.0), Some((4.0, Scale::Nrs010))),
        (None, None),
    ];
    let found = Pairs::of(&table(&days), HEADLINE, &all());
    assert_eq!((found.x_scale, found.y_scale), (None, Some(Scale::Pmsys15)));
    assert_eq!(values(&found), [(6.0, 1.0), (8.0, 5.0)]);
    let left_out = LeftOut {
        other_scale: 1,
        only_x: 1,
        only_y: 1,
    };
    assert_eq!(found.left_out, left_out);
    let groups: Vec<_> = found.groups.iter().map(|it| (it.n, it.mean)).collect();
    assert_eq!(groups, [(1, Some(1.0)), (1, Some(5.0))]);
}

#[test]
fn a_lag_takes_the_other_one_from_days_before_and_a_negative_one_from_days_after() {
    let nrs = |value| Some((value, Scale::Nrs010));
    let table = table(&[
        (Some(6.0), nrs(1.0)),
        (Some(7.0), nrs(2.0)),
        (Some(8.0), nrs(3.0)),
        (Some(9.0), nrs(4.0)),
    ]);
    let of = |lag| {
        let found = Pairs::of(&table, Question { lag, ..HEADLINE }, &all());
        (found.span().unwrap().0, values(&found))
    };
    assert_eq!(of(1), (date(2020, 1, 2), vec![(6.0, 2.0), (7.0, 3.0), (8.0, 4.0)]));
    assert_eq!(of(-1), (date(2020, 1, 1), vec![(7.0, 1.0), (8.0, 2.0), (9.0, 3.0)]));
    // Soreness of the first day of a range meets the night before the range.
    let found = Pairs::of(&table, Question { lag: 1, ..HEADLINE }, &(date(2020, 1, 3)..=Date::MAX));
    assert_eq!(values(&found), [(7.0, 3.0), (8.0, 4.0)]);
}

#[test]
fn each_pair_knows_the_load_of_the_day_before() {
    let nrs = Some((3.0, Scale::Nrs010));
    let found = Pairs::of(&table(&[(Some(6.0), nrs), (Some(7.0), nrs)]), HEADLINE, &all());
    let loads: Vec<_> = found.pairs.iter().map(|it| it.load_before).collect();
    assert_eq!(loads, [None, Some(0.0)]);
}

#[test]
fn the_sign_of_rho_is_that_of_soreness_on_every_scale() {
    let nights = [5.0, 6.0, 7.0, 8.0];
    let rated = |scale: Scale| {
        let (low, _) = scale.range();
        let rows = nights.iter().enumerate().map(|(i, &hours)| {
            // The longer the night, the less sore.
            let step = if scale.higher_is_worse() { 3 - i } else { i };
            (Some(hours), Some((low + step as f64, scale)))
        });
        Pairs::of(&table(&rows.collect::<Vec<_>>()), HEADLINE, &all())
    };
    for scale in [Scale::Nrs010, Scale::Pmsys15, Scale::Hooper17] {
        let rho = rated(scale).rho.rho.unwrap();
        assert!((rho + 1.0).abs() < 1e-12, "{}: {rho}", scale.id());
    }
}

#[test]
fn the_range_decides_which_mornings_and_which_scale() {
    let table = table(&[
        (Some(6.0), Some((1.0, Scale::Pmsys15))),
        (Some(7.0), Some((2.0, Scale::Pmsys15))),
        (Some(8.0), Some((6.0, Scale::Nrs010))),
    ]);
    let late = Pairs::of(&table, HEADLINE, &(date(2020, 1, 3)..=Date::MAX));
    assert_eq!(late.y_scale, Some(Scale::Nrs010));
    assert_eq!(late.span(), Some((date(2020, 1, 3), date(2020, 1, 3))));
    assert_eq!(Pairs::of(&table, HEADLINE, &all()).pairs.len(), 2);
}

#[test]
fn an_empty_table_has_nothing_to_say() {
    let found = Pairs::of(&DailyTable::default(), HEADLINE, &all());
    assert_eq!((found.y_scale, found.span(), found.line.len()), (None, None, 0));
    assert!(found.groups.iter().all(|it| it.mean.is_none()));
}

#[test]
fn decades_get_a_line_of_few_knots() {
    let days: Vec<_> = (0..11_000_u32)
        .map(|i| {
            let hours = 5.0 + f64::from(i * 7919 % 997) / 250.0;
            (Some(hours), Some((f64::from(i * 31 % 11), Scale::Nrs010)))
        })
        .collect();
    let found = Pairs::of(&table(&days), HEADLINE, &all());
    assert!((50..250).contains(&found.line.len()), "{}", found.line.len());
}

#[test]
fn thirds_are_cut_at_values_and_are_fewer_where_many_are_equal() {
    let of = |values: &[f64]| thirds(values.iter().copied());
    let all_different = [Stretch::UpTo(2.0), Stretch::Between(2.0, 4.0), Stretch::Over(4.0)];
    assert_eq!(of(&[6.0, 1.0, 5.0, 2.0, 4.0, 3.0]), all_different);
    assert_eq!(
        of(&[0.0, 0.0, 0.0, 1.0, 2.0]),
        [Stretch::UpTo(0.0), Stretch::Between(0.0, 1.0), Stretch::Over(1.0)]
    );
    assert_eq!(of(&[0.0, 0.0, 0.0, 0.0, 2.0]), [Stretch::UpTo(0.0), Stretch::Over(0.0)]);
    assert_eq!(
        of(&[0.0, 2.0, 2.0, 2.0, 2.0]),
        [Stretch::Under(2.0), Stretch::From(2.0)]
    );
    assert_eq!(of(&[0.0, 0.0, 1.0, 1.0]), [Stretch::UpTo(0.0), Stretch::Over(0.0)]);
    assert_eq!(of(&[3.0, 3.0]), []);
    assert_eq!(of(&[]), []);
}

proptest::proptest! {
    #[test]
    fn every_value_is_in_one_third(values in proptest::collection::vec(0..6_i32, 1..60)) {
        let values: Vec<f64> = values.into_iter().map(f64::from).collect();
        let thirds = thirds(values.iter().copied());
        for value in &values {
            let holding = thirds.iter().filter(|it| it.holds(*value)).count();
            proptest::prop_assert!(thirds.is_empty() || holding == 1);
        }
        for third in &thirds {
            proptest::prop_assert!(values.iter().any(|it| third.holds(*it)));
        }
    }
}
