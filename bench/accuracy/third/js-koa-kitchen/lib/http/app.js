import Koa from "koa";
import bodyParser from "koa-bodyparser";
import Router from "@koa/router";
import { recipes } from "./recipes.js";
import { menus } from "./menus.js";

export function createApp() {
  const app = new Koa();
  const root = new Router();

  root.get("/up", (ctx) => {
    ctx.body = "up";
  });
  root.use("/kitchen", recipes.routes(), recipes.allowedMethods());
  root.use(menus.routes());

  app.use(bodyParser());
  app.use(root.routes());
  return app;
}
