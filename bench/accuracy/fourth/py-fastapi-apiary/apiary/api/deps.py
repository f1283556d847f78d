from typing import Annotated

from fastapi import Depends, Header, HTTPException
from sqlalchemy.orm import Session

from ..db import get_session
from ..repositories import HarvestRepository, HiveRepository, InspectionRepository
from ..services import HarvestService, VarroaService
from ..services.harvest import NullNotifier
from ..settings import get_settings

SessionDep = Annotated[Session, Depends(get_session)]


def hive_repository(session: SessionDep) -> HiveRepository:
    return HiveRepository(session)


def varroa_service(session: SessionDep) -> VarroaService:
    return VarroaService(InspectionRepository(session), get_settings().treat_above)


def harvest_service(session: SessionDep) -> HarvestService:
    return HarvestService(HiveRepository(session), HarvestRepository(session), NullNotifier())


def keeper(x_keeper: Annotated[str | None, Header()] = None) -> str:
    if not x_keeper:
        raise HTTPException(401, "say who you are")
    return x_keeper
