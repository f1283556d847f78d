// Reads `.fixpoint/config.yaml`. A key that nobody reads is refused with its place and the nearest one that somebody does.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Diagnostic, Location } from '../base/diagnostic.ts'
import { readYaml } from '../base/yaml/document.ts'
import { locate, plainValue } from '../base/yaml/locate.ts'
import { type ConfigFile, configSchema } from '../contract/config.ts'
import { parseWith } from '../contract/parse.ts'

export const CONFIG_FILE = '.fixpoint/config.yaml'

export interface ReadConfig {
  readonly file: ConfigFile
  readonly problems: readonly Diagnostic[]
  /** Where a dotted key stands. */
  readonly placeOf: (key: string) => Location
}

export function readConfig(root: string): ReadConfig {
  const text = readTextIfAny(join(root, CONFIG_FILE))
  return text === undefined ? nothing : decodeConfig(text, CONFIG_FILE)
}

const nothing: ReadConfig = { file: {}, problems: [], placeOf: () => ({ file: CONFIG_FILE }) }

/** All keys of a config file may be commented out; then it is as good as none. */
export function decodeConfig(text: string, file: string): ReadConfig {
  const document = readYaml(text, file)
  if (document.problems.length > 0 || !document.root)
    return { ...nothing, problems: document.problems }
  if (document.root.kind === 'scalar' && document.root.value === null) return nothing
  const { value, problems } = parseWith(configSchema(), plainValue(document.root), {
    area: 'config',
    locate: (path, of) => locate(document, path, of),
  })
  const placeOf = (key: string) => locate(document, key.split('.'), 'key')
  return { file: value ?? {}, problems, placeOf }
}

function readTextIfAny(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw cause
  }
}
