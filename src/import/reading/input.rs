//! All bytes of a file, and the files beside it.

/// A file as its reader gets it.
pub(in crate::import) struct Input<'i> {
    /// Its bytes, unpacked.
    pub bytes: &'i [u8],
    /// The name of the folder it lies in, on the disk or in the archive; only ever text.
    pub folder: &'i str,
    /// The bytes of the file of that name in the same folder or archive folder.
    sibling: &'i dyn Fn(&str) -> Option<Vec<u8>>,
}

impl<'i> Input<'i> {
    /// A file in the folder of that name, with a way to read those beside it.
    pub fn new(bytes: &'i [u8], folder: &'i str, sibling: &'i dyn Fn(&str) -> Option<Vec<u8>>) -> Self {
        Self { bytes, folder, sibling }
    }

    /// A file without any beside it.
    #[cfg(test)]
    pub fn alone(bytes: &'i [u8]) -> Self {
        Self::new(bytes, "", &|_| None)
    }

    /// The bytes of the file called `name` beside this one, where there is one of a moderate size. `name` is
    /// a constant of the format and never comes from a file.
    pub fn sibling(&self, name: &'static str) -> Option<Vec<u8>> {
        (self.sibling)(name)
    }
}
