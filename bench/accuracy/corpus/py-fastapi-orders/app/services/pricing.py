from decimal import ROUND_HALF_EVEN, Decimal

from app.models import Order


def round_half_even(amount: Decimal | int) -> Decimal:
    return Decimal(amount).quantize(Decimal("0.01"), rounding=ROUND_HALF_EVEN)


def price_order(order: Order) -> Decimal:
    return round_half_even(order.total)


def apply_voucher(order: Order, code: str) -> Decimal:
    # TODO: vouchers are not modelled yet, every code is worth nothing
    return Decimal(0)


class _LegacyRounding:
    def round_up(self, amount: Decimal) -> Decimal:
        return amount.to_integral_value()
