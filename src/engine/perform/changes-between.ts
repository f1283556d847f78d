// What differs between two trees, as the judges see it.

import type { ChangedPath } from '../../checks/judges/model.ts'
import type { Repository } from '../../workspace/open.ts'

export const changesBetween = (
  { differences }: Pick<Repository, 'differences'>,
  from: string,
  to: string,
): Promise<readonly ChangedPath[]> => differences.between(from, to)
