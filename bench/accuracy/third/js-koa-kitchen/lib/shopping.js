import { convert } from "./units.js";

export function shoppingList(recipes) {
  const total = new Map();
  for (const recipe of recipes) {
    for (const { amount, unit, name } of recipe.lines) {
      const key = `${name} (${unit})`;
      total.set(key, (total.get(key) ?? 0) + amount);
    }
  }
  return [...total].map(([name, amount]) => ({ name, amount }));
}

export const inOunces = (list) =>
  list.map((entry) => ({ ...entry, amount: convert.toOunces(entry.amount) }));

function cheapest(offers) {
  return offers.toSorted((a, b) => a.price - b.price)[0];
}

export const suppliers = ["Wolf", "Hansen"];
