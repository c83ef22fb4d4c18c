//! The FIT format itself: headers, definitions and messages, and no meaning.
//!
//! A file is one or more chained parts, each a header, messages and a checksum. A message names one of 16
//! local definitions, which says what fields it has, how long they are and in which byte order. Nothing is
//! allocated by a size that the file claims; every byte is looked at most once for messages and once for
//! the checksum. What cannot be read ends the file: what stood before has been handed out by then.

/// The field of every message that holds its time.
const TIMESTAMP: u8 = 253;

/// What is wrong with a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Damage {
    /// It does not begin as a FIT file does.
    Header,
    /// It ends before its messages do.
    Cut,
    /// A message that cannot be read; nothing behind it is.
    Message,
    /// All messages could be read, but the checksum says that bytes were changed.
    Checksum,
}

/// Hands out the messages of a file in order; `each` returns false to stop. The first damage, if any.
pub(super) fn read(bytes: &[u8], mut each: impl FnMut(&Message<'_>) -> bool) -> Result<(), Damage> {
    let mut at = 0;
    let mut checksum = Ok(());
    while let Some(part) = Part::at(bytes, at) {
        if !messages(part.data, &mut each)? {
            return Ok(());
        }
        let Some(stored) = bytes.get(part.end..part.end + 2).filter(|_| !part.is_cut) else {
            return Err(Damage::Cut);
        };
        if crc(&bytes[at..part.end]) != u16::from_le_bytes([stored[0], stored[1]]) {
            checksum = Err(Damage::Checksum);
        }
        at = part.end + 2;
    }
    // Some watches leave a few bytes behind the last part: only a file without any part is none.
    if at == 0 { Err(Damage::Header) } else { checksum }
}

/// One chained part.
struct Part<'b> {
    data: &'b [u8],
    end: usize,
    is_cut: bool,
}

impl<'b> Part<'b> {
    fn at(bytes: &'b [u8], at: usize) -> Option<Self> {
        let rest = bytes.get(at..)?;
        let header = usize::from(*rest.first()?);
        if header < 12 || rest.get(8..12)? != b".FIT" || rest.len() < header {
            return None;
        }
        let size = u32::from_le_bytes(rest.get(4..8)?.try_into().ok()?) as usize;
        // A device that lost its power leaves a size of 0.
        let whole = header.checked_add(size).filter(|&it| size > 0 && it <= rest.len());
        let end = whole.unwrap_or(rest.len());
        Some(Self {
            data: &rest[header..end],
            end: at + end,
            is_cut: whole.is_none(),
        })
    }
}

/// What a definition says of a field.
struct Field {
    number: u8,
    base: u8,
    start: usize,
    size: usize,
}

/// What a local message number stands for.
struct Definition {
    global: u16,
    big_endian: bool,
    fields: Vec<Field>,
    size: usize,
}

/// One message.
pub(super) struct Message<'b> {
    definition: &'b Definition,
    data: &'b [u8],
    /// Which message it is, by its global number.
    pub global: u16,
    /// When, in seconds of the FIT epoch.
    pub timestamp: Option<u32>,
}

fn messages(data: &[u8], each: &mut impl FnMut(&Message<'_>) -> bool) -> Result<bool, Damage> {
    let mut definitions: [Option<Definition>; 16] = std::array::from_fn(|_| None);
    let mut input = Input { data, at: 0 };
    let mut clock: Option<u32> = None;
    while input.at < data.len() {
        let header = input.byte()?;
        let is_compressed = header & 0x80 != 0;
        if !is_compressed && header & 0x40 != 0 {
            definitions[usize::from(header & 0x0f)] = Some(input.definition(header & 0x20 != 0)?);
            continue;
        }
        let local = if is_compressed {
            header >> 5 & 0x03
        } else {
            header & 0x0f
        };
        let definition = definitions[usize::from(local)].as_ref().ok_or(Damage::Message)?;
        let mut message = Message {
            definition,
            data: input.take(definition.size)?,
            global: definition.global,
            timestamp: None,
        };
        clock = match (message.number(TIMESTAMP), clock) {
            (Some(seconds), _) => Some(seconds as u32),
            (None, Some(last)) if is_compressed => Some(roll(last, header & 0x1f)),
            (None, last) => last,
        };
        message.timestamp = clock;
        if !each(&message) {
            return Ok(false);
        }
    }
    Ok(true)
}

/// The time whose lowest five bits are `offset`, at or after `last`.
fn roll(last: u32, offset: u8) -> u32 {
    let step = u32::from(offset).wrapping_sub(last) & 0x1f;
    last.wrapping_add(step)
}

struct Input<'b> {
    data: &'b [u8],
    at: usize,
}

