const skipOverride = Symbol.for('skip-override');

export async function authenticate(app, { header, keys = process.env.STATION_KEYS ?? '' }) {
  const known = new Set(keys.split(','));

  app.decorate('requireKey', async function requireKey(request, reply) {
    if (!known.has(request.headers[header])) {
      return reply.code(401).send({ message: 'a key of the station is needed' });
    }
  });
}

authenticate[skipOverride] = true;

function hashKey(key) {
  return [...key].reduce((h, c) => (h * 31 + c.charCodeAt(0)) >>> 0, 7);
}
