// What Node says of parts of itself that may change is ours to know and nobody else's: not said, in no thread of the program.

/** Other warnings are handed on. */
export function hushExperiments(warn: (name: string, message: string) => void): void {
  process.removeAllListeners('warning')
  process.on('warning', ({ name, message }) => {
    if (name !== 'ExperimentalWarning') warn(name, message)
  })
}
