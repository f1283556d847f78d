import hashlib
import hmac

from fastapi import APIRouter, Header, HTTPException, Request

from app.settings import settings

router = APIRouter(prefix="/webhooks")


def verify_signature(payload: bytes, signature: str) -> bool:
    expected = hmac.new(settings.token_secret.encode(), payload, hashlib.sha256).hexdigest()
    return hmac.compare_digest(expected, signature)


@router.api_route("/carrier", methods=["POST", "PUT"])
async def carrier_update(request: Request, x_signature: str = Header()):
    payload = await request.body()
    if not verify_signature(payload, x_signature):
        raise HTTPException(403, "bad signature")
    return {"accepted": True}
