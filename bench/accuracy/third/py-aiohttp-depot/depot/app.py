from aiohttp import web

from depot.routes import health, orders, parts
from depot.store.pool import pool_context


@web.middleware
async def request_id(request: web.Request, handler):
    response = await handler(request)
    response.headers["X-Request-Id"] = request.headers.get("X-Request-Id", "-")
    return response


def create_app(dsn: str) -> web.Application:
    app = web.Application(middlewares=[request_id])
    app["dsn"] = dsn
    app.cleanup_ctx.append(pool_context)
    app.router.add_get("/healthz", health.live)
    app.router.add_route("GET", "/readyz", health.ready)

    v1 = web.Application()
    v1.add_routes(parts.routes)
    v1.add_routes(orders.routes)
    app.add_subapp("/v1", v1)
    return app
