//! Tables of others and our own, read row by row.

use super::super::with_task;
use super::*;

fn rows(bytes: &[u8], shape: Shape) -> (Vec<(u64, String)>, Found) {
    let (mut rows, mut found) = (Vec::new(), Found::default());
    let done = with_task("UTC", 0, |task| {
        each_row(bytes, shape, task, &mut found, |row, _| {
            rows.push((row.line, row.text("b")));
            Ok(())
        })
    });
    assert!(done.is_ok());
    (rows, found)
}

#[test]
fn rows_know_their_line_whatever_the_line_ends_are() {
    for (bytes, lines) in [
        (&b"a,b\n1,2\n3,4\n"[..], [2, 3]),
        (b"\xef\xbb\xbfa,b\r\n1,2\r\n3,4\r\n", [2, 3]),
        (b"a,b\n\n1,\"x\ny\"\n\n3,4", [3, 6]),
        (b"a,b\r1,2\r3,4\r", [2, 3]),
    ] {
        let (rows, _) = rows(bytes, Shape::Own);
        assert_eq!(rows.iter().map(|it| it.0).collect::<Vec<_>>(), lines, "{bytes:?}");
    }
}

#[test]
fn a_bad_row_does_not_stop_the_others() {
    let (rows, found) = rows(b"a,b\n1,2,3\n\xff,2\n\xc3\xbc,'=4\n", Shape::Own);
    assert_eq!(rows, [(4, String::from("=4"))]);
    assert_eq!(found.left_out, 2);
    let (issues, rejected) = found.into_issues();
    let lines: Vec<_> = issues.iter().map(|it| it.line).collect();
    assert_eq!(lines, [Some(2), Some(3)]);
    assert_eq!(rejected.rows[0].0, ["1", "2", "3"]);
}

/// The numbers of the column `b`; none where the row was left out.
fn numbers(table: &str, shape: Shape) -> Vec<f64> {
    let (mut numbers, mut found) = (Vec::new(), Found::default());
    let done = with_task("UTC", 0, |task| {
        each_row(table.as_bytes(), shape, task, &mut found, |row, _| {
            numbers.extend(row.number("b", f64::MIN..=f64::MAX)?);
            Ok(())
        })
    });
    assert!(done.is_ok());
    numbers
}

#[test]
fn a_decimal_comma_is_one_only_between_digits_of_our_own_table_with_semicolons() {
    for (table, read) in [
        ("a;b\n1;7,5\n1;-0,25\n1;12\n", vec![7.5, -0.25, 12.0]),
        ("a;b\n1;7.5\n1;12\n", vec![7.5, 12.0]),
        // One file writes all its numbers alike: this comma groups thousands.
        ("a;b\n1;7.5\n1;1,234\n", vec![7.5]),
        ("a;b\n1;7,5\n1;1.234\n", vec![7.5]),
        ("a;b\n1;1.234,5\n1;,5\n1;5,\n1;1,2,3\n1;1,5e3\n1;+1,5\n", vec![]),
        ("a,b\n1,\"7,5\"\n1,7.5\n", vec![7.5]),
    ] {
        assert_eq!(numbers(table, Shape::Own), read, "{table}");
    }
    assert_eq!(numbers("a;b\n1;7,5\n", Shape::Ragged), [0.0; 0]);
}

#[test]
fn text_of_our_own_keeps_its_blanks() {
    let table = b"a,b\n1,\"  =x \"\n1,\"'\t\"\n1, y\n";
    let texts = |shape| rows(table, shape).0.into_iter().map(|it| it.1).collect::<Vec<_>>();
    assert_eq!(texts(Shape::Own), ["  =x ", "\t", " y"]);
    assert_eq!(texts(Shape::Ragged), ["=x", "'", "y"]);
}

#[test]
fn tables_of_others_come_in_any_encoding_and_with_any_separator() {
    let utf16: Vec<u8> = "\u{feff}a\tb\nü\té\n"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    for bytes in [
        "\u{feff}a;b\nü;é\n".as_bytes(),
        b"a|b\n\xfc|\xe9\n",
        utf16.as_slice(),
        b"a,b,c\n\xfc,\xe9\n",
    ] {
        let (rows, _) = rows(bytes, Shape::Ragged);
        assert_eq!(rows, [(2, String::from("é"))], "{bytes:?}");
    }
}

#[test]
fn a_column_is_found_by_any_of_its_names_in_upper_or_lower_case() {
    let header = Header::of(b"Distance,Distance.1\n").unwrap();
    assert_eq!(header.find(&["Dist", "DISTANCE"]), Some(0));
    assert_eq!(header.find(&["Dist"]), None);
}

#[test]
fn numbers_that_are_none_are_refused_in_words() {
    let header = Header {
        names: vec![String::from("a")],
        separator: b',',
        decimal: Cell::new(None),
    };
    for (text, taken) in [
        ("1.5", Some(Some(1.5))),
        ("", Some(None)),
        ("inf", None),
        ("NaN", None),
        ("1e309", None),
        ("11", None),
        ("1,5", None),
    ] {
        let cells = ByteRecord::from(vec![text]);
        let row = Row::of(&header, Shape::Own, &cells, 2).unwrap();
        assert_eq!(row.number("a", 0.0..=10.0).ok(), taken, "{text}");
    }
}
