import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readYaml } from '../base/yaml/document.ts'
import { decodeSpec } from './decode.ts'
import type { PlainValue, SpecEdit } from './edit/edits.ts'
import { type Value, valueOfNode, valueOfPlain } from './edit/value.ts'
import { editSpec } from './edit.ts'

interface Dice {
  readonly isTrue: (oneIn?: number) => boolean
  readonly pick: <T>(from: readonly T[]) => T
  readonly upTo: (max: number) => number
}

const dice = (draw: fc.GeneratorValue): Dice => ({
  isTrue: (oneIn = 2) => draw(fc.nat, { max: oneIn - 1 }) === 0,
  pick: from => from[draw(fc.nat, { max: from.length - 1 })]!,
  upTo: max => draw(fc.nat, { max }),
})

const words = [
  'a: b',
  '#x',
  ' lead',
  'true',
  '12',
  'say "x"',
  "it's",
  '*.ts',
  'a, b',
  '[x]',
  'ünï',
  'tab\there',
  'trail ',
  'x\u2028y',
  'null',
  '~',
  '0x1f',
  '1e3',
  '---',
  'key:',
  'a #b',
  '%x',
  '@x',
  '`x`',
  '|',
  '>',
  '!t',
  '&a',
  '?',
  '-',
  ':',
  '? a',
  '- a',
  'one\ntwo\n',
  'one\n\ntwo',
  'ends\n\n',
  ' \n x',
  'CR\r\nLF',
  'plain words',
  'src/**/*.ts',
  'feature.x',
  '<<',
  'x\n  # no comment\ny',
  '"',
  "'",
  '\ud83d\ude00',
  '\ud83d',
  '\u0085',
  '=',
  'x\n\t',
  'a:b',
  '-x',
  ',',
  '{',
  '}',
  'x:',
  '...',
  '... x',
] as const

/** A spec as text together with what its writer knows: which lines and comments are whose. */
interface Written {
  readonly text: string
  readonly addresses: readonly string[]
  /** Every comment in order, with the resource that it belongs to. */
  readonly comments: readonly { readonly text: string; readonly owner: string | undefined }[]
  readonly chunks: ReadonlyMap<string, string>
  /** Resources that share an anchor. */
  readonly families: ReadonlyMap<string, string>
}

class Author {
  readonly #dice: Dice
  readonly #lines: string[] = []
  readonly #comments: { text: string; owner: string | undefined }[] = []
  readonly #chunks = new Map<string, string>()
  readonly #families = new Map<string, string>()
  readonly #addresses: string[] = []
  readonly #anchors: string[] = []
  readonly #step: number
  readonly #listStep: number
  #owner: string | undefined

  constructor(dice: Dice) {
    this.#dice = dice
    this.#step = dice.pick([2, 4])
    this.#listStep = dice.pick([0, this.#step])
  }

  write(): Written {
    const { isTrue, pick, upTo } = this.#dice
    if (isTrue()) this.#comment(0)
    if (isTrue()) this.#line(`version: ${pick(['"1"', "'1'", '1'])}${this.#tail()}`)
    if (isTrue(4)) this.#lines.push('')
    if (isTrue(4)) this.#line(`types: {feature: {require: present}}`)
    const shape = upTo(11)
    if (shape === 0) this.#line('resources: {}')
    else if (shape === 1) {
      const eol = this.#line('resources:  {feature: {f1: {files: [x, y]}, f2: }, module: {m1: {}}}')
      void eol
      this.#addresses.push('feature.f1', 'feature.f2', 'module.m1')
    } else if (shape > 2) this.#resources()
    if (shape === 2 || isTrue(4)) this.#line('removed: [{address: gone.one}]')
    if (isTrue(4))
      this.#line(`moved:\n  - from: old.one${this.#tail()}\n    to: new.one${this.#tail()}`)
    if (isTrue(4)) this.#lines.push('')
    if (isTrue(3)) this.#comment(0)
    const eol = pick(['\n', '\n', '\r\n'])
    const body = this.#lines.join('\n') + (isTrue(4) ? '' : '\n')
    return {
      text: body.replaceAll('\n', eol),
      addresses: this.#addresses,
      comments: this.#comments,
      chunks: new Map([...this.#chunks].map(([key, chunk]) => [key, chunk.replaceAll('\n', eol)])),
      families: this.#families,
    }
  }

  #line(text: string): void {
    this.#lines.push(text)
  }

  #comment(column: number): void {
    const text = `# c${this.#comments.length}${this.#dice.pick(['', ' : x', ' - [', ' "'])}`
    this.#comments.push({ text, owner: this.#owner })
    this.#line(' '.repeat(column) + text)
  }

