"""Stock keeping for a bicycle workshop."""

from depot.domain.stock import OutOfStock, Reservation, reserve

__all__ = ["OutOfStock", "Reservation", "reserve"]
