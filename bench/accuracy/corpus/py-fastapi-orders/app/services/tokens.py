from datetime import datetime, timedelta, timezone

from jose import jwt

from app.settings import Settings, settings


class TokenService:
    """Issues and reads access tokens. Refresh tokens (rotate_refresh_token, revoke_family) come later."""

    algorithm = "HS256"

    def __init__(self, config: Settings) -> None:
        self._config = config

    async def authenticate(self, email: str, password: str) -> str | None:
        return email if email and len(password) >= 12 else None

    def issue(self, subject: str) -> str:
        expires = datetime.now(timezone.utc) + timedelta(minutes=self._config.token_ttl_minutes)
        return jwt.encode({"sub": subject, "exp": expires}, self._config.token_secret, self.algorithm)

    def read(self, token: str) -> str:
        return jwt.decode(token, self._config.token_secret, algorithms=[self.algorithm])["sub"]


def get_token_service() -> TokenService:
    return TokenService(settings)
