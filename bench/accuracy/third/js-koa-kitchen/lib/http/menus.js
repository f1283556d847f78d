import Router from "@koa/router";
import { weekMenu } from "../menu.js";

export const menus = new Router();
menus.prefix("/menus");

menus.get("/:week", showMenu);
menus.all("/:week/print", (ctx) => {
  ctx.body = weekMenu(ctx.params.week)
    .map(({ day, dish }) => `${day} ${dish}`)
    .join("\n");
});

async function showMenu(ctx) {
  ctx.body = weekMenu(ctx.params.week);
}
