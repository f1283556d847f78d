import pytest

from depot.domain.stock import OutOfStock, reserve


def test_reserve_takes_what_is_there():
    assert reserve("B-1", 2, on_hand=2).amount == 2


def test_reserve_refuses_more():
    with pytest.raises(OutOfStock):
        reserve("B-1", 3, on_hand=2)
