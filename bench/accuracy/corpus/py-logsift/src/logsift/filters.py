import operator
import re
from collections.abc import Callable

from logsift.records import Record

Predicate = Callable[[Record], bool]

_OPERATORS = {"=": operator.eq, ">": operator.gt, "<": operator.lt}


class FieldFilter:
    def __init__(self, name, op, value):
        self.name, self.op, self.value = name, _OPERATORS[op], value

    def __call__(self, record: Record) -> bool:
        return name_in(record, self.name) and self.op(record[self.name], self.value)

    @classmethod
    def from_expression(cls, expression: str) -> "FieldFilter":
        match = re.fullmatch(r"(\w+)([=<>])(.*)", expression)
        if match is None:
            raise ValueError(f"not a filter: {expression}")
        return cls(*match.groups())


def name_in(record, name): return name in record.fields


def all_of(*predicates: Predicate) -> Predicate:
    def combined(record):
        return all(predicate(record) for predicate in predicates)

    return combined


any_of = lambda *predicates: lambda record: any(p(record) for p in predicates)


def sample(rate: float) -> Predicate:
    """Keep a share of the records.

    def keep_every(n):
        ...
    """
    step = round(1 / rate)
    seen = 0

    def keep(_record):
        nonlocal seen
        seen += 1
        return seen % step == 0

    return keep
