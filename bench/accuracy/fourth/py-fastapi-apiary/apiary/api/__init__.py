from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse

from ..errors import HiveNotFound
from . import harvests, hives


def create_app() -> FastAPI:
    app = FastAPI(title="apiary")
    app.include_router(hives.router, prefix="/api")
    app.include_router(harvests.router, prefix="/api/hives/{hive_id}/harvests", tags=["harvests"])

    @app.get("/health")
    def health() -> dict[str, str]:
        return {"status": "ok"}

    @app.exception_handler(HiveNotFound)
    async def hive_not_found(request: Request, error: HiveNotFound) -> JSONResponse:
        return JSONResponse({"detail": str(error)}, status_code=404)

    return app
