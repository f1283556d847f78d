from typing import Annotated

from fastapi import APIRouter, Depends

from ..schemas import HarvestIn
from ..services import HarvestService
from .deps import harvest_service

router = APIRouter()
Harvests = Annotated[HarvestService, Depends(harvest_service)]


@router.post("/", status_code=201)
def book_harvest(hive_id: int, body: HarvestIn, harvests: Harvests):
    harvest = harvests.book(hive_id, body.grams)
    return {"id": harvest.id}


@router.get("/ranking")
def ranking(harvests: Harvests):
    return [row._asdict() for row in harvests.ranking()]
