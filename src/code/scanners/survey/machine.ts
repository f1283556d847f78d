// The program of the survey, compiled and given a memory. In a build it comes assembled, because to assemble it takes ten times as long
// as to compile it, and `refresh` after an edit reads one file.

import { assembledProgram } from './program.ts'

/** Answers the number of newlines. */
export type Run = (end: number, from: number, stops: number, lines: number) => number

export interface Memory {
  readonly buffer: ArrayBuffer
}

/** As far as it is used here: without the types of browsers TypeScript has none for it. */
declare const WebAssembly: {
  readonly Memory: new (of: { readonly initial: number }) => Memory
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object
  readonly Instance: new (
    module: object,
    imports: object,
  ) => { readonly exports: { readonly run: Run } }
}

/** The program in base64, put in by the build. */
declare const SURVEY_PROGRAM: string | undefined

let compiled: object | undefined

export const newMemory = (pages: number): Memory => new WebAssembly.Memory({ initial: pages })

export function programOver(memory: Memory): Run {
  compiled ??= new WebAssembly.Module(
    typeof SURVEY_PROGRAM === 'string' ? Buffer.from(SURVEY_PROGRAM, 'base64') : assembledProgram(),
  )
  return new WebAssembly.Instance(compiled, { room: { memory } }).exports.run
}
