// The checks that the repository makes on itself, each by the command that a person would type.

import { tryOwn } from './setup.js'

export const format = { name: 'format and lint', words: ['biome', 'check', '--error-on-warnings'] }
export const types = { name: 'types', words: ['tsc'] }
export const deadCode = { name: 'dead code', words: ['knip'] }
export const packaging = { name: 'package', words: ['publint', '--strict'] }

/** Runs all steps, also after one has failed, and answers those that did. */
export function runSteps(steps) {
  return steps.filter(({ name, words }) => {
    const start = performance.now()
    const status = tryOwn(...words)
    const seconds = ((performance.now() - start) / 1000).toFixed(1)
    console.log(`${status === 0 ? '✓' : '✗'} ${name}: ${words.join(' ')} (${seconds} s)`)
    return status !== 0
  })
}
