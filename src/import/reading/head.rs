//! How a file begins: enough of it to know its format.

use std::borrow::Cow;

use super::table::{Header, sample};

/// How much of a file is looked at.
pub(in crate::import) const HEAD_BYTES: usize = 1 << 16;

/// The first bytes of a file, unpacked, and what they say.
pub(in crate::import) struct Head<'h> {
    /// The bytes.
    pub bytes: &'h [u8],
    /// They as text, without marks and blanks before it.
    text: Cow<'h, str>,
    header: Option<Header>,
}

impl<'h> Head<'h> {
    /// Looks at the first bytes of a file, or at all of it.
    pub fn of(bytes: &'h [u8]) -> Self {
        let bytes = &bytes[..bytes.len().min(HEAD_BYTES)];
        let text = match super::table::utf8(bytes) {
            Cow::Borrowed(it) => String::from_utf8_lossy(it),
            Cow::Owned(it) => Cow::Owned(String::from_utf8_lossy(&it).into_owned()),
        };
        let is_markup = text.trim_start().starts_with(['<', '{', '[']);
        let header = (!is_markup).then(|| Header::of(bytes)).flatten();
        Self { bytes, text, header }
    }

    /// The text, without a byte order mark and blanks before it.
    pub fn text(&self) -> &str {
        self.text.trim_start_matches('\u{feff}').trim_start()
    }

    /// The header, where it begins as a table does.
    pub fn header(&self) -> Option<&Header> {
        self.header.as_ref()
    }

    /// The rows below the header, as far as they were looked at; not the last where it may be cut.
    pub fn rows(&self) -> Vec<Vec<String>> {
        let mut rows = sample(self.bytes);
        if self.bytes.len() == HEAD_BYTES {
            rows.pop();
        }
        rows
    }

    /// Whether it is a table with all these columns.
    pub fn has_columns(&self, columns: &[&str]) -> bool {
        self.header().is_some_and(|header| header.has(columns))
    }

    /// Whether it begins as XML does.
    pub fn is_xml(&self) -> bool {
        self.text().starts_with('<')
    }

    /// Whether it is XML and has an element `name` near its beginning, whatever its namespace.
    pub fn has_element(&self, name: &str) -> bool {
        let named = |it: &str| {
            let end = it
                .find(|c: char| c.is_whitespace() || matches!(c, '>' | '/'))
                .unwrap_or(it.len());
            it[..end].rsplit(':').next() == Some(name)
        };
        self.is_xml() && self.text().split('<').any(named)
    }

    /// Whether it begins as JSON does.
    pub fn is_json(&self) -> bool {
        self.text().starts_with(['{', '['])
    }

    /// Whether it is JSON in which all these keys stand near the beginning.
    pub fn has_keys(&self, keys: &[&str]) -> bool {
        self.is_json() && keys.iter().all(|key| self.text().contains(&format!("\"{key}\"")))
    }
}
