// What a backup says of itself: whose it is, by which program, up to which entry, and the hash of every file in it. A backup that is not
// exactly what its manifest says is refused with everything that differs.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { writeFileAtomic } from '../base/atomic-file.ts'
import { type Diagnostic, DiagnosticError, error, refuse } from '../base/diagnostic.ts'
import { sha256 } from '../base/hash.ts'
import { compareText } from '../base/order.ts'
import type { Head } from './model.ts'

export const MANIFEST = 'manifest.json'
const VERSION = 1

const manifestSchema = z.object({
  version: z.literal(VERSION),
  /** The program that made the backup. */
  program: z.string(),
  project: z.string(),
  at: z.string(),
  seq: z.number(),
  hash: z.string(),
  transcripts: z.boolean(),
  files: z.record(z.string(), z.object({ bytes: z.number(), sha256: z.string() })),
})

export type Manifest = z.infer<typeof manifestSchema>

export interface ManifestFacts {
  readonly program: string
  readonly project: string
  readonly at: string
  readonly head: Head
  readonly transcripts: boolean
}

export function writeManifest(folder: string, { head, ...facts }: ManifestFacts): void {
  const files = Object.fromEntries(filesIn(folder).map(file => [file, stamp(join(folder, file))]))
  const manifest: Manifest = { version: VERSION, ...facts, ...head, files }
  writeFileAtomic(join(folder, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`)
}

function stamp(path: string) {
  const content = readFileSync(path)
  return { bytes: content.length, sha256: sha256(content) }
}

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(each => each.isFile())
    .map(each => join(each.parentPath, each.name).slice(folder.length + 1))
    .map(file => file.replaceAll('\\', '/'))
    .filter(file => file !== MANIFEST)
    .sort(compareText)

/** The manifest of a folder whose every file is as it says. */
export function readManifest(folder: string): Manifest {
  const file = join(folder, MANIFEST)
  if (!existsSync(file))
    return refuse('backup/none', `${folder} is no backup: it holds no ${MANIFEST}`, {
      fix: 'name the folder that fixpoint backup made',
    })
  const manifest = decode(readFileSync(file, 'utf8'), file)
  const problems = differences(folder, manifest)
  if (problems.length > 0) throw new DiagnosticError(problems)
  return manifest
}

function decode(text: string, file: string): Manifest {
  const fix = 'use another backup'
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    return refuse('backup/damaged', 'its manifest is no JSON', { at: { file }, fix, cause })
  }
  const { version, program } = value as { version?: unknown; program?: unknown }
  if (typeof version === 'number' && version > VERSION)
    return refuse(
      'backup/newer',
      `the backup was made by ${program ?? 'a newer Fixpoint'}: it has version ${version}, this program knows ${VERSION}`,
      { at: { file }, fix: 'upgrade Fixpoint on this machine' },
    )
  const parsed = manifestSchema.safeParse(value)
  if (parsed.success) return parsed.data
  return refuse('backup/damaged', 'its manifest lacks what a manifest says', { at: { file }, fix })
}

function differences(folder: string, { files }: Manifest): readonly Diagnostic[] {
  const present = filesIn(folder)
  const damaged = (file: string, message: string) =>
    error('backup/damaged', message, {
      at: { file: join(folder, file) },
      fix: 'use another backup',
    })
  return [
    ...Object.keys(files)
      .filter(file => !present.includes(file))
      .map(file => damaged(file, 'the file is missing from the backup')),
    ...present
      .filter(file => files[file]?.sha256 !== stamp(join(folder, file)).sha256)
      .map(file =>
        damaged(
          file,
          files[file] ? 'the file is not as it was backed up' : 'the file is no part of the backup',
        ),
      ),
  ]
}
