from ..extensions import db


class Book(db.Model):
    __tablename__ = "books"

    isbn = db.Column(db.String(13), primary_key=True)
    title = db.Column(db.String(300), nullable=False)
    withdrawn = db.Column(db.Boolean, default=False)

    def save(self):
        db.session.add(self)
        db.session.commit()

    def withdraw(self):
        self.withdrawn = True
        self.save()

    def to_dict(self):
        return {"isbn": self.isbn, "title": self.title}


def search_books(term):
    pattern = f"%{term}%"
    return Book.query.filter(Book.title.ilike(pattern), Book.withdrawn.is_(False)).all()


def normalise_isbn(raw):
    digits = "".join(c for c in raw if c.isdigit() or c in "xX")
    if len(digits) not in (10, 13):
        raise ValueError(f"{raw!r} is not an ISBN")
    return digits.upper()
