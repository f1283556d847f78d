from .harvest import HarvestService
from .varroa import VarroaService

__all__ = ["HarvestService", "VarroaService"]
