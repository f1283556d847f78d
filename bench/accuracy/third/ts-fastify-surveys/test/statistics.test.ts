import { describe, expect, it } from "vitest";
import { summarise } from "../src/domain/statistics.js";

function oneToFive(): number[] {
  return [1, 2, 3, 4, 5];
}

describe("summarise", () => {
  it("finds mean and median", () => {
    expect(summarise(oneToFive())).toEqual({ count: 5, mean: 3, median: 3 });
  });
});
