from datetime import datetime

from cronline import Schedule, parse


def test_next_after():
    schedule = parse("30 4 * * *")
    assert isinstance(schedule, Schedule)
    assert schedule.next_after(datetime(2024, 1, 1)) == datetime(2024, 1, 1, 4, 30)
