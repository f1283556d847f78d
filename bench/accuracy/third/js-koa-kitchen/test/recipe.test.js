import { expect } from "chai";
import Recipe, { scale } from "../lib/recipe.js";

const soup = () => Recipe.parse("Soup\n1 l water\n2 kg leek");

describe("recipes", () => {
  it("scales", () => {
    expect(scale(soup(), 2).lines[0]).to.deep.equal({ amount: 2000, unit: "ml", name: "water" });
  });
});
