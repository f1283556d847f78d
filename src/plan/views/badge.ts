// Convergence as a badge: the endpoint format of shields.io.

export function badge(convergence: number): string {
  return JSON.stringify({
    schemaVersion: 1,
    label: 'convergence',
    message: `${convergence.toFixed(1)}%`,
    color: color(convergence),
  })
}

function color(convergence: number): string {
  if (convergence >= 90) return 'brightgreen'
  if (convergence >= 70) return 'yellow'
  return convergence >= 50 ? 'orange' : 'red'
}
