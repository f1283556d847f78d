// Starts the crash matrix on the Node and the build that the repository brings: `npm run crash [-- --only MOMENT | --scenario NAME | --kind KIND | --workers N]`.

import { installIfNeeded, runOwn, tryOwn } from './setup.js'

installIfNeeded()
runOwn('scripts/build.js', '--if-stale')
process.exitCode = tryOwn('test/crash/main.ts', ...process.argv.slice(2))
