from __future__ import annotations

import enum
from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Temper(enum.StrEnum):
    CALM = "calm"
    NERVOUS = "nervous"
    HOT = "hot"


class TimestampMixin:
    created_on: Mapped[date] = mapped_column(default=date.today)

    def age_in_days(self, today: date | None = None) -> int:
        return ((today or date.today()) - self.created_on).days


class Hive(TimestampMixin, Base):
    __tablename__ = "hives"

    id: Mapped[int] = mapped_column(primary_key=True)
    label: Mapped[str]
    queen_year: Mapped[int | None]
    temper: Mapped[Temper] = mapped_column(default=Temper.CALM)
    inspections: Mapped[list[Inspection]] = relationship(back_populates="hive")

    @property
    def queen_colour(self) -> str | None:
        if self.queen_year is None:
            return None
        return ("blue", "white", "yellow", "red", "green")[self.queen_year % 5]


class Inspection(TimestampMixin, Base):
    __tablename__ = "inspections"

    id: Mapped[int] = mapped_column(primary_key=True)
    hive_id: Mapped[int] = mapped_column(ForeignKey("hives.id"))
    mites: Mapped[int] = mapped_column(default=0)
    hive: Mapped[Hive] = relationship(back_populates="inspections")


class Harvest(TimestampMixin, Base):
    __tablename__ = "harvests"

    id: Mapped[int] = mapped_column(primary_key=True)
    hive_id: Mapped[int] = mapped_column(ForeignKey("hives.id"))
    grams: Mapped[int]
