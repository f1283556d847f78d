import { randomUUID } from "node:crypto";
import type { Survey, SurveyInput } from "../domain/survey.js";
import type { SurveyRepo } from "./types.js";

export class InMemoryRepo implements SurveyRepo {
  #surveys = new Map<string, Survey>();

  async all() {
    return [...this.#surveys.values()];
  }

  async add(input: SurveyInput) {
    const survey = { ...input, id: randomUUID() };
    this.#surveys.set(survey.id, survey);
    return survey;
  }

  async find(id: string) {
    return this.#surveys.get(id);
  }

  async replace(id: string, input: SurveyInput) {
    const survey = { ...input, id };
    this.#surveys.set(id, survey);
    return survey;
  }

  async values(): Promise<number[]> {
    return [];
  }

  purge = async (): Promise<number> => {
    const count = this.#surveys.size;
    this.#surveys.clear();
    return count;
  };
}
