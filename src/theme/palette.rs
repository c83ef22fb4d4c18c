//! Every colour of the program.
//!
//! Two palettes of the same names. Each ink reaches 4.5 : 1 on card, ground and sunk (a test holds it to
//! that). A record type keeps its colour on every screen: soreness, sleep, load.

use egui::Color32;

/// The colours of one theme, by what they are for.
#[derive(Clone, Copy, Debug, PartialEq)]
#[expect(missing_docs, reason = "the words say it")]
pub struct Palette {
    pub ground: Color32,
    pub card: Color32,
    pub sunk: Color32,
    pub line: Color32,
    pub ink: Color32,
    pub second_ink: Color32,
    pub third_ink: Color32,
    pub accent: Color32,
    pub accent_soft: Color32,
    pub on_accent: Color32,
    pub soreness: Color32,
    pub sleep: Color32,
    /// For fills only: as text it would be too light.
    pub load: Color32,
    /// From little to much of the same.
    pub steps: [Color32; 3],
    /// Things of different kinds beside each other.
    pub kinds: [Color32; 5],
}

const fn rgb(hex: u32) -> Color32 {
    Color32::from_rgb((hex >> 16) as u8, (hex >> 8) as u8, hex as u8)
}

/// The light theme.
pub const LIGHT: Palette = Palette {
    ground: rgb(0xF4_F6F4),
    card: rgb(0xFF_FFFF),
    sunk: rgb(0xED_F1EE),
    line: rgb(0xDF_E5E1),
    ink: rgb(0x17_201C),
    second_ink: rgb(0x4F_5D56),
    third_ink: rgb(0x62_6E68),
    accent: rgb(0x0A_6C5F),
    accent_soft: rgb(0xD8_EEEA),
    on_accent: rgb(0xFF_FFFF),
    soreness: rgb(0xB6_4A14),
    sleep: rgb(0x3D_62B8),
    load: rgb(0x6F_7D8A),
    steps: [rgb(0xE8_A86A), rgb(0xB6_4A14), rgb(0x4F_1D05)],
    kinds: [
        rgb(0x3D_62B8),
        rgb(0xD9_8A1E),
        rgb(0x0A_6C5F),
        rgb(0x8C_3A6B),
        rgb(0x4F_5D56),
    ],
};

/// The dark theme.
pub const DARK: Palette = Palette {
    ground: rgb(0x0F_1412),
    card: rgb(0x17_1E1B),
    sunk: rgb(0x1F_2824),
    line: rgb(0x2A_342F),
    ink: rgb(0xE7_EEEA),
    second_ink: rgb(0xA9_B6AF),
    third_ink: rgb(0x8D_9A93),
    accent: rgb(0x45_C4B0),
    accent_soft: rgb(0x15_3A34),
    on_accent: rgb(0x06_231E),
    soreness: rgb(0xF2_9155),
    sleep: rgb(0x86_A8F5),
    load: rgb(0x7E_8C98),
    steps: [rgb(0x8A_4A22), rgb(0xF2_9155), rgb(0xFF_E3CC)],
    kinds: [
        rgb(0x86_A8F5),
        rgb(0xF0_B44C),
        rgb(0x45_C4B0),
        rgb(0xE0_8CC0),
        rgb(0xA9_B6AF),
    ],
};

impl Palette {
    /// The fill behind a soreness score: one hue, deeper with how bad it is (0 good end, 1 bad end).
    pub fn soreness_fill(&self, severity: f32) -> Color32 {
        self.card.lerp_to_gamma(self.soreness, 0.10 + 0.42 * severity)
    }

    /// The same where it has to be seen from afar, and the ink on it: from severe on (7 of 10) it is the
    /// full hue.
    pub fn soreness_depth(&self, severity: f32) -> (Color32, Color32) {
        if severity < 0.65 {
            (self.soreness_fill((severity / 0.6).min(1.0)), self.ink)
        } else {
            let depth = 1.0 - 0.2 * (1.0 - severity);
            (self.card.lerp_to_gamma(self.soreness, depth), self.card)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// WCAG 2 contrast ratio.
    fn contrast(a: Color32, b: Color32) -> f32 {
        let luminance = |c: Color32| {
            let rgba = egui::Rgba::from(c);
            0.2126 * rgba.r() + 0.7152 * rgba.g() + 0.0722 * rgba.b()
        };
        let (a, b) = (luminance(a) + 0.05, luminance(b) + 0.05);
        a.max(b) / a.min(b)
    }

    #[test]
    fn every_ink_can_be_read_on_every_surface() {
        for (theme, it) in [("light", LIGHT), ("dark", DARK)] {
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
    fn the_number_on_a_soreness_fill_can_be_read() {
        for it in [LIGHT, DARK] {
            for step in 0_i16..=10 {
                let fill = it.soreness_fill(f32::from(step) / 10.0);
                assert!(contrast(it.ink, fill) > 4.5, "{step}: {:.2}", contrast(it.ink, fill));
                let (fill, ink) = it.soreness_depth(f32::from(step) / 10.0);
                assert!(contrast(ink, fill) > 4.5, "{step}: {:.2}", contrast(ink, fill));
            }
        }
    }
}
