// A repository whose resources ask the whole tree: routes, commands, tables, and functions that tests have to refer to.

import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { age, commitAll, SPEC } from './declared.ts'

interface Part {
  readonly path: string
  readonly text: string
  /** The resource about it, by its type. */
  readonly type?: string
  readonly resource?: string
}

/** `count` Python files in folders of a hundred; every tenth has a resource, of each of the four kinds alike. */
export function wideFiles(root: string, count: number): readonly string[] {
  const parts = Array.from({ length: count }, (_, index) => partOf(index))
  for (const { path, text } of parts) put(root, path, text)
  const types = Map.groupBy(
    parts.filter(each => each.type !== undefined),
    each => each.type!,
  )
  const resources = [...types].map(
    ([type, all]) => `  ${type}:\n${all.map(each => each.resource).join('')}`,
  )
  put(root, SPEC, `version: "1"\nresources:\n${resources.join('')}`)
  commitAll(root)
  return parts.map(each => each.path)
}

function put(root: string, path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
  age(root, path)
}

function partOf(index: number): Part {
  const folder = `part${Math.floor(index / 100)}`
  const path = `${folder}/module_${index}.py`
  const make = makers[index % 40]
  return make?.(index, folder, path) ?? { path, text: moduleText(index) }
}

const moduleText = (index: number) =>
  `import os\n\n\nclass Store${index}:\n    def read(self, name):\n        return os.path.join(str(${index}), name)\n\n\ndef open_${index}(name):\n    return Store${index}().read(name)\n`

type Make = (index: number, folder: string, path: string) => Part

const declared = (index: number, attribute: string, path: string, more = '') =>
  `    one_${index}:\n      attributes:\n        ${attribute}\n      files: [${path}]\n${more}`

const makers: Readonly<Record<number, Make>> = {
  1: (index, folder, path) => ({
    path,
    text: `from flask import Flask\nfrom ${folder}.module_${index - 1} import open_${index - 1}\n\napp = Flask(__name__)\n\n\n@app.get('/things/${index}')\ndef get_${index}():\n    return open_${index - 1}('x')\n`,
    type: 'endpoint',
    resource: declared(index, `endpoints: [GET /things/${index}]`, path),
  }),
  11: (index, _, path) => ({
    path,
    text: `import click\n\n\n@click.command()\ndef run_${index}():\n    print(${index})\n\n\nif __name__ == '__main__':\n    run_${index}()\n`,
    type: 'command',
    resource: declared(index, `commands: [run-${index}]`, path),
  }),
  21: (index, _, path) => ({
    path,
    text: `from app.base import Base\n\n\nclass Order${index}(Base):\n    __tablename__ = 'orders_${index}'\n`,
    type: 'table',
    resource: declared(index, `tables: [orders_${index}]`, path),
  }),
  31: (index, folder) => ({
    path: `tests/${folder}/test_${index}.py`,
    text: `from ${folder}.module_${index - 1} import open_${index - 1}\n\n\ndef test_open():\n    assert open_${index - 1}('a') == '${index - 1}/a'\n`,
    type: 'module',
    resource: declared(
      index,
      `functions: [open_${index - 1}]`,
      `${folder}/module_${index - 1}.py`,
      `      tests: [tests/${folder}/test_${index}.py]\n`,
    ),
  }),
}
