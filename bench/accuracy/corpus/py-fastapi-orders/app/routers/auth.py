from fastapi import APIRouter, Depends, HTTPException, status
from pydantic import BaseModel, EmailStr

from app.services.tokens import TokenService, get_token_service

router = APIRouter()


class Credentials(BaseModel):
    email: EmailStr
    password: str


@router.post("/login")
async def login(body: Credentials, tokens: TokenService = Depends(get_token_service)):
    user = await tokens.authenticate(body.email, body.password)
    if user is None:
        raise HTTPException(status.HTTP_401_UNAUTHORIZED, "unknown user or wrong password")
    return {"access_token": tokens.issue(user), "token_type": "bearer"}


@router.post("/logout", status_code=204)
async def logout() -> None:
    """Tokens are stateless, the client forgets its own; the route exists so that old clients keep working."""
    return None


@router.post("/password-reset")
async def request_password_reset(body: Credentials):
    raise NotImplementedError("mail provider is not chosen yet")
