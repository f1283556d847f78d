from __future__ import annotations

from datetime import datetime

try:
    from zoneinfo import ZoneInfo
except ImportError:
    ZoneInfo = None


def in_zone(at: datetime, name: str) -> datetime
    if ZoneInfo is None:
        raise RuntimeError("no time zones here")
    return at.astimezone(ZoneInfo(name))


def skips_dst(at: datetime, name: str) -> bool:
    return in_zone(at, name).dst() is not None
