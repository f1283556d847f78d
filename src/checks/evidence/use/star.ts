// `export * from './survey'`: what a file passes on without naming it. Never says what that is.

import type { Export } from '../../../code/model.ts'

export const isStar = ({ name, module }: Export) => name === '*' && module !== ''
