import test from 'node:test';
import assert from 'node:assert/strict';
import { createServer } from '../src/server.js';
import openDatabase from '../src/db.js';

test('lists and deletes shows', async (t) => {
  const app = await createServer({ db: openDatabase() });
  t.after(() => app.close());
  const list = await app.inject({ method: 'GET', url: '/shows/' });
  assert.equal(list.statusCode, 200);
  const gone = await app.inject({ method: 'DELETE', url: '/shows/1' });
  assert.equal(gone.statusCode, 401);
});
