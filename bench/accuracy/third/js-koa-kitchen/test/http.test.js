import request from "supertest";
import { createApp } from "../lib/http/app.js";

describe("http", () => {
  it("answers with a menu", async () => {
    await request(createApp().callback()).get("/menus/2024-W18").expect(200);
  });
});
