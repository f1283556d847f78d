// A config file from text to value. Loads the YAML reader and the schema, so it is itself loaded only where a setting is made.

import { readYaml } from '../base/yaml/document.ts'
import { locate, plainValue } from '../base/yaml/locate.ts'
import { configSchema } from '../contract/config.ts'
import { parseWith } from '../contract/parse.ts'
import { noConfig, type ReadConfig } from './read.ts'

/** All keys of a config file may be commented out; then it is as good as none. */
export function decodeConfig(text: string, file: string): ReadConfig {
  const document = readYaml(text, file)
  if (document.problems.length > 0 || !document.root)
    return { ...noConfig, problems: document.problems }
  if (document.root.kind === 'scalar' && document.root.value === null) return noConfig
  const { value, problems } = parseWith(configSchema(), plainValue(document.root), {
    area: 'config',
    locate: (path, of) => locate(document, path, of),
  })
  const placeOf = (key: string) => locate(document, key.split('.'), 'key')
  return { file: value ?? {}, problems, placeOf }
}
