// The functions that a manifest of serverless or a template of SAM names as handlers. Pure.

import type { ConsoleScript } from './console-scripts.ts'
import { mostlyNothing, utf8Of } from './sign.ts'

/** `handler: src/orders.create`, and `Handler: app.create` of SAM, whose folder stands elsewhere. */
const handler =
  /^[ \t-]*["']?[hH]andler["']?:[ \t]*["']?(?:\.\/)?([\w./-]+)\.([\w$]+)["']?[ \t]*(?:#.*)?\r?$/gm
const endings = ['js', 'mjs', 'cjs', 'ts', 'mts', 'cts', 'jsx', 'tsx', 'py', 'rb']

const none: readonly ConsoleScript[] = []

export const serverlessHandlers = mostlyNothing<readonly ConsoleScript[]>(
  'serverless handlers',
  none,
  file => {
    const found = [...utf8Of(file).matchAll(handler)].flatMap(([, module, name]) =>
      endings.map(each => ({ ending: `/${module}.${each}`, name: name! })),
    )
    return found.length > 0 ? found : undefined
  },
)
