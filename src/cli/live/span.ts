// How long something has lasted, as short as a column of a table wants it: 0:07, 12:40, 3h05, 2d04h.

const two = (value: number) => String(value).padStart(2, '0')

export function spanText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  const [minutes, hours] = [Math.floor(seconds / 60), Math.floor(seconds / 3600)]
  if (minutes < 60) return `${minutes}:${two(seconds % 60)}`
  if (hours < 24) return `${hours}h${two(minutes % 60)}`
  return `${Math.floor(hours / 24)}d${two(hours % 24)}h`
}
