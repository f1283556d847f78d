// The outline of one file of a tree. Knows no cache and no other file, so that any thread can make it.

import { asCode } from './component.ts'
import type { Outline } from './model.ts'
import { type Fallback, outlineOf } from './outline.ts'
import { namingFlow, type ReadSyntax, syntaxProblems, withProblems } from './syntax.ts'
import { mayHoldDeadCode } from './tree/may-hold-dead-code.ts'
import { decodeSource } from './tree/source.ts'

export interface OutlineOptions {
  readonly fallback?: Fallback | undefined
  /** The fallback reads it although a scanner could. */
  readonly isTreeRead?: ((path: string) => boolean) | undefined
  /** Files that a grammar has to confirm: those that a resource names. */
  readonly verifies?: ((path: string) => boolean) | undefined
  readonly readSyntax?: ReadSyntax | undefined
  /** The text without what never runs; undefined where all of it may, or no grammar tells. */
  readonly liveText?: ((path: string, text: string) => string | undefined) | undefined
}

export function outlined(
  { fallback, verifies, readSyntax, liveText, isTreeRead }: OutlineOptions,
  file: string,
  content: Uint8Array,
): Outline {
  const { path, bytes } = asCode(file, content)
  const read = (from: Uint8Array) => outlineOf(path, from, fallback, isTreeRead?.(path))
  const readLive = () => {
    const live = liveText?.(path, decodeSource(bytes).text)
    return live === undefined ? undefined : read(Buffer.from(live))
  }
  const early = mayHoldDeadCode(path, bytes) ? readLive() : undefined
  const first = early ?? read(bytes)
  const plain = (!early && first.mayBeUnreached ? readLive() : undefined) ?? first
  const outline = namingFlow(path, bytes, plain)
  // Of what is no text at all a grammar only loses time on repairs.
  if (!readSyntax || outline.language === '' || !verifies?.(file)) return outline
  return withProblems(outline, syntaxProblems(path, bytes, readSyntax))
}
