from typing import Annotated, Literal, NamedTuple, Protocol, TypedDict

from pydantic import BaseModel, Field, field_validator

Grams = Annotated[int, Field(gt=0)]


class HiveIn(BaseModel):
    label: str
    queen_year: int | None = None

    @field_validator("label")
    @classmethod
    def strip_label(cls, value: str) -> str:
        return value.strip().upper()


class HiveOut(HiveIn):
    id: int
    temper: Literal["calm", "nervous", "hot"]


class HarvestIn(BaseModel):
    grams: Grams


class YieldRow(NamedTuple):
    hive: str
    grams: int


class StationReading(TypedDict):
    celsius: float
    humidity: int


class Notifier(Protocol):
    def notify(self, subject: str, body: str) -> None: ...
