from aiohttp import web

from depot.domain.pricing_rules import gross_price
from depot.store.parts import PartStore

routes = web.RouteTableDef()


def _store(request: web.Request) -> PartStore:
    return PartStore(request.config_dict["pool"])


@routes.get("/parts")
async def list_parts(request: web.Request) -> web.Response:
    limit = int(request.query.get("limit", "50"))
    rows = await _store(request).page(limit)
    return web.json_response([dict(r) for r in rows])


@routes.post("/parts")
async def add_part(request: web.Request) -> web.Response:
    body = await request.json()
    await _store(request).insert(body["sku"], body["title"], gross_price(body["net"]))
    return web.json_response({"sku": body["sku"]}, status=201)


@routes.get("/parts/{sku}")
async def show_part(request: web.Request) -> web.Response:
    row = await _store(request).find(request.match_info["sku"])
    if row is None:
        raise web.HTTPNotFound(text="no such part")
    return web.json_response(dict(row))


@routes.patch("/parts/{sku}")
async def rename_part(request: web.Request) -> web.Response:
    """Change the title of a part."""
    raise NotImplementedError


# Deleting broke the yearly report. Bring it back with soft deletes.
#
# @routes.delete("/parts/{sku}")
# async def delete_part(request: web.Request) -> web.Response:
#     await _store(request).remove(request.match_info["sku"])
#     return web.Response(status=204)
