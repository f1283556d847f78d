// The methods of the endpoints that a spec asks for: no route is ever registered for one that is misspelt. Pure.

import { didYouMean } from '../base/nearest.ts'

/** What people ask for, and ANY for a route that answers whatever it is asked. */
const usual = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'ANY', 'WS']

/** What else the registry of HTTP methods has, and what caches and their like are asked with. */
const rare = `
  ACL BIND CHECKIN CHECKOUT CONNECT COPY LABEL LINK LOCK MERGE MKACTIVITY MKCALENDAR MKCOL
  MKREDIRECTREF MKWORKSPACE MOVE NOTIFY ORDERPATCH PROPFIND PROPPATCH PURGE QUERY REBIND
  REPORT SEARCH SOURCE SUBSCRIBE TRACE UNBIND UNCHECKOUT UNLINK UNLOCK UNSUBSCRIBE UPDATE
  UPDATEREDIRECTREF VIEW BAN REFRESH
`
  .trim()
  .split(/\s+/)
const known = new Set([...usual, ...rare])

export interface MethodFault {
  readonly message: string
  readonly fix: string
}

/** Of `GETT /users`; an endpoint without a method has any. */
export function methodFault(endpoint: string): MethodFault | undefined {
  const method = /^\s*([A-Za-z]+)\s+\/\S*\s*$/.exec(endpoint)?.[1]
  if (method === undefined || known.has(method.toUpperCase())) return undefined
  const near = didYouMean(method.toUpperCase(), usual)
  return {
    message: `endpoint "${endpoint.trim()}" asks for ${method}, which is no HTTP method`,
    fix: `${near === undefined ? '' : `${near} `}known are ${usual.join(', ')} and the rarer ones of the registry`,
  }
}
