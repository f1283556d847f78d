// Why a method of Go or C# that a route names is not there: the type of what stands in front is found, it is written in one place, has
// nothing above it and nothing embedded, and has no such member.

import type { Codebase } from '../../../code/codebase.ts'
import { isWordIn } from '../../../code/routes/words.ts'
import { ownName } from '../../../evidence/facts.ts'
import { codeOf } from '../code-of.ts'
import { goTypeOf, plainStruct } from '../meant/go-values.ts'
import { typeOfInstance } from '../meant/instances.ts'
import { type Reader, type TypeHome, typeHome } from '../meant/types.ts'

export function lostMember(
  file: string,
  names: readonly string[],
  line: number,
  reader: Reader,
): string | undefined {
  const owner = names.slice(0, -1)
  const member = names.at(-1)!
  const found = file.endsWith('.go')
    ? ofGo(goTypeOf(owner, file, line, reader), reader.codebase)
    : ofSharp(owner, file, reader)
  if (!found || found.text === undefined || isWordIn(member, found.text)) return undefined
  return declares(found.home, member, reader.codebase)
    ? undefined
    : `${member} is not in ${found.home.name}`
}

const ofGo = (home: TypeHome | undefined, codebase: Codebase) =>
  home && { home, text: plainStruct(home, codebase) }

/** `Handlers` of `Handlers.Show`, or an instance of it. */
function ofSharp(owner: readonly string[], file: string, reader: Reader) {
  const [name, ...more] = owner
  if (name === undefined || more.length > 0) return undefined
  const home =
    typeHome([name], file, reader) ??
    typeHome(typeOfInstance([name], file, reader.codebase) ?? [], file, reader)
  return home && { home, text: plainClass(home, reader.codebase) }
}

/** The class as it is written, where there is no more to it. */
function plainClass({ files, name }: TypeHome, codebase: Codebase): string | undefined {
  const [text, ...more] = files.flatMap(path =>
    (codebase.outline(path)?.declarations ?? [])
      .filter(each => each.name === name && each.kind === 'class')
      .map(({ line, endLine }) =>
        codeOf(path, codebase)
          .split('\n')
          .slice(line - 1, endLine)
          .join('\n'),
      ),
  )
  if (text === undefined || more.length > 0) return undefined
  const head = /^[^{]*/.exec(text)![0]
  return /\bpartial\b|:/.test(head) ? undefined : text
}

const declares = ({ files, name }: TypeHome, member: string, codebase: Codebase) =>
  codebase
    .declaring(member)
    .filter(path => files.includes(path))
    .some(path => {
      const { declarations } = codebase.outline(path)!
      return declarations.some(
        each =>
          ownName(each) === member &&
          (each.name === `${name}.${member}` || declarations[each.parent]?.name === name),
      )
    })
