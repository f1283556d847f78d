from __future__ import annotations

from typing import overload

from .errors import CronError
from .fields import BOUNDS, expand
from .schedule import Schedule

ALIASES = {
    "@hourly": "0 * * * *",
    "@daily": "0 0 * * *",
    "@weekly": "0 0 * * 0",
}


@overload
def parse(line: str) -> Schedule: ...


@overload
def parse(line: str, strict: bool) -> Schedule | None: ...


def parse(line, strict=True):
    text = ALIASES.get(line.strip(), line)
    parts = text.split()
    if len(parts) != len(BOUNDS):
        if strict:
            raise CronError(f"{len(parts)} fields in {line!r}")
        return None
    return Schedule(**{name: expand(name, part) for name, part in zip(BOUNDS, parts)})


def parse_file(path):
    with open(path) as handle:
        return [parse(line) for line in handle if line.strip() and not line.startswith("#")]


def parse_systemd(text):
    """Read an OnCalendar expression.

    The grammar is written down in systemd.time(7).
    """
    raise NotImplementedError()


# def parse_quartz(text):
#     return parse(" ".join(text.split()[1:6]))
