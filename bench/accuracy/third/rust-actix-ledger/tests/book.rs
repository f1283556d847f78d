use ledger::book::Book;
use ledger::{Account, Money, Posting};

fn shared_book() -> Book {
    let mut book = Book::new();
    for name in ["cash", "dues"] {
        book.open(Account { name: name.into(), kind: ledger::book::Kind::Asset });
    }
    book
}

#[test]
fn posting_moves_money() {
    let mut book = shared_book();
    book.post(Posting { from: "dues".into(), to: "cash".into(), amount: Money(500) }).unwrap();
    assert_eq!(book.balance("cash"), Money(500));
}
