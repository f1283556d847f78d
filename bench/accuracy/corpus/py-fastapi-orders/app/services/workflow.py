"""Order life cycle."""
from datetime import datetime, timezone

from app.models import Order, OrderStatus


class IllegalTransition(Exception):
    pass


_ALLOWED = {
    OrderStatus.DRAFT: {OrderStatus.PLACED, OrderStatus.CANCELLED},
    OrderStatus.PLACED: {OrderStatus.SHIPPED, OrderStatus.CANCELLED},
}


def _move(order: Order, target: OrderStatus) -> None:
    if target not in _ALLOWED.get(order.status, set()):
        raise IllegalTransition(f"{order.status.value} -> {target.value}")
    order.status = target


def place(order: Order) -> None:
    _move(order, OrderStatus.PLACED)
    order.placed_at = datetime.now(timezone.utc)


def cancel(order: Order) -> None:
    _move(order, OrderStatus.CANCELLED)


def ship(order: Order, carrier: str) -> None: ...
