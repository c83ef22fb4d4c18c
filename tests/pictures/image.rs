//! The image that is made from a drawing.

use std::sync::atomic::{AtomicUsize, Ordering};

use afterrun::charts::picture::{Image, Look};
use afterrun::theme;
use egui::{Align2, Color32, FontFamily, FontId, Rect, Ui, pos2, vec2};

use super::picture;

/// Pixels in a unit at 300 dots an inch.
const SCALE: f32 = 11.811 / 4.0;

fn image(look: &Look, draw: impl Fn(&mut Ui) + Send + Sync) -> Image {
    picture(move |ui, _| draw(ui), look).image().unwrap()
}

fn pixel(image: &Image, x: f32, y: f32) -> [u8; 4] {
    let place = (y * SCALE) as usize * image.width + (x * SCALE) as usize;
    *image.rgba[place * 4..].first_chunk().unwrap()
}

#[test]
fn a_shape_is_at_its_place_in_its_colour() {
    let image = image(&theme::picture_look(false), |ui| {
        ui.allocate_space(vec2(100.0, 100.0));
        let square = Rect::from_min_size(pos2(300.0, 100.0), vec2(20.0, 20.0));
        ui.painter().rect_filled(square, 0, Color32::RED);
    });
    assert_eq!(image.width, 2126);
    assert_eq!(pixel(&image, 310.0, 110.0), [255, 0, 0, 255]);
    assert_eq!(pixel(&image, 310.0, 97.0), [255, 255, 255, 255]);
    assert_eq!(pixel(&image, 323.0, 110.0), [255, 255, 255, 255]);
}

#[test]
fn the_ground_is_that_of_the_theme() {
    for dark in [false, true] {
        let look = theme::picture_look(dark);
        let image = image(&look, |_| ());
        let [r, g, b, _] = look.style.card.to_array();
        assert_eq!(pixel(&image, 1.0, 1.0), [r, g, b, 255]);
    }
}

#[test]
fn letters_are_drawn_in_the_programs_typeface_and_weight() {
    let inked = |family: FontFamily| {
        let image = image(&theme::picture_look(false), move |ui| {
            ui.allocate_space(vec2(100.0, 100.0));
            let font = FontId::new(40.0, family.clone());
            ui.painter()
                .text(pos2(300.0, 100.0), Align2::LEFT_TOP, "lll", font, Color32::RED);
        });
        image
            .rgba
            .chunks_exact(4)
            .filter(|it| it[0] > 200 && it[1] < 60)
            .count()
    };
    let [regular, medium, semi_bold] = [FontFamily::Proportional, theme::medium(), theme::semi_bold()].map(inked);
    assert!(
        regular > 100 && medium > regular && semi_bold > medium,
        "{regular} {medium} {semi_bold}"
    );
}

#[test]
fn a_script_that_the_program_has_no_letters_for_is_looked_for_on_the_computer() {
    static ASKED: AtomicUsize = AtomicUsize::new(0);
    let look = Look {
        other_fonts: |request| {
            assert_eq!(request.cluster, "山");
            ASKED.fetch_add(1, Ordering::Relaxed);
            None
        },
        ..theme::picture_look(false)
    };
    image(&look, |ui| {
        ui.label("山");
    });
    assert!(ASKED.load(Ordering::Relaxed) > 0);
}
