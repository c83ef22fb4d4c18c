//! Charts that leave the window: a picture or the numbers onto the clipboard or into a file. All of it
//! as jobs, from the journal as it is when they are wished for.
//!
//! They are drawn as on paper, in the light theme, whatever the window looks like.

use std::path::PathBuf;
use std::sync::Arc;

use super::App;
use super::command::PathFor;
use super::copied::Copied;
use super::jobs::{Ended, Worker};
use super::numbers::{Edition, Maker};
use crate::charts::picture::{Image, Look, Picture, csv, pasted};
use crate::charts::{Chart, Request};
use crate::domain::Journal;
use crate::{export, fl};

/// What a chart can be saved as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChartFile {
    /// An image for print.
    Png,
    /// A drawing whose text stays text.
    Svg,
    /// Its numbers as a table.
    Csv,
}

impl ChartFile {
    /// How the names of such files end.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Svg => "svg",
            Self::Csv => "csv",
        }
    }
}

/// A chart to be made, and what from.
struct Sitting {
    request: Request,
    journal: Arc<Journal>,
    edition: Edition,
    look: Look,
}

impl App {
    pub(super) fn copy_chart(&mut self, request: Request) {
        self.model.notices.settle(PathFor::Chart);
        let sitting = self.sitting(request);
        self.start_job("chart", fl!("job-chart"), move |worker| match sitting.image() {
            _ if worker.is_stopped() => Ended::Stopped,
            Ok(image) => Ended::Copied(Copied::Picture(image)),
            Err(why) => Ended::NoPicture(why),
        });
    }

    pub(super) fn copy_rows(&mut self, request: Request) {
        let sitting = self.sitting(request);
        self.start_job("copy", fl!("job-copy"), move |worker| match sitting.chart() {
            _ if worker.is_stopped() => Ended::Stopped,
            Ok(chart) => {
                let rows = chart.rows();
                Ended::Copied(Copied::Rows(pasted(&rows), rows.rows.len()))
            }
            Err(why) => Ended::NoPicture(why),
        });
    }

    pub(super) fn save_chart(&mut self, request: Request, file: ChartFile, mut to: PathBuf) {
        if to.extension().is_none() {
            to.set_extension(file.extension());
        }
        self.model.notices.settle(PathFor::Chart);
        let sitting = self.sitting(request);
        self.start_job("chart", fl!("job-chart"), move |worker: &Worker| {
            let saved = sitting.file(file).map(|bytes| {
                if worker.is_stopped() {
                    return Ended::Stopped;
                }
                match export::write_file(&to, &bytes, true) {
                    Ok(()) => Ended::ChartSaved(to),
                    Err(error) => Ended::NotExported(PathFor::Chart, error),
                }
            });
            saved.unwrap_or_else(Ended::NoPicture)
        });
    }

    fn sitting(&self, request: Request) -> Sitting {
        Sitting {
            request,
            journal: Arc::clone(&self.model.journal),
            edition: self.model.edition(),
            look: self.pictures.clone(),
        }
    }
}

impl Sitting {
    fn image(&self) -> Result<Image, String> {
        self.picture()?.image().map_err(|error| error.to_string())
    }

    fn file(&self, file: ChartFile) -> Result<Vec<u8>, String> {
        match file {
            ChartFile::Png => self.picture()?.png().map_err(|error| error.to_string()),
            ChartFile::Svg => Ok(self.picture()?.svg().as_bytes().to_vec()),
            ChartFile::Csv => Ok(csv(&self.chart()?.rows())),
        }
    }

    fn chart(&self) -> Result<Box<dyn Chart>, String> {
        let made = Maker::default().chart(&self.request, &self.journal, self.edition);
        made.map_err(|missing| missing.why)
    }

    fn picture(&self) -> Result<Picture, String> {
        Ok(Picture::of(self.chart()?.as_ref(), &self.look))
    }
}