impl<'b> Input<'b> {
    fn take(&mut self, size: usize) -> Result<&'b [u8], Damage> {
        let bytes = self
            .data
            .get(self.at..)
            .and_then(|rest| rest.get(..size))
            .ok_or(Damage::Cut)?;
        self.at += size;
        Ok(bytes)
    }

    fn byte(&mut self) -> Result<u8, Damage> {
        Ok(self.take(1)?[0])
    }

    fn definition(&mut self, has_developer_fields: bool) -> Result<Definition, Damage> {
        let head = self.take(5)?;
        let big_endian = head[1] == 1;
        let global = if big_endian {
            u16::from_be_bytes([head[2], head[3]])
        } else {
            u16::from_le_bytes([head[2], head[3]])
        };
        let (mut fields, mut size) = (Vec::new(), 0);
        let described = self.take(3 * usize::from(head[4]))?.chunks_exact(3);
        // A field without bytes says nothing, and many of them would make small messages slow to read.
        for field in described.filter(|it| it[1] > 0) {
            fields.push(Field {
                number: field[0],
                base: field[2],
                start: size,
                size: usize::from(field[1]),
            });
            size += usize::from(field[1]);
        }
        if has_developer_fields {
            let count = usize::from(self.byte()?);
            // What an app added has no meaning here: only its length matters.
            size += self
                .take(3 * count)?
                .chunks_exact(3)
                .map(|it| usize::from(it[1]))
                .sum::<usize>();
        }
        Ok(Definition {
            global,
            big_endian,
            fields,
            size,
        })
    }
}

impl Message<'_> {
    /// The first number of a field; `None` where it has none, or the value that stands for none.
    pub fn number(&self, field: u8) -> Option<f64> {
        let (base, bytes) = self.raw(field)?;
        let word = self.word(bytes, width(base)?)?;
        match base & 0x1f {
            0x00 | 0x02 | 0x0d => valid(word, 0xff),
            0x01 => valid(word, 0x7f).map(|_| f64::from(word as u8 as i8)),
            0x03 => valid(word, 0x7fff).map(|_| f64::from(word as u16 as i16)),
            0x04 => valid(word, 0xffff),
            0x05 => valid(word, 0x7fff_ffff).map(|_| f64::from(word as u32 as i32)),
            0x06 => valid(word, 0xffff_ffff),
            0x08 => Some(f64::from(f32::from_bits(word as u32))).filter(|it| it.is_finite()),
            0x09 => Some(f64::from_bits(word)).filter(|it| it.is_finite()),
            0x0a..=0x0c | 0x10 => valid(word, 0),
            0x0e => valid(word, i64::MAX as u64).map(|_| word as i64 as f64),
            0x0f => valid(word, u64::MAX),
            _ => None,
        }
    }

    /// The text of a field, up to its end mark.
    pub fn text(&self, field: u8) -> Option<String> {
        let (base, bytes) = self.raw(field)?;
        let end = bytes.iter().position(|&it| it == 0).unwrap_or(bytes.len());
        let text = String::from_utf8_lossy(&bytes[..end]).trim().to_owned();
        (base & 0x1f == 0x07 && !text.is_empty()).then_some(text)
    }

    fn raw(&self, number: u8) -> Option<(u8, &[u8])> {
        let field = self.definition.fields.iter().find(|it| it.number == number)?;
        let bytes = self.data.get(field.start..field.start + field.size)?;
        Some((field.base, bytes))
    }

    /// The first `width` bytes in the message's byte order; `None` where they are not whole numbers of
    /// that width.
    fn word(&self, bytes: &[u8], width: usize) -> Option<u64> {
        let first = bytes.get(..width).filter(|_| bytes.len().is_multiple_of(width))?;
        let shift = |word: u64, byte: &u8| word << 8 | u64::from(*byte);
        Some(if self.definition.big_endian {
            first.iter().fold(0, shift)
        } else {
            first.iter().rev().fold(0, shift)
        })
    }
}

fn valid(word: u64, none: u64) -> Option<f64> {
    (word != none).then_some(word as f64)
}

