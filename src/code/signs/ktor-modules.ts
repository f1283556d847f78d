// The functions that the configuration of a Ktor server names as its modules: the server calls them when it starts. Pure.

import type { ConsoleScript } from './console-scripts.ts'
import { mostlyNothing, utf8Of } from './sign.ts'

/** A list in brackets, the lines of one of YAML, or one text: `modules = [ a.b.ServerKt.module ]`. */
const list =
  /\bmodules["']?\s*(?:\+?=|:)\s*(\[[^\]]*\]|(?:-[ \t]+[^\n]+(?:\n\s*|$))+|["'][^"'\n]+["'])/g
const comment = /(^|\s)(?:#|\/\/).*/g
/** What lies at the top of `Server.kt` is in the class `ServerKt`. */
const named = /(?:\w+\.)*?(\w+)Kt\.(\w+)(?![\w.])/g

const none: readonly ConsoleScript[] = []

export const ktorModules = mostlyNothing<readonly ConsoleScript[]>('ktor modules', none, file => {
  const text = utf8Of(file).replace(comment, '$1')
  if (!/\bktor\b/.test(text)) return undefined
  const found = [...text.matchAll(list)].flatMap(([, names]) =>
    [...names!.matchAll(named)].map(([, stem, name]) => ({
      ending: `/${stem}.kt`,
      name: `Application.${name}`,
    })),
  )
  return found.length > 0 ? found : undefined
})
