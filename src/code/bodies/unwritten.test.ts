// Stubs as agents write them: words, casts and guards that stand in the place of work, and the honest bodies that look like them.

import { describe, expect, it } from 'vitest'
import { outlineOf as treeOutline } from '../../../test/tree.ts'
import { hasScanner, outlineOf } from '../outline.ts'

const isStub = (path: string, text: string) => {
  const read = hasScanner(path) ? outlineOf(path, Buffer.from(text)) : treeOutline(path, text)
  return read.declarations.find(each => /(^|\.)login$/.test(each.name))?.isStub
}

const ts = (body: string) => `export function login(u: string): any {\n  ${body}\n}\n`
const py = (body: string) => `def login(u):\n    ${body}\n`
const go = (body: string) => `package a\nfunc login(u string) (*User, error) {\n\t${body}\n}\n`
const rs = (body: string) => `fn login(u: &str) -> R {\n    ${body}\n}\n`
const java = (body: string) => `class A {\n  int login(String u) {\n    ${body}\n  }\n}\n`
const rb = (body: string) => `def login(u)\n  ${body}\nend\n`
const php = (body: string) => `<?php\nfunction login($u) {\n  ${body}\n}\n`
const cs = (body: string) => `class A {
  public IActionResult login(string u) => ${body};
}
`
const kt = (body: string) => `fun login(u: String?): Int {\n  ${body}\n}\n`

