// Routes requests and answers errors.

import { createServer, type IncomingMessage, type Server } from 'node:http'
import { follow } from './follow.ts'
import { LinkStore } from './links.ts'
import { shorten } from './shorten.ts'

interface Answer {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

export function createApp(links = new LinkStore()): Server {
  return createServer(async (request, response) => {
    const { status, headers = {}, body = '' } = await route(links, request)
    response.writeHead(status, headers).end(body)
  })
}

async function route(links: LinkStore, request: IncomingMessage): Promise<Answer> {
  const path = request.url ?? '/'
  if (request.method === 'POST' && path === '/links') {
    const slug = shorten(links, await bodyOf(request))
    return slug ? { status: 201, body: slug } : { status: 400, body: 'a URL is wanted' }
  }
  const location = request.method === 'GET' ? follow(links, path.slice(1)) : undefined
  return location ? { status: 302, headers: { location } } : { status: 404 }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString().trim()
}
