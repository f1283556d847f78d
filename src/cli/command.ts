// What a command is: words for help, then three small functions. `read` turns arguments into options, `run` calls one room,
// `view` turns the result into text or JSON.

import type { Diagnostic } from '../base/diagnostic.ts'
import type { ExitCode } from '../contract/exit-codes.ts'
import type { Paint } from './paint.ts'
import type { World } from './world.ts'

export interface OptionSpec {
  readonly type: 'string' | 'boolean'
  readonly short?: string
  readonly multiple?: boolean
  /** What stands for the value in help: FILE, ADDR, PCT. */
  readonly value?: string
  readonly choices?: readonly string[]
  readonly help: string
}

export type OptionSpecs = Readonly<Record<string, OptionSpec>>

/** Arguments whose form has been checked against the command's specs. */
export interface Args {
  readonly positionals: readonly string[]
  readonly text: (name: string) => string | undefined
  readonly list: (name: string) => readonly string[]
  readonly flag: (name: string) => boolean
}

export interface View {
  /** What people read on stdout; no newline at the end. */
  readonly text: string
  /** The same result for programs; the program adds `version` and `command`. */
  readonly json: object
  readonly exitCode?: ExitCode
  /** Prose for stderr: what was done, what to type next. */
  readonly notes?: readonly string[]
  readonly warnings?: readonly Diagnostic[]
  /** The text is a document of a format of its own: it is printed as it is, also under --json. */
  readonly isDocument?: boolean
  /** What goes out instead of the text where it is no terminal, byte for byte: another program applies it. */
  readonly piped?: string | Uint8Array
}

export interface Positionals {
  readonly min: number
  readonly max: number
  /** The only words that may stand there; any when absent. */
  readonly choices?: readonly string[]
}

export interface Command {
  readonly name: string
  readonly summary: string
  /** Positional arguments as help shows them. */
  readonly usage: string
  readonly positionals: Positionals
  readonly options: OptionSpecs
  readonly details: readonly string[]
  readonly examples: readonly string[]
  perform(args: Args, world: World, paint: Paint): Promise<View>
}

interface Parts<Options, Result> extends Omit<Command, 'perform' | 'details' | 'options'> {
  readonly details?: readonly string[]
  readonly options?: OptionSpecs
  readonly read: (args: Args, world: World) => Options
  readonly run: (options: Options, world: World) => Promise<Result> | Result
  readonly view: (result: Result, options: Options, paint: Paint) => View
}

export function command<Options, Result>(parts: Parts<Options, Result>): Command {
  const { read, run, view, ...words } = parts
  return {
    details: [],
    options: {},
    ...words,
    async perform(args, world, paint) {
      const options = read(args, world)
      return view(await run(options, world), options, paint)
    },
  }
}
