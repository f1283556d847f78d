import pytest

from app.models import Order, OrderStatus
from app.services.workflow import IllegalTransition, place


def test_a_shipped_order_cannot_be_placed_again():
    order = Order(status=OrderStatus.SHIPPED)
    with pytest.raises(IllegalTransition):
        place(order)
