import { describe, expect, it } from 'vitest'
import { createApp } from '../src/app'
import { readSession } from '../src/middleware/session'
import { memoryDatabase } from './memory-database'

describe('polls', () => {
  it('lists what is there', async () => {
    const app = createApp(memoryDatabase())
    const res = await app.request('/v1/polls')
    expect(res.status).toBe(200)
  })

  it('creates a poll', async () => {
    const app = createApp(memoryDatabase())
    const res = await app.request('/v1/polls', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ question: 'Tabs or spaces?', options: ['tabs', 'spaces'] }),
    })
    expect(res.status).toBe(201)
  })
})

it('refuses a forged cookie', () => {
  expect(readSession('me.forged')).toBeNull()
})
