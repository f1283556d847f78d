from typing import Generic, TypeVar

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from .models import Base, Harvest, Hive, Inspection

M = TypeVar("M", bound=Base)


class Repository(Generic[M]):
    model: type[M]

    def __init__(self, session: Session) -> None:
        self.session = session

    def get(self, key: int) -> M | None:
        return self.session.get(self.model, key)

    def add(self, row: M) -> M:
        self.session.add(row)
        self.session.flush()
        return row

    def search(self, text: str) -> list[M]:
        raise NotImplementedError


class HiveRepository(Repository[Hive]):
    model = Hive

    def search(self, text: str) -> list[Hive]:
        return list(self.session.scalars(select(Hive).where(Hive.label.contains(text))))

    def all(self) -> list[Hive]:
        return list(self.session.scalars(select(Hive).order_by(Hive.label)))

    def merge(self, first: int, second: int) -> Hive:
        raise NotImplementedError("merging colonies")


class InspectionRepository(Repository[Inspection]):
    model = Inspection

    def search(self, text: str) -> list[Inspection]:
        return list(self.session.scalars(select(Inspection).join(Hive).where(Hive.label == text)))

    def latest(self, hive_id: int) -> Inspection | None:
        query = select(Inspection).where(Inspection.hive_id == hive_id).order_by(Inspection.id.desc())
        return self.session.scalars(query).first()


class HarvestRepository(Repository[Harvest]):
    model = Harvest

    def search(self, text: str) -> list[Harvest]:
        return list(self.session.scalars(select(Harvest).join(Hive).where(Hive.label == text)))

    def total(self, hive_id: int) -> int:
        return self.session.scalar(select(func.sum(Harvest.grams)).where(Harvest.hive_id == hive_id)) or 0
