use crate::accession::Accession;

/// One germination test.
#[derive(Debug, Clone, Copy)]
pub struct Germination {
    pub sown: u32,
    pub sprouted: u32,
}

impl Germination {
    pub fn rate(self) -> f64 {
        if self.sown == 0 {
            return 0.0;
        }
        f64::from(self.sprouted) / f64::from(self.sown)
    }
}

pub trait Model {
    fn remaining(&self, test: Germination, years: u32) -> f64;

    fn name(&self) -> &'static str {
        "model"
    }
}

pub struct Linear(pub f64);
pub struct Probit;

impl Model for Linear {
    fn remaining(&self, test: Germination, years: u32) -> f64 {
        (test.rate() - self.0 * f64::from(years)).max(0.0)
    }
}

impl Model for Probit {
    fn remaining(&self, _test: Germination, _years: u32) -> f64 {
        todo!()
    }

    fn name(&self) -> &'static str {
        "probit"
    }
}

impl<F> Model for F
where
    F: Fn(Germination, u32) -> f64,
{
    fn remaining(&self, test: Germination, years: u32) -> f64 {
        self(test, years)
    }
}

pub fn years_until<M: Model + ?Sized>(model: &M, test: Germination, floor: f64) -> Option<u32> {
    (0..200).find(|&years| model.remaining(test, years) < floor)
}

pub fn due(accessions: &[Accession], mut tested: impl FnMut(&Accession) -> Option<Germination>) -> Vec<&Accession> {
    accessions.iter().filter(|a| tested(a).map_or(true, |t| t.rate() < 0.85)).collect()
}

pub const HELP: &str = "fn half_life(test: Germination) -> f64";
