// The simulator as a program: plays seeds, prints what it saw, and for a seed that fails the shortest journal that still does.

import { parseArgs } from 'node:util'
import type { Command } from '../../src/kernel/command.ts'
import { Violation } from './game.ts'
import { replay, ruleOf, shrink } from './shrink.ts'
import { simulate } from './simulate.ts'

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    runs: { type: 'string', default: '2000' },
  },
})

process.exitCode = main(Number(values.seed), Number(values.runs))

function main(seed: number, runs: number): number {
  if (!Number.isSafeInteger(seed) || !Number.isSafeInteger(runs) || runs < 1) {
    process.stderr.write('--seed and --runs take whole numbers, and --runs at least 1\n')
    return 64
  }
  const begin = performance.now()
  let events = 0
  for (let at = seed; at < seed + runs; at++)
    try {
      events += simulate(at).events.length
    } catch (error) {
      if (!(error instanceof Violation)) throw error
      process.stdout.write(describe(at, error))
      return 1
    }
  const seconds = ((performance.now() - begin) / 1000).toFixed(1)
  process.stdout.write(
    `${runs} seeds from ${seed}: ${events} events, no rule broken, ${seconds} s\n`,
  )
  return 0
}

function describe(seed: number, violation: Violation): string {
  const { message, commands } = violation
  const head = `seed ${seed} breaks ${message}\nplay it again: npm run sim -- --seed ${seed} --runs 1\n`
  const shortest = shrink(commands, ruleOf(message))
  return shortest === undefined
    ? `${head}only the whole game with its world shows it; ${commands.length} commands\n`
    : head + journal(shortest)
}

function journal(commands: readonly Command[]): string {
  const { events, wrong } = replay(commands)
  const lines = events.map((event, index) => `${index + 1} ${JSON.stringify(event)}`)
  return `${lines.join('\n')}\n${commands.length} commands, ${events.length} events: ${wrong}\n`
}
