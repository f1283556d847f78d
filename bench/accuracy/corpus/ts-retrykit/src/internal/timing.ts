export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(finish, ms)

    function finish() {
      signal?.removeEventListener('abort', abort)
      resolve()
    }

    function abort() {
      clearTimeout(timer)
      reject(signal?.reason)
    }

    signal?.addEventListener('abort', abort, { once: true })
  })
}

const measure = async <T>(work: () => Promise<T>) => {
  const start = performance.now()
  return { value: await work(), ms: performance.now() - start }
}
