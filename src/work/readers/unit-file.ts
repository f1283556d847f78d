// A unit file: front matter that programs read, then the brief that the agent reads. Holds intent, never status.

import { type Diagnostic, error, type Location } from '../../base/diagnostic.ts'
import { readYaml } from '../../base/yaml/document.ts'
import { locate, plainValue } from '../../base/yaml/locate.ts'
import { parseWith } from '../../contract/parse.ts'
import { type UnitFrontMatter, unitSchema } from '../../contract/unit.ts'
import { claimProblems } from '../claim-problems.ts'

export interface UnitFile {
  readonly front: UnitFrontMatter
  readonly brief: string
  /** Keys of the file that `front` lacks because what stands there is wrong. */
  readonly unread: readonly string[]
  /** Where each of `depends_on` stands. */
  readonly needsAt: readonly Location[]
}

export interface ReadUnit {
  /** What could be read, also where there are problems: whoever goes on with it refuses by them in the end. */
  readonly unit: UnitFile | undefined
  readonly problems: readonly Diagnostic[]
}

/** Some editors put a byte order mark before everything else. */
export const withoutMark = (text: string): string => text.replace(/^\uFEFF/, '')

const frontMatter = /^---[ \t]*\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)/m

/** What is no unit and yet was meant to be one; undefined for a unit, and for a page that is plainly something else. */
export function brokenUnit(text: string): string | undefined {
  const content = withoutMark(text).trimStart()
  if (content === '') return 'empty'
  if (isUnitText(text) || !isUnitText(content) || !frontMatter.test(content)) return undefined
  return 'its front matter does not start on the first line'
}

/** Whether it begins as a unit does. */
export const isUnitText = (text: string): boolean => withoutMark(text).startsWith('---')

export function readUnitFile(content: string, file: string): ReadUnit {
  const text = withoutMark(content)
  const match = isUnitText(text) ? frontMatter.exec(text) : null
  if (!match) {
    const fix = 'start the file with ---, the fields of the unit, and --- again'
    return {
      unit: undefined,
      problems: [
        error('unit/front-matter', 'there is no front matter', {
          at: { file, line: 1, column: 1 },
          fix,
        }),
      ],
    }
  }
  // The first line stays in, so that every place is one of the file.
  const document = readYaml(text.slice(0, match[0].indexOf('\n') + 1 + match[1]!.length), file)
  if (document.problems.length > 0) return { unit: undefined, problems: document.problems }
  const data = document.root ? plainValue(document.root) : {}
  const keys = Object.keys(data ?? {})
  const { value, problems } = parseWith(unitSchema, data, {
    area: 'unit',
    goesOn: true,
    locate: (path, of) => locate(document, path, of),
  })
  const unit = value && {
    front: value,
    brief: text.slice(match[0].length).trim(),
    unread: keys.filter(key => !Object.hasOwn(value, key)),
    needsAt: (value.depends_on ?? []).map((_, at) => locate(document, ['depends_on', at])),
  }
  const ofClaims = value ? claimProblems(value, path => locate(document, path)) : []
  return { unit, problems: [...problems, ...ofClaims] }
}
