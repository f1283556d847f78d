from datetime import date, timedelta

from ..extensions import db


class LoanLimitReached(RuntimeError):
    """A member holds as many books as the house rules allow."""


class Loan(db.Model):
    __tablename__ = "loans"
    limit = 5

    id = db.Column(db.Integer, primary_key=True)
    member = db.Column(db.String(40), index=True)
    isbn = db.Column(db.String(13), db.ForeignKey("books.isbn"))
    due = db.Column(db.Date)
    returned = db.Column(db.Date)

    def extend(self, days):
        self.due = self.due + timedelta(days=days)
        db.session.commit()

    def to_dict(self):
        return {"id": self.id, "due": self.due.isoformat(), "isbn": self.isbn}


def checkout(member, isbn):
    held = Loan.query.filter_by(member=member, returned=None).count()
    if held >= Loan.limit:
        raise LoanLimitReached(member)
    loan = Loan(member=member, isbn=isbn, due=date.today() + timedelta(days=14))
    db.session.add(loan)
    db.session.commit()
    return loan


def give_back(loan):
    loan.returned = date.today()
    db.session.commit()
    return loan
