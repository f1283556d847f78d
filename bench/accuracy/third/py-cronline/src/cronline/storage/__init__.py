from .base import Store
from .jsonfile import JsonStore

__all__ = ["JsonStore", "Store"]
