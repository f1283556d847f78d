export function leftovers(cooked, eaten) {
  return cooked.map((portion, i) => ({ ...portion, amount: portion.amount - eaten[i].amount });
}

export function freeze(portions) {
  return portions.filter((portion) => portion.amount > 0);
}
