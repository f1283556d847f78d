from fastapi.testclient import TestClient

from apiary.api import create_app

client = TestClient(create_app())


def test_health():
    assert client.get("/health").json() == {"status": "ok"}


def test_requires_a_keeper():
    assert client.post("/api/hives", json={"label": "a"}).status_code == 401
