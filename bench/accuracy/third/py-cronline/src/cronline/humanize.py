from __future__ import annotations

from functools import singledispatch

from .fields import Weekday
from .schedule import Schedule


def explain(schedule: Schedule) -> str:
    if schedule.is_daily:
        return f"every day at {min(schedule.hour):02}:{min(schedule.minute):02}"
    days = ", ".join(Weekday(day).name.title() for day in sorted(schedule.weekday))
    return f"on {days}"


@singledispatch
def render(value: object) -> str:
    raise TypeError(f"cannot render {type(value).__name__}")


@render.register
def _render_schedule(value: Schedule) -> str:
    return explain(value)


@render.register(list)
def _render_list(value: list) -> str:
    return "; ".join(render(one) for one in value)


class Speaker:
    def say(self, schedule: Schedule) -> str:
        raise NotImplementedError

    def greet(self) -> str:
        return ""


class EnglishSpeaker(Speaker):
    def say(self, schedule: Schedule) -> str:
        return explain(schedule)


class GermanSpeaker(Speaker):
    def say(self, schedule: Schedule) -> str:
        return explain(schedule).replace("every day at", "täglich um")


class FrenchSpeaker:
    def say(self, schedule: Schedule) -> str:
        raise NotImplementedError("à faire")
