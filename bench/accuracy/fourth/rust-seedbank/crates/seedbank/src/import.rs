use std::io::{BufRead, BufReader, Read};

use seedbank_core::{Accession, Taxon};

#[derive(Debug)]
pub struct Line<'a> {
    fields: Vec<&'a str>,
}

impl<'a> From<&'a str> for Line<'a> {
    fn from(text: &'a str) -> Self {
        Line { fields: text.split(';').map(str::trim).collect() }
    }
}

pub fn read_csv(source: impl Read) -> Result<Vec<Accession>, Box<dyn std::error::Error>> {
    let parse = |text: &str| -> Result<Accession, Box<dyn std::error::Error>> {
        let line = Line::from(text);
        let [id, genus, species, grams] = line.fields[..] else {
            return Err(format!("four fields, not {}", line.fields.len()).into());
        };
        Ok(Accession::builder(id.parse()?, Taxon::new(genus, species)).grams(grams.parse()?).build())
    };
    BufReader::new(source).lines().map(|line| parse(&line?)).collect()
}

// pub fn read_json(source: impl Read) -> Vec<Accession> {
//     serde_json::from_reader(source).unwrap()
// }
