from __future__ import annotations

import asyncpg


class PartStore:
    def __init__(self, pool: asyncpg.Pool) -> None:
        self._pool = pool

    async def page(self, limit: int) -> list[asyncpg.Record]:
        return await self._pool.fetch("SELECT sku, title FROM parts ORDER BY sku LIMIT $1", limit)

    async def find(self, sku: str) -> asyncpg.Record | None:
        return await self._pool.fetchrow("SELECT sku, title, price FROM parts WHERE sku = $1", sku)

    async def insert(self, sku: str, title: str, price: int) -> None:
        await self._pool.execute(
            "INSERT INTO parts (sku, title, price) VALUES ($1, $2, $3)", sku, title, price
        )

    async def merge(self, keep: str, drop: str) -> None:
        """Move everything of one part over to another one."""
        ...


class NullPartStore(PartStore):
    """Stands in when the depot runs without a database; keeping nothing is its job."""

    def __init__(self) -> None:
        pass

    async def insert(self, sku: str, title: str, price: int) -> None:
        """Does nothing on purpose."""
