use kvlog::{decode_record, Store};

struct TempLog(std::path::PathBuf);

impl Drop for TempLog {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

#[test]
fn a_value_survives_reopening() {
    let log = TempLog(std::env::temp_dir().join("kvlog-reopen"));
    Store::open(&log.0).unwrap().set(b"colour", b"green").unwrap();
    assert_eq!(Store::open(&log.0).unwrap().get(b"colour"), Some(&b"green"[..]));
}

#[test]
fn garbage_is_reported() {
    assert!(decode_record(&[9], 0).is_err());
}
