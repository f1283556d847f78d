import pytest

from depot.app import create_app


@pytest.fixture
async def client(aiohttp_client):
    app = create_app("postgresql://localhost/depot_test")
    return await aiohttp_client(app)


def seed_parts(pool):
    return pool.execute("INSERT INTO parts VALUES ('B-1', 'Bell', 700)")
