// The plan as JUnit XML, so that any CI shows resources as tests: implemented passes, the rest fails with its reason.

import { type Plan, reasonOf, type Verdict } from '../plan.ts'

export function planJunit(plan: Plan): string {
  const extra = plan.actions.filter(each => each.action === 'delete')
  const failures = plan.verdicts.filter(isFailure).length + extra.length
  const tests = plan.verdicts.length + extra.length
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="fixpoint" tests="${tests}" failures="${failures}">`,
    `  <testsuite name="convergence" tests="${tests}" failures="${failures}">`,
    ...plan.verdicts.map(testCase),
    ...extra.map(({ address, reason }) => failure(address, undefined, 'extra', reason)),
    '  </testsuite>',
    '</testsuites>',
  ].join('\n')
}

const isFailure = ({ status, resource }: Verdict) =>
  status !== 'implemented' && status !== 'deprecated' && !resource.isOptional

function testCase(verdict: Verdict): string {
  const { address, status, resource, entry } = verdict
  const place = `file="${escaped(resource.at.file)}" line="${resource.at.line ?? 1}"`
  if (isFailure(verdict))
    return failure(address, place, status, reasonOf(entry) ?? `${address} is ${status}`)
  const name = `    <testcase classname="${escaped(resource.type)}" name="${escaped(address)}" ${place}`
  const isSkipped = status !== 'implemented'
  return isSkipped
    ? `${name}><skipped message="${status}${resource.isOptional ? ', optional' : ''}"/></testcase>`
    : `${name}/>`
}

function failure(address: string, place: string | undefined, type: string, reason: string): string {
  const className = escaped(address.slice(0, address.indexOf('.')))
  const head = `<testcase classname="${className}" name="${escaped(address)}"${place ? ` ${place}` : ''}>`
  return `    ${head}<failure type="${type}" message="${escaped(reason)}"/></testcase>`
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

/** XML 1.0 forbids most control characters even when they are escaped. */
function escaped(text: string): string {
  const printable = [...text]
    .map(each => (each < ' ' && !'\t\n\r'.includes(each) ? '\uFFFD' : each))
    .join('')
  return printable.replace(/[&<>"]/g, each => entities[each]!).replace(/\n/g, '&#10;')
}
