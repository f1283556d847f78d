from fastapi.testclient import TestClient

from app.main import app
from app.services.tokens import TokenService
from app.settings import Settings

client = TestClient(app)


def make_expired_token(service: TokenService) -> str:
    return service.issue("nobody@example.org")


def test_login_rejects_short_passwords():
    response = client.post("/auth/login", json={"email": "ada@example.org", "password": "short"})
    assert response.status_code == 401


def test_token_service_reads_what_it_issued():
    service = TokenService(Settings(database_url="sqlite://", token_secret="k" * 32))
    assert service.read(service.issue("ada@example.org")) == "ada@example.org"
