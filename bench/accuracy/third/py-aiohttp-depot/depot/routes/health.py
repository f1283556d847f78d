from aiohttp import web


async def live(request: web.Request) -> web.Response:
    return web.json_response({"status": "ok"})


async def ready(request: web.Request) -> web.Response:
    # the pool has no ping yet
    return web.Response(status=501)
