/// A bank's format for statements.
pub trait Format {
    fn lines(&self, text: &str) -> Vec<String>;

    fn name(&self) -> &'static str {
        "unnamed"
    }
}

pub struct Mt940;

impl Format for Mt940 {
    fn lines(&self, text: &str) -> Vec<String> {
        text.lines()
            .filter(|l| l.starts_with(":61:"))
            .map(|l| l[4..].to_owned())
            .collect()
    }

    fn name(&self) -> &'static str {
        "MT940"
    }
}

pub struct Camt053;

impl Format for Camt053 {
    fn lines(&self, _text: &str) -> Vec<String> {
        // TODO: needs an XML reader
        Vec::new()
    }
}

macro_rules! csv_format {
    ($name:ident) => {
        pub struct $name;
    };
}

csv_format!(PlainCsv);
