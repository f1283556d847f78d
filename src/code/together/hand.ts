// A thread that reads files for another one: it gets some, and answers with what they declare. Keeps nothing.

import { parentPort, workerData } from 'node:worker_threads'
import { hushExperiments } from '../../base/experiments.ts'
import type { IndexedFile } from '../file-index.ts'
import { openLanguages } from '../languages/user-languages.ts'
import { namedFiles } from '../named-files.ts'
import { type OutlineOptions, outlined } from '../one-file.ts'
import { openGrammars, outlineOptions } from '../open.ts'
import { encodeOutline } from '../outline-codec.ts'
import { contentId, isSource, readSource } from '../source-file.ts'
import type { Orders, Reading } from './together.ts'

const orders: Orders = workerData
hushExperiments((name, message) => process.stderr.write(`Warning: node/${name} ${message}\n`))

const languages = await openLanguages(orders.root)
const grammars = openGrammars(orders.cacheFolder, languages)
const options = outlineOptions(grammars, languages, namedFiles(orders.named))

parentPort!.on('message', (files: readonly IndexedFile[]) => {
  const read = files.map(each => readFile(each, options))
  const buffers = read.flatMap(({ record }) => (record ? [record.buffer as ArrayBuffer] : []))
  parentPort!.postMessage(read, buffers)
})

function readFile({ path, blob }: IndexedFile, how: OutlineOptions): Reading {
  const source = readSource(orders.root, path)
  if (!isSource(source))
    return { path, id: '', record: undefined, changedMs: 0, diagnostic: source }
  const id = contentId(blob, source, orders.beganMs)
  const record = encodeOutline(outlined(how, path, source.bytes))
  return { path, id, record, changedMs: source.changedMs, diagnostic: undefined }
}
