import { describe, expect, it } from 'vitest'
import { blockedFormat, readResult, resultFormat } from './result.ts'

const block = (text: string) => `Some talk.\n\`\`\`result\n${text}\n\`\`\`\n`

describe('the result of an agent', () => {
  it('is read in the very form that the prompt asks for', () => {
    expect(readResult(resultFormat)).toEqual({
      kind: 'done',
      summary: 'one or two sentences on what was done',
    })
    expect(readResult(blockedFormat)).toMatchObject({
      kind: 'blocked',
      brief: { question: 'what a person must decide', options: ['one way', 'another way'] },
    })
  })

  it('is the last block, whatever was quoted before', () => {
    const text = `${block('status: blocked')}${block('status: done\nsummary: x')}`
    expect(readResult(text)).toEqual({ kind: 'done', summary: 'x' })
  })

  it('may be JSON, with CRLF and indented fences', () => {
    expect(readResult(block('{"status": "completed"}').replaceAll('\n', '\r\n')).kind).toBe('done')
  })

  it.each(['status: BLOCKED', 'status: needs_human', 'blocked: true', '{"outcome": "blocked"}'])(
    'that asks for a person is believed in the words of %s',
    text => {
      expect(readResult(block(text)).kind).toBe('blocked')
    },
  )

  it('is missing where there is only prose', () => {
    expect(readResult('All done! Tests pass. status: done')).toEqual({ kind: 'missing' })
  })

  it.each(['status: maybe', 'summary: done', '- done', '{', ''])('is malformed as %j', text => {
    expect(readResult(block(text)).kind).toBe('malformed')
  })
})
