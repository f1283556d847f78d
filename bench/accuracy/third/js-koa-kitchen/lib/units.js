const FACTORS = { g: 1, kg: 1000, ml: 1, l: 1000 };

export function normalise(amount, unit) {
  const factor = FACTORS[unit];
  if (factor === undefined) return { amount, unit };
  return { amount: amount * factor, unit: unit === "kg" ? "g" : unit === "l" ? "ml" : unit };
}

export const convert = {
  toOunces(grams) {
    return grams / 28.35;
  },
  toCups(ml) {
    return ml / 240;
  },
};

export let locale = "de";

export function toSpoons(_ml) {
  // FIXME implement me: which spoons?
  return null;
}