const stubs: readonly (readonly [path: string, text: string])[] = [
  ['a.ts', ts("console.log('TODO: implement login')")],
  ['a.ts', ts("return 'not implemented'")],
  ['a.ts', ts("throw new Error('FIXME')")],
  ['a.ts', ts("throw new Error('TODO')")],
  ['a.ts', ts("invariant(false, 'not implemented')")],
  ['a.ts', ts('return null as unknown as User')],
  ['a.ts', ts('return undefined as any')],
  ['a.ts', ts('return {} as User')],
  ['a.ts', ts('return {} as any as User')],
  ['a.ts', ts('return {} as unknown as User')],
  ['a.tsx', ts('/* TODO: build the page */ return <></>')],
  ['a.tsx', ts('/* TODO: build the page */\n  return (\n    <></>\n  )')],
  ['a.ts', ts('return undefined!')],
  ['a.ts', ts('// TODO\n  return true')],
  ['a.ts', ts('// TODO\n  return false')],
  ['a.ts', ts("if (!u) throw new TypeError('u')\n  throw new Error('Not implemented')")],
  [
    'a.ts',
    ts("if (!u) {\n    throw new TypeError('u')\n  }\n  throw new Error('Not implemented')"),
  ],
  ['a.ts', ts("if (!u) return\n  throw new Error('Not implemented')")],
  ['a.ts', 'export const login = (u: string) => true // TODO: ask the vault\n'],
  ['a.ts', 'export const login = wrap(async () => {})\n'],
  ['a.ts', "export const login = u => wrap(() => { throw new Error('not implemented') })\n"],
  [
    'a.ts',
    "export const login = asyncHandler(async (req, res) => {\n  throw new Error('Not implemented')\n})\n",
  ],
  ['a.ts', 'export const login = useCallback(() => {\n  // TODO\n  return true\n}, [])\n'],
  ['a.ts', 'export const login = catchAsync<Req>(async function (req): Promise<void> {})\n'],
  ['a.tsx', ts('return <div>TODO</div>')],
  [
    'a.tsx',
    ts('return (\n    <main className="x">\n      <p>Not implemented yet</p>\n    </main>\n  )'),
  ],
  ['a.tsx', 'export const login = () => <div>TODO: implement the form</div>\n'],
  ['a.tsx', 'export const login = () => (\n  <View>\n    <Text>FIXME</Text>\n  </View>\n)\n'],
  ['a.ts', ts("return { error: 'not implemented' }")],
  ['a.ts', ts("res.json({ error: 'Not implemented' })")],
  ['a.ts', ts("return Response.json({ message: 'Not yet implemented.' })")],
  ['a.ts', ts("res.send('not implemented')")],
  ['a.py', py('return {"status": "not_implemented"}')],
  ['a.py', py('return jsonify({"detail": "Not implemented"})')],
  ['a.rb', rb("render json: { error: 'not implemented' }")],
  ['a.php', php("return ['error' => 'not implemented'];")],
  ['a.py', py("print('TODO')")],
  ['a.py', '@singledispatch\ndef login(u):\n    raise NotImplementedError\n'],
  ['a.py', 'def login(u):\n    raise NotImplementedError\nlogin = singledispatch(login)\n'],
  ['a.py', 'if windows:\n    def login(u):\n        raise NotImplementedError\n'],
  ['a.py', py('return "not implemented"')],
  ['a.py', py('typer.echo("not implemented yet")')],
  ['a.py', py("warnings.warn('not implemented')")],
  ['a.py', py("import warnings\n    warnings.warn('not implemented')")],
  ['a.py', py("raise Exception('FIXME')")],
  ['a.py', py('# TODO\n    return True')],
  ['a.py', py("if not u:\n        raise TypeError('u')\n    raise NotImplementedError")],
  [
    'a.py',
    py(
      '"""Logs in.\n\n    u: who\n    """\n    if not u: return None\n    raise NotImplementedError("later")',
    ),
  ],
  ['a.go', go('// TODO\n\treturn nil, nil')],
  ['a.go', go('return nil, errors.New("not implemented")')],
  [
    'a.go',
    go(
      'if u == "" {\n\t\treturn nil, errors.New("u")\n\t}\n\treturn nil, errors.New("not implemented")',
    ),
  ],
  ['a.rs', rs('// TODO: ask the vault\n    Ok(())')],
  ['a.rs', rs('// TODO\n    None')],
  ['a.rs', rs('"TODO"')],
  ['a.rs', rs('StatusCode::NOT_IMPLEMENTED')],
  ['a.rs', rs('if u.is_empty() {\n        return Err(Bad);\n    }\n    todo!()')],
  ['a.java', java('// TODO\n    return 0;')],
  ['a.java', java('// TODO\n    return true;')],
  [
    'a.java',
    java(
      'if (u == null) throw new NullPointerException("u");\n    throw new UnsupportedOperationException();',
    ),
  ],
  ['A.cs', cs('StatusCode(501)')],
  ['a.rb', rb('# TODO\n  nil')],
  ['a.rb', rb('raise ArgumentError unless u\n  raise NotImplementedError')],
  ['a.rb', rb("puts 'TODO'")],
  [
    'a.php',
    php(
      "if (!$u) {\n    throw new InvalidArgumentException('u');\n  }\n  throw new Exception('Not implemented');",
    ),
  ],
  ['a.kt', kt('require(u != null)\n  TODO("later")')],
  ['a.ts', ts('if (u) {}')],
  ['a.ts', ts('if (u) {\n    // TODO\n  } else if (u > 1) {\n  } else {\n  }')],
  ['a.ts', ts('switch (u) {\n  }')],
  ['a.ts', ts('try {} catch {}')],
  ['a.ts', ts('try {\n  } catch (e) {\n  } finally {\n  }')],
  ['a.ts', ts('for (const each of u) {}')],
  ['a.ts', ts('for (let i = 0; i < u.length; i++) {\n  }')],
  ['a.ts', ts('// TODO\n  if (u) {\n  }\n  return null')],
  ['a.ts', ts("return throwError(() => new Error('not implemented'))")],
  ['a.ts', "export const login = () => throwError(() => new Error('Not implemented'))\n"],
  ['a.ts', ts("try { throw new Error('not implemented') } finally {}")],
  ['a.ts', ts("try {\n    throw new Error('not implemented')\n  } finally {\n  }")],
  ['a.ts', ts('return <User>{}')],
  ['a.ts', ts('return <User><any>null')],
  ['a.ts', ts('return null!')],
  ['a.ts', 'export const login = (u: string): User => null!\n'],
  ['a.ts', 'export const login = (u: string): User => <User>{}\n'],
  ['a.py', py('def g():\n        raise NotImplementedError\n    return g')],
  [
    'a.py',
    py(
      '"""Wraps."""\n    # Around it.\n    @wraps(u)\n    async def g(*args):\n        """It."""\n        raise NotImplementedError("later")\n\n    return g',
    ),
  ],
  ['a.py', py('# TODO\n    if u:\n        pass\n    return None')],
  ['a.py', py('if u: pass  # TODO: later\n    return None')],
  ['a.ts', ts('return 42 // TODO')],
  ['a.ts', ts("return 'admin' /* FIXME */")],
  ['a.ts', ts('// TODO: ask the vault\n  return 9.99')],
  ['a.ts', ts('return -1 // not implemented yet')],
  ['a.ts', ts('return [1, 2] // placeholder')],
  ['a.ts', ts("// TODO: ask the vault\n  return { id: 1, name: 'x', all: [1] }")],
  ['a.ts', 'export const login = () => 42 // TODO\n'],
  ['a.ts', 'export const login = (u: string) => ({ id: 1 }) // TODO\n'],
  ['a.py', py('return 42  # TODO')],
  ['a.py', py('return "x"  # TODO')],
  ['a.py', py('# TODO: ask the vault\n    return 9.99')],
  ['a.py', py('"""Log in."""\n    return {"id": 1, "name": "x"}  # placeholder')],
  ['a.py', py('return ["a", "b"]  # FIXME')],
  ['a.py', 'def login(u): return (1, 2)  # TODO\n'],
  ['a.go', 'package a\nfunc login(u string) int {\n\t// TODO\n\treturn 42\n}\n'],
  ['a.java', java('return 42; // TODO')],
  ['a.swift', 'func login() -> Int {\n  return 42 // TODO\n}\n'],
  ['a.sol', 'contract A { function login() public pure returns (uint) { return 42; /* TODO */ } }'],
  ['a.rs', rs('// TODO\n    42')],
  ['a.rb', rb("'x' # TODO")],
]

