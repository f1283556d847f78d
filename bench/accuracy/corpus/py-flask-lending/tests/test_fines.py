from lending.domain.fines import DailyFine


def test_daily_fine_grows():
    assert DailyFine().amount(3) > DailyFine().amount(1)
