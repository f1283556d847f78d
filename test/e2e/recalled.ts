// A repository whose refresh is asked again and again, with every kind of evidence that a memory may hold.

import { existsSync, lstatSync, utimesSync } from 'node:fs'
import type { TestRepository } from './repository.ts'

export const spec = `resources:
  feature:
    auth:
      attributes: {functions: [login]}
      files: [src/auth.py]
    found:
      attributes: {functions: [search]}
    used:
      attributes: {functions: [login]}
      files: [src/auth.py]
      require: reached
    served:
      attributes: {endpoints: [GET /api/users]}
    typed:
      attributes: {functions: [typed]}
      files: [web/typed.ts]
      require: reached
`

export const start = {
  'fixpoint.spec.yaml': spec,
  '.gitignore': 'ignored/\n',
  'src/auth.py': 'def login(name):\n    return name\n',
  'src/search.py': 'def search(text):\n    return [text]\n',
  'src/main.py': 'from auth import login\nlogin("a")\n',
  'app/users.py':
    'from flask import Blueprint\nusers = Blueprint("users", __name__)\n@users.route("/users")\ndef all():\n    return []\n',
  'app/main.py':
    'from flask import Flask\nfrom app.users import users\napp = Flask(__name__)\napp.register_blueprint(users, url_prefix="/api")\n',
  'tests/test_auth.py': 'from src.auth import login\ndef test_login():\n    assert login(1)\n',
  'web/typed.ts': 'export function typed() { return 1 }\n',
  'web/use.ts': "import { typed } from '@web/typed'\ntyped()\n",
  'tsconfig.json': '{"compilerOptions": {"paths": {"@web/*": ["./web/*"]}}}\n',
}

const LONG_AGO = 1_700_000_000
const LONG_AFTER = 2_700_000_000

/** Files of long ago, so that nothing could have changed since the program began. */
export const aged = (here: TestRepository): void => dated(here, LONG_AGO)

/** Any of these files may have changed since the program began, however long a program takes. */
export const young = (here: TestRepository): void => dated(here, LONG_AFTER)

function dated(here: TestRepository, seconds: number): void {
  for (const file of here.files()) {
    const path = here.path(file)
    if (existsSync(path) && lstatSync(path).isFile()) utimesSync(path, seconds, seconds)
  }
  here.git('status')
}

/** A state without the times at which programs ran, and the name that each new state gets. */
export const timeless = (state: string) =>
  state
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'then')
    .replace(/"lineage": "[\w-]+"/, '"lineage": "new"')
