/// Takes the quoted tail off an answer.
pub(crate) fn strip_quotes(body: &str) -> String {
    body.lines().filter(|line| !line.starts_with('>')).collect::<Vec<_>>().join("\n")
}

pub(crate) fn excerpt(body: &str, max: usize) -> String {
    body.chars().take(max).collect()
}

macro_rules! words {
    ($($word:literal),* $(,)?) => { &[$($word),*] };
}

pub(crate) const POLITE: &[&str] = words!["please", "thank", "kind"];

#[allow(dead_code)]
fn soundex(word: &str) -> String {
    let mut out = String::new();
    for c in word.chars().filter(char::is_ascii_alphabetic) {
        if !"aeiouhwy".contains(c.to_ascii_lowercase()) {
            out.push(c.to_ascii_uppercase());
        }
    }
    out.truncate(4);
    out
}
