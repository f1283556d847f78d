export class Allergens extends Set {
  label() {
    return [...this].sort().join(", ") || "none";
  }
}

export class TraceAllergens {}
