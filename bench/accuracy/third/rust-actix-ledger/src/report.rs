use crate::book::Book;

pub fn balance_sheet(book: &Book, names: &[&str]) -> String {
    let mut out = String::new();
    for name in names {
        out.push_str(&format!("{name}: {}\n", book.balance(name));
    }
    out
}
