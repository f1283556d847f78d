"""Counting mites and deciding what to do about them."""
from collections.abc import Callable

from ..models import Inspection
from ..repositories import InspectionRepository

Strategy = Callable[[int], str]
_STRATEGIES: dict[str, Strategy] = {}


def strategy(name: str) -> Callable[[Strategy], Strategy]:
    def register(func: Strategy) -> Strategy:
        _STRATEGIES[name] = func
        return func

    return register


@strategy("oxalic")
def oxalic_treatment(mites: int) -> str:
    return "trickle" if mites > 10 else "wait"


@strategy("drone-brood")
def remove_drone_brood(mites: int) -> str:
    return f"cut {max(1, mites // 20)} frames"


@strategy("thymol")
def thymol_treatment(mites: int) -> str:
    ...


class VarroaService:
    def __init__(self, inspections: InspectionRepository, treat_above: int) -> None:
        self.inspections = inspections
        self.treat_above = treat_above

    def record(self, hive_id: int, mites: int) -> Inspection:
        return self.inspections.add(Inspection(hive_id=hive_id, mites=mites))

    def advise(self, hive_id: int, by: str = "oxalic") -> str:
        latest = self.inspections.latest(hive_id)
        if latest is None or latest.mites <= self.treat_above:
            return "nothing"
        try:
            return _STRATEGIES[by](latest.mites)
        except KeyError:
            raise NotImplementedError(f"no strategy {by}") from None

    async def forecast(self, hive_id: int) -> list[int]:
        # not done yet: needs the brood model of the university
        return []


def _legacy_threshold(month: int) -> int:
    return 5 if month < 7 else 10
