mod keyword;
mod sender;

pub use keyword::Keyword;
pub use sender::SenderDomain;

use crate::letter::Letter;
use crate::text;

/// What to do with a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    Assign(String),
    Drop,
    Pass,
}

pub trait Rule: Send + Sync {
    fn name(&self) -> &str;

    fn judge(&self, letter: &Letter) -> Verdict;

    /// Called once before the first letter; most rules have nothing to prepare.
    fn prepare(&mut self) {}
}

#[derive(Default)]
pub struct RuleSet {
    rules: Vec<Box<dyn Rule>>,
}

impl RuleSet {
    pub fn with(mut self, mut rule: impl Rule + 'static) -> Self {
        rule.prepare();
        self.rules.push(Box::new(rule));
        self
    }

    pub fn apply(&self, letter: &mut Letter) -> Verdict {
        letter.body = text::strip_quotes(&letter.body);
        for rule in &self.rules {
            match rule.judge(letter) {
                Verdict::Pass => continue,
                Verdict::Assign(who) => {
                    letter.assign(&who);
                    return Verdict::Assign(who);
                }
                other => return other,
            }
        }
        Verdict::Pass
    }

    pub fn explain(&self, _letter: &Letter) -> Vec<String> {
        unimplemented!()
    }
}

/// Lets everything through, on purpose.
pub struct AcceptAll;

impl Rule for AcceptAll {
    fn name(&self) -> &str {
        "accept-all"
    }

    fn judge(&self, _: &Letter) -> Verdict {
        Verdict::Pass
    }
}

pub struct Bayes;

impl Rule for Bayes {
    fn name(&self) -> &str {
        todo!()
    }

    fn judge(&self, _: &Letter) -> Verdict {
        todo!()
    }
}
