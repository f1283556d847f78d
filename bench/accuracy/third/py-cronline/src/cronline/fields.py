from __future__ import annotations

from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from .errors import FieldError

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


class Weekday(IntEnum):
    SUN = 0
    MON = 1
    TUE = 2
    WED = 3
    THU = 4
    FRI = 5
    SAT = 6


class Bounds(NamedTuple):
    low: int
    high: int

    def clamp(self, value: int) -> int:
        return max(self.low, min(self.high, value))


BOUNDS = {
    "minute": Bounds(0, 59),
    "hour": Bounds(0, 23),
    "day": Bounds(1, 31),
    "month": Bounds(1, 12),
    "weekday": Bounds(0, 6),
}


def _number(name: str, text: str) -> int:
    if name == "weekday" and text.upper() in Weekday.__members__:
        return Weekday[text.upper()]
    if name == "month" and text.lower() in MONTHS:
        return MONTHS.index(text.lower()) + 1
    if not text.isdigit():
        raise FieldError(name, text)
    return int(text)


@lru_cache(maxsize=256)
def expand(name: str, text: str) -> frozenset[int]:
    low, high = BOUNDS[name]
    found: set[int] = set()
    for part in text.split(","):
        span, _, step = part.partition("/")
        if span == "*":
            first, last = low, high
        elif "-" in span:
            first, last = (_number(name, end) for end in span.split("-", 1))
        else:
            first = last = _number(name, span)
        found.update(range(first, last + 1, int(step or 1)))
    if "L" in text:
        raise NotImplementedError("the last day of a month is not supported")
    return frozenset(found)


is_wildcard = lambda text: text.split("/")[0] == "*"  # noqa: E731
