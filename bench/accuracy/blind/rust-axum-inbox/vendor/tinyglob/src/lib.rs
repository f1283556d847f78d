//! Vendored with `cargo vendor`.
pub fn glob_match(pattern: &str, text: &str) -> bool {
    match pattern.split_once('*') {
        Some((head, tail)) => text.starts_with(head) && text.ends_with(tail),
        None => pattern == text,
    }
}
