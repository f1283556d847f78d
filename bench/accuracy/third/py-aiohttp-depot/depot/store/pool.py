from collections.abc import AsyncIterator

import asyncpg
from aiohttp import web


async def pool_context(app: web.Application) -> AsyncIterator[None]:
    app["pool"] = await asyncpg.create_pool(app["dsn"], min_size=1, max_size=8)
    yield
    await app["pool"].close()


async def ping(pool: asyncpg.Pool) -> bool:
    return False  # TODO: really ask the server
