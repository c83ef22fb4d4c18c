//! Every form in every window it must work in: its title and its buttons stay in view.
//! With `AFTERRUN_PICTURES` naming a folder, each is also drawn there.

use std::path::PathBuf;

use afterrun::app::command::{Form, FormKind};
use egui::accesskit::Role;
use egui::{Key, Theme};
use egui_kittest::kittest::Queryable as _;

use super::harness::{Screen, TODAY, journal, model, show_as};

const FORMS: [(FormKind, &str, &str); 6] = [
    (FormKind::Run, "run", "Save the run"),
    (FormKind::Night, "night", "Save the night"),
    (FormKind::Soreness, "soreness", "Save the soreness"),
    (FormKind::Intake, "intake", "Save the supplement"),
    (FormKind::Practice, "practice", "Save the habits"),
    (FormKind::CheckIn, "check_in", "Save the check-in"),
];

const WINDOWS: [(&str, [f32; 2], f32); 3] = [
    ("1280x800", [1280.0, 800.0], 1.0),
    ("900x600", [900.0, 600.0], 1.0),
    ("900x600-200", [900.0, 600.0], 2.0),
];

fn filled(kind: FormKind, it: &mut Screen<'_>) {
    match kind {
        FormKind::Run => {
            it.typing("10.2").tab(1).typing("54:30");
            it.choose(Role::RadioButton, "Effort 6: harder than hard");
            it.choose(Role::Button, "More");
        }
        FormKind::Night => {
            it.typing("9").fill("To bed at", "23:10").fill("Awake at", "6:50");
            it.choose(Role::RadioButton, "How the night was 4: good");
            it.save();
        }
        FormKind::Soreness => {
            it.press(Key::Num3).press(Key::ArrowRight).press(Key::Num6);
        }
        FormKind::Intake => {
            it.typing("Magnesium");
        }
        FormKind::Practice => {
            it.choose(Role::CheckBox, "Foam rolling: Yes");
            it.choose(Role::CheckBox, "Ice bath: Yes");
            it.choose(Role::CheckBox, "Stretching: No");
        }
        FormKind::CheckIn => {
            it.press(Key::Num4).choose(Role::RadioButton, "Mood 2: good");
            it.choose(Role::Button, "More");
        }
    }
}

fn draw(it: &mut Screen<'_>, name: &str) {
    if let Some(folder) = std::env::var_os("AFTERRUN_PICTURES").map(PathBuf::from) {
        it.0.render().unwrap().save(folder.join(format!("{name}.png"))).unwrap();
    }
}

#[test]
fn every_form_fits_every_window() {
    for (kind, word, save) in FORMS {
        for (window, size, zoom) in WINDOWS {
            for (look, theme) in [("light", Theme::Light), ("dark", Theme::Dark)] {
                let mut it = show_as(model(journal(), Form::new(kind, TODAY)), theme, size, zoom);
                let inside = egui::Rect::from_min_size(egui::Pos2::ZERO, egui::Vec2::from(size) / zoom);
                let in_view = |it: &Screen<'_>, state: &str| {
                    let button = it.0.get_by_label(save).rect();
                    assert!(inside.contains_rect(button), "{word} {window} {state}: {button:?}");
                    let title = it.0.get_by_role(Role::Heading).rect();
                    assert!(inside.contains_rect(title), "{word} {window} {state}: {title:?}");
                };
                draw(&mut it, &format!("{word}-{window}-{look}-empty"));
                in_view(&it, "empty");
                filled(kind, &mut it);
                draw(&mut it, &format!("{word}-{window}-{look}-filled"));
                in_view(&it, "filled");
            }
        }
    }
}
