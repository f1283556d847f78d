use inbox::rules::{Keyword, SenderDomain, Verdict};
use inbox::{Letter, RuleSet};

fn urgent_letter() -> Letter {
    Letter::builder("ceo@acme.test").body("please refund").build()
}

#[test]
fn first_rule_wins() {
    let rules = RuleSet::default()
        .with(SenderDomain { domain: "acme.test".into(), verdict: Verdict::Drop })
        .with(Keyword::new("refund", "billing"));
    assert_eq!(rules.apply(&mut urgent_letter()), Verdict::Drop);
}
