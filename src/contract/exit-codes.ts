// One table of exit codes for every command. Scripts depend on it; a number never changes its meaning.

export const exitCode = {
  ok: 0,
  failed: 1,
  changes: 2,
  partial: 3,
  degraded: 4,
  blocked: 5,
  usage: 64,
  interrupted: 130,
  unread: 141,
} as const

export type ExitCode = (typeof exitCode)[keyof typeof exitCode]

export const exitCodeMeaning: Readonly<Record<ExitCode, string>> = {
  0: 'ok',
  1: 'error or failed',
  2: 'changes pending or a threshold missed, only when asked',
  3: 'partial: some landed, some failed',
  4: 'degraded: all landed, a baseline fell',
  5: 'blocked: a human is needed',
  64: 'usage',
  130: 'interrupted',
  141: 'nobody read the text to its end (| head); a command that answers by its exit code keeps that',
}
