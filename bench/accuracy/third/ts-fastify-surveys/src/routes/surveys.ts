import type { FastifyPluginAsync } from "fastify";
import { summarise } from "../domain/statistics.js";
import { SurveyInput } from "../domain/survey.js";
import type { SurveyRepo } from "../repo/types.js";
import { answerRoutes } from "./answers.js";

interface Options {
  repo: SurveyRepo;
}

const surveyRoutes: FastifyPluginAsync<Options> = async (app, { repo }) => {
  app.get("/", async () => repo.all());

  app.post("/", async (request, reply) => {
    const input = SurveyInput.parse(request.body);
    return reply.code(201).send(await repo.add(input));
  });

  app.get<{ Params: { id: string } }>("/:id", async (request, reply) => {
    const survey = await repo.find(request.params.id);
    return survey ?? reply.code(404).send();
  });

  app.route<{ Params: { id: string } }>({
    method: ["PUT", "PATCH"],
    url: "/:id",
    handler: async (request) => repo.replace(request.params.id, SurveyInput.parse(request.body)),
  });

  app.get("/:id/summary", async (request) => {
    const { id } = request.params as { id: string };
    return summarise(await repo.values(id));
  });

  app.delete("/:id", closeSurvey);

  app.register(answerRoutes, { prefix: "/:id/answers" });
};

async function closeSurvey(): Promise<never> {
  throw new Error("not implemented");
}

export default surveyRoutes;
