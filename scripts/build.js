// Builds dist/ from src/. With --if-stale it does nothing when dist/ already is what the sources say.

import { hashOfInputs, isBuilt, stampBuild } from './inputs.js'
import { installIfNeeded, root, say } from './setup.js'

installIfNeeded()
if (!(process.argv.includes('--if-stale') && isBuilt(root))) {
  const { build } = await import('rolldown')
  const { default: config } = await import('../rolldown.config.js')
  const hash = hashOfInputs(root)
  say('Building dist/ …')
  try {
    await build({ ...config, cwd: root })
    stampBuild(root, hash)
  } catch (cause) {
    say(cause.message)
    process.exitCode = 1
  }
}