const work: readonly (readonly [path: string, text: string])[] = [
  ['a.ts', ts('return true')],
  ['a.ts', ts("return 'admin'")],
  ['a.ts', ts('return null')],
  ['a.ts', ts("return 'To do: ' + u")],
  ['a.ts', ts("if (!u) throw new TypeError('u')")],
  ['a.ts', ts("if (!u) throw new Error('not implemented')\n  return u + 1")],
  ['a.ts', ts("if (known(u)) return known(u)\n  throw new Error('not implemented')")],
  ['a.ts', ts("if (u === 'a') {\n    throw new Error('a is not implemented')\n  }")],
  ['a.ts', ts("switch (u) { case 'a': return 1 }\n  throw new Error('not implemented')")],
  ['a.ts', ts("invariant(u, 'u is not implemented')\n  return u + 1")],
  ['a.ts', ts("console.log('the todo list is empty')")],
  ['a.ts', ts('return u as unknown as User')],
  ['a.ts', ts('return {} as Record<string, User>')],
  ['a.tsx', ts('return <></>')],
  ['a.tsx', ts('// TODO: styles\n  return <>{u}</>')],
  ['a.tsx', ts('return <h1>TODO</h1>')],
  ['a.tsx', ts('return <Link to="/todo">TODO</Link>')],
  ['a.tsx', ts('return <div>Todo</div>')],
  ['a.tsx', ts('return <div>TODO <b>{u}</b></div>')],
  ['a.tsx', ts('return <p>coming soon</p>')],
  ['a.ts', ts("return { status: 'todo' }")],
  ['a.ts', ts("return { status: 'not implemented', user: u }")],
  ['a.ts', ts("const all = [u]\n  all.push('x')\n  res.json({ error: 'not implemented' })")],
  ['a.py', py('return {"status": "todo"}')],
  ['a.py', py('typer.echo("all todo items are done")')],
  ['a.rs', rs('"todo"')],
  ['A.cs', cs('StatusCode(200)')],
  ['a.ts', 'export const login = wrap(async u => { await find(u) })\n'],
  ['a.ts', 'export const login = wrap(async u => find(u), {})\n'],
  ['a.ts', 'export const login = wrap(() => {\n  // nothing to do on purpose\n})\n'],
  ['a.ts', 'export const login = withRetry(u => { if (!u) throw new Error("u") })\n'],
  ['a.ts', 'export const login = (p: P) => p.catch(() => {})\n'],
  ['a.ts', 'export const login = () => setInterval(() => {}, 1 << 30)\n'],
  ['a.ts', 'export const login = async f =>\n  f.map(() => {\n    // TODO\n  })\n'],
  ['a.py', py('import app.signals')],
  [
    'a.py',
    'def login(u):\n    raise NotImplementedError(u)\nlogin = functools.singledispatch(login)\nlogin.register(int, find)\n',
  ],
  [
    'a.py',
    '@singledispatch\ndef login(u):\n    raise NotImplementedError\n@login.register\ndef _(u: int):\n    return find(u)\n',
  ],
  [
    'a.py',
    'try:\n    import vault\nexcept ImportError:\n    def login(u):\n        raise NotImplementedError\n',
  ],
  ['a.py', py('return True')],
  ['a.py', py("if not u:\n        raise TypeError('u')")],
  ['a.py', py("if u == 'a':\n        raise NotImplementedError\n    return u + 1")],
  ['a.py', py("if u == 'a':\n        return u + 1\n    raise NotImplementedError")],
  ['a.py', py("for each in u:\n        raise TypeError('u')\n    raise NotImplementedError")],
  ['a.py', py("print('the todo list is empty')")],
  ['a.go', go('if u == "" {\n\t\treturn nil, errors.New("u")\n\t}\n\treturn find(u)')],
  ['a.java', java('return 0;')],
  ['a.java', java('throw new UnsupportedOperationException("immutable collection");')],
  ['a.kt', kt('throw UnsupportedOperationException("this list is read-only")')],
  ['a.java', java('if (u == null) throw new NullPointerException("u");')],
  ['a.rb', rb('raise ArgumentError unless u')],
  ['a.ts', ts('if (find(u)) {}')],
  ['a.ts', ts('if (u) {} else { go() }')],
  ['a.ts', ts('try { go() } catch {}')],
  ['a.ts', ts('try {\n    // nothing to do on purpose\n  } finally {}')],
  ['a.ts', ts('for (const each of read(u)) {}')],
  ['a.ts', ts('for (const _ of u) {}')],
  ['a.ts', ts('for await (const each of u) {}')],
  ['a.ts', ts('while (!ready) {}')],
  ['a.ts', ts('if (u) {}\n  return find(u)')],
  ['a.ts', ts("return throwError(() => new Error('no such user'))")],
  ['a.ts', ts("try { throw new Error('not implemented') } catch (e) { report(e) }")],
  ['a.ts', ts("try { throw new Error('not implemented') } finally { close() }")],
  ['a.ts', ts('return <Record<string, User>>{}')],
  ['a.ts', ts('return <User>u')],
  ['a.py', py('def g():\n        raise ValueError\n    return g')],
  ['a.py', py('def g():\n        raise NotImplementedError\n    return wrap(g)')],
  ['a.py', py('register(u)\n    def g():\n        raise NotImplementedError\n    return g')],
  ['a.py', py('if u:\n        pass\n    return None')],
  ['a.py', py('# TODO: faster\n    if u:\n        return None\n    pass')],
  ['a.ts', ts('return 42')],
  ['a.ts', ts("return 'placeholder'")],
  ['a.ts', ts("return 'TODO: buy milk'")],
  ['a.ts', `// TODO: let others set it\n${ts('return 42')}`],
  ['a.ts', ts('return u + 1 // TODO')],
  ['a.ts', ts('return [u] // TODO')],
  ['a.ts', ts('return { u } // TODO')],
  ['a.ts', ts('return LIMIT // TODO')],
  ['a.ts', ts("if (u === 'a') return 42\n  throw new Error('not implemented')")],
  ['a.py', py('return f"{u}"  # TODO')],
  ['a.py', py('return {"id": u}  # TODO')],
  ['a.py', py('"""The placeholder of an input."""\n    return "_"')],
  ['a.py', py('return "# TODO"')],
  ['a.go', 'package a\nfunc login(u string) int {\n\treturn 42\n}\n'],
  ['a.java', java('return 42 * u.length(); // TODO')],
  ['a.rs', rs('42')],
  ['a.ts', ts('return 42 // TODO: make this configurable')],
  ['a.py', py('# FIXME: how to do better?\n    return "x"')],
  ['a.py', py('# One, to be added to the rest.\n    return [1]')],
]

