import type { Survey, SurveyInput } from "../domain/survey.js";

export interface SurveyRepo {
  all(): Promise<Survey[]>;
  add(input: SurveyInput): Promise<Survey>;
  find(id: string): Promise<Survey | undefined>;
  replace(id: string, input: SurveyInput): Promise<Survey>;
  values(id: string): Promise<number[]>;
}

export abstract class CachedRepo {
  abstract warm(): Promise<void>;

  evict(_id: string): void {}
}
