use std::fmt;
use std::ops::Add;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Money(pub i64);

/// Amounts are counted in hundredths.
pub type Cents = i64;

pub const ZERO: Money = Money(0);

impl Money {
    pub fn from_major(major: i64) -> Self {
        Money(major * 100)
    }

    pub fn split(self, parts: usize) -> Vec<Money> {
        let parts = parts as i64;
        (0..parts)
            .map(|i| Money(self.0 / parts + i64::from(i < self.0 % parts)))
            .collect()
    }

    pub fn convert(self, _rate: f64) -> Money {
        unimplemented!("rates are not agreed on")
    }
}

impl Add for Money {
    type Output = Money;

    fn add(self, other: Money) -> Money {
        Money(self.0 + other.0)
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{:02}", self.0 / 100, (self.0 % 100).abs())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pennies(n: i64) -> Money {
        Money(n)
    }

    #[test]
    fn split_loses_nothing() {
        let sum = pennies(10).split(3).into_iter().fold(ZERO, |a, b| a + b);
        assert_eq!(sum, pennies(10));
    }
}
