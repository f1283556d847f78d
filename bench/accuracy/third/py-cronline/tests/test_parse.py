import pytest

from cronline import CronError, parse


def every_minute():
    return parse("* * * * *")


def test_counts_fields():
    with pytest.raises(CronError):
        parse("* * *")


def test_alias():
    assert parse("@daily").minute == {0}
