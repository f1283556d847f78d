export default function text(findings) {
  return findings.map(f => `${f.url}  ${f.code}  ${f.message}\n`).join('')
}

export function summary(findings, { colour = false } = {}) {
  const line = `${findings.length} findings`
  return colour ? `\u001b[1m${line}\u001b[22m` : line
}
