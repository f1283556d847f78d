from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException

from ..models import Hive
from ..repositories import HiveRepository
from ..schemas import HiveIn, HiveOut
from ..services import VarroaService
from .deps import hive_repository, keeper, varroa_service

router = APIRouter(prefix="/hives", tags=["hives"])
internal = APIRouter(prefix="/internal")

Hives = Annotated[HiveRepository, Depends(hive_repository)]
Varroa = Annotated[VarroaService, Depends(varroa_service)]


@router.get("", response_model=list[HiveOut])
def list_hives(hives: Hives, q: str = ""):
    return hives.search(q) if q else hives.all()


@router.post("", response_model=HiveOut, status_code=201, dependencies=[Depends(keeper)])
def create_hive(body: HiveIn, hives: Hives):
    return hives.add(Hive(**body.model_dump()))


@router.get("/{hive_id}", response_model=HiveOut)
def show_hive(hive_id: int, hives: Hives):
    if (hive := hives.get(hive_id)) is None:
        raise HTTPException(404)
    return hive


@router.post("/{hive_id}/inspections")
def inspect_hive(hive_id: int, mites: int, varroa: Varroa):
    varroa.record(hive_id, mites)
    return {"advice": varroa.advise(hive_id)}


@router.put("/{hive_id}/queen")
async def requeen(hive_id: int):
    raise HTTPException(501, "not implemented")


@router.api_route("/{hive_id}/notes", methods=["GET", "PUT"])
def notes(hive_id: int, text: str | None = None):
    return {"hive": hive_id, "text": text or ""}


# @router.delete("/{hive_id}")
# def drop_hive(hive_id: int, hives: Hives): ...


@internal.post("/reindex")
def reindex():
    return {"queued": True}
