import Router from "@koa/router";
import Recipe, { scale } from "../recipe.js";

export const recipes = new Router({ prefix: "/recipes" });

const kept = new Map();

recipes.get("/", (ctx) => {
  ctx.body = [...kept.keys()];
});

recipes.post("/", async (ctx) => {
  const recipe = Recipe.parse(ctx.request.body.text);
  kept.set(recipe.title, recipe);
  ctx.status = 201;
});

recipes.get("/:title/scaled/:factor", (ctx) => {
  const recipe = kept.get(ctx.params.title);
  ctx.assert(recipe, 404);
  ctx.body = scale(recipe, Number(ctx.params.factor)).lines;
});

recipes.put("/:title", (ctx) => {
  ctx.throw(501, "not implemented");
});

recipes.del("/:title", (ctx) => {
  ctx.status = kept.delete(ctx.params.title) ? 204 : 404;
});
