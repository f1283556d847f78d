// The whole way on a small project: a plan, agents that fail as agents do, and a spec that is met. The first thing to run after cloning.

import { prepare, runOwn, say } from './setup.js'

prepare()
say('$ fixpoint demo\n')
runOwn('bin/fixpoint.js', 'demo')
