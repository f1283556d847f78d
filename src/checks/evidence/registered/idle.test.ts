import { expect, it } from 'vitest'
import { judge } from '../../../../test/judged.ts'

type Files = Readonly<Record<string, string>>

const router = (name: string) =>
  `from fastapi import APIRouter\nrouter = APIRouter()\n@router.get("/${name}")\ndef ${name}():\n    return find()\n`

const routed: Files = {
  'main.py':
    'from fastapi import FastAPI\nimport taken\napp = FastAPI()\napp.include_router(taken.router)\n',
  'taken.py': router('taken'),
  'stray.py': `import other\n${router('stray')}@router.get("/y")\n@other.task\ndef shared():\n    return find()\n`,
}

const looped: Files = {
  'main.py':
    'from fastapi import FastAPI\nimport looped\napp = FastAPI()\nfor each in all_of([looped.router]):\n    app.include_router(each)\n',
  'looped.py': router('looped'),
}

const typer = (name: string) =>
  `import typer\napp = typer.Typer()\n@app.command()\ndef ${name}():\n    go()\n`

const commands: Files = {
  'pyproject.toml': '[project.scripts]\ntool = "tool.main:app"\nother = "tool.pack:app"\n',
  'tool/main.py':
    'import typer\nfrom .taken import app as other\nfrom . import whole\napp = typer.Typer()\napp.add_typer(other)\napp.add_typer(whole.app)\n@app.command()\ndef own():\n    go()\n',
  'tool/taken.py': typer('taken'),
  'tool/whole.py': typer('whole'),
  'tool/pack/__init__.py': 'from .cli import app\n',
  'tool/pack/cli.py': typer('passed'),
  'tool/stray.py': typer('stray'),
  'tool/alone.py':
    'import click\n@click.command()\n@click.option("--x")\ndef alone(x):\n    go()\n@click.command()\ndef started():\n    go()\nif __name__ == "__main__":\n    started()\n',
}

it.each([
  ['taken', routed, 'implemented'],
  ['looped', looped, 'implemented'],
  ['stray', routed, 'partial'],
  ['shared', routed, 'implemented'],
  ['own', commands, 'implemented'],
  ['taken', commands, 'implemented'],
  ['whole', commands, 'implemented'],
  ['passed', commands, 'implemented'],
  ['stray', commands, 'partial'],
  ['alone', commands, 'partial'],
  ['started', commands, 'implemented'],
  ['alone', { ...commands, 'load.py': 'import_module(name)\n' }, 'implemented'],
] as const)(
  '%s is reached where somebody takes what it is registered on',
  async (name, files, status) => {
    const resource = `  part:\n    x:\n      attributes: {functions: [${name}]}\n      require: reached\n`
    const [evidence] = [...(await judge(files, resource)).values()]
    expect(evidence!.status).toBe(status)
  },
)
