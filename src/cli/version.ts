// Which program this is. The version has one home: package.json.

import manifest from '../../package.json' with { type: 'json' }

export const programVersion: string = manifest.version
