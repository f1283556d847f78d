const escapes = { '<': '&lt;', '&': '&amp;', '"': '&quot;' }
const escapeXml = s => s.replace(/[<&"]/g, c => escapes[c])

export function junit(findings) {
  const cases = findings.map(
    f => `  <testcase name="${escapeXml(f.url)}"><failure message="${escapeXml(f.message)}"/></testcase>`,
  )
  return `<testsuite name="sitecheck" failures="${findings.length}">\n${cases.join('\n')}\n</testsuite>\n`
}
