// Who belongs to a container, from a table of processes. The table of a platform without /proc is read from what `ps` prints.

import { describe, expect, it } from 'vitest'
import { decodePs, type ProcessRow } from './process-table.ts'
import { membersOf } from './process-tree.ts'

const row = (pid: number, parent: number, group: number, ...containers: string[]): ProcessRow => ({
  pid,
  parent,
  group,
  containers,
})

describe('the members of a container', () => {
  const table = [
    row(1, 0, 1),
    row(10, 1, 10, 'a'),
    row(11, 10, 10),
    row(12, 1, 12, 'a', 'b'),
    row(13, 12, 13),
    row(14, 13, 14),
    row(20, 1, 20, 'b'),
    row(process.pid, 1, 10, 'a'),
  ]

  it('are those of its marker, of its group, and their children however deep, but never ourselves', () => {
    expect(membersOf(table, { container: 'a', leader: 10 })).toEqual([10, 11, 12, 13, 14])
  })

  it('of an inner container do not include the outer', () => {
    expect(membersOf(table, { container: 'b' })).toEqual([12, 13, 14, 20])
  })

  it('of an unknown container are none', () => {
    expect(membersOf(table, { container: 'c' })).toEqual([])
  })
})

describe('what ps prints', () => {
  it('is a table; zombies and headings are left out', () => {
    const text = [
      '  PID  PPID  PGID STAT COMMAND',
      '  501     1   501 Ss   /bin/sh -c x PATH=/bin FIXPOINT_CONTAINER=a/b HOME=/root',
      '  502   501   501 Z    (sh)',
      '  503   501   503 S+   sleep 10 MY_FIXPOINT_CONTAINER=c',
      '  504   501   503 S+',
      '',
    ].join('\n')
    expect(decodePs(text)).toEqual([
      row(501, 1, 501, 'a', 'b'),
      row(503, 501, 503),
      row(504, 501, 503),
    ])
  })
})
