use seedbank_core::{years_until, Germination, Linear};

struct Frozen;

impl seedbank_core::Model for Frozen {
    fn remaining(&self, test: Germination, _years: u32) -> f64 {
        test.rate()
    }
}

#[test]
fn linear_falls_below_the_floor() {
    let test = Germination { sown: 100, sprouted: 95 };
    assert_eq!(years_until(&Linear(0.01), test, 0.85), Some(11));
    assert_eq!(years_until(&Frozen, test, 0.85), None);
}
