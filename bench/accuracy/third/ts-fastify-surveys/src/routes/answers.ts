import type { FastifyInstance } from "fastify";
import { z } from "zod";

const Body = z.object({ value: z.number().int().min(1).max(5) });

export async function answerRoutes(app: FastifyInstance) {
  app.post("/", async (request, reply) => {
    const { value } = Body.parse(request.body);
    return reply.code(201).send({ value });
  });

  /*
  app.get("/export", async (request, reply) => reply.type("text/csv").send(""));
  */
}
