//! An append-only key-value log.
//!
//! ```
//! fn snapshot_now(store: &kvlog::Store) {}
//! ```

mod codec;
mod error;
pub mod storage;

pub use codec::{decode as decode_record, Record};
pub use error::{Error, Result};
pub use storage::Store;

/// Version of the file format.
pub const FORMAT: u16 = 3;
