import pytest

from lending import create_app
from lending.domain.loans import LoanLimitReached, checkout, give_back


@pytest.fixture
def app():
    return create_app({"TESTING": True})


def overdue_loan(member="m-17"):
    return checkout(member, "9780141036144")


def test_sixth_book_is_refused(app):
    with app.app_context(), pytest.raises(LoanLimitReached):
        for _ in range(6):
            checkout("m-17", "9780141036144")


def test_return_closes_the_loan(app):
    with app.app_context():
        assert give_back(overdue_loan()).returned is not None
