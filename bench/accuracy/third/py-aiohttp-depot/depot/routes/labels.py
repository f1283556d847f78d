"""Printable labels. Waits for the printer contract before it goes live."""

from aiohttp import web

routes = web.RouteTableDef()


@routes.get("/labels/{sku}")
async def print_label(request: web.Request) -> web.Response:
    sku = request.match_info["sku"]
    zpl = f"^XA^FO50,50^BY3^BCN,100,Y,N,N^FD{sku}^FS^XZ"
    return web.Response(text=zpl, content_type="application/zpl")
