import { describe, expect, it } from 'vitest'
import { packFor } from '../languages/all.ts'
import { dropping, mayOffer } from './offer-signs.ts'

const offers = (path: string, text: string) => mayOffer(path, text, packFor(path)!)

describe('signs of commands and tables', () => {
  it.each([
    ['a.py', 'name = match.group(1)\nself.command = name\n'],
    ['a.py', 'table = read()\nif False:\n    pass\n'],
    ['a.ts', 'export interface Editor { command: string }\nrun(command)\n'],
    ['a.ts', "import { inspect } from 'node:util'\ncommand(inspect(1))\n"],
    ['a.go', 'package a\n\n// A table of commands.\nfunc Open() {}\n'],
    ['a.java', 'class Hash { Hashtable tables; void command() {} }\n'],
    ['a.sol', 'contract Table { function create() public {} }\n'],
  ])('spare %s a tree: %j', (path, text) => {
    expect(offers(path, text)).toBe(false)
  })

  it.each([
    ['a.py', '@cli.command\ndef serve(): ...\n'],
    ['a.py', 'def add(subs):\n    subs.add_parser("serve")\n'],
    ['a.py', 'import typer\nimport db\ntyper.Typer().command("sync")(db.sync)\n'],
    ['a.ts', "import { parseArgs } from 'node:util'\nconst subcommands = { serve }\n"],
    ['a.ts', "exports.command = 'serve'\nexports.handler = () => {}\n"],
    ['src/commands/serve.ts', "import { Command } from '@oclif/core'\n"],
    ['Rakefile', 'task(:serve) { run }\n'],
    ['a.sol', 'string constant ddl = "CREATE TABLE shops (id int)";\n'],
  ])('are in %s: %j', (path, text) => {
    expect(offers(path, text)).toBe(true)
  })

  it('are whatever a project says beyond them', () => {
    const fact = {
      of: 'tables',
      tool: 'ours',
      languages: ['go'],
      node: 'x',
      pattern: /^x/,
    } as const
    expect(mayOffer('a.go', 'package a', { ...packFor('a.go')!, facts: [fact] })).toBe(true)
  })
})

describe('signs of tables that go', () => {
  const outline = {
    language: '',
    declarations: [],
    imports: [],
    exports: [],
    problems: [],
    isSuspect: false,
  }
  const drops = (path: string, text: string) =>
    dropping.read({ path, pack: packFor(path), outline, bytes: Buffer.from(text) })

  it.each([
    ['a.py', 'op.drop_table("orders")\n'],
    ['a.py', 'op.rename_table("orders", "sales")\n'],
    ['a.py', 'op.execute("ALTER TABLE a RENAME TO b")\n'],
    ['a.py', 'migrations.DeleteModel(name="Order")\n'],
    ['a.rb', 'drop_table :orders\n'],
    ['a.php', "<?php Schema::dropIfExists('orders');\n"],
    ['a.php', "<?php $this->table('orders')->drop()->save();\n"],
    ['a.ts', "queryInterface.dropTable('orders')\n"],
    ['a.cs', 'migrationBuilder.RenameTable(name: "a", newName: "b");\n'],
    ['a.sql', 'drop table orders;\n'],
  ])('are in %s: %j', (path, text) => {
    expect(drops(path, text)).toBe(true)
  })

  it.each([
    ['a.py', 'os.rename(a, b)\nframe.drop(columns)\n'],
    ['a.py', '__tablename__ = "orders"\n'],
    ['a.ts', "list.drop(2)\ndocument.rename('table')\n"],
    ['a.sql', 'create table orders (id int);\n'],
  ])('are not in %s: %j', (path, text) => {
    expect(drops(path, text)).toBe(false)
  })
})
