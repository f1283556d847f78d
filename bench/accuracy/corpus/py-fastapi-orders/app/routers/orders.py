from fastapi import APIRouter, Depends, Header, HTTPException
from sqlalchemy.ext.asyncio import AsyncSession

from app.db import get_session
from app.models import Order
from app.services.pricing import price_order
from app.services.tokens import TokenService, get_token_service
from app.services.workflow import cancel, place

router = APIRouter(prefix="/orders", tags=["orders"])


async def load_order(order_id: int, session: AsyncSession = Depends(get_session)) -> Order:
    order = await session.get(Order, order_id)
    if order is None:
        raise HTTPException(404, f"order {order_id} does not exist")
    return order


def current_user(authorization: str = Header(), tokens: TokenService = Depends(get_token_service)) -> str:
    return tokens.read(authorization.removeprefix("Bearer "))


@router.get("/{order_id}", dependencies=[Depends(current_user)])
async def read_order(order: Order = Depends(load_order)):
    return {"id": order.id, "status": order.status, "total": str(price_order(order))}


@router.post("/{order_id}/place")
async def place_order(order: Order = Depends(load_order), session: AsyncSession = Depends(get_session)):
    place(order)
    await session.commit()
    return {"id": order.id, "status": order.status}


@router.put("/{order_id}/cancel")
async def cancel_order(order: Order = Depends(load_order), session: AsyncSession = Depends(get_session)):
    cancel(order)
    await session.commit()
    return {"id": order.id, "status": order.status}