  #tail(): string {
    if (!this.#dice.isTrue(5)) return ''
    const text = `# c${this.#comments.length}`
    this.#comments.push({ text, owner: this.#owner })
    return `${this.#dice.pick([' ', '   '])}${text}`
  }

  #resources(): void {
    const { isTrue, upTo } = this.#dice
    if (isTrue(4)) this.#comment(0)
    this.#line(`resources:${this.#tail()}`)
    const types = ['feature', '"module"', 'table', '7'].slice(0, 1 + upTo(3))
    for (const [index, type] of types.entries()) {
      if (index > 0 && isTrue()) this.#lines.push('')
      if (isTrue(3)) this.#comment(this.#step)
      this.#section(type)
    }
  }

  #section(typeText: string): void {
    const { isTrue, upTo } = this.#dice
    const type = typeText.replaceAll('"', '')
    if (isTrue(8)) {
      this.#line(`${' '.repeat(this.#step)}${typeText}: {x: {files: [p]}, 'y': {}}`)
      this.#addresses.push(`${type}.x`, `${type}.y`)
      return
    }
    this.#line(`${' '.repeat(this.#step)}${typeText}:${this.#tail()}`)
    const column = 2 * this.#step
    const count = 1 + upTo(4)
    for (let i = 0; i < count; i++) {
      if (i > 0 && isTrue()) this.#lines.push('')
      if (isTrue(8)) {
        this.#comment(column)
        this.#lines.push('')
      }
      this.#resource(
        type,
        this.#dice.pick([`r${i}`, `r${i}`, `"r${i}"`, `'r${i}'`, `r/${i}.x`]),
        column,
      )
    }
    if (isTrue(8)) {
      this.#lines.push('')
      this.#comment(column)
    }
  }

  #resource(type: string, nameText: string, column: number): void {
    const { isTrue, pick } = this.#dice
    const address = `${type}.${nameText.replaceAll(/["']/g, '')}`
    this.#addresses.push(address)
    this.#owner = address
    const from = this.#lines.length
    for (let i = 0; i < 2; i++) if (isTrue(4)) this.#comment(column)
    const key = `${' '.repeat(column)}${nameText}:`
    const kind = pick([
      'block',
      'block',
      'block',
      'flow',
      'null',
      'empty',
      'alias',
      'merge',
      'tilde',
      'lines',
    ])
    if (kind === 'null') this.#line(key + this.#tail())
    else if (kind === 'tilde') this.#line(`${key} ~${this.#tail()}`)
    else if (kind === 'empty') this.#line(`${key} {}${this.#tail()}`)
    else if (kind === 'flow')
      this.#line(
        `${key} {description: 'x', files: [a, "b"], attributes: {class: C}, weight: 2}${this.#tail()}`,
      )
    else if (kind === 'lines') this.#flowLines(key, column)
    else if (kind === 'alias' && this.#anchors.length > 0) {
      const anchor = pick(this.#anchors)
      this.#families.set(address, anchor)
      this.#line(`${key} *${anchor}${this.#tail()}`)
    } else this.#block(address, key, column, kind === 'merge' && this.#anchors.length > 0)
    if (isTrue(10)) this.#comment(column + 1)
    this.#chunks.set(address, this.#lines.slice(from).join('\n'))
    this.#owner = undefined
  }

  #flowLines(key: string, column: number): void {
    const inner = ' '.repeat(column + this.#step)
    this.#line(`${key} {${this.#tail()}`)
    this.#line(`${inner}files: [a,${this.#tail()}`)
    this.#line(`${inner}  b],${this.#tail()}`)
    this.#line(`${inner}depends_on: [feature.r0, feature.r1], weight: 1,`)
    this.#line(`${inner}}${this.#tail()}`)
  }

  #block(address: string, key: string, column: number, merges: boolean): void {
    const { isTrue, pick } = this.#dice
    const anchor = `a${this.#anchors.length}`
    const isAnchored = isTrue(5)
    this.#line(`${key}${isAnchored ? ` &${anchor}` : ''}${this.#tail()}`)
    const inner = column + this.#step
    if (merges) {
      const base = pick(this.#anchors)
      this.#families.set(address, base)
      this.#line(`${' '.repeat(inner)}<<: *${base}`)
    }
    for (const field of [
      'description',
      'attributes',
      'files',
      'depends_on',
      'connects',
      'weight',
    ]) {
      if (!isTrue(field === 'description' && !merges ? 1 : 2)) continue
      if (isTrue(8)) this.#comment(inner)
      this.#field(field, inner)
    }
    if (isAnchored) {
      // A chain of merges is one family.
      this.#families.set(address, this.#families.get(address) ?? anchor)
      if (!merges) this.#anchors.push(anchor)
    }
  }

  #field(field: string, column: number): void {
    const { pick } = this.#dice
    const key = `${' '.repeat(column)}${field}:`
    const deeper = ' '.repeat(column + this.#step)
    if (field === 'weight') return this.#line(`${key} ${pick(['3', '0.5'])}${this.#tail()}`)
    if (field === 'description')
      return this.#line(
        pick([
          `${key} Some words`,
          `${key} "quoted: words"`,
          `${key} 'single'`,
          `${key} |\n${deeper}one\n${deeper}  # not a comment\n${deeper}two`,
          `${key} >-\n${deeper}one\n\n${deeper}two`,
          `${key} |+\n${deeper}kept\n`,
          `${key}\n${deeper}on the next line`,
          `${key} plain over\n${deeper}two lines`,
        ]),
      )
    if (field === 'attributes') {
      if (this.#dice.isTrue(3))
        return this.#line(`${key} {class: C, functions: [f, g], note: "x"}${this.#tail()}`)
      this.#line(key + this.#tail())
      this.#line(`${deeper}class:   C${this.#tail()}`)
      if (this.#dice.isTrue(4)) this.#comment(column + this.#step)
      this.#line(`${deeper}functions: [f, 'g', "h"]${this.#tail()}`)
      return this.#line(`${deeper}note: {deep: [1, [2]], n: null}`)
    }
    if (field === 'connects') {
      this.#line(key + this.#tail())
      const dash = ' '.repeat(column + this.#listStep)
      this.#line(`${dash}- to: ${this.#target()}${this.#tail()}\n${dash}  via: http${this.#tail()}`)
      return this.#line(`${dash}- {to: ${this.#target()}, label: "x"}${this.#tail()}`)
    }
    this.#list(
      key,
      column,
      field === 'files'
        ? ['src/a.ts', '"src/b/**"', "'c'"]
        : [this.#target(), `"${this.#target()}"`],
    )
  }

  #list(key: string, column: number, items: readonly string[]): void {
    const { isTrue, upTo } = this.#dice
    const chosen = items.slice(0, upTo(items.length))
    if (chosen.length === 0 || isTrue(3))
      return this.#line(`${key} [${chosen.join(', ')}]${this.#tail()}`)
    this.#line(key + this.#tail())
    for (const item of chosen) {
      if (isTrue(8)) this.#comment(column + this.#listStep)
      this.#line(`${' '.repeat(column + this.#listStep)}- ${item}${this.#tail()}`)
    }
  }

  #target(): string {
    return this.#dice.pick(['feature.r0', 'feature.r1', 'module.r0', 'table.r2', 'nowhere.x'])
  }
}

