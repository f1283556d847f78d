// Names that a file lends to others under another word, or as what it is as a whole. Pure.

import type { Export } from '../model.ts'
import { mostlyNothing } from './sign.ts'

export type LentName = Pick<Export, 'name' | 'local' | 'module'>

const none: readonly LentName[] = []

export const lentNames = mostlyNothing<readonly LentName[]>('lent', none, ({ outline }) => {
  const lent = (outline?.exports ?? []).filter(
    ({ name, local, module }) => name !== local || (name === 'default' && module === ''),
  )
  return lent.length > 0
    ? lent.map(({ name, local, module }) => ({ name, local, module }))
    : undefined
})
