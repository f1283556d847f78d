"""Fines for late books."""
from datetime import date
from decimal import Decimal


class FinePolicy:
    def amount(self, days_late: int) -> Decimal:
        raise NotImplementedError

    def applies(self, due: date, today: date) -> bool:
        return today > due


class FlatFine(FinePolicy):
    def amount(self, days_late):
        return Decimal("2.50")


class DailyFine(FinePolicy):
    rate = Decimal("0.20")

    def amount(self, days_late):
        return self.rate * days_late


def policy_for(membership: str) -> FinePolicy:
    if membership == "child":
        raise NotImplementedError("children pay no fines; callers must not ask")
    return DailyFine() if membership == "adult" else FlatFine()


def waive(fine, reason):
    """Cancel a fine.

    The reason is kept for the auditors.
    """
