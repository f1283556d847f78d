// Functions that an assignment gives a name, as scripts before classes and modules did and many still do.

import { describe, expect, it } from 'vitest'
import { qualifiedNames } from '../../names.ts'
import { scanScript } from './scanner.ts'

const scan = (source: string) => scanScript('lib/app.js', Buffer.from(source).toString('latin1'))

function rows(source: string): string[] {
  const outline = scan(source)
  const names = qualifiedNames(outline)
  return outline.declarations.map(({ kind, line, endLine, isStub, isExported }, index) =>
    [
      `${kind} ${names[index]} ${line}-${endLine}`,
      ...(isExported ? ['exported'] : []),
      ...(isStub ? ['stub'] : []),
    ].join(' '),
  )
}

describe('an assignment', () => {
  it('gives a function to the object that a module exports', () => {
    const source = `var app = exports = module.exports = {}
app.use = function use(fn) {
  return go(fn)
}
app.size = 3`
    expect(rows(source)).toEqual(['constant app 1-1 exported', 'method app.use 2-4 exported'])
    expect(scan(source).exports.map(each => [each.name, each.local])).toEqual([['default', 'app']])
  })

  it('gives it several names', () => {
    expect(
      rows(`var req = Object.create(base)
module.exports = req
req.get =
req.header = function header(name) {
  return this.headers[name]
}
exports.a = exports.b = req.c = () => {}`),
    ).toEqual([
      'constant req 1-1 exported',
      'method req.get 3-6 exported',
      'method req.header 3-6 exported',
      'function a 7-7 exported stub',
      'function b 7-7 exported stub',
      'method req.c 7-7 exported stub',
    ])
  })

  it('makes a variable a function, whatever else it is given to', () => {
    const source = `var proto = module.exports = function (options) {
  return go(options)
}
proto.handle = function handle(req) { return go(req) }
const Thing = exports.Thing = class { run() { return go() } }`
    expect(rows(source)).toEqual([
      'function proto 1-3 exported',
      'method proto.handle 4-4 exported',
      'class Thing 5-5 exported',
      'method Thing.run 5-5 exported',
    ])
    expect(scan(source).exports.map(each => [each.name, each.local])).toEqual([
      ['default', 'proto'],
      ['Thing', 'Thing'],
    ])
  })

  it('reaches into a function that is called on the spot', () => {
    expect(
      rows(`(function (root) {
  var _ = function (list) { return wrap(list) }
  _.each = function (list) { return go(list) }
  function Stack() {}
  Stack.prototype.push = function (item) { return go(item) }
  root._ = _
})(this)`),
    ).toEqual([
      'function _ 2-2',
      'method _.each 3-3',
      'function Stack 4-4',
      'method Stack.push 5-5',
    ])
  })

  it('gives a class written as a function its methods', () => {
    expect(
      rows(`function Foo() {
  this.x = 1
  this.walk = function () { return go() }
}
function Baz() {}
Baz.prototype = { run() { return go() } }
Foo.prototype = {
  run: function () { return go() },
  stop() {},
}
Foo.prototype.rest = Foo.prototype.pause = () => go()
class Bar {
  constructor() {
    this.fly = () => go()
  }
}`),
    ).toEqual([
      'function Foo 1-4',
      'method Foo.walk 3-3',
      'function Baz 5-5',
      'method Baz.run 6-6',
      'method Foo.run 8-8',
      'method Foo.stop 9-9 stub',
      'method Foo.rest 11-11',
      'method Foo.pause 11-11',
      'class Bar 12-16',
      'method Bar.constructor 13-15',
      'method Bar.fly 14-14',
    ])
  })

  it('gives a function to what another file declares', () => {
    expect(
      rows(`jQuery.fn.carousel = function (options) { return go(options) }
Backbone.View.prototype.draw = function () { return go() }
window.boot = async () => go()
window.onload = boot
if (old) window.App.stop = function () {}`),
    ).toEqual([
      'method jQuery.carousel 1-1',
      'method Backbone.View.draw 2-2',
      'function boot 3-3',
      'method App.stop 5-5 stub',
    ])
  })

  it('gives a function where another value may come first', () => {
    expect(
      rows(`Shop.run = old || function () { return go() }
exports.now = Date.now || global.clock ?? async function () { return go() }
var each = Array.each || function (list) {
  return go(list)
}
Shop.size = old || make(function () { return go() })
var log = console.log || function () {}`),
    ).toEqual([
      'method Shop.run 1-1',
      'function now 2-2 exported',
      'function each 3-5',
      'function log 7-7',
    ])
  })

  it('gives a function to a name in quotes', () => {
    expect(
      rows(`const handlers = {}
handlers['click'] = function () { return go() }
handlers["key-down"] = () => {}
exports['run'] = module.exports['walk'] = () => go()
handlers[name] = function () { return go() }
handlers['0'] = function () { return go() }
handlers['size'] = 3`),
    ).toEqual([
      'constant handlers 1-1',
      'method handlers.click 2-2',
      'method handlers.key-down 3-3 stub',
      'function run 4-4 exported',
      'function walk 4-4 exported',
    ])
  })

  it('knows jQuery by the name that a function is given it under', () => {
    const plugin = (head: string, tail: string) =>
      rows(`${head}\n  $.fn.thing = function () { return go(this) }\n${tail}`)
    expect(plugin(';(function ($, window) {', '})(jQuery, window)')).toEqual([
      'method jQuery.thing 2-2',
    ])
    expect(plugin('!function ($) {', '}(window.jQuery)')).toEqual(['method jQuery.thing 2-2'])
    expect(plugin('(function (factory) {\n  factory(jQuery)\n}(function ($) {', '}))')).toEqual([
      'method jQuery.thing 4-4',
    ])
    expect(plugin('(function ($) {', '})(Zepto)')).toEqual(['method $.thing 2-2'])
  })

  it('inside a function says nothing of what is handed in', () => {
    expect(
      rows(`function load(url) {
  const request = new XMLHttpRequest()
  request.onload = function () { return go(url) }
  url.cache = () => go()
}`),
    ).toEqual(['function load 1-5'])
  })
})

