// A writer of spec files for property tests: every style that people use, and the knowledge of which lines and comments are whose.

import fc from 'fast-check'

export interface Dice {
  readonly isTrue: (oneIn?: number) => boolean
  readonly pick: <T>(from: readonly T[]) => T
  readonly upTo: (max: number) => number
}

export const dice = (draw: fc.GeneratorValue): Dice => ({
  isTrue: (oneIn = 2) => draw(fc.nat, { max: oneIn - 1 }) === 0,
  pick: from => from[draw(fc.nat, { max: from.length - 1 })]!,
  upTo: max => draw(fc.nat, { max }),
})

/** A spec as text together with what its writer knows: which lines and comments are whose. */
export interface Written {
  readonly text: string
  readonly addresses: readonly string[]
  /** Every comment in order, with the resource that it belongs to. */
  readonly comments: readonly { readonly text: string; readonly owner: string | undefined }[]
  readonly chunks: ReadonlyMap<string, string>
  /** Resources that share an anchor. */
  readonly families: ReadonlyMap<string, string>
}

/** Writes a spec as people do, by the roll of dice: any style, comments anywhere. */
export class Author {
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
      this.#line('resources:  {feature: {f1: {files: [x, y]}, f2: }, module: {m1: {}}}')
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
