use super::Backend;
use crate::Result;

pub trait Compactor {
    fn compact(&mut self, backend: &mut dyn Backend) -> Result<u64>;
}

/// For callers that never want a rewrite; it leaves everything as it is on purpose.
pub struct NoCompaction;

impl Compactor for NoCompaction {
    fn compact(&mut self, _backend: &mut dyn Backend) -> Result<u64> {
        Ok(0)
    }
}

pub struct SizeTiered {
    pub ratio: f64,
}

impl Compactor for SizeTiered {
    fn compact(&mut self, _backend: &mut dyn Backend) -> Result<u64> {
        todo!()
    }
}
