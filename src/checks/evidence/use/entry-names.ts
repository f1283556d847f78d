// Functions that a program is started with, where their file has other names too: the main of a language, console scripts of
// Python manifests, what a file runs when it is the program.

import type { Codebase } from '../../../code/codebase.ts'
import type { Declaration } from '../../../code/model.ts'

/** `path#name` of each, of the given files. */
export function entryNames(paths: readonly string[], codebase: Codebase): readonly string[] {
  const scripts = consoleScripts(codebase)
  return paths.flatMap(path => {
    const declarations = codebase.outline(path)?.declarations ?? []
    const text = declarations.length > 0 ? textOf(path, codebase) : ''
    const started = startedIn(path, text)
    return declarations
      .filter(
        each =>
          isMain(each, path, text) ||
          started.has(each.name) ||
          scripts.some(one => one.name === each.name && path.endsWith(one.ending)),
      )
      .map(each => `${path}#${each.name}`)
  })
}

const textOf = (path: string, codebase: Codebase) =>
  Buffer.from(codebase.bytes(path) ?? []).toString('utf8')

/** How each language writes the function that it starts with. */
const mains: readonly (readonly [path: RegExp, name: RegExp, header: RegExp])[] = [
  [/\.java$/, /^main$/, /\bstatic\b.*\bvoid main\(/],
  [/\.cs$/, /^Main$/, /\bstatic\b.*\bMain\(/],
  [/\.kts?$/, /^main$/, /\bfun main\(/],
  [/\.(c|cc|cpp|cxx)$/, /^main$/, /\bmain\s*\(/],
  [/\.go$/, /^(main|init)$/, /^func (main|init)\(/],
  [/\.rs$/, /^main$/, /\bfn main\(/],
]

function isMain({ name, line }: Declaration, path: string, text: string): boolean {
  const rule = mains.find(each => each[0].test(path))
  if (!rule?.[1].test(name)) return false
  return text
    .split('\n')
    .slice(line - 1, line + 1)
    .some(each => rule[2].test(each))
}

/** Called below `if __name__ == "__main__":`, or by the last lines of a script that says with `#!` what runs it. */
function startedIn(path: string, text: string): ReadonlySet<string> {
  const guarded = /\.pyw?$/.test(path)
    ? /^if __name__ == ["']__main__["']:([\s\S]*)$/m.exec(text)?.[1]
    : undefined
  const script = text.startsWith('#!') ? text.replace(/^.*\n/, '') : undefined
  const calls = (guarded ?? '') + (script?.replace(/^[ \t].*$/gm, '') ?? '')
  return new Set([...calls.matchAll(/\b([A-Za-z_$][\w$]*)\(/g)].map(each => each[1]!))
}

interface Script {
  /** `cronline/cli.py` or `cronline/cli/__init__.py`. */
  readonly ending: string
  readonly name: string
}

const manifest = /(^|\/)(pyproject\.toml|setup\.(cfg|py))$/
/** `pond = ponds.cli:main`, with or without quotes, in whichever of the files. */
const entry = /^\s*["']?[\w.-]+["']?\s*=\s*["']?([\w.]+):(\w+)/gm
const listed = /["'][\w.-]+\s*=\s*([\w.]+):(\w+)/g

export function consoleScripts(codebase: Codebase): readonly Script[] {
  return codebase.files
    .filter(path => manifest.test(path))
    .flatMap(path => {
      const text = textOf(path, codebase)
      return [...text.matchAll(entry), ...text.matchAll(listed)].flatMap(([, module, name]) => {
        const file = module!.replaceAll('.', '/')
        return [`${file}.py`, `${file}/__init__.py`].map(ending => ({ ending, name: name! }))
      })
    })
}
