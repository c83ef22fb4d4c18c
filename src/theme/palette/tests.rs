use super::*;
use crate::charts::Measure;
use crate::theme::style_of_charts;

/// How far apart colours that can stand beside each other must be, in OKLab; white is 1 from black.
const APART: f32 = 0.105;

type Vector = [f32; 3];
type Matrix = [Vector; 3];

/// How colours look to who lacks one kind of cone: Machado, Oliveira, Fernandes (2009), severity 1, on
/// linear light.
const SEEN: [(&str, Matrix); 4] = [
    ("usual sight", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    (
        "protanopia",
        [
            [0.152_286, 1.052_583, -0.204_868],
            [0.114_503, 0.786_281, 0.099_216],
            [-0.003_882, -0.048_116, 1.051_998],
        ],
    ),
    (
        "deuteranopia",
        [
            [0.367_322, 0.860_646, -0.227_968],
            [0.280_085, 0.672_501, 0.047_413],
            [-0.011_820, 0.042_940, 0.968_881],
        ],
    ),
    (
        "tritanopia",
        [
            [1.255_528, -0.076_749, -0.178_779],
            [-0.078_411, 0.930_809, 0.147_602],
            [0.004_733, 0.691_367, 0.303_900],
        ],
    ),
];

/// Linear light to cones and cones to lightness and two opponent hues: Ottosson, OKLab (2020).
const CONES: Matrix = [
    [0.412_221_47, 0.536_332_55, 0.051_445_995],
    [0.211_903_5, 0.680_699_5, 0.107_396_96],
    [0.088_302_46, 0.281_718_85, 0.629_978_7],
];
const OPPONENT: Matrix = [
    [0.210_454_26, 0.793_617_8, -0.004_072_047],
    [1.977_998_5, -2.428_592_2, 0.450_593_7],
    [0.025_904_037, 0.782_771_77, -0.808_675_77],
];

fn times(matrix: &Matrix, vector: Vector) -> Vector {
    matrix.map(|row| row.iter().zip(vector).map(|(a, b)| a * b).sum())
}

fn linear(color: Color32) -> Vector {
    let rgba = egui::Rgba::from(color);
    [rgba.r(), rgba.g(), rgba.b()]
}

fn oklab(light: Vector) -> Vector {
    times(&OPPONENT, times(&CONES, light).map(f32::cbrt))
}

/// How far apart two colours look to who sees by `sight`.
fn distance(sight: &Matrix, a: Color32, b: Color32) -> f32 {
    let seen = |color| oklab(times(sight, linear(color)).map(|it| it.clamp(0.0, 1.0)));
    let (a, b) = (seen(a), seen(b));
    a.iter().zip(b).map(|(a, b)| (a - b) * (a - b)).sum::<f32>().sqrt()
}

/// WCAG 2 contrast ratio.
fn contrast(a: Color32, b: Color32) -> f32 {
    let luminance = |color| {
        let [r, g, b] = linear(color);
        0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05
    };
    let (a, b) = (luminance(a), luminance(b));
    a.max(b) / a.min(b)
}

const THEMES: [(&str, Palette); 2] = [("light", LIGHT), ("dark", DARK)];

/// Colours that can stand beside each other in a chart.
fn beside_each_other(it: &Palette) -> [Vec<Color32>; 3] {
    [
        it.steps.to_vec(),
        it.kinds.to_vec(),
        vec![it.soreness, it.sleep, it.load],
    ]
}

#[test]
fn every_ink_can_be_read_on_every_surface() {
    for (theme, it) in THEMES {
        for ink in [it.ink, it.second_ink, it.third_ink, it.accent, it.soreness, it.sleep] {
            for surface in [it.card, it.ground, it.sunk] {
                let ratio = contrast(ink, surface);
                assert!(ratio >= 4.5, "{theme}: {ink:?} on {surface:?} is {ratio:.2} : 1");
            }
        }
        assert!(contrast(it.on_accent, it.accent) >= 4.5, "{theme}");
        assert!(contrast(it.ink, it.accent_soft) >= 4.5, "{theme}");
    }
}

#[test]
fn every_fill_of_a_chart_stands_out_from_its_card() {
    for (theme, it) in THEMES {
        for fill in beside_each_other(&it).concat() {
            let ratio = contrast(fill, it.card);
            assert!(ratio >= 3.0, "{theme}: {fill:?} is {ratio:.2} : 1");
        }
    }
}

#[test]
fn colours_beside_each_other_are_apart_also_for_the_colour_blind() {
    for (theme, it) in THEMES {
        for (sight, matrix) in &SEEN {
            for colours in beside_each_other(&it) {
                for (n, a) in colours.iter().enumerate() {
                    for b in &colours[..n] {
                        let apart = distance(matrix, *a, *b);
                        assert!(apart >= APART, "{theme}, {sight}: {a:?} and {b:?} are {apart:.3} apart");
                    }
                }
            }
        }
    }
}

#[test]
fn steps_go_away_from_the_card_one_by_one() {
    for (theme, it) in THEMES {
        let contrasts = it.steps.map(|step| contrast(step, it.card));
        assert!(contrasts.is_sorted(), "{theme}: {contrasts:?}");
    }
}

#[test]
fn the_number_on_a_soreness_fill_can_be_read() {
    for (theme, it) in THEMES {
        for step in 0_i16..=10 {
            let ratio = contrast(it.ink, it.soreness_fill(f32::from(step) / 10.0));
            assert!(ratio >= 4.5, "{theme}, {step}: {ratio:.2}");
        }
    }
}

#[test]
fn a_depth_can_be_read_and_more_is_never_fainter() {
    for (theme, it) in THEMES {
        let style = style_of_charts(&it);
        for measure in [Measure::Soreness, Measure::Load, Measure::Sleep] {
            let mut before = 1.0;
            for step in 0_i16..=100 {
                let (fill, ink) = style.depth(measure, f32::from(step) / 100.0);
                let (number, card) = (contrast(fill, ink), contrast(fill, it.card));
                assert!(number >= 4.5, "{theme}, {measure:?} {step}: {number:.2}");
                assert!(
                    card >= before,
                    "{theme}, {measure:?} {step}: {card:.2} after {before:.2}"
                );
                before = card;
            }
        }
    }
}
