//! Every colour of the program.
//!
//! Two palettes of the same names. Each ink reaches 4.5 : 1 on card, ground and sunk (a test holds it to
//! that). A record type keeps its colour on every screen: soreness, sleep, load. What stands beside each
//! other in a chart differs in lightness as well as in hue, so that it is apart also for who cannot tell red
//! from green or blue from yellow, and on a grey print.

use egui::Color32;

use crate::charts::depth;

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
    /// From little to much of the same: each further from the card than the one before.
    pub steps: [Color32; 3],
    /// Things of different kinds beside each other. Take them in this order.
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
    load: rgb(0x7F_8D9A),
    steps: [rgb(0xD2_7835), rgb(0x9E_3C0A), rgb(0x45_1803)],
    kinds: [
        rgb(0x3D_62B8),
        rgb(0xD0_7B22),
        rgb(0x03_483A),
        rgb(0xA0_4F72),
        rgb(0x90_9292),
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
    steps: [rgb(0xA0_562B), rgb(0xF2_9155), rgb(0xFF_E3CC)],
    kinds: [
        rgb(0x86_A8F5),
        rgb(0xED_C055),
        rgb(0x93_F0DC),
        rgb(0xB0_50A4),
        rgb(0xB0_9189),
    ],
};

impl Palette {
    /// The fill behind a soreness score on a control: one hue, deeper with how bad it is (0 good end, 1 bad
    /// end), and always light enough for the same ink.
    pub fn soreness_fill(&self, severity: f32) -> Color32 {
        self.card.lerp_to_gamma(self.soreness, 0.10 + 0.42 * severity)
    }

    /// The same where it has to be seen from afar, and the ink on it.
    pub fn soreness_depth(&self, severity: f32) -> (Color32, Color32) {
        depth(self.card, self.ink, self.soreness, severity)
    }
}

#[cfg(test)]
mod tests;
