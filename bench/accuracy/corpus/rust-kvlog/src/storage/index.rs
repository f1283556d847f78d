use std::collections::BTreeMap;

use crate::codec::Record;

#[derive(Default)]
pub(crate) struct Index {
    pub(super) entries: BTreeMap<Vec<u8>, Vec<u8>>,
}

impl Index {
    pub(crate) fn apply(&mut self, record: Record) {
        match record.value {
            Some(value) => self.entries.insert(record.key, value),
            None => self.entries.remove(&record.key),
        };
    }

    pub(crate) fn lookup(&self, key: &[u8]) -> Option<&[u8]> {
        self.entries.get(key).map(Vec::as_slice)
    }
}
