//! Folders: in order, within bounds, and with several kinds of files side by side.

use afterrun::domain::{Journal, Record, Verdict};
use afterrun::export::{Days, tables};

use crate::fixture::{run, settings};
use crate::help::{empty, import, only};

#[test]
fn an_empty_folder_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let outcome = import(&[folder.path().to_owned()], &empty());
    assert_eq!(only(&outcome.report).verdict, Verdict::Rejected);
    assert_eq!(outcome.batch.changes, []);
}

#[cfg(unix)]
#[test]
fn a_folder_that_links_to_itself_ends() {
    let folder = tempfile::tempdir().unwrap();
    std::os::unix::fs::symlink(folder.path(), folder.path().join("again")).unwrap();
    std::fs::write(folder.path().join("x.txt"), "x").unwrap();
    let outcome = import(&[folder.path().to_owned()], &empty());
    assert_eq!(only(&outcome.report).kind, "unknown");
}

#[test]
fn an_export_beside_other_files_is_one_row_of_the_report() {
    let folder = tempfile::tempdir().unwrap();
    let journal = Journal::of([Record::Activity(run(1))], settings());
    std::fs::create_dir(folder.path().join("export")).unwrap();
    for (name, bytes) in tables(&journal, Days::ALL) {
        std::fs::write(folder.path().join("export").join(name), bytes).unwrap();
    }
    std::fs::write(folder.path().join("a.txt"), "x").unwrap();
    std::fs::write(folder.path().join("z.xml"), "<?xml version='1.0'?><x></x>").unwrap();
    let outcome = import(&[folder.path().to_owned()], &empty());
    let kinds: Vec<_> = outcome
        .report
        .files
        .iter()
        .map(|it| (it.kind.as_str(), it.verdict))
        .collect();
    assert_eq!(
        kinds,
        [
            ("unknown", Verdict::Unsupported),
            ("xml", Verdict::Unsupported),
            ("afterrun", Verdict::Imported)
        ]
    );
    assert_eq!((outcome.report.imported, outcome.report.rejected), (1, 2));
    let path = &outcome.report.files[2].path;
    assert!(path.ends_with("export"), "{path}");
}
