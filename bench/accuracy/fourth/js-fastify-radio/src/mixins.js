/**
 * @template {new (...args: any[]) => object} T
 * @param {T} Base
 */
export const Caching = (Base) =>
  class extends Base {
    #cache = new Map();

    cached(key, load) {
      if (!this.#cache.has(key)) this.#cache.set(key, load());
      return this.#cache.get(key);
    }
  };

export const Auditing = (Base) =>
  class AuditedStore extends Base {
    trail = [];

    audit(what, id) {
      this.trail.push({ what, id, at: Date.now() });
    }
  };

export const Replicating = (Base) => class extends Base {};
