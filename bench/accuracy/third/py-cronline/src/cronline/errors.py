class CronError(ValueError):
    """Base of all errors of this package."""


class FieldError(CronError):
    def __init__(self, field: str, text: str) -> None:
        super().__init__(f"{field}: cannot read {text!r}")
        self.field = field


class Sentinel:
    """Nothing yet."""
