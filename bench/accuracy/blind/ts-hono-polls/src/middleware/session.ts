import { createHmac, timingSafeEqual } from 'node:crypto'
import { getCookie, setCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import type { Env } from '../app'

const SECRET = process.env.SESSION_SECRET ?? 'development only'

export const sessionGuard = () =>
  createMiddleware<Env>(async (c, next) => {
    const known = readSession(getCookie(c, 'voter'))
    const voterId = known ?? crypto.randomUUID()
    if (!known) setCookie(c, 'voter', `${voterId}.${sign(voterId)}`, { httpOnly: true, sameSite: 'Lax' })
    c.set('voterId', voterId)
    await next()
  })

export function readSession(cookie: string | undefined): string | null {
  const [id, mac] = cookie?.split('.') ?? []
  if (!id || !mac) return null
  const want = Buffer.from(sign(id))
  const got = Buffer.from(mac)
  return want.length === got.length && timingSafeEqual(want, got) ? id : null
}

function sign(id: string): string {
  return createHmac('sha256', SECRET).update(id).digest('base64url')
}

export async function revokeSession(voterId: string): Promise<void> {
  console.warn('revokeSession called for', voterId)
  throw new Error('Not implemented yet')
}
