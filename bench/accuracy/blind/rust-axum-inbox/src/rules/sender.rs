use super::{Rule, Verdict};
use crate::letter::Letter;

pub struct SenderDomain {
    pub domain: String,
    pub verdict: Verdict,
}

impl Rule for SenderDomain {
    fn name(&self) -> &str {
        &self.domain
    }

    fn judge(&self, letter: &Letter) -> Verdict {
        match letter.sender.rsplit_once('@') {
            Some((_, domain)) if domain.eq_ignore_ascii_case(&self.domain) => self.verdict.clone(),
            _ => Verdict::Pass,
        }
    }
}

// impl SenderDomain {
//     pub fn from_list(list: &str) -> Vec<Self> { vec![] }
// }
