from typing import Protocol, TypedDict


class Job(TypedDict):
    line: str
    command: str


class Store(Protocol):
    def load(self) -> list[Job]: ...

    def save(self, jobs: list[Job]) -> None: ...


class NullStore:
    """Keeps nothing: for dry runs, where forgetting is the whole point."""

    def load(self) -> list[Job]:
        return []

    def save(self, jobs: list[Job]) -> None:
        """Forgets the jobs, as it should."""
