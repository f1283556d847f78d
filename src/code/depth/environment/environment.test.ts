import { expect, it } from 'vitest'
import { depthOfText } from '../../../../test/tree.ts'

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
  [
    'd.py',
    'from os import environ as env\na = env["A"]\nb = env.get("B")\nenv["C"] = "1"\n',
    ['A', 'B'],
  ],
  ['e.py', 'from os import (\n  path,\n  environ as e,\n)\na = e["A"]\n', ['A']],
  [
    'b.ts',
    'const e = process.env; const v = e.A\nconst { B, C: c = 1 } = e\nconst { NO } = other\n',
    ['A', 'B', 'C'],
  ],
  ['c.ts', "import { env, argv } from 'node:process'\nuse(env.A, env['B'], argv.NO)\n", ['A', 'B']],
  [
    'd.ts',
    "import { argv, env as e } from 'process'\nuse(e.A, env.NO)\nconst { B } = e\n",
    ['A', 'B'],
  ],
  [
    'e.js',
    'const { env: e } = process\nuse(e.A)\nfunction f() { const { env } = require("node:process"); return env.B }\n',
    ['A', 'B'],
  ],
  ['f.ts', "import { env } from './config'\nuse(env.NO)\n", []],
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
  [
    'settings.py',
    'from pydantic import Field\nfrom pydantic_settings import BaseSettings, SettingsConfigDict\nclass Settings(BaseSettings):\n    model_config = SettingsConfigDict(env_prefix="APP_")\n    port: int = 1\n    url: str\n    key: str = Field(alias="api_key")\n    old: str = Field(default="x", validation_alias=AliasChoices("OLD", "OLDER"))\n    kinds: ClassVar[int] = 3\n    _own: int = 1\n    plain = 2\n    def go(self) -> int:\n        here: int = 1\n        return here\nclass More(Settings):\n    more: int\nclass Model(BaseModel):\n    no: int\n',
    ['API_KEY', 'APP_PORT', 'APP_URL', 'MORE', 'OLD', 'OLDER'],
  ],
  [
    'old_settings.py',
    'from pydantic import BaseSettings, Field\nclass Settings(BaseSettings):\n    port: int = Field(1, env="PORT_OF")\n    url: str\n    class Config:\n        env_prefix = PREFIX\n        case_sensitive = True\n',
    ['PORT_OF'],
  ],
  [
    'helper.ts',
    "export function requireEnv(name: string): string {\n  const value = process.env[name]\n  if (!value) throw new Error(name)\n  return value\n}\nconst optional = (key: string, otherwise: string) => process.env[key] ?? otherwise\nfunction lookUp(name: string, at: string) {\n  return process.env[at]\n}\nconst a = requireEnv('A_B')\nconst b = optional('B_C', 'x')\nconst c = lookUp('C_D', 'x')\nconst d = log('D_E')\n",
    ['A_B', 'B_C'],
  ],
  [
    'helper.py',
    'import os\ndef getenv_or_fail(name: str) -> str:\n    value = os.environ.get(name)\n    if value is None:\n        raise KeyError(name)\n    return value\nA = getenv_or_fail("A_B")\n',
    ['A_B'],
  ],
  [
    'helper.go',
    'package a\nimport "os"\nfunc mustEnv(key string) string {\n\tv := os.Getenv(key)\n\treturn v\n}\nvar a = mustEnv("A_B")\n',
    ['A_B'],
  ],
  [
    'helper.rs',
    'fn need(name: &str) -> String {\n  std::env::var(name).unwrap()\n}\nfn f() { need("A_B"); }\n',
    ['A_B'],
  ],
  [
    'helper.php',
    "<?php\nfunction need(string $name) {\n  return getenv($name);\n}\n$a = need('A_B');\n",
    ['A_B'],
  ],
  ['helper.rb', "def need(name)\n  ENV.fetch(name)\nend\na = need('A_B')\n", ['A_B']],
  ['a.kt', 'val a = System.getenv()["A"]\n', ['A']],
  ['a.rb', "a = ENV.key?('A')\n", ['A']],
  ['a.swift', 'let a = Environment.get("A")\n', ['A']],
])('the environment is read in the spellings of %s, %#', (path, text, found) => {
  expect(environmentOf(path, text).sort()).toEqual(found.toSorted())
})
