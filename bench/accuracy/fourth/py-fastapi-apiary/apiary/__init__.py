from .errors import ApiaryError, HiveNotFound
from .services.varroa import VarroaService as MiteCounter

__all__ = ["ApiaryError", "HiveNotFound", "MiteCounter"]
__version__ = "0.7.1"
