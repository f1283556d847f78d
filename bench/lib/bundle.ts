// A part of the program as users run it: bundled, so that it starts as fast as the program does.

import { join } from 'node:path'
import { rolldown } from 'rolldown'
import config from '../../rolldown.config.js'
import { benchFolder } from '../outline/corpora.ts'

/** `input` lies in this folder's parent: `outline/child.ts`. Answers the file to start. */
export async function bundled(input: string): Promise<string> {
  const bundle = await rolldown({
    input: join(import.meta.dirname, '..', input),
    platform: 'node',
    transform: config.transform ?? {},
  })
  const file = join(benchFolder('bundle'), `${input.replace(/\W+/g, '-').replace(/-ts$/, '')}.mjs`)
  await bundle.write({ file, format: 'esm', codeSplitting: false })
  await bundle.close()
  return file
}