function anyValue({ isTrue, pick, upTo }: Dice, depth = 2): PlainValue {
  const kind = upTo(depth > 0 ? 6 : 3)
  if (kind < 3) return pick(words)
  if (kind === 3) return pick([0, -1.5, 1e21, true, false, null, ''])
  if (kind < 6)
    return Array.from({ length: upTo(3) }, () => anyValue({ isTrue, pick, upTo }, depth - 1))
  return Object.fromEntries(
    Array.from({ length: upTo(3) }, (_, i) => [
      pick(['k', 'true', 'x y', '12', 'a: b', "q'"]) + i,
      anyValue({ isTrue, pick, upTo }, depth - 1),
    ]),
  )
}

const someWords = (d: Dice): PlainValue =>
  Array.from({ length: d.upTo(4) }, () =>
    d.pick([...words, 'feature.r0', 'feature.r1', 'a', 'b', 'src/a.ts']),
  )

function anyField(d: Dice): readonly [field: string, value: PlainValue] {
  return d.pick<() => readonly [string, PlainValue]>([
    () => ['description', d.pick(words)],
    () => [
      'files',
      d.pick<PlainValue>([
        someWords(d),
        ['src/a.ts', 'src/b/**', 'new'],
        ['a', 'b'],
        ['b'],
        ['x', 'a', 'b'],
        ['src/a.ts'],
      ]),
    ],
    () => ['depends_on', someWords(d)],
    () => ['attributes.functions', someWords(d)],
    () => ['attributes.note', anyValue(d)],
    () => ['attributes', { class: 'D', note: anyValue(d) }],
    () => ['weight', d.upTo(5)],
    () => [
      'connects',
      [{ to: 'feature.r0' }, { to: 'table.r2', via: d.pick(words) }].slice(d.upTo(2)),
    ],
    () => ['blocked.since', d.pick(words)],
  ])()
}

