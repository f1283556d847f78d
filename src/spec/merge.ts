// Several files as one spec. The file that was asked for comes first and speaks for the whole; included files add to it.

import { type Diagnostic, error } from '../base/diagnostic.ts'
import type { SpecPart } from './decode.ts'
import type { Spec } from './model.ts'
import { validateSpec } from './validate.ts'

export interface MergedSpec {
  readonly spec: Spec
  readonly problems: readonly Diagnostic[]
}

export function mergeSpec(parts: readonly [SpecPart, ...SpecPart[]]): MergedSpec {
  const spec: Spec = {
    file: parts[0].file,
    backend: parts[0].backend,
    typeLevels: Object.assign({}, ...parts.map(each => each.typeLevels).reverse()),
    resources: parts.flatMap(each => each.resources),
    moved: parts.flatMap(each => each.moved),
    removed: parts.flatMap(each => each.removed),
  }
  const references = parts.flatMap(each => each.references)
  return { spec, problems: [...foreignBackends(parts), ...validateSpec(spec, references)] }
}

function foreignBackends([, ...included]: readonly SpecPart[]): Diagnostic[] {
  return included
    .filter(each => each.backend)
    .map(({ file }) =>
      error('spec/backend', 'an included file cannot choose the backend', {
        at: { file },
        fix: 'move backend: to the file that includes this one',
      }),
    )
}
