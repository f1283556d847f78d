// Libraries whose every public name is on offer: a Go module, a gem, a Java project, a Python package whose head is empty. What starts a program of its own is none; one row
// for each language.

import type { Codebase } from '../../../code/codebase.ts'
import { folderOf } from '../../../code/resolving/paths.ts'
import { isTestFile } from '../../../code/test-files.ts'

export interface Library {
  readonly has: (path: string) => boolean
  /** What follows `is` in the fact. */
  readonly by: string
}

interface Kind {
  readonly manifest: RegExp
  /** Below the folder of the manifest. */
  readonly source: RegExp
  /** Its files start a program. */
  readonly starts: RegExp
  /** Folders whose programs are only there to show or to build something. */
  readonly aside: RegExp
  /** Files that are programs themselves, whatever they declare. */
  readonly programs: RegExp
  /** The manifest says that it is a program. */
  readonly isProgram: RegExp
  /** Says so in so many words, where a manifest may as well be there for its tools alone. */
  readonly isNamed?: RegExp
  /** The file of a folder that offers what it wants to, where it holds anything. */
  readonly head?: string
  readonly by: (manifest: string) => string
}

const kinds: readonly Kind[] = [
  {
    manifest: /(^|\/)go\.mod$/,
    source: /^(?!(.*\/)?(internal|cmd|examples?|testdata|tools|scripts)\/).*(?<!_test)\.go$/,
    starts: /\.go$/,
    programs: /(?!)/,
    aside: /^(_?examples?|tools?|scripts|hack|build|internal)\//,
    isProgram: /(?!)/,
    by: manifest => `exported by a package of ${manifest}`,
  },
  {
    manifest: /\.gemspec$/,
    source: /^lib\/.*\.rb$/,
    starts: /(?!)/,
    programs: /^(exe|bin)\/(?!(console|setup|rake|rspec|rubocop|test)$)/,
    aside: /(?!)/,
    isProgram: /(?!)/,
    by: manifest => `public in the gem of ${manifest}`,
  },
  {
    manifest: /(^|\/)(pom\.xml|build\.gradle(\.kts)?)$/,
    source: /^src\/main\/(java|kotlin)\/.*\.(java|kt)$/,
    programs: /(?!)/,
    starts: /^src\/main\/.*\.(java|kt)$/,
    aside: /(?!)/,
    isProgram:
      /com\.android\.application|<packaging>\s*(war|ear|pom)|spring-boot|quarkus|micronaut|\bapplication\b|['"]war['"]|\bwar\b/,
    by: manifest => `public in the library of ${manifest}`,
  },
  {
    manifest: /(^|\/)pyproject\.toml$/,
    source:
      /^(?:src\/)?(?!(?:src|tests?|docs?|examples?|scripts|tools|bench\w*|notebooks|migrations|build|dist)\/)(?:[A-Za-z]\w*\/)+(?:(?!_)\w+|__init__)\.py$/,
    // What lies beside the packages is run by somebody, but for what tools look for.
    programs:
      /^(?!(?:setup|conftest|noxfile|tasks|fabfile)\.py$)\w+\.py$|^(?!(?:tests?|docs?|examples?|scripts|tools)\/).*\b(?:__main__|manage|wsgi|asgi|main|app|server|cli)\.py$/,
    starts: /(?!)/,
    aside: /(?!)/,
    isProgram:
      /^\[(?:project|tool\.poetry|tool\.pdm)\.(?:gui-)?scripts\b|entry.points|\bpackage-mode\s*=\s*false|Private ::|\b(?:django|fastapi|flask|quart|sanic|starlette|aiohttp|tornado|bottle|uvicorn|gunicorn|celery|streamlit|airflow|dash|gradio)\b/im,
    isNamed: /^\[(?:project|tool\.poetry)\]\s*$[^[]*^[ \t]*name\s*=/m,
    head: '__init__.py',
    by: manifest => `public in the library of ${manifest}`,
  },
]

export function libraries(codebase: Codebase): readonly Library[] {
  return codebase.files.flatMap(path => {
    const kind = kinds.find(each => each.manifest.test(path))
    return kind && !isProgram(path, kind, codebase) ? [libraryOf(path, kind, codebase)] : []
  })
}

function libraryOf(manifest: string, { source, head, by }: Kind, codebase: Codebase): Library {
  const below = folderOf(manifest) === '' ? '' : `${folderOf(manifest)}/`
  return {
    has: path =>
      path.startsWith(below) &&
      source.test(path.slice(below.length)) &&
      (head === undefined || isOpen(path, below, head, codebase)),
    by: by(manifest),
  }
}

/** The head of the outermost package is there and offers nothing of its own: then its modules are what there is to offer. */
function isOpen(path: string, below: string, head: string, codebase: Codebase): boolean {
  const [first, second] = path.slice(below.length).split('/')
  const outermost = `${below}${first === 'src' ? `src/${second}` : first}/${head}`
  const outline = codebase.outline(outermost)
  return outline?.imports.length === 0 && outline.exports.every(each => /^__\w+__$/.test(each.name))
}

function isProgram(manifest: string, kind: Kind, codebase: Codebase): boolean {
  const below = folderOf(manifest) === '' ? '' : `${folderOf(manifest)}/`
  const text = Buffer.from(codebase.bytes(manifest) ?? []).toString('utf8')
  if (kind.isProgram.test(text) || kind.isNamed?.test(text) === false) return true
  const within = (paths: readonly string[]) =>
    paths.filter(path => path.startsWith(below)).map(path => path.slice(below.length))
  return (
    within(codebase.files).some(path => kind.programs.test(path)) ||
    within(codebase.declaring('main').filter(path => !isTestFile(path))).some(
      path => kind.starts.test(path) && !kind.aside.test(path),
    )
  )
}
