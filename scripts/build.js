// Builds dist/ from src/. With --if-stale it does nothing when dist/ already is what the sources say.

import { hashOfInputs, isBuilt, stampBuild } from './inputs.js'
import { root, runOwn, say } from './setup.js'

if (!(process.argv.includes('--if-stale') && isBuilt(root))) {
  const hash = hashOfInputs(root)
  say('Building dist/ …')
  runOwn('rolldown', '--config', '--log-level', 'silent')
  stampBuild(root, hash)
}
