export function renderHtml(findings) {
  const rows = findings.map(f => `<tr><td>${f.url}</td><td>${f.message}</td></tr>`)
  return `<table>${rows.join('')}</table>
}

export function renderBadge(findings) {
  return findings.length === 0 ? 'passing' : 'failing'
}