describe('a body', () => {
  it.each(stubs)('in %s that stands in the place of work is a stub: %s', (path, text) => {
    expect(isStub(path, text)).toBe(true)
  })

  it.each(work)('in %s that only looks like one is none: %s', (path, text) => {
    expect(isStub(path, text)).toBe(false)
  })
})

describe('a function that a command line registers as a group', () => {
  const cli = (head: string, body = '"""My tool."""') => `${head}\ndef login():\n    ${body}\n`

  it.each([
    ['click', cli('import click\n@click.group()')],
    ['click, with pass', cli('@click.group()', 'pass')],
    ['click, below another', cli('@cli.group()', 'pass')],
    ['typer', cli('import typer\napp = typer.Typer()\n@app.callback()')],
  ])('does its work by being there: %s', (_, text) => {
    expect(isStub('cli.py', text)).toBe(false)
  })

  it.each([
    ['a command', cli('@click.command()', 'pass')],
    ['a callback of something else', cli('import dash\n@app.callback(Output("a"))', 'pass')],
    ['one that says so', cli('@click.group()', 'raise NotImplementedError')],
    ['one that is to come', cli('@click.group()', 'pass  # TODO')],
  ])('is not %s', (_, text) => {
    expect(isStub('cli.py', text)).toBe(true)
  })
})
