// What one file tells at a look, without a tree: asked of very many files, and of each once, because the same content at the same path
// tells the same again. Pure: where answers are kept is somebody else's to say.

import type { LanguagePack } from '../languages/pack.ts'
import type { Outline } from '../model.ts'

export interface SignedFile {
  readonly path: string
  readonly pack: LanguagePack | undefined
  /** Undefined where nothing reads such a file. */
  readonly outline: Outline | undefined
  /** None where the file cannot be read. */
  readonly bytes: Uint8Array
}

export interface Sign<T> {
  /** Under which answers are kept: no two signs have the same. */
  readonly name: string
  readonly read: (file: SignedFile) => T
  readonly encode: (answer: T) => Uint8Array
  readonly decode: (record: Uint8Array) => T
}

export const yesOrNo = (name: string, read: (file: SignedFile) => boolean): Sign<boolean> => ({
  name,
  read,
  encode: answer => Uint8Array.of(answer ? 1 : 0),
  decode: record => record[0] === 1,
})

/** Answers that are plain data and mostly nothing: an empty record stands for `nothing`. */
export const mostlyNothing = <T>(
  name: string,
  nothing: T,
  read: (file: SignedFile) => T | undefined,
): Sign<T> => ({
  name,
  read(file) {
    const answer = read(file)
    // Parts of a text would keep all of it in memory.
    return answer === undefined ? nothing : (JSON.parse(JSON.stringify(answer)) as T)
  },
  encode: answer => (answer === nothing ? new Uint8Array() : Buffer.from(JSON.stringify(answer))),
  decode: record =>
    record.length === 0 ? nothing : (JSON.parse(Buffer.from(record).toString()) as T),
})

export const utf8Of = ({ bytes }: SignedFile) => viewOf(bytes).toString('utf8')

/** Where only plain letters are looked for. */
export const latin1Of = ({ bytes }: SignedFile) => viewOf(bytes).toString('latin1')

const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array) =>
  Buffer.from(buffer, byteOffset, byteLength)
