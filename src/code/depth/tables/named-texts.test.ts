import { expect, it } from 'vitest'
import { depthOfText } from '../../../../test/tree.ts'

const tablesOf = (path: string, text: string) => {
  const { tables, drops } = depthOfText(path, text)
  const told = (found: typeof tables) => found.map(({ name, line }) => `${name} ${line}`)
  return [...told(tables), ...told(drops).map(each => `-${each}`)]
}

const steps =
  'const STEPS = [\n  `create table a (id int)`,\n  // `create table no (id int)`,\n  `create table b (id int)`,\n  `drop table b`,\n]\n'

it.each<[name: string, path: string, text: string, found: string[]]>([
  ['a constant', 'a.js', 'const SQL = `\n\n  create table a (id int)`\ndb.exec(SQL)\n', ['a 3']],
  ['a list', 'a.ts', `${steps}for (const sql of STEPS) db.exec(sql)\n`, ['a 2', 'b 4', '-b 5']],
  [
    'the entries of a list',
    'a.ts',
    `${steps}for (const [at, sql] of STEPS.entries()) if (at > done) db.exec(sql)\n`,
    ['a 2', 'b 4', '-b 5'],
  ],
  [
    'each of a list',
    'a.js',
    `${steps}STEPS.forEach(sql => db.exec(sql))\n`,
    ['a 2', 'b 4', '-b 5'],
  ],
  [
    'a list of objects, forth only',
    'a.js',
    'const STEPS = [{ at: 1, up: "create table a (id int)", down: "drop table a" }]\nfor (const step of STEPS) db.exec(step.up)\n',
    ['a 1'],
  ],
  [
    'pieces',
    'a.js',
    'const SQL = "create table " +\n  "a (id int)"\nconst other = "create table no (id int)"\ndb.exec(SQL)\n',
    ['a 1'],
  ],
  [
    'Python',
    'a.py',
    'class Store:\n    SCHEMA = """\n    CREATE TABLE a (id int);\n    """\n    def open(self, conn):\n        conn.executescript(self.SCHEMA)\n',
    ['a 3'],
  ],
  [
    'a list of Python',
    'a.py',
    'STEPS = [\n    "CREATE TABLE a "\n    "(id int)",\n    "CREATE TABLE b (id int)",\n]\nfor step in STEPS:\n    conn.execute(text(step))\n',
    ['a 2', 'b 4'],
  ],
  [
    'Go',
    'a.go',
    'package a\nconst schema = `CREATE TABLE a (id int)`\nfunc Open(db *sql.DB) { db.Exec(schema) }\n',
    ['a 2'],
  ],
  [
    'a list of Go',
    'a.go',
    'package a\nvar steps = []string{"CREATE TABLE a (id int)", `CREATE TABLE b (id int)`}\nfunc Open(db *sql.DB) { for _, step := range steps { db.Exec(step) } }\n',
    ['a 2', 'b 2'],
  ],
  [
    'Rust',
    'a.rs',
    'pub const SQL: &\'static str = r#"\nCREATE TABLE "a" (id int)"#;\nfn open(c: &Connection) { c.execute_batch(SQL); }\n',
    ['a 2'],
  ],
  ['Ruby', 'a.rb', 'SQL = <<~SQL\n  CREATE TABLE a (id int)\nSQL\ndb.execute(SQL)\n', ['a 2']],
  ['PHP', 'a.php', '<?php\n$sql = "CREATE TABLE a (id int)";\n$pdo->exec($sql);\n', ['a 2']],
  [
    'what is prepared, and not what it is run with',
    'a.js',
    'const SQL = "create table a (id int)"\nconst no = "create table no (id int)"\ndb.prepare(SQL).run()\ndb.prepare("insert into b values (?)").run(no)\n',
    ['a 1'],
  ],
  [
    'behind a context',
    'a.go',
    'package a\nconst schema = `CREATE TABLE a (id int)`\nfunc Open(ctx context.Context, db *sql.DB) { db.ExecContext(ctx, schema); pg.Exec(ctx, `CREATE TABLE b (id int)`) }\n',
    ['a 2', 'b 3'],
  ],
  [
    'a function by its path',
    'a.rs',
    'const SQL: &str = "CREATE TABLE a (id int)";\nfn open(p: &Pool) { sqlx::query(SQL).execute(p); }\n',
    ['a 1'],
  ],
  [
    'an entry of an object',
    'a.js',
    'const SQL = { users: `create table a (id int)`, other: `create table no (id int)` }\ndb.exec(SQL.users)\n',
    ['a 1'],
  ],
  [
    'a list that is joined',
    'a.js',
    'const PARTS = ["create table a (id int)", "create table b (id int)"]\ndb.exec(PARTS.join(";"))\n',
    ['a 1', 'b 1'],
  ],
  [
    'a list of the object itself',
    'a.php',
    '<?php\nclass A {\n  private $steps = ["CREATE TABLE a (id int)"];\n  function up() { foreach ($this->steps as $sql) { $this->pdo->exec($sql); } }\n}\n',
    ['a 3'],
  ],
  [
    'a text that nobody hands over',
    'a.js',
    'const HELP = `create table a (id int)`\nconsole.log(HELP)\ndb.exec("select 1")\n',
    [],
  ],
  [
    'a comment',
    'a.js',
    '// const SQL = `create table a (id int)`\nconst SQL = read("a.sql")\ndb.exec(SQL)\n',
    [],
  ],
  [
    'another constant below',
    'a.js',
    'const SQL = read(file)\nconst HELP = "create table a (id int)"\ndb.exec(SQL)\n',
    [],
  ],
  [
    'a default of a parameter',
    'a.js',
    'function open(db, SQL = "create table a (id int)") {}\ndb.exec(SQL)\n',
    [],
  ],
])('tables in what a name stands for: %s', (_, path, text, found) => {
  expect(tablesOf(path, text)).toEqual(found)
})
