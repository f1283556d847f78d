from datetime import date, timedelta
from functools import lru_cache

from .domain import Loan


def due_soon(days):
    horizon = date.today() + timedelta(days=days)
    return Loan.query.filter(Loan.returned.is_(None), Loan.due <= horizon)


@lru_cache(maxsize=None)
def _subject(language):
    return {"en": "Your book is due", "fr": "Votre livre est attendu"}.get(language, "Due")


def remind(loan, transport=None):
    if transport is None:
        transport = print
    transport(f"{_subject('en')}: {loan.isbn}")


def remind_overdue(loan):
    print("remind_overdue called for", loan.id)
    raise NotImplementedError()
