// Whether a file may register or mount routes, as a sign. Of what something reads. Pure.

import { mayRoute } from '../routes/signs.ts'
import { latin1Of, yesOrNo } from './sign.ts'

export const routing = yesOrNo(
  'routes',
  file =>
    file.outline !== undefined && mayRoute(file.path, file.outline.language, () => latin1Of(file)),
)
