// The parts of the config file that are more than single values: each is read whole by one room, from the file only.

export interface ConfigSection {
  readonly key: string
  /** The file that reads it, below src. */
  readonly reader: string
  /** What to write below it, as an example. */
  readonly example: readonly string[]
}

export const configSections: readonly ConfigSection[] = [
  {
    key: 'agents',
    reader: 'agents/recipes.ts',
    example: ['coder:', '  command: [my-agent, --file, "{brief}"]', '  timeout: 30m'],
  },
  {
    key: 'workspace',
    reader: 'cli/runs/workspace-offer.ts',
    example: [
      'setup: npm ci',
      'environment: [NODE_OPTIONS]',
      'carry: [.env, certs/*.pem]',
      'ports: { range: 20000-29999, count: 10 }',
    ],
  },
  {
    key: 'budgets',
    reader: 'cli/runs/budgets.ts',
    example: ['run: { time: 4h }', 'day: { time: 12h }'],
  },
  {
    key: 'commit',
    reader: 'cli/runs/commit-offer.ts',
    example: ['message: "{title} ({unit})"', 'hooks: true'],
  },
  {
    key: 'notify',
    reader: 'engine/notify/settings.ts',
    example: [
      'on: [blocked, finished]',
      'desktop: true',
      'webhook: [https://hooks.example.org/fixpoint]',
      'command: [my-notifier, --quiet]',
      'environment: [MY_TOPIC]',
    ],
  },
  {
    key: 'retention',
    reader: 'engine/keeping/retention.ts',
    example: ['transcripts: 30d', 'attempts: 14d', 'checks: 30d', 'workspaces: 4'],
  },
  {
    key: 'checks',
    reader: 'checks/recipe.ts',
    example: ['unit:', '  command: npm test', '  timeout: 15m'],
  },
  {
    key: 'reports',
    reader: 'cli/check-outcomes.ts',
    example: [
      'junit: [reports/*.xml]',
      'lcov: [coverage/lcov.info]',
      'cobertura: [coverage/cobertura.xml]',
    ],
  },
]
