import { describe, expect, it } from 'vitest'
import { LineRedactor, redactor } from './redact.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

describe('what is stored', () => {
  it('holds no value that the agent was given, and no key by its looks', () => {
    const redact = redactor(['topsecret', 'abc'])
    expect(redact(`a topsecret, abc, sk-ant-${'a1'.repeat(12)} and https://me:pw12@host/`)).toBe(
      'a [redacted], abc, [redacted] and https://me:[redacted]@host/',
    )
  })

  it('holds no secret that a pipe cut in two', () => {
    const lines = new LineRedactor(redactor(['topsecret']))
    expect(lines.take(bytes('first\nthen tops'))).toBe('first\n')
    expect(lines.take(bytes('ecret'))).toBe('')
    expect(lines.end()).toBe('then [redacted]')
  })

  it('holds characters that a pipe cut in two', () => {
    const lines = new LineRedactor(redactor([]))
    const [one, ...rest] = bytes('é\n')
    expect(lines.take(Uint8Array.of(one!)) + lines.take(Uint8Array.from(rest))).toBe('é\n')
  })
})
