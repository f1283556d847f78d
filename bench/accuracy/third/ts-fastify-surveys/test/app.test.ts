import { expect, it } from "vitest";
import { buildApp } from "../src/app.js";

it("lists surveys", async () => {
  const response = await buildApp().inject({ method: "GET", url: "/api/surveys" });
  expect(response.statusCode).toBe(200);
});

it("is alive", async () => {
  const response = await buildApp().inject("/status");
  expect(response.json()).toEqual({ ok: true });
});
