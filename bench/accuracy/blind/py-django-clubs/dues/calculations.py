from abc import ABC, abstractmethod
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache, singledispatch

CENT = Decimal("0.01")


class DuesPolicy(ABC):
    @abstractmethod
    def yearly(self, member) -> Decimal: ...

    def monthly(self, member) -> Decimal:
        return (self.yearly(member) / 12).quantize(CENT, ROUND_HALF_UP)


class FlatPolicy(DuesPolicy):
    def yearly(self, member) -> Decimal:
        return Decimal(60)


class HonoraryPolicy(DuesPolicy):
    """Honorary members owe nothing."""

    def yearly(self, member) -> Decimal:
        return Decimal(0)


class FamilyPolicy(DuesPolicy):
    def yearly(self, member) -> Decimal:
        pass


@lru_cache(maxsize=None)
def policy_for(kind: str) -> DuesPolicy:
    policies = {"flat": FlatPolicy, "honorary": HonoraryPolicy, "family": FamilyPolicy}
    return policies[kind]()


@singledispatch
def as_cents(amount) -> int:
    raise NotImplementedError(f"no cents for {type(amount).__name__}")


@as_cents.register
def _(amount: Decimal) -> int:
    return int((amount * 100).to_integral_value(ROUND_HALF_UP))


@as_cents.register
def _(amount: int) -> int:
    return amount * 100


def _prorate(amount: Decimal, months: int) -> Decimal:
    return (amount * months / 12).quantize(CENT)
