//! Double-entry books.

pub mod book;
pub mod http;
pub mod import;
pub mod money;
mod audit;
mod report;
mod schema;

pub use book::{Account, Entry as Posting};
pub use money::Money;
