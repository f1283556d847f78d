import pytest

from apiary.models import Inspection
from apiary.services.varroa import VarroaService, oxalic_treatment


class ListInspections:
    def __init__(self):
        self.rows = []

    def add(self, row):
        self.rows.append(row)
        return row

    def latest(self, hive_id):
        return self.rows[-1] if self.rows else None


def make_service(limit=30):
    return VarroaService(ListInspections(), limit)


@pytest.mark.parametrize("mites,advice", [(11, "trickle"), (3, "wait")])
def test_oxalic(mites, advice):
    assert oxalic_treatment(mites) == advice


def test_advice_above_the_limit():
    service = make_service()
    service.record(1, 31)
    assert service.advise(1) == "trickle"
    assert isinstance(service.inspections.latest(1), Inspection)