/** Edits that do not fight: each resource leaves, or is renamed and changed field by field. */
function anyEdits(d: Dice, addresses: readonly string[]): SpecEdit[] {
  const edits: SpecEdit[] = []
  for (const address of addresses) {
    if (!d.isTrue(3)) continue
    if (d.isTrue(4)) {
      edits.push({ op: 'remove', address })
      continue
    }
    if (d.isTrue(4))
      edits.push({
        op: 'rename',
        from: address,
        to: `${d.pick([address.split('.')[0]!, 'module', 'fresh'])}.new${edits.length}`,
      })
    const roots = new Set<string>()
    for (let i = d.upTo(3); i > 0; i--) {
      const [field, value] = anyField(d)
      const root = field === 'attributes' ? 'attributes.' : field
      if (
        [...roots].some(
          each =>
            each === root ||
            (each.startsWith('attributes') &&
              root.startsWith('attributes') &&
              (each === 'attributes.' || root === 'attributes.')),
        )
      )
        continue
      roots.add(root)
      edits.push(
        d.isTrue(4) ? { op: 'unset', address, field } : { op: 'set', address, field, value },
      )
    }
  }
  for (let i = d.upTo(3); i > 0; i--)
    edits.push({
      op: 'add',
      address: `${d.pick(['feature', 'module', 'table', 'extra', '7'])}.added${i}`,
      body: Object.fromEntries(
        Array.from({ length: d.upTo(3) }, () => anyField(d)).filter(
          ([field]) => !field.includes('.'),
        ),
      ),
      ...(d.isTrue() && { comment: 'new words\n\n# more' }),
    })
  if (d.isTrue(4))
    edits.push({
      op: 'top',
      field: 'types',
      value: d.pick<PlainValue>([{ feature: { require: 'tested' }, x: {} }, {}]),
    })
  if (d.isTrue(4))
    edits.push({
      op: 'top',
      field: 'removed',
      value: d.pick([undefined, [{ address: 'b.c', reason: d.pick(words) }]]),
    })
  return edits
}

type Tree = Map<string, Value>
const tree = (value: unknown): Tree => (value instanceof Map ? new Map(value) : new Map())

