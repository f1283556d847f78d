// What the reader of a TypeScript or JavaScript file remembers: the brackets it stands in, and what each is the body of.

import { NOTHING, type Substance } from '../../bodies/substance.ts'
import { type Findings, noFindings, type Row } from '../rows.ts'
import { isFlow } from './flow.ts'
import { type Marks, noMarks } from './marks.ts'

/** What a pair of brackets holds. A hole is the `${…}` of a template or the `{…}` of JSX. */
export type FrameKind =
  | 'block'
  | 'class'
  | 'interface'
  | 'object'
  | 'group'
  | 'hole'
  | 'template'
  | 'tag'
  | 'children'

export interface Frame {
  kind: FrameKind
  /** Offset of the opening bracket. */
  readonly start: number
  /** Index of the row whose body this is, or -1. */
  readonly row: number
  /** Index of the row that new rows in here belong to, or -1. */
  readonly owner: number
  /** Constants in here belong to the module or to a namespace. */
  readonly isModuleLevel: boolean
  /** Index of the row of the statement or member that is being read, or -1. */
  open: number
  /** In the middle of a statement or member, as opposed to before the next one. */
  isInside: boolean
  /** The statement declares variables: a comma begins another. */
  isDeclaring: boolean
  /** Offset of the parenthesis that holds parameters if an arrow follows, or -1. */
  arrowAt: number
  /** The parentheses of `if (…)`: a statement follows them. */
  isControl: boolean
  /** The object that CommonJS exports: its keys are exports. */
  isExports: boolean
  /** How many members do something. */
  deeds: number
  /** What the statements amount to. */
  substance: Substance
}

export interface Reading extends Findings<Draft> {
  readonly marks: Marks
  readonly hasJsx: boolean
  /** It has the types of Flow. */
  readonly isFlow: boolean
  readonly frames: Frame[]
  /** Rows of the module by name, for `export { name }` and `Name.prototype.run = …`. */
  readonly named: Map<string, number>
  decorators: string[]
  /** What has methods put on its prototype, once somebody has asked. */
  prototypes: ReadonlySet<string> | undefined
  /** A function is given jQuery, under whatever name, once somebody has asked. */
  givesJQuery: boolean | undefined
  /** Offset of the first `throw` behind the place where somebody asked last, or -1. */
  nextThrow: number
  /** Trust the columns of lines over the balance of brackets. */
  readonly trustsColumns: boolean
}

/** A row that may yet be dropped: a local variable counts once its value proves to be a function. */
export interface Draft extends Row {
  isTentative: boolean
  /** An empty body is meant: overridden, abstract, a constructor that only takes properties. */
  isLicensed: boolean
  /** A member by assignment, which those see that see its owner. */
  isAssigned: boolean
}

export function begin(path: string, text: string, trustsColumns: boolean): Reading {
  const reading: Reading = {
    ...noFindings<Draft>(path, text),
    marks: noMarks(),
    isFlow: isFlow(path, text),
    hasJsx: /\.([cm]?js|[jt]sx)$/.test(path),
    frames: [],
    named: new Map(),
    decorators: [],
    prototypes: undefined,
    givesJQuery: undefined,
    nextThrow: -1,
    trustsColumns,
  }
  reading.frames.push(newFrame('block', -1, -1, -1, true))
  return reading
}

export function newFrame(
  kind: FrameKind,
  start: number,
  row: number,
  owner: number,
  isModuleLevel: boolean,
): Frame {
  return {
    kind,
    start,
    row,
    owner,
    isModuleLevel,
    open: -1,
    isInside: kind === 'group' || kind === 'hole',
    isDeclaring: false,
    arrowAt: -1,
    isControl: false,
    isExports: false,
    deeds: 0,
    substance: NOTHING,
  }
}
