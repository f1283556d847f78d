from __future__ import annotations

import json
from pathlib import Path

from .base import Job


class JsonStore:
    def __init__(self, path: Path) -> None:
        self.path = path

    def load(self) -> list[Job]:
        if not self.path.exists():
            return []
        return json.loads(self.path.read_text())

    def save(self, jobs: list[Job]) -> None:
        self.path.write_text(json.dumps(jobs, indent=2))

    def lock(self) -> None:
        pass

    async def watch(self):
        raise NotImplementedError("inotify is not everywhere")
        yield
