// The specs that `init` starts people with, as data. Names of functions are given in words and written as the language writes them.

import type { NameStyle } from './languages.ts'
import type { Layout, TemplateName } from './layout.ts'

export interface StarterResource {
  readonly type: string
  readonly name: string
  readonly description?: string
  readonly dependsOn?: readonly string[]
  readonly attributes?: Readonly<Record<string, string | readonly string[]>>
  readonly files: readonly string[]
  readonly tests?: readonly string[]
  readonly require?: string
}

interface Pen {
  readonly code: (stem: string) => string
  readonly test: (stem: string) => string
  readonly call: (words: string) => string
}

export function templateResources(name: TemplateName, layout: Layout): StarterResource[] {
  return templates[name](penFor(layout))
}

function penFor({ language, source, tests }: Layout): Pen {
  return {
    code: stem => `${source}/${stem}.${language.extensions[0]}`,
    test: stem => language.testFile(stem, { source, tests }),
    call: words => inStyle(words, language.style),
  }
}

function inStyle(words: string, style: NameStyle): string {
  const parts = words.split(' ')
  if (style === 'snake') return parts.join('_')
  const big = parts.map(each => `${each[0]!.toUpperCase()}${each.slice(1)}`)
  return style === 'pascal' ? big.join('') : [parts[0], ...big.slice(1)].join('')
}

const templates: Readonly<Record<TemplateName, (pen: Pen) => StarterResource[]>> = {
  minimal: ({ code, call }) => [
    {
      type: 'feature',
      name: 'auth_login',
      description: 'Users sign in with a password',
      dependsOn: ['module.session_store'],
      attributes: { functions: [call('log in')] },
      files: [code('login')],
    },
    {
      type: 'feature',
      name: 'auth_logout',
      description: 'Users sign out everywhere',
      dependsOn: ['feature.auth_login'],
      attributes: { functions: [call('log out')] },
      files: [code('logout')],
    },
    {
      type: 'module',
      name: 'session_store',
      description: 'Keeps who is signed in',
      attributes: {
        class: 'SessionStore',
        functions: [call('open session'), call('close session')],
      },
      files: [code('session_store')],
    },
  ],
  web: ({ code, test, call }) => [
    {
      type: 'feature',
      name: 'home_page',
      description: 'What a visitor sees first',
      dependsOn: ['module.navigation'],
      files: [code('home')],
    },
    {
      type: 'feature',
      name: 'sign_in',
      description: 'Visitors sign in and see why when they cannot',
      dependsOn: ['endpoint.sign_in', 'module.navigation'],
      attributes: { functions: [call('show sign in form')] },
      files: [code('sign_in')],
      tests: [test('sign_in')],
    },
    {
      type: 'endpoint',
      name: 'sign_in',
      description: 'Checks a password and starts a session',
      attributes: { method: 'POST', path: '/api/sign-in' },
      files: [code('sign_in_endpoint')],
    },
    {
      type: 'module',
      name: 'navigation',
      description: 'The bar on top of every page',
      files: [code('navigation')],
    },
  ],
  service: ({ code, test, call }) => [
    {
      type: 'endpoint',
      name: 'health',
      description: 'Tells whether the service can work',
      attributes: { method: 'GET', path: '/health' },
      files: [code('health')],
    },
    {
      type: 'endpoint',
      name: 'create_order',
      description: 'Takes an order',
      dependsOn: ['module.orders'],
      attributes: { method: 'POST', path: '/orders' },
      files: [code('orders_endpoint')],
      tests: [test('orders_endpoint')],
    },
    {
      type: 'module',
      name: 'orders',
      description: 'The rules of an order',
      dependsOn: ['migration.orders'],
      attributes: { functions: [call('create order'), call('cancel order')] },
      files: [code('orders')],
      tests: [test('orders')],
    },
    {
      type: 'migration',
      name: 'orders',
      description: 'The table of orders',
      attributes: { tables: ['orders'] },
      files: ['migrations/**'],
    },
  ],
  library: ({ code, test, call }) => [
    {
      type: 'module',
      name: 'parser',
      description: 'Text to a tree, with a place for every problem',
      attributes: { functions: [call('parse')] },
      files: [code('parser')],
      tests: [test('parser')],
    },
    {
      type: 'module',
      name: 'printer',
      description: 'A tree back to text',
      attributes: { functions: [call('print tree')] },
      files: [code('printer')],
      tests: [test('printer')],
    },
    {
      type: 'feature',
      name: 'round_trip',
      description: 'What was parsed prints the same again',
      dependsOn: ['module.parser', 'module.printer'],
      files: [test('round_trip')],
    },
    { type: 'docs', name: 'readme', files: ['README.md'], require: 'present' },
  ],
}
