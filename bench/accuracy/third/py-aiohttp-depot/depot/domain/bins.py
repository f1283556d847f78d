from dataclasses import dataclass


@dataclass
class Bin:
    code: str
    sku: str | None = None

    def assign(self, sku: str) -> None
        self.sku = sku

    def clear(self) -> None:
        self.sku = None
