export { summarise as summarize, type Summary } from "./statistics.js";
export * from "./survey.js";
export { default as routes } from "../routes/surveys.js";
