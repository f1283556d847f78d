use crate::book::Entry;

pub struct Auditor {
    pub limit: i64,
}

impl Auditor {
    pub fn suspicious<'a>(&self, entries: &'a [Entry]) -> Vec<&'a Entry> {
        entries.iter().filter(|e| e.amount.0 > self.limit).collect()
    }
}

/*
pub fn benford(entries: &[Entry]) -> [u32; 9] {
    let mut seen = [0; 9];
    for e in entries { seen[(e.amount.0 % 9) as usize] += 1; }
    seen
}
*/