/** The edits on plain values: fields first, then names, then what refers to them. */
function edited(root: Tree, edits: readonly SpecEdit[]): Tree {
  const spec = new Map(root)
  const resources = tree(spec.get('resources'))
  for (const [type, section] of resources) if (section !== null) resources.set(type, tree(section))
  const section = (type: string) => {
    if (!(resources.get(type) instanceof Map)) resources.set(type, new Map())
    return resources.get(type) as Tree
  }
  const names = new Map<string, string>()
  for (const edit of edits) {
    if (edit.op === 'top') {
      if (edit.value === undefined) spec.delete(edit.field)
      else spec.set(edit.field, valueOfPlain(edit.value))
      continue
    }
    const address = edit.op === 'rename' ? edit.from : edit.address
    const [, type, name] = /^([^.]*)\.(.*)$/s.exec(address)!
    if (edit.op === 'add') section(type!).set(name!, valueOfPlain(edit.body))
    else if (edit.op === 'remove') section(type!).delete(name!)
    else if (edit.op === 'rename') {
      names.set(edit.from, edit.to)
      const [, newType, newName] = /^([^.]*)\.(.*)$/s.exec(edit.to)!
      if (newType !== type) section(newType!).set(newName!, edit.from)
    } else {
      const path = edit.field.split('.')
      const body = tree(section(type!).get(name!))
      const inner = tree(body.get(path[0]!))
      const isUnsetOfNothing =
        edit.op === 'unset' &&
        (section(type!).get(name!) === null || (path[1] && !body.has(path[0]!)))
      if (isUnsetOfNothing) continue
      if (path[1]) {
        if (edit.op === 'set') inner.set(path[1], valueOfPlain(edit.value))
        else inner.delete(path[1])
        body.set(path[0]!, inner)
      } else if (edit.op === 'set') body.set(edit.field, valueOfPlain(edit.value))
      else body.delete(edit.field)
      section(type!).set(name!, body)
    }
  }
  const bodies = new Map(
    [...resources].flatMap(([type, each]) =>
      [...tree(each)].map(([name, body]) => [`${type}.${name}`, body]),
    ),
  )
  const newName = (value: unknown) => names.get(String(value)) ?? (value as Value)
  for (const [type, each] of resources) {
    if (!(each instanceof Map)) continue
    resources.set(
      type,
      new Map(
        [...each].flatMap(([name, value]) => {
          const to = names.get(`${type}.${name}`)
          if (to !== undefined && !to.startsWith(`${type}.`)) return []
          const body = typeof value === 'string' ? bodies.get(value)! : value
          return [[to === undefined ? name : to.slice(type.length + 1), body]]
        }),
      ),
    )
  }
  for (const each of resources.values())
    for (const [name, value] of tree(each)) {
      if (!(value instanceof Map)) continue
      const body = tree(value)
      const depends = body.get('depends_on')
      if (Array.isArray(depends)) body.set('depends_on', depends.map(newName))
      const connects = body.get('connects')
      if (Array.isArray(connects))
        body.set(
          'connects',
          connects.map(
            one =>
              new Map([...tree(one)].map(([key, to]) => [key, key === 'to' ? newName(to) : to])),
          ),
        )
      ;(each as Tree).set(name, body)
    }
  if (resources.size > 0) spec.set('resources', resources)
  if (names.size > 0)
    spec.set('moved', [
      ...((spec.get('moved') ?? []) as Value[]),
      ...[...names].map(([from, to]) => valueOfPlain({ from, to })),
    ])
  return spec
}

const json = (value: Value): string => {
  if (value instanceof Map)
    return `{${[...value].map(([key, member]) => `${JSON.stringify(key)}: ${json(member)}`).join(', ')}}`
  return Array.isArray(value) ? `[${value.map(json).join(', ')}]` : JSON.stringify(value)
}

const withoutPlaces = (key: string, value: unknown) =>
  key === 'at' || key === 'file' ? undefined : value
const decoded = (text: string) => {
  const { part, problems } = decodeSpec(text, 'f')
  return JSON.stringify({ part, problems: problems.map(each => each.message) }, withoutPlaces, 1)
}

