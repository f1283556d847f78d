// Which program this is. The version has one home: package.json.

import manifest from '../../package.json' with { type: 'json' }

export const programVersion: string = manifest.version

/** As a journal names the program that wrote it. */
export const programName = `fixpoint ${programVersion}`