/// How many bytes a number of a base type has.
fn width(base: u8) -> Option<usize> {
    match base & 0x1f {
        0x00..=0x02 | 0x0a | 0x0d => Some(1),
        0x03 | 0x04 | 0x0b => Some(2),
        0x05 | 0x06 | 0x08 | 0x0c => Some(4),
        0x09 | 0x0e..=0x10 => Some(8),
        _ => None,
    }
}

/// The checksum of the FIT format.
fn crc(bytes: &[u8]) -> u16 {
    const TABLE: [u16; 16] = [
        0x0000, 0xcc01, 0xd801, 0x1400, 0xf001, 0x3c00, 0x2800, 0xe401, 0xa001, 0x6c00, 0x7800, 0xb401, 0x5000, 0x9c01,
        0x8801, 0x4400,
    ];
    let step = |crc: u16, nibble: u8| crc >> 4 & 0x0fff ^ TABLE[usize::from(crc & 0xf)] ^ TABLE[usize::from(nibble)];
    bytes
        .iter()
        .fold(0, |crc, byte| step(step(crc, byte & 0x0f), byte >> 4))
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A file of one part around these messages.
    pub fn file(data: &[u8]) -> Vec<u8> {
        let mut bytes = vec![12, 0x10, 0, 0];
        bytes.extend((data.len() as u32).to_le_bytes());
        bytes.extend(b".FIT");
        bytes.extend(data);
        let crc = crc(&bytes);
        bytes.extend(crc.to_le_bytes());
        bytes
    }

    /// A definition of message 20 with a time and a big-endian number, a message, and one with a
    /// compressed time.
    fn messages_of_a_watch() -> Vec<u8> {
        let mut data = vec![0x40, 0, 1, 0, 20, 2, 253, 4, 0x86, 5, 4, 0x86];
        data.extend([0x00, 0x30, 0, 0, 0x1e, 0, 0, 0x01, 0x00]);
        data.extend([0x41, 0, 0, 20, 0, 1, 3, 1, 0x02]);
        data.extend([0xa1, 150]);
        data
    }

    /// Which message, when, and its fields 5 and 3.
    type Seen = (u16, Option<u32>, Option<f64>, Option<f64>);

    fn seen(bytes: &[u8]) -> (Vec<Seen>, Result<(), Damage>) {
        let mut seen = Vec::new();
        let end = read(bytes, |it| {
            seen.push((it.global, it.timestamp, it.number(5), it.number(3)));
            true
        });
        (seen, end)
    }

    #[test]
    fn numbers_and_times_are_read_in_both_byte_orders_and_compressed() {
        let (seen, end) = seen(&file(&messages_of_a_watch()));
        assert_eq!(
            seen,
            [
                (20, Some(0x3000_001e), Some(256.0), None),
                // 1 is behind 0x1e by the lowest five bits, so the next round of 32 seconds.
                (20, Some(0x3000_0021), None, Some(150.0)),
            ]
        );
        assert_eq!(end, Ok(()));
    }

    #[test]
    fn chained_files_are_read_on_and_stray_bytes_behind_them_are_not_damage() {
        let mut bytes = file(&messages_of_a_watch());
        bytes.extend(file(&messages_of_a_watch()));
        bytes.extend([0, 1, 2]);
        let (seen, end) = seen(&bytes);
        assert_eq!(seen.len(), 4);
        assert_eq!(end, Ok(()));
    }

    #[test]
    fn what_stands_before_a_damage_is_read() {
        let whole = file(&messages_of_a_watch());
        let (before, end) = seen(&whole[..whole.len() - 3]);
        assert_eq!((before.len(), end), (1, Err(Damage::Cut)));
        let mut changed = whole.clone();
        changed[30] ^= 1;
        assert_eq!(seen(&changed).1, Err(Damage::Checksum));
        let mut undefined = messages_of_a_watch();
        undefined.push(0x0b);
        assert_eq!(seen(&file(&undefined)).1, Err(Damage::Message));
        assert_eq!(seen(b"\x8e\x10\x54\x08\x74\0\0\0.FIT\x0e\x10").1, Err(Damage::Header));
    }

    proptest::proptest! {
        #[test]
        fn no_bytes_make_it_panic(data in proptest::collection::vec(0_u8.., 0..200)) {
            drop(seen(&data));
            drop(seen(&file(&data)));
        }
    }
}
