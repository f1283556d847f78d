from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from typing import Generic, TypeVar

from logsift.records import Record

T = TypeVar("T")


class Stage(Generic[T]):
    def run(self, record: Record) -> T | None:
        return None

    def close(self) -> None:
        """Hook for stages that hold something open; most have nothing to close."""


class Counter(Stage[int]):
    def __init__(self) -> None:
        self.count = 0

    def run(self, record: Record) -> int:
        self.count += 1
        return self.count


class Histogram(Stage[dict]):
    def run(self, record):
        pass

    def render(self, width):
        pass


class Pipeline:
    def __init__(self, *stages: Stage) -> None:
        self._stages = stages

    def run(self, records: Iterator[Record]) -> None:
        for record in records:
            for stage in self._stages:
                stage.run(record)

    async def follow(self, records: AsyncIterator[Record]) -> None:
        async for record in records:
            await asyncio.to_thread(self.run, iter([record]))