it('exports no function of an object that is handed to a call', () => {
  expect(
    rows(`names.forEach(function (name) {
  Object.defineProperty(exports, name, { get: function () { return go(name) } })
})
register({ run() { return go() } })`),
  ).toEqual(['method get 2-2', 'method run 4-4'])
})

describe('what a module exports', () => {
  const exported = (source: string) =>
    scan(source).exports.map(({ name, local }) => `${name} as ${local}`)

  it('is named by whatever else it is given to', () => {
    const source = `const internals = {}
exports = module.exports = internals.Request = class {
  run() { return go() }
}`
    expect(rows(source)).toEqual([
      'constant internals 1-1',
      'class Request 2-4 exported',
      'method Request.run 3-3 exported',
    ])
    expect(exported(source)).toEqual(['default as Request'])
  })

  it('may have a name of its own', () => {
    const source = `var Common = module.exports
Common.err = function (text) { return go(text) }`
    expect(rows(source)).toEqual(['constant Common 1-1 exported', 'method Common.err 2-2 exported'])
    expect(exported(source)).toEqual(['default as Common'])
  })

  it('is what a bundler lists with a getter for each', () => {
    const source = (head: string) => `${head}, {
  run: () => go,
  size: () => size
});
function go() { return 1 }
var size = 2;`
    expect(exported(source('__export(exports'))).toEqual(['run as go', 'size as size'])
    const handed = `${source('__export(src_exports')}\nmodule.exports = __toCommonJS(src_exports);`
    expect(exported(handed)).toEqual(['run as go', 'size as size', 'default as default'])
    expect(rows(handed)).toContain('function go 5-5 exported')
    expect(exported(source('__export(inner_exports'))).toEqual([])
  })

  it('is what an object holds that has a name', () => {
    const source = `const decode = text => go(text)
function encode(text) { return go(text) }
const api = { version: '1, { odd: x }', decode, write: encode, nested: { encode }, run() { return go() } }
module.exports = api`
    expect(exported(source)).toEqual([
      'default as api',
      'version as version',
      'decode as decode',
      'write as encode',
      'nested as nested',
      'run as run',
    ])
    expect(rows(source)).toEqual([
      'function decode 1-1 exported',
      'function encode 2-2 exported',
      'constant api 3-3 exported',
      'method api.run 3-3 exported',
    ])
  })
})
