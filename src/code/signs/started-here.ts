// Functions of a file that it is started with: the main of a language, and what a file runs when it is the program. Pure.

import type { Declaration } from '../model.ts'
import { mostlyNothing, utf8Of } from './sign.ts'

const none: readonly number[] = []

/** Indices of declarations. */
export const startedHere = mostlyNothing<readonly number[]>('started', none, file => {
  const { path, outline } = file
  const declarations = outline?.declarations ?? []
  if (declarations.length === 0) return undefined
  const text = utf8Of(file)
  const started = startedIn(path, text)
  const indices = declarations.flatMap((each, index) =>
    isMain(each, path, text) || started.has(each.name) ? [index] : [],
  )
  return indices.length > 0 ? indices : undefined
})

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
