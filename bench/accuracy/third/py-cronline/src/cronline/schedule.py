from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True)
class Schedule:
    minute: frozenset[int]
    hour: frozenset[int]
    day: frozenset[int]
    month: frozenset[int]
    weekday: frozenset[int]

    def matches(self, at: datetime) -> bool:
        return (
            at.minute in self.minute
            and at.hour in self.hour
            and at.day in self.day
            and at.month in self.month
            and (at.weekday() + 1) % 7 in self.weekday
        )

    def next_after(self, at: datetime) -> datetime:
        at = at.replace(second=0, microsecond=0) + timedelta(minutes=1)
        while not self.matches(at):
            at += timedelta(minutes=1)
        return at

    def __iter__(self) -> Iterator[datetime]:
        at = datetime.now()
        while True:
            at = self.next_after(at)
            yield at

    @property
    def is_daily(self) -> bool:
        return len(self.minute) == len(self.hour) == 1 and len(self.day) == 31

    def previous_before(self, at: datetime) -> datetime:
        ...

    def overlaps(self, other: Schedule) -> bool:
        # not done yet, see the issue on intersections
        return False


@dataclass
class Jitter:
    seconds: int = 0


class Every(Schedule):
    pass


def _minutes_until(schedule: Schedule, at: datetime) -> int:
    return int((schedule.next_after(at) - at).total_seconds() // 60)
