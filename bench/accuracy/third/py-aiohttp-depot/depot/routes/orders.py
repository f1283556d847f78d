from aiohttp import web

from depot.domain.stock import OutOfStock, reserve

routes = web.RouteTableDef()


@routes.post("/orders")
async def place_order(request: web.Request) -> web.Response:
    body = await request.json()
    try:
        held = reserve(body["sku"], int(body["amount"]), on_hand=int(body["on_hand"]))
    except OutOfStock as error:
        raise web.HTTPConflict(text=str(error)) from error
    return web.json_response({"held": held.amount}, status=201)


@routes.view(r"/orders/{order_id:\d+}")
class OrderView(web.View):
    async def get(self) -> web.Response:
        pool = self.request.config_dict["pool"]
        row = await pool.fetchrow(
            "SELECT id, sku, amount FROM orders WHERE id = $1",
            int(self.request.match_info["order_id"]),
        )
        if row is None:
            raise web.HTTPNotFound()
        return web.json_response(dict(row))

    async def delete(self) -> web.Response:
        pool = self.request.config_dict["pool"]
        await pool.execute(
            "DELETE FROM orders WHERE id = $1", int(self.request.match_info["order_id"])
        )
        return web.Response(status=204)
