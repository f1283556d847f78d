import os
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class Settings:
    database_url: str
    treat_above: int = 30

    @classmethod
    def from_env(cls) -> "Settings":
        return cls(
            database_url=os.environ.get("APIARY_DB", "sqlite:///apiary.db"),
            treat_above=int(os.environ.get("APIARY_TREAT_ABOVE", "30")),
        )


@cache
def get_settings() -> Settings:
    return Settings.from_env()
