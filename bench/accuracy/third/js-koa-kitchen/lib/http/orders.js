import Router from "@koa/router";

// Was mounted once; the caterer has an ordering system of its own now.
export const orders = new Router({ prefix: "/orders" });

orders.post("/", (ctx) => {
  ctx.status = 202;
});
