// The console scripts that a manifest of Python names. Pure.

import { mostlyNothing, utf8Of } from './sign.ts'

export interface ConsoleScript {
  /** `cronline/cli.py` or `cronline/cli/__init__.py`. */
  readonly ending: string
  readonly name: string
}

/** `pond = ponds.cli:main`, with or without quotes, in whichever of the files. */
const entry = /^[ \t]*["']?[\w.-]+["']?\s*=\s*["']?([\w.]+):(\w+)/gm
const listed = /["'][\w.-]+\s*=\s*([\w.]+):(\w+)/g

const none: readonly ConsoleScript[] = []

export const consoleScriptsOf = mostlyNothing<readonly ConsoleScript[]>('scripts', none, file => {
  const text = utf8Of(file)
  const scripts = [...text.matchAll(entry), ...text.matchAll(listed)].flatMap(
    ([, module, name]) => {
      const path = module!.replaceAll('.', '/')
      return [`${path}.py`, `${path}/__init__.py`].map(ending => ({ ending, name: name! }))
    },
  )
  return scripts.length > 0 ? scripts : undefined
})
