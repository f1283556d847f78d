from fastapi import APIRouter

from app.services.pricing import round_half_even

router = APIRouter()


@router.get("/revenue")
async def revenue_report(month: str):
    return {"month": month, "revenue": str(round_half_even(0))}
