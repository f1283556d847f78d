// Edits of a spec by the roll of dice, with values that are hard to write, for property tests.

import type { PlainValue, SpecEdit } from '../src/spec/edit/edits.ts'
import type { Dice } from './spec-author.ts'

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
export function anyEdits(d: Dice, addresses: readonly string[]): SpecEdit[] {
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
