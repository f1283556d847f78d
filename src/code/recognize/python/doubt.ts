// How a reading ends that is not sure: the file goes to the grammar then. Not an error of anybody's.

const doubt: unique symbol = Symbol('not plainly Python')

export function refuseToSay(): never {
  throw doubt
}

/** Whether `read` goes through without a doubt. */
export function isSure(read: () => void): boolean {
  try {
    read()
    return true
  } catch (cause) {
    if (cause === doubt) return false
    throw cause
  }
}
