// Evidence of a resource that names its files and rests on their outlines alone. The same pieces find it that read a whole tree;
// whatever asks for more than those files stops here, and is left to who reads everything.

import { isGlob } from '../../base/paths.ts'
import type { Codebase } from '../../code/codebase.ts'
import type { Outline } from '../../code/model.ts'
import type { Trace } from '../../code/trace.ts'
import type { Level } from '../../contract/level.ts'
import { type Evidence, weigh } from '../../evidence/weigh.ts'
import type { Resource } from '../../spec/model.ts'
import { noOutcomes } from './outcomes/no-outcomes.ts'
import { factsOf, needsDepth, type Sources } from './resource-facts.ts'
import { type Selecting, subjectOf } from './subject.ts'
import { findHeirs } from './types/heirs.ts'
import { isStar } from './use/star.ts'

/** What is known without a look at the rest of the tree. */
export interface KnownFiles {
  readonly has: (path: string) => boolean
  readonly isEmpty: (path: string) => boolean
  /** Undefined where it is not known, or there is none. */
  readonly outline: (path: string) => Outline | undefined
}

export interface NarrowEvidence {
  readonly evidence: Evidence
  /** The same as JSON. */
  readonly text: string
  readonly trace: Trace
}

/** Undefined where it may rest on more than the files that the resource names. */
export async function readNarrow(
  resource: Resource,
  required: Level,
  files: KnownFiles,
): Promise<NarrowEvidence | undefined> {
  if (needsDepth(resource) || resource.checks.length > 0) return undefined
  const codebase = narrowed(files)
  try {
    const subject = subjectOf(resource, required, codebase, selecting)
    if (subject.trace.isWide) return undefined
    const facts = await factsOf(subject, { ...sources, heirs: findHeirs(codebase) })
    const evidence = weigh(resource, required, facts)
    // Says of every method whether it is a stub, for which heirs may have to be looked for.
    const text = JSON.stringify(evidence)
    return { evidence, text, trace: subject.trace }
  } catch (cause) {
    if (cause instanceof Beyond) return undefined
    throw cause
  }
}

/** Something was asked that the files of the resource do not tell. */
class Beyond extends Error {}

function beyond(): never {
  throw new Beyond()
}

const narrowed = ({ has, isEmpty, outline }: KnownFiles): Codebase => {
  const known = (path: string) => outline(path) ?? beyond()
  return {
    has,
    isEmpty,
    outline: known,
    problems: path => known(path).problems,
    confirmedProblems: beyond,
    diagnostics: [],
    get files() {
      return beyond()
    },
    depth: beyond,
    sign: beyond,
    bytes: beyond,
    head: beyond,
    declaring: beyond,
    changedMs: beyond,
  }
}

const only = (paths: readonly string[]) => (paths.some(isGlob) ? beyond() : [...new Set(paths)])

const selecting: Selecting = {
  select: ({ files }, codebase) =>
    files.some(codebase.has) ? { origin: 'declared', files: only(files) } : beyond(),
  expand: only,
  isThorough: false,
}

const sources: Omit<Sources, 'heirs'> = {
  written: beyond,
  passedOn: (_, outline) => (outline.exports.some(isStar) ? beyond() : outline),
  routes: { of: () => [] },
  tables: beyond,
  commands: beyond,
  environment: beyond,
  answers: beyond,
  mentions: beyond,
  entries: new Set(),
  offeredIn: undefined,
  calledIn: () => new Map(),
  idleIn: async () => new Set(),
  outcomes: noOutcomes,
  among: [],
}
