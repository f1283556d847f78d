// The main job on the bundled example: what is still missing from a half-built project. The first thing to run after cloning.

import { prepare, runOwn, say } from './setup.js'

prepare()
say('$ cd examples/url-shortener && fixpoint plan\n')
runOwn('bin/fixpoint.js', 'plan', '--chdir', 'examples/url-shortener')
