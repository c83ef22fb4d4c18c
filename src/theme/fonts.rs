//! The fonts: Inter in three weights, Lucide for icons, and what the system has for other scripts.

use std::sync::{Arc, LazyLock};

use egui::epaint::text::{FallbackRequest, FontInsert, FontProvider as _};
use egui::{FontData, FontDefinitions, FontFamily};
use egui_system_font_provider::SystemFontProvider;

const REGULAR: &[u8] = include_bytes!("../../assets/fonts/Inter-Regular.otf");
const MEDIUM: &[u8] = include_bytes!("../../assets/fonts/Inter-Medium.otf");
const SEMI_BOLD: &[u8] = include_bytes!("../../assets/fonts/Inter-SemiBold.otf");

/// The family of labels on controls.
pub fn medium() -> FontFamily {
    FontFamily::Name("medium".into())
}

/// The family of titles and numbers.
pub fn semi_bold() -> FontFamily {
    FontFamily::Name("semi-bold".into())
}

/// The family of icons.
pub fn icons() -> FontFamily {
    FontFamily::Name("icons".into())
}

/// All fonts. egui's own stay behind Inter as a fallback, and so do those the system provides: notes are
/// written in any script.
pub fn definitions() -> FontDefinitions {
    let mut fonts = FontDefinitions::default();
    for (name, bytes) in [
        ("regular", REGULAR),
        ("medium", MEDIUM),
        ("semi-bold", SEMI_BOLD),
        ("lucide", lucide_icons::LUCIDE_FONT_BYTES),
    ] {
        let data = Arc::new(FontData::from_static(bytes));
        fonts.font_data.insert(name.to_owned(), data);
    }
    let fallback = fonts
        .families
        .get(&FontFamily::Proportional)
        .cloned()
        .unwrap_or_default();
    let family = |first: &str| {
        let mut names = vec![first.to_owned(), "lucide".to_owned()];
        names.extend(fallback.iter().cloned());
        names
    };
    fonts.families.insert(FontFamily::Proportional, family("regular"));
    fonts.families.insert(medium(), family("medium"));
    fonts.families.insert(semi_bold(), family("semi-bold"));
    fonts.families.insert(icons(), family("lucide"));
    fonts
}

/// A font of this computer for what all of ours lack. A window asks for them by itself; this is for
/// pictures that are drawn without one. The fonts are looked through the first time one is missing.
pub(super) fn of_this_computer(request: &FallbackRequest<'_>) -> Option<FontInsert> {
    static FONTS: LazyLock<SystemFontProvider> = LazyLock::new(SystemFontProvider::new);
    FONTS.font_for(request)
}
