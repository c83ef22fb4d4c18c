//! All bytes of a file, and the files beside it.

/// A file as its reader gets it.
pub(in crate::import) struct Input<'i> {
    /// Its bytes, unpacked.
    pub bytes: &'i [u8],
    /// Its name without folders. Something to show or to match, never a sign of its format.
    pub name: &'i str,
    /// The bytes of the file of that name in the same folder or archive folder.
    sibling: &'i dyn Fn(&str) -> Option<Vec<u8>>,
}

impl<'i> Input<'i> {
    /// A file called `name`, with a way to read those beside it.
    pub fn new(bytes: &'i [u8], name: &'i str, sibling: &'i dyn Fn(&str) -> Option<Vec<u8>>) -> Self {
        Self { bytes, name, sibling }
    }

    /// A file without any beside it.
    #[cfg(test)]
    pub fn alone(bytes: &'i [u8]) -> Self {
        Self::new(bytes, "file", &|_| None)
    }

    /// The bytes of the file called `name` beside this one, where there is one of a moderate size. `name` is
    /// a constant of the format and never comes from a file.
    pub fn sibling(&self, name: &'static str) -> Option<Vec<u8>> {
        (self.sibling)(name)
    }
}
