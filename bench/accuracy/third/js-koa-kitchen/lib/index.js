export { default as Recipe, scale } from "./recipe.js";
export { shoppingList } from "./shopping.js";
export * as units from "./units.js";
export { Allergens as AllergenSet } from "./allergens.js";