const rootOf = (text: string): Tree => {
  const { root } = readYaml(text, 'f')
  return tree(root && valueOfNode(root))
}

function commentsOf(text: string): string[] {
  // The author's comments carry numbers, so that text that only looks like one is told apart.
  return [...text.matchAll(/# c\d+(?: : x| - \[| ")?/g)].map(each => each[0])
}

function touched(written: Written, edits: readonly SpecEdit[]): Set<string> {
  const found = new Set<string>()
  const names = edits.flatMap(edit => (edit.op === 'rename' ? [edit.from] : []))
  for (const edit of edits)
    if (edit.op !== 'top') found.add(edit.op === 'rename' ? edit.from : edit.address)
  for (const [address, chunk] of written.chunks)
    if (names.some(each => chunk.includes(each))) found.add(address)
  const families = new Set([...found].map(each => written.families.get(each)))
  for (const [address, family] of written.families) if (families.has(family)) found.add(address)
  return found
}

const RUNS = 400

/** A failure shows the text and the edits as well as the numbers that they were made of. */
const forAll = (check: (written: Written, edits: readonly SpecEdit[]) => void) =>
  fc.assert(
    fc.property(fc.gen(), draw => {
      const d = dice(draw)
      const written = new Author(d).write()
      const edits = anyEdits(d, written.addresses)
      try {
        check(written, edits)
      } catch (cause) {
        const shown = `${cause}\n---\n${written.text}\n---\n${JSON.stringify(edits, null, 1)}`
        throw new Error(shown, { cause })
      }
    }),
    { numRuns: RUNS },
  )

describe('editing any spec', () => {
  it('says afterwards what the same edits make of the plain value', () => {
    forAll((written, edits) => {
      const result = editSpec(written.text, edits)
      expect(decoded(result)).toBe(decoded(json(edited(rootOf(written.text), edits))))
      expect(result.includes('\t') && !written.text.includes('\t')).toBe(false)
    })
  })

  it('keeps every comment that does not belong to a removed resource, in order', () => {
    forAll((written, edits) => {
      const result = editSpec(written.text, edits)
      const removed = new Set(edits.flatMap(edit => (edit.op === 'remove' ? [edit.address] : [])))
      const movers = new Set(
        edits.flatMap(edit =>
          edit.op === 'rename' && edit.from.split('.')[0] !== edit.to.split('.')[0]
            ? [edit.from]
            : [],
        ),
      )
      const kept = written.comments.filter(each => !removed.has(each.owner ?? ''))
      const moving = new Set(
        kept.filter(each => movers.has(each.owner ?? '')).map(each => each.text),
      )
      const found = commentsOf(result)
      expect(found.filter(each => !moving.has(each))).toEqual(
        kept.map(each => each.text).filter(each => !moving.has(each)),
      )
      expect(found.filter(each => moving.has(each)).sort()).toEqual([...moving].sort())
    })
  })

  it('leaves the lines of every other resource byte for byte', () => {
    forAll((written, edits) => {
      const result = editSpec(written.text, edits)
      const changed = touched(written, edits)
      const eol = written.text.includes('\r\n') ? '\r\n' : '\n'
      for (const [address, chunk] of written.chunks)
        if (!changed.has(address)) expect(`\n${result}${eol}`).toContain(`\n${chunk}${eol}`)
      if (eol === '\r\n') expect(result.replaceAll('\r\n', '')).not.toContain('\n')
    })
  })

  it('answers the very same text for no edits, and for a field set to what it says', () => {
    forAll(written => {
      expect(editSpec(written.text, [])).toBe(written.text)
      const resources = rootOf(written.text).get('resources')
      const present = written.addresses.flatMap((address): SpecEdit[] => {
        const [, type, name] = /^([^.]*)\.(.*)$/.exec(address)!
        const body = tree(tree(tree(resources).get(type!)).get(name!))
        return [...body].map(([field, value]) => ({
          op: 'set',
          address,
          field,
          value: JSON.parse(json(value)),
        }))
      })
      expect(editSpec(written.text, present)).toBe(written.text)
    })
  })
})
