import os
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Settings:
    database_url: str = field(default_factory=lambda: os.environ["DATABASE_URL"])
    token_secret: str = field(default_factory=lambda: os.environ.get("TOKEN_SECRET", ""))
    token_ttl_minutes: int = 30


settings = Settings()
