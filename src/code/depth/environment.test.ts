import { expect, it } from 'vitest'
import { depthOfText } from '../../../test/tree.ts'

const environmentOf = (path: string, text: string) =>
  depthOfText(path, text).environment.map(each => each.name)

it.each([
  [
    'a.ts',
    "const env = process.env\nconst a = env.A\nconst KEY = 'K'\nconst k = process.env[KEY]\nif ('IN' in process.env) go()\nenv.SET = '1'\nconst no = other.NO\n",
    ['IN', 'A', 'K'],
  ],
  [
    'a.py',
    'import os\nKEY = "K"\nenv = os.environ\na = env["A"]\nk = os.environ[KEY]\nif "IN" in os.environ: go()\nimport click\n@click.option("--x", envvar="OPT")\ndef f(x): go()\nenv["SET"] = "1"\n',
    ['IN', 'OPT', 'A', 'K'],
  ],
  ['b.py', 'from decouple import config\na = config("A", default=1)\n', ['A']],
  [
    'c.py',
    'import environ\nenv = environ.Env()\na = env("A")\nb = env.bool("B", False)\n',
    ['A', 'B'],
  ],
  [
    'a.go',
    'package a\nconst key = "K"\ntype C struct {\n\tPort int `env:"TAG" envDefault:"1"`\n\tX string `json:"x" envconfig:"EC"`\n}\nvar k = os.Getenv(key)\nfunc f() { viper.BindEnv("k", "V") }\n',
    ['TAG', 'EC', 'V', 'K'],
  ],
  [
    'a.rs',
    'const K: &str = "KEY";\nstruct A {\n  #[arg(long, env = "ARG")]\n  x: u8,\n}\nfn f() { std::env::var(K); dotenvy::var("D"); }\n',
    ['ARG', 'D', 'KEY'],
  ],
  [
    'A.java',
    'class A { String b = System.getenv().get("B"); String c = System.getenv().getOrDefault("C", "x"); }\n',
    ['B', 'C'],
  ],
  ['a.kt', 'val a = System.getenv()["A"]\n', ['A']],
  ['a.rb', "a = ENV.key?('A')\n", ['A']],
  ['a.swift', 'let a = Environment.get("A")\n', ['A']],
])('the environment is read in the spellings of %s, %#', (path, text, found) => {
  expect(environmentOf(path, text).sort()).toEqual(found.toSorted())
})
