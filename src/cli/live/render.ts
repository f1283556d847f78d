// The live view as lines that fit a terminal: pure, from values to text. Never wider or higher than the terminal is; what moves is on
// top, and what does not fit is counted.

import type { Budget, Usage } from '../../kernel/model.ts'
import type { Paint } from '../paint.ts'
import { toneOf } from '../runs/run-view.ts'
import { spanText } from './span.ts'
import { clip, padTo, plainText, widthOf } from './text-width.ts'
import type { LiveRow, LiveView } from './view.ts'

export interface Size {
  readonly columns: number
  readonly rows: number
}

export function renderLive(view: LiveView, size: Size, paint: Paint): readonly string[] {
  const top = [headLine(view, size, paint), clip(usageLine(view), size.columns)]
  const bottom = bottomLines(view, size, paint)
  const room = size.rows - top.length - bottom.length - 1
  const middle = room < 2 ? [] : ['', ...tableLines(view.rows, size.columns, room, paint)]
  return [...top, ...middle, ...bottom].slice(0, Math.max(0, size.rows))
}

function headLine(view: LiveView, { columns }: Size, paint: Paint): string {
  const { run, how, landed, total, elapsedMs, driver } = view
  const lasted = elapsedMs === undefined ? '' : `  ${spanText(elapsedMs)}`
  const left = clip(`${run}  ${how}${lasted}  ${landed} of ${total} landed`, columns)
  const right = plainText(driver)
  const gap = columns - widthOf(left) - widthOf(right)
  const head = left.startsWith(run) ? paint('strong', run) + left.slice(run.length) : left
  return gap < 2 ? head : `${head}${' '.repeat(gap)}${paint('dim', right)}`
}

function usageLine({ usage, budget }: LiveView): string {
  const parts = [
    spent('agents', usage, budget, 'timeMs', spanText),
    spent('tokens', usage, budget, 'tokens', each => each.toLocaleString('en-US')),
    spent('cost', usage, budget, 'cost', each => (each / 1_000_000).toFixed(2)),
  ]
  return parts.filter(Boolean).join(' · ')
}

function spent(
  name: string,
  usage: Usage,
  budget: Budget,
  kind: keyof Usage,
  textOf: (value: number) => string,
): string {
  const most = budget[kind]
  if (usage[kind] === 0 && most === undefined && kind !== 'timeMs') return ''
  return `${name} ${textOf(usage[kind])}${most === undefined ? '' : ` of ${textOf(most)}`}`
}

interface Column {
  readonly title: string
  readonly textOf: (row: LiveRow) => string
  readonly isRight?: boolean
  /** Left out where the terminal is narrower. */
  readonly from: number
}

const columnsOf: readonly Column[] = [
  { title: 'UNIT', textOf: ({ name }) => plainText(name), from: 0 },
  { title: 'STATUS', textOf: ({ status }) => status, from: 30 },
  {
    title: 'FOR',
    textOf: ({ forMs }) => (forMs === undefined ? '' : spanText(forMs)),
    isRight: true,
    from: 40,
  },
  {
    title: 'WORKED',
    textOf: row => (row.workedMs === 0 ? '' : spanText(row.workedMs)),
    isRight: true,
    from: 64,
  },
  {
    title: 'TRY',
    textOf: row => (row.attempt === 0 ? '' : `${row.attempt}/${row.attempts}`),
    isRight: true,
    from: 50,
  },
]

/** A unit's name may be long; the reason is what people look for. */
const NAME_MOST = 24

function tableLines(rows: readonly LiveRow[], width: number, room: number, paint: Paint): string[] {
  const fits = rows.length < room
  const shown = fits ? rows : rows.slice(0, Math.max(0, room - 2))
  const columns = columnsOf.filter(each => width >= each.from)
  const widths = columns.map(({ title, textOf }) =>
    Math.min(
      NAME_MOST,
      Math.ceil(width / 3),
      Math.max(title.length, ...rows.map(row => widthOf(textOf(row)))),
    ),
  )
  const cell = (text: string, at: number) =>
    columns[at]!.isRight ? text.padStart(widths[at]!) : padTo(text, widths[at]!)
  const used = widths.reduce((sum, each) => sum + each + 2, 0)
  const line = (row: LiveRow) => {
    const cells = columns.map(({ title, textOf }, at) => {
      const text = cell(textOf(row), at)
      return title === 'STATUS' ? paint(toneOf(row.status), text) : text
    })
    return `${cells.join('  ')}  ${clip(plainText(row.why), width - used)}`.trimEnd()
  }
  const title = columns.map((each, at) => cell(each.title, at)).join('  ')
  const head = clip(`${title}  WHY`.trimEnd(), width)
  const rest = fits ? [] : [clip(countText(rows.slice(shown.length)), width)]
  return [paint('dim', head), ...shown.map(line), ...rest]
}

function countText(rows: readonly LiveRow[]): string {
  const counts = [...Map.groupBy(rows, each => each.status)]
  return `and ${rows.length} more: ${counts.map(([status, of]) => `${of.length} ${status}`).join(', ')}`
}

/** How many people's matters are named where there is room for the table too. */
const needsMost = (rows: number) => Math.max(1, Math.floor(rows / 4))

function bottomLines({ line, needs, notes }: LiveView, { columns, rows }: Size, paint: Paint) {
  const named = needs.slice(0, needsMost(rows))
  const more = needs.length - named.length
  const cut = (text: string) => clip(plainText(text), columns)
  const lines = [
    ...(line.length > 0 ? [cut(`Lands next: ${line.join(', ')}`)] : []),
    ...(named.length > 0 ? [paint('bad', cut('Waits for you:'))] : []),
    ...named.map(each => needLine(each, columns)),
    ...(more > 0 ? [cut(`  and ${more} more: fixpoint status`)] : []),
    ...notes.map(each => paint('dim', cut(each))),
  ]
  return lines.length > 0 ? ['', ...lines] : []
}

/** The command is whole where the terminal allows it; the reason gives way. */
function needLine({ name, why, command }: LiveView['needs'][number], columns: number): string {
  const head = `  ${name}  `
  if (command === undefined) return clip(plainText(`${head}${why}`), columns)
  const tail = `  → ${command}`
  const room = columns - widthOf(head) - widthOf(tail)
  return clip(`${plainText(head)}${room > 0 ? clip(plainText(why), room) : ''}${tail}`, columns)
}
