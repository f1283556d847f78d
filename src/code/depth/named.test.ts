import { describe, expect, it } from 'vitest'
import { depthOfText } from '../../../test/tree.ts'

const factsOf = (path: string, text: string) => {
  const { commands, tables, environment } = depthOfText(path, text)
  const flat = (all: typeof tables) => all.map(each => `${each.name} ${each.line}`)
  return { commands: flat(commands), tables: flat(tables), environment: flat(environment) }
}

interface Case {
  readonly name: string
  readonly path: string
  readonly text: string
  readonly found: readonly string[]
}

const commands: readonly Case[] = [
  {
    name: 'argparse',
    path: 'cli.py',
    text: 'import argparse\nsub = argparse.ArgumentParser().add_subparsers()\nsub.add_parser("init", help="x")\n# sub.add_parser("no")\n',
    found: ['init 3'],
  },
  {
    name: 'click',
    path: 'cli.py',
    text: `import click

@click.group()
def main():
    pass

@main.command("sync-all")
@click.option("--dry")
def sync(dry):
    """@main.command("fake")"""

@main.command()
def drop_all():
    pass
`,
    found: ['main 3', 'sync-all 7', 'drop-all 12'],
  },
  {
    name: 'typer',
    path: 'cli.py',
    text: 'import typer\napp = typer.Typer()\n\n@app.command(name="build")\ndef make(x: str):\n    print(x)\n',
    found: ['build 4'],
  },
  {
    name: 'commander',
    path: 'cli.ts',
    text: `import { Command } from 'commander'
const program = new Command()
program
  .command('build <src>')
  .description("program.command('fake')")
  .action(build)
program.command('serve [port]', 'starts')
`,
    found: ['build 4', 'serve 7'],
  },
  {
    name: 'yargs',
    path: 'cli.mjs',
    text: `import yargs from 'yargs'
yargs(process.argv).command(['start', 'run'], 'x', b, h).command({ command: 'stop <id>', handler }).command('$0', 'x')
`,
    found: ['start 2', 'run 2', 'stop 2'],
  },
  {
    name: 'cac',
    path: 'cli.ts',
    text: `import cac from 'cac'\nconst cli = cac('tool')\ncli.command('lint [...files]', 'Lint').action(() => {})\n`,
    found: ['lint 3'],
  },
  {
    name: 'a command table for parseArgs',
    path: 'main.ts',
    text: `import { parseArgs } from 'node:util'
const commands = { plan, apply: () => run(), 'state-show': { run: show } } as const
const other = { hidden: 1 }
`,
    found: ['plan 2', 'apply 2', 'state-show 2'],
  },
  {
    name: 'cobra',
    path: 'cmd.go',
    text: 'package cmd\n\nimport "github.com/spf13/cobra"\n\nvar serve = &cobra.Command{\n\tUse:   "serve [flags]",\n\tShort: "Use: fake",\n}\n',
    found: ['serve 6'],
  },
  {
    name: 'clap',
    path: 'main.rs',
    text: `use clap::{Command, Subcommand};

#[derive(Subcommand)]
enum Cli {
    /// Adds
    Add { name: String },
    RemoveAll,
}

enum Other { Hidden }

fn build() -> Command { Command::new("tool").subcommand(Command::new("list")) }
`,
    found: ['add 6', 'remove-all 7', 'tool 12', 'list 12'],
  },
]

const tables: readonly Case[] = [
  {
    name: 'sqlalchemy',
    path: 'models.py',
    text: 'from sqlalchemy import Table\nclass User(Base):\n    __tablename__ = "users"\norders = Table("orders", metadata, Column("id"))\nt = Table("not_a_table", console)\n',
    found: ['users 3', 'orders 4'],
  },
  {
    name: 'alembic',
    path: 'versions/1.py',
    text: 'from alembic import op\ndef upgrade():\n    op.create_table("invoices", sa.Column("id"))\n    # op.create_table("no")\n',
    found: ['invoices 3'],
  },
  {
    name: 'django',
    path: 'models.py',
    text: 'from django.db import models\nclass Order(models.Model):\n    class Meta:\n        db_table = "shop_orders"\n',
    found: ['Order 2', 'shop_orders 4'],
  },
  {
    name: 'rails',
    path: 'db/migrate/1.rb',
    text: 'class A < ActiveRecord::Migration\n  def change\n    create_table :users do |t|\n      t.string :name\n    end\n    x = "create_table :no"\n  end\nend\n',
    found: ['users 3'],
  },
  {
    name: 'laravel',
    path: 'm.php',
    text: `<?php\nSchema::create('flights', function ($table) {});\nclass Flight extends Model {\n  protected $table = 'my_flights';\n}\n`,
    found: ['flights 2', 'my_flights 4'],
  },
  {
    name: 'drizzle',
    path: 'schema.ts',
    text: `import { pgTable } from 'drizzle-orm/pg-core'\nexport const users = pgTable('users', {})\n// pgTable('no')\n`,
    found: ['users 2'],
  },
  {
    name: 'knex',
    path: 'm.js',
    text: `exports.up = knex => knex.schema.createTable('accounts', t => t.id())\nconst s = "knex.schema.createTable('no')"\n`,
    found: ['accounts 1'],
  },
  {
    name: 'typeorm',
    path: 'e.ts',
    text: `import { Entity } from 'typeorm'\n@Entity({ name: 'photos' })\nexport class Photo {}\n@Entity('albums')\nexport class Album {}\n`,
    found: ['photos 2', 'albums 4'],
  },
  {
    name: 'jpa',
    path: 'User.java',
    text: 'import jakarta.persistence.*;\n@Entity\n@Table(schema = "shop", name = "users")\nclass User { long id; }\n',
    found: ['users 3'],
  },
  {
    name: 'entity framework',
    path: 'User.cs',
    text: '[Table("users")]\npublic class User { public int Id { get; set; } }\n',
    found: ['users 1'],
  },
]

