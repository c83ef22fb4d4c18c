//! The Settings screen: each choice is one wish, at once.

mod places;

use afterrun::app::Model;
use afterrun::app::command::Command;
use afterrun::app::look::{Look as Shown, ThemeChoice};
use afterrun::domain::settings::{DistanceUnit, FirstWeekday, MassUnit, TemperatureUnit};
use afterrun::domain::{DayRule, Settings};
use afterrun::ui::screens::settings::{SettingsState, settings_ui};
use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use places::{Look, World, catalogues, harness, model_of, settings};

type Screen = Harness<'static, World<SettingsState>>;

fn screen(model: Model) -> Screen {
    // High enough that everything is in view, and wide enough for two columns.
    let look = Look {
        size: [1280.0, 1200.0],
        ..Look::default()
    };
    harness(settings_ui, model, &look)
}

fn press(screen: &mut Screen, label: &str) {
    screen.get_by_label(label).click();
    screen.run();
}

fn only(screen: &Screen) -> Command {
    let wishes = &screen.state().wishes;
    assert_eq!(wishes.len(), 1, "{wishes:?}");
    wishes[0].clone()
}

#[test]
fn each_choice_changes_one_setting_of_the_journal() {
    let is = settings;
    for (label, wanted) in [
        (
            "Miles",
            Settings {
                distance: DistanceUnit::Mi,
                ..is()
            },
        ),
        (
            "°F",
            Settings {
                temperature: TemperatureUnit::Fahrenheit,
                ..is()
            },
        ),
        (
            "lb",
            Settings {
                mass: MassUnit::Lb,
                ..is()
            },
        ),
        (
            "Sunday",
            Settings {
                first_weekday: FirstWeekday::Sunday,
                ..is()
            },
        ),
    ] {
        let mut screen = screen(model_of(catalogues()));
        press(&mut screen, label);
        assert_eq!(only(&screen), Command::SetSettings(wanted), "{label}");
    }
}

#[test]
fn the_day_may_start_until_six_and_says_what_that_means() {
    let mut screen = screen(model_of(catalogues()));
    assert!(screen.query_by_label_contains("before 04:00 still belongs").is_some());
    press(&mut screen, "Start of the day");
    assert!(screen.query_by_label("06:00").is_some() && screen.query_by_label("06:30").is_none());
    press(&mut screen, "02:00");
    let wanted = Settings {
        day_rule: DayRule { start_min: 120 },
        ..settings()
    };
    assert_eq!(only(&screen), Command::SetSettings(wanted));
}

/// The settings with `words` typed into the search for a zone.
fn searching(words: &str) -> Screen {
    let mut screen = screen(model_of(catalogues()));
    press(&mut screen, "Choose another…");
    screen.get_by_role_and_label(Role::TextInput, "Find a zone").focus();
    screen.run();
    let field = screen.get_by_role_and_label(Role::TextInput, "Find a zone");
    field.type_text(words);
    screen.run();
    screen
}

#[test]
fn a_zone_is_found_by_its_name() {
    let mut screen = searching("new york");
    press(&mut screen, "America/New York");
    let wanted = Settings {
        zone: "America/New_York".to_owned(),
        ..settings()
    };
    assert_eq!(only(&screen), Command::SetSettings(wanted));
}

#[test]
fn enter_takes_the_first_zone_that_was_found() {
    let mut screen = searching("berlin");
    screen.key_press(egui::Key::Enter);
    screen.run();
    let wanted = Settings {
        zone: "Europe/Berlin".to_owned(),
        ..settings()
    };
    assert_eq!(only(&screen), Command::SetSettings(wanted));
}

#[test]
fn theme_and_text_size_are_this_computers() {
    for (label, wanted) in [
        (
            "Dark",
            Shown {
                theme: ThemeChoice::Dark,
                ..Shown::default()
            },
        ),
        (
            "150 %",
            Shown {
                text_percent: 150,
                ..Shown::default()
            },
        ),
    ] {
        let mut screen = screen(model_of(catalogues()));
        press(&mut screen, label);
        assert_eq!(only(&screen), Command::SetLook(wanted), "{label}");
    }
}

#[test]
fn reminders_and_sounds_are_switched_off_and_on_again() {
    for (label, off) in [
        (
            "Remind me",
            Shown {
                remind: false,
                ..Shown::default()
            },
        ),
        (
            "Sounds",
            Shown {
                sounds: false,
                ..Shown::default()
            },
        ),
    ] {
        let mut screen = screen(model_of(catalogues()));
        screen.get_by_role_and_label(Role::Switch, label).click();
        screen.run();
        assert_eq!(only(&screen), Command::SetLook(off), "{label}");
        screen.state_mut().model.look = off;
        screen.state_mut().wishes.clear();
        screen.run();
        screen.get_by_role_and_label(Role::Switch, label).click();
        screen.run();
        assert_eq!(only(&screen), Command::SetLook(Shown::default()), "{label}");
    }
}

#[test]
fn a_journal_that_can_only_be_read_keeps_its_settings_and_may_look_otherwise() {
    let mut model = model_of(catalogues());
    model.read_only = true;
    let screen = screen(model);
    for label in ["Miles", "Answer the questions", "Move Drink up"] {
        assert!(screen.get_by_label(label).accesskit_node().is_disabled(), "{label}");
    }
    assert!(!screen.get_by_label("Dark").accesskit_node().is_disabled());
}
