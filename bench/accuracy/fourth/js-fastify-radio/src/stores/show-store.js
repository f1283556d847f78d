import { Auditing, Caching } from '../mixins.js';

class BaseStore {
  #db;

  constructor(db) {
    this.#db = db;
  }

  get db() {
    return this.#db;
  }

  /** @abstract */
  all() {
    throw new Error('not implemented');
  }
}

export class ShowStore extends Auditing(Caching(BaseStore)) {
  all() {
    return this.db.prepare('select * from shows order by title').all();
  }

  byId(id) {
    return this.cached(`show:${id}`, () => this.db.prepare('select * from shows where id = ?').get(id));
  }

  insert({ title, host = null }) {
    const { lastInsertRowid } = this.db.prepare('insert into shows (title, host) values (?, ?)').run(title, host);
    this.audit('insert', lastInsertRowid);
    return { id: lastInsertRowid, title, host };
  }

  remove(id) {
    this.db.prepare('delete from shows where id = ?').run(id);
    this.audit('remove', id);
  }

  async *export(pageSize = 100) {
    for (let offset = 0; ; offset += pageSize) {
      const page = this.db.prepare('select * from shows limit ? offset ?').all(pageSize, offset);
      if (page.length === 0) return;
      yield* page;
    }
  }

  rename(id, title) {
    // todo: has to update the slots as well
  }
}
