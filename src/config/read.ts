// Reads `.fixpoint/config.yaml`. A key that nobody reads is refused with its place and the nearest one that somebody does.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Diagnostic, Location } from '../base/diagnostic.ts'
import type { ConfigFile } from '../contract/config.ts'

export const CONFIG_FILE = '.fixpoint/config.yaml'

export interface ReadConfig {
  readonly file: ConfigFile
  readonly problems: readonly Diagnostic[]
  /** Where a dotted key stands. */
  readonly placeOf: (key: string) => Location
}

export const noConfig: ReadConfig = {
  file: {},
  problems: [],
  placeOf: () => ({ file: CONFIG_FILE }),
}

export async function readConfig(root: string): Promise<ReadConfig> {
  const text = readTextIfAny(join(root, CONFIG_FILE))
  if (text === undefined || !saysSomething(text)) return noConfig
  const { decodeConfig } = await import('./decode.ts')
  return decodeConfig(text, CONFIG_FILE)
}

/** A file as `init` writes it, with everything commented out, is as good as none. */
const saysSomething = (text: string) => /^[^\S\n]*[^#\s]/m.test(text)

function readTextIfAny(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw cause
  }
}
