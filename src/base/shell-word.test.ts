import { spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { shellWord } from './shell-word.ts'

it.each(['units/T01.md', 'my units/it’s.md', "it's", '$HOME', '', '*', 'a\nb', '~', '-n', 'ñ'])(
  'a shell reads %j as it is',
  word => {
    const { stdout } = spawnSync('sh', ['-c', `printf '%s' ${shellWord(word)}`], {
      encoding: 'utf8',
    })
    expect(stdout).toBe(word)
  },
)

it('stands without quotes where none are needed', () => {
  expect(shellWord('src/a-b_c.ts')).toBe('src/a-b_c.ts')
})
