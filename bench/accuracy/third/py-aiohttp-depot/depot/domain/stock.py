from __future__ import annotations

from dataclasses import dataclass


class OutOfStock(Exception):
    pass


@dataclass(frozen=True)
class Reservation:
    sku: str
    amount: int


def reserve(sku: str, amount: int, *, on_hand: int) -> Reservation:
    if amount > on_hand:
        raise OutOfStock(f"{sku}: {amount} wanted, {on_hand} left")
    return Reservation(sku, amount)


def release(reservation: Reservation, *, on_hand: int) -> int:
    return on_hand + reservation.amount


def stocktake(counted: dict[str, int], booked: dict[str, int]) -> dict[str, int]:
    def difference(sku: str) -> int:
        return counted.get(sku, 0) - booked.get(sku, 0)

    return {sku: d for sku in counted | booked if (d := difference(sku))}


# def forecast_demand(sku: str) -> int: see the notebook of the data team
