//! The figure in its sizes: it takes the room that it says. With `AFTERRUN_PICTURES` naming a folder, each
//! is also drawn there.

use std::path::PathBuf;

use afterrun::domain::{Region, Side};
use afterrun::theme;
use afterrun::ui::widgets::Views;
use egui::Theme;
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;

use super::stage::{Body, CALF, How, RATED, Shown, Stage};

fn sore() -> Body {
    let scores = [
        (CALF, 4.0),
        ((Region::Calf, Side::Right), 7.0),
        ((Region::Quads, Side::Left), 2.0),
        ((Region::Knee, Side::Right), 10.0),
        ((Region::Toes, Side::Left), 3.0),
        ((Region::Ankle, Side::Left), 1.0),
        ((Region::HipSideItb, Side::Right), 5.0),
        ((Region::LowerBack, Side::None), 6.0),
        ((Region::Achilles, Side::Left), 8.0),
        ((Region::Arms, Side::Right), 0.0),
    ];
    let before = [
        ((Region::Hamstrings, Side::Left), 5.0),
        ((Region::Glutes, Side::Right), 2.0),
        ((Region::Shin, Side::Right), 8.0),
    ];
    Body {
        scores: scores.into(),
        before: before.into(),
        lit: Vec::new(),
        ..Body::default()
    }
}

fn draw(it: &mut Stage, name: &str) {
    if let Some(folder) = std::env::var_os("AFTERRUN_PICTURES").map(PathBuf::from) {
        it.0.render().unwrap().save(folder.join(format!("{name}.png"))).unwrap();
    }
}

#[test]
fn it_is_as_tall_as_it_was_asked_to_be_with_its_words_below() {
    for height in [160.0_f32, 240.0, 320.0, 480.0] {
        for (look, dressed) in [("light", Theme::Light), ("dark", Theme::Dark)] {
            let shown = Shown {
                height,
                theme: dressed,
                ..RATED
            };
            let mut it = Stage::on(sore(), shown);
            draw(&mut it, &format!("body-{height}-{look}"));
            let parts: Vec<_> = it.0.get_all_by_role(Role::Button).map(|it| it.rect()).collect();
            let tall = parts.iter().map(egui::Rect::bottom).fold(0.0, f32::max);
            assert!(tall < height + 2.0 * theme::GAP, "{tall} of {height}");
        }
    }
}

#[test]
fn one_side_takes_half_the_room() {
    let lit = vec![(Region::Calf, Side::Left)];
    for (name, views) in [("front", Views::Front), ("back", Views::Back)] {
        let shown = Shown {
            views,
            height: 320.0,
            how: How::Seen,
            ..RATED
        };
        let mut it = Stage::on(
            Body {
                lit: lit.clone(),
                ..sore()
            },
            shown,
        );
        draw(&mut it, &format!("body-{name}"));
        let rects: Vec<_> = it.0.get_all_by_role(Role::Image).map(|it| it.rect()).collect();
        assert!(rects.iter().all(|it| it.right() < 200.0), "{name}: {rects:?}");
    }
}
