//! temporary
use crate::app::Model;
use crate::domain::Batch;
#[derive(Default)]
pub struct MorningDraft {
    pub slept: String,
    pub quality: Option<f64>,
    pub soreness: Option<f64>,
    pub fatigue: Option<f64>,
    pub stress: Option<f64>,
    pub mood: Option<f64>,
}
impl MorningDraft {
    pub fn is_empty(&self) -> bool {
        true
    }
    pub fn batch(&self, _m: &Model) -> Result<Batch, ()> {
        Err(())
    }
}
