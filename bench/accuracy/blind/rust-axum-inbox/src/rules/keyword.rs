use super::{Rule, Verdict};
use crate::letter::Letter;

/// Assigns letters that contain a word.
pub struct Keyword {
    word: String,
    to: String,
}

impl Keyword {
    pub fn new(word: &str, to: &str) -> Self {
        Self { word: word.to_lowercase(), to: to.to_owned() }
    }
}

impl Rule for Keyword {
    fn name(&self) -> &str {
        "keyword"
    }

    fn judge(&self, letter: &Letter) -> Verdict {
        if letter.body.to_lowercase().contains(&self.word) {
            Verdict::Assign(self.to.clone())
        } else {
            Verdict::Pass
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Shouting;

    impl Shouting {
        fn letter(&self) -> Letter {
            Letter::builder("a@b.c").body("REFUND NOW").build()
        }
    }

    #[test]
    fn case_does_not_matter() {
        let verdict = Keyword::new("refund", "billing").judge(&Shouting.letter());
        assert_eq!(verdict, Verdict::Assign("billing".into()));
    }
}
