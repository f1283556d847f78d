import { normalise } from "./units.js";

export default class Recipe {
  #lines = [];

  static parse(text) {
    const recipe = new Recipe(text.split("\n", 1)[0]);
    for (const line of text.split("\n").slice(1)) {
      const [amount, unit, ...name] = line.trim().split(/\s+/);
      if (name.length) recipe.add(normalise(Number(amount), unit), name.join(" "));
    }
    return recipe;
  }

  constructor(title) {
    this.title = title;
  }

  add(amount, name) {
    this.#lines.push({ ...amount, name });
    return this;
  }

  get lines() {
    return [...this.#lines];
  }

  nutrition() {
    throw new Error("not implemented");
  }
}

export const scale = (recipe, factor) =>
  recipe.lines.reduce(
    (scaled, { amount, unit, name }) => scaled.add({ amount: amount * factor, unit }, name),
    new Recipe(recipe.title),
  );
