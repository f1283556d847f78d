import { z } from "zod";

export const SurveyInput = z.object({
  title: z.string().min(3),
  closed: z.boolean().default(false),
});

export type SurveyInput = z.infer<typeof SurveyInput>;

export interface Survey extends SurveyInput {
  readonly id: string;
}

export enum QuestionKind {
  Scale = "scale",
  Text = "text",
}

export class SurveyClosed extends Error {}

export namespace Limits {
  export const answers = 10_000;
}
