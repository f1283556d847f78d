class ApiaryError(Exception):
    """Base of everything that this package raises on purpose."""


class HiveNotFound(ApiaryError):
    def __init__(self, hive_id: int) -> None:
        super().__init__(f"hive {hive_id} not found")
        self.hive_id = hive_id


class QueenMissing(ApiaryError):
    pass