const environment: readonly Case[] = [
  {
    name: 'node',
    path: 'a.ts',
    text: `const url = process.env.DATABASE_URL ?? process.env['FALLBACK_URL']
const { PORT, HOST: host = 'x' } = process.env
const text = 'process.env.STRING' // process.env.COMMENT
const mode = import.meta.env.VITE_MODE
const other = config.env.NO
const deno = Deno.env.get('TOKEN')
`,
    found: ['DATABASE_URL 1', 'FALLBACK_URL 1', 'PORT 2', 'HOST 2', 'VITE_MODE 4', 'TOKEN 6'],
  },
  {
    name: 'python',
    path: 'a.py',
    text: 'import os\na = os.environ["A"]\nb = os.environ.get("B", "")\nc = os.getenv("C")\nd = "os.getenv(\'D\')"\ne = environ["E"]\nf = values["F"]\n',
    found: ['A 2', 'B 3', 'C 4', 'E 6'],
  },
  {
    name: 'go',
    path: 'a.go',
    text: 'package a\n\nvar a = os.Getenv("A")\nvar b, ok = os.LookupEnv("B")\n// os.Getenv("C")\n',
    found: ['A 3', 'B 4'],
  },
  {
    name: 'rust',
    path: 'a.rs',
    text: 'fn f() {\n  let a = std::env::var("A");\n  let b = env!("B");\n  let c = "env!(\\"C\\")";\n}\n',
    found: ['A 2', 'B 3'],
  },
  {
    name: 'java',
    path: 'A.java',
    text: 'class A {\n  String a = System.getenv("A");\n}\n',
    found: ['A 2'],
  },
  { name: 'kotlin', path: 'a.kt', text: 'val a = System.getenv("A") ?: ""\n', found: ['A 1'] },
  {
    name: 'dotnet',
    path: 'a.cs',
    text: 'class A { string a = Environment.GetEnvironmentVariable("A"); }\n',
    found: ['A 1'],
  },
  {
    name: 'ruby',
    path: 'a.rb',
    text: "a = ENV['A']\nb = ENV.fetch('B')\n# ENV['C']\nd = OTHER['D']\n",
    found: ['A 1', 'B 2'],
  },
  {
    name: 'php',
    path: 'a.php',
    text: "<?php\n$a = getenv('A');\n$b = $_ENV['B'];\n$c = env('C', 1);\n$d = $other['D'];\n",
    found: ['A 2', 'B 3', 'C 4'],
  },
  { name: 'c', path: 'a.c', text: 'char *f(void) { return getenv("A"); }\n', found: ['A 1'] },
  {
    name: 'swift',
    path: 'a.swift',
    text: 'let a = ProcessInfo.processInfo.environment["A"]\n',
    found: ['A 1'],
  },
]

describe('the commands of a file', () => {
  it.each(commands)('are those of $name', ({ path, text, found }) => {
    expect(factsOf(path, text).commands).toEqual(found)
  })

  it('need the tool: the same call on something else is none', () => {
    const text = `import { Command } from './chess.js'\nboard.command('castle')\nconst commands = { no: () => 1 }\n`
    expect(factsOf('a.ts', text).commands).toEqual([])
    expect(
      factsOf('a.py', 'zoo.add_parser("x")\n@bus.command()\ndef no():\n    pass\n').commands,
    ).toEqual([])
    expect(factsOf('a.rs', 'fn f() { Command::new("ls").spawn(); }\n').commands).toEqual([])
    expect(factsOf('a.go', 'package a\n\nvar x = Rule{Use: "no"}\n').commands).toEqual([])
  })
})

describe('the tables of a file', () => {
  it.each(tables)('are those of $name', ({ path, text, found }) => {
    expect(factsOf(path, text).tables).toEqual(found)
  })

  it('need the tool where the call could mean anything', () => {
    expect(factsOf('a.ts', `const t = pgTable('no')\n@Entity('no')\nclass A {}\n`).tables).toEqual(
      [],
    )
    expect(factsOf('a.py', 'from rich.table import Table\nTable("no", metadata)\n').tables).toEqual(
      [],
    )
    expect(factsOf('A.java', '@Table(name = "no")\nclass A {}\n').tables).toEqual([])
  })
})

describe('the environment variables of a file', () => {
  it.each(environment)('are those that $name reads', ({ path, text, found }) => {
    expect(factsOf(path, text).environment).toEqual(found)
  })

  it.each([
    ['a.js', "process.env.SET = process.env.READ\ndelete process.env['GONE']\n"],
    ['a.py', 'import os\nos.environ["SET"] = os.environ["READ"]\ndel os.environ["GONE"]\n'],
    ['a.rb', "ENV['SET'] = ENV['READ']\n"],
    ['a.php', "<?php\n$_ENV['SET'] = $_ENV['READ'];\n"],
  ])('are none that %s only sets or takes away', (path, text) => {
    expect(factsOf(path, text).environment.map(each => each.replace(/ .*/, ''))).toEqual(['READ'])
  })
})
