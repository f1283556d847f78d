// The table of commands. Each is loaded only when it is called, so that starting costs what the command needs and no more.

import type { Command } from './command.ts'

type Load = () => Promise<Command>

export interface CommandRow {
  readonly group: 'see' | 'run' | 'decide' | 'state' | 'set up'
  readonly load: Load
}

/** In the order of help: what people do first and most, then what they decide while something runs, then what keeps it in order. */
export const commandTable: Readonly<Record<string, CommandRow>> = {
  status: { group: 'see', load: async () => (await import('./commands/status.ts')).status },
  plan: { group: 'see', load: async () => (await import('./commands/plan.ts')).plan },
  refresh: { group: 'see', load: async () => (await import('./commands/refresh.ts')).refresh },
  why: { group: 'see', load: async () => (await import('./commands/why.ts')).why },
  show: { group: 'see', load: async () => (await import('./commands/show.ts')).show },
  diff: { group: 'see', load: async () => (await import('./commands/diff.ts')).diff },
  ci: { group: 'see', load: async () => (await import('./commands/ci.ts')).ci },
  validate: { group: 'see', load: async () => (await import('./commands/validate.ts')).validate },
  run: { group: 'run', load: async () => (await import('./commands/run.ts')).run },
  fix: { group: 'run', load: async () => (await import('./commands/fix.ts')).fix },
  land: { group: 'run', load: async () => (await import('./commands/land.ts')).land },
  watch: { group: 'run', load: async () => (await import('./commands/watch.ts')).watch },
  runs: { group: 'run', load: async () => (await import('./commands/runs.ts')).runs },
  logs: { group: 'run', load: async () => (await import('./commands/logs.ts')).logs },
  answer: { group: 'run', load: async () => (await import('./commands/operator.ts')).answer },
  accept: { group: 'run', load: async () => (await import('./commands/operator.ts')).accept },
  reject: { group: 'run', load: async () => (await import('./commands/operator.ts')).reject },
  retry: { group: 'run', load: async () => (await import('./commands/operator.ts')).retry },
  skip: { group: 'run', load: async () => (await import('./commands/operator.ts')).skip },
  pause: { group: 'run', load: async () => (await import('./commands/operator.ts')).pause },
  resume: { group: 'run', load: async () => (await import('./commands/operator.ts')).resume },
  cancel: { group: 'run', load: async () => (await import('./commands/operator.ts')).cancel },
  override: {
    group: 'run',
    load: async () => (await import('./commands/operator.ts')).overrideBudget,
  },
  open: { group: 'run', load: async () => (await import('./commands/open.ts')).open },
  revert: { group: 'run', load: async () => (await import('./commands/revert.ts')).revert },
  replay: { group: 'run', load: async () => (await import('./commands/replay.ts')).replay },
  gc: { group: 'run', load: async () => (await import('./commands/gc.ts')).gc },
  prune: { group: 'run', load: async () => (await import('./commands/gc.ts')).prune },
  backup: { group: 'run', load: async () => (await import('./commands/backup.ts')).backup },
  restore: { group: 'run', load: async () => (await import('./commands/restore.ts')).restore },
  recover: { group: 'run', load: async () => (await import('./commands/backup.ts')).recover },
  mark: { group: 'decide', load: async () => (await import('./commands/mark.ts')).mark },
  lock: { group: 'decide', load: async () => (await import('./commands/lock.ts')).lock },
  unlock: { group: 'decide', load: async () => (await import('./commands/lock.ts')).unlock },
  'state list': {
    group: 'state',
    load: async () => (await import('./commands/state-list.ts')).stateList,
  },
  'state show': {
    group: 'state',
    load: async () => (await import('./commands/state-show.ts')).stateShow,
  },
  'state rm': {
    group: 'state',
    load: async () => (await import('./commands/state-edit.ts')).stateRemove,
  },
  'state mv': {
    group: 'state',
    load: async () => (await import('./commands/state-edit.ts')).stateMove,
  },
  'state pull': {
    group: 'state',
    load: async () => (await import('./commands/state-transfer.ts')).statePull,
  },
  'state push': {
    group: 'state',
    load: async () => (await import('./commands/state-transfer.ts')).statePush,
  },
  'state merge': {
    group: 'state',
    load: async () => (await import('./commands/state-merge.ts')).stateMerge,
  },
  'force-unlock': {
    group: 'state',
    load: async () => (await import('./commands/lock.ts')).forceUnlock,
  },
  scan: { group: 'set up', load: async () => (await import('./commands/scan.ts')).scan },
  demo: { group: 'set up', load: async () => (await import('./commands/demo.ts')).demo },
  init: { group: 'set up', load: async () => (await import('./commands/init.ts')).init },
  doctor: { group: 'set up', load: async () => (await import('./commands/doctor.ts')).doctor },
  'config show': {
    group: 'set up',
    load: async () => (await import('./commands/config.ts')).configShow,
  },
  schema: { group: 'set up', load: async () => (await import('./commands/schema.ts')).schema },
  completion: {
    group: 'set up',
    load: async () => (await import('./commands/completion.ts')).completion,
  },
  version: { group: 'set up', load: async () => (await import('./commands/version.ts')).version },
  help: { group: 'set up', load: async () => (await import('./commands/help.ts')).help },
}

/** Verbs that only lead to others: `state`, `config`. */
export function groupsOf(table: Readonly<Record<string, CommandRow>>): readonly string[] {
  return [
    ...new Set(
      Object.keys(table)
        .filter(each => each.includes(' '))
        .map(each => each.split(' ')[0]!),
    ),
  ]
}
