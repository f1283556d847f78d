use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct AccessionId(String);

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Taxon {
    pub genus: String,
    pub species: String,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Accession {
    pub id: AccessionId,
    pub taxon: Taxon,
    pub grams: f32,
    pub vault: Option<Vault>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Vault {
    Active,
    Base { shelf: u8 },
    Duplicate(u16),
}

#[derive(Debug, thiserror::Error)]
pub enum ParseIdError {
    #[error("an accession begins with SB")]
    Prefix,
    #[error("{0} is no number")]
    Number(String),
}

impl Taxon {
    pub fn new(genus: impl Into<String>, species: impl Into<String>) -> Self {
        Self { genus: genus.into(), species: species.into() }
    }

    pub fn abbreviated(&self) -> String {
        format!("{}. {}", self.genus.chars().next().unwrap_or('?'), self.species)
    }
}

impl fmt::Display for Taxon {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.genus, self.species)
    }
}

impl FromStr for AccessionId {
    type Err = ParseIdError;

    fn from_str(s: &str) -> Result<Self, Self::Err> {
        let rest = s.strip_prefix("SB").ok_or(ParseIdError::Prefix)?;
        rest.parse::<u32>().map_err(|_| ParseIdError::Number(rest.to_owned()))?;
        Ok(Self(s.to_owned()))
    }
}

impl AccessionId {
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Accession {
    pub fn builder(id: AccessionId, taxon: Taxon) -> AccessionBuilder {
        AccessionBuilder { id, taxon, grams: 0.0, vault: None }
    }

    pub fn split(&mut self, grams: f32) -> Accession {
        todo!("split {grams} off")
    }
}

pub struct AccessionBuilder {
    id: AccessionId,
    taxon: Taxon,
    grams: f32,
    vault: Option<Vault>,
}

impl AccessionBuilder {
    pub fn grams(mut self, grams: f32) -> Self {
        self.grams = grams;
        self
    }

    pub fn vault(mut self, vault: Vault) -> Self {
        self.vault = Some(vault);
        self
    }

    pub fn build(self) -> Accession {
        let Self { id, taxon, grams, vault } = self;
        Accession { id, taxon, grams, vault }
    }
}

fn checksum(id: &str) -> u8 {
    id.bytes().fold(0, |acc, b| acc ^ b)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample_accession() -> Accession {
        Accession::builder("SB17".parse().unwrap(), Taxon::new("Lens", "culinaris")).grams(4.0).build()
    }

    #[test]
    fn abbreviates() {
        assert_eq!(sample_accession().taxon.abbreviated(), "L. culinaris");
    }
}
