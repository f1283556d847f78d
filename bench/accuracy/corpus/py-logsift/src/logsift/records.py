from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any, NamedTuple, Protocol, overload


class Position(NamedTuple):
    file: str
    line: int


class Readable(Protocol):
    def read(self, size: int = ...) -> str: ...


@dataclass(slots=True)
class Record:
    level: str
    message: str
    fields: dict[str, Any] = field(default_factory=dict)
    position: Position | None = None

    def __getitem__(self, key: str) -> Any:
        return self.fields[key]


class MalformedLine(ValueError): ...


@overload
def parse_line(line: str) -> Record: ...
@overload
def parse_line(line: bytes) -> Record: ...
def parse_line(line):
    text = line.decode() if isinstance(line, bytes) else line
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        raise MalformedLine(text[:80]) from error
    return Record(data.pop("level", "info"), data.pop("msg", ""), data)
