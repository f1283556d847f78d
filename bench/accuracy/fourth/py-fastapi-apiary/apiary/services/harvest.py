import logging
from abc import ABC, abstractmethod

from ..errors import HiveNotFound
from ..models import Harvest
from ..repositories import HarvestRepository, HiveRepository
from ..schemas import Notifier, YieldRow

log = logging.getLogger(__name__)


class LabelPrinter(ABC):
    @abstractmethod
    def print_label(self, row: YieldRow) -> str:
        """Answer the text that was printed."""

    def print_all(self, rows: list[YieldRow]) -> list[str]:
        return [self.print_label(row) for row in rows]


class PlainPrinter(LabelPrinter):
    def print_label(self, row: YieldRow) -> str:
        return f"{row.hive}: {row.grams / 1000:.1f} kg"


class ZebraPrinter(LabelPrinter):
    def print_label(self, row: YieldRow) -> str:
        log.info("printing %s", row)
        raise NotImplementedError


class NullNotifier:
    """Tells nobody; for runs from the command line, where doing nothing is right."""

    def notify(self, subject: str, body: str) -> None:
        pass


class HarvestService:
    def __init__(self, hives: HiveRepository, harvests: HarvestRepository, notifier: Notifier) -> None:
        self.hives = hives
        self.harvests = harvests
        self.notifier = notifier

    def book(self, hive_id: int, grams: int) -> Harvest:
        hive = self.hives.get(hive_id)
        if hive is None:
            raise HiveNotFound(hive_id)
        self.notifier.notify("harvest", f"{hive.label}: {grams} g")
        return self.harvests.add(Harvest(hive_id=hive_id, grams=grams))

    def ranking(self) -> list[YieldRow]:
        rows = [YieldRow(h.label, self.harvests.total(h.id)) for h in self.hives.all()]
        return sorted(rows, key=lambda row: row.grams, reverse=True)

    def void(self, harvest_id: int) -> None:
        """Take a harvest back and tell the treasurer."""
