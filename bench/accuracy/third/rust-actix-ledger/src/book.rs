use thiserror::Error;

use crate::money::Money;

#[derive(Debug, Clone)]
pub struct Account {
    pub name: String,
    pub kind: Kind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Asset,
    Income,
    Expense,
}

#[derive(Debug, Clone)]
pub struct Entry {
    pub from: String,
    pub to: String,
    pub amount: Money,
}

#[derive(Debug, Error)]
pub enum BookError {
    #[error("no account named {0}")]
    NoAccount(String),
    #[error("the book does not balance")]
    Unbalanced,
}

#[derive(Default)]
pub struct Book {
    accounts: Vec<Account>,
    entries: Vec<Entry>,
}

impl Book {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn open(&mut self, account: Account) {
        self.accounts.push(account);
    }

    pub fn post(&mut self, entry: Entry) -> Result<(), BookError> {
        for name in [&entry.from, &entry.to] {
            if !self.accounts.iter().any(|a| &a.name == name) {
                return Err(BookError::NoAccount(name.clone()));
            }
        }
        self.entries.push(entry);
        Ok(())
    }

    pub fn balance(&self, name: &str) -> Money {
        let mut sum = 0;
        for e in &self.entries {
            if e.to == name {
                sum += e.amount.0;
            }
            if e.from == name {
                sum -= e.amount.0;
            }
        }
        Money(sum)
    }

    pub fn reverse(&mut self, _index: usize) -> Result<(), BookError> {
        todo!("needs a journal number")
    }
}

pub fn closing_text(year: i32) -> String {
    format!("books of {year} are closed")
}

fn rounding_gap(entries: &[Entry]) -> i64 {
    entries.iter().map(|e| e.amount.0 % 5).sum()
}
