// Paths with a version in them, as people ask for them: `/v{version}/users` of a controller that says `1.0` is `/v1/users` and
// `/v1.0/users`. Pure text.

export interface Spelled {
  readonly path: string
  /** Another of them is the one to be written down. */
  readonly isRepeat: boolean
}

const parameter = /\{\w*version\}/i

export function spelledPaths(path: string, versions: readonly string[] = []): readonly Spelled[] {
  if (versions.length === 0 || !parameter.test(path)) return [{ path, isRepeat: false }]
  const spelled = versions.flatMap(version => [
    { path: path.replace(parameter, shortest(version)), isRepeat: false },
    ...otherSpelling(version).map(each => ({
      path: path.replace(parameter, each),
      isRepeat: true,
    })),
  ])
  return [...spelled, { path, isRepeat: true }]
}

const shortest = (version: string) => version.replace(/^(\d+)\.0$/, '$1')

/** `1` is `1.0`. */
const otherSpelling = (version: string) =>
  /^\d+$/.test(shortest(version)) ? [`${shortest(version)}.0`] : []
