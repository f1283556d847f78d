from abc import ABC, abstractmethod


class Alert(ABC):
    @abstractmethod
    def due(self, level: int) -> bool: ...

    def text(self, sku: str) -> str:
        return f"{type(self).__name__}: {sku}"


class LowStockAlert(Alert):
    def __init__(self, threshold: int = 5) -> None:
        self.threshold = threshold

    def due(self, level: int) -> bool:
        return level < self.threshold


class OverstockAlert(Alert):
    def due(self, level: int) -> bool:
        return level > 500


class SeasonalAlert(Alert):
    def due(self, level: int) -> bool:
        pass


DEFAULTS = [LowStockAlert(), OverstockAlert()]
