// A choice that refuses on every way is a refusal; one that works on any is none.

import { expect, it } from 'vitest'
import { outlineOf as treeOutline } from '../../../test/tree.ts'
import { hasScanner, outlineOf } from '../outline.ts'

const isStub = (path: string, text: string) => {
  const read = hasScanner(path) ? outlineOf(path, Buffer.from(text)) : treeOutline(path, text)
  return read.declarations.find(each => /(^|\.)login$/.test(each.name))?.isStub
}

const wholes: Readonly<Record<string, (body: string) => string>> = {
  'a.ts': body => `function login(x: number) {\n  ${body}\n}\n`,
  'a.py': body => `def login(x):\n    ${body}\n\n\ngo()\n`,
  'a.go': body => `package a\nfunc login(x int) error {\n\t${body}\n}\n`,
  'a.rs': body => `fn login(x: u8) {\n    ${body}\n}\n`,
  'A.java': body => `class A {\n  void login(int x) {\n    ${body}\n  }\n}\n`,
  'a.kt': body => `fun login(x: Int) {\n  ${body}\n}\n`,
  'a.rb': body => `def login(x)\n  ${body}\nend\n`,
}

const thrown = "throw new Error('not implemented')"
const thrownInJava = 'throw new UnsupportedOperationException("TODO");'

it.each([
  ['a.ts', "const error = new Error('Not implemented')\n  throw error"],
  [
    'a.py',
    'if x:\n        raise NotImplementedError("a")\n    else:\n        raise NotImplementedError("b")',
  ],
  [
    'a.py',
    '"Doc."\n    if x(1):  # later\n        raise NotImplementedError\n    elif x:\n        # TODO\n        raise NotImplementedError\n    else:\n        raise NotImplementedError',
  ],
  ['a.py', 'if x: raise NotImplementedError\n    else: raise NotImplementedError'],
  ['a.py', 'try: raise NotImplementedError\n    except ValueError: pass'],
  [
    'a.py',
    'try:\n        raise NotImplementedError\n    except NotImplementedError:\n        raise',
  ],
  ['a.rs', 'Err(anyhow!("todo"))'],
  ['a.rs', 'Err(anyhow::anyhow!("todo"))'],
  ['a.ts', `if (x) { ${thrown} } else { ${thrown} }`],
  [
    'a.ts',
    `if (x.is(1)) {\n    ${thrown};\n  } else if (x) {\n    // later\n    ${thrown};\n  } else {\n    ${thrown};\n  }`,
  ],
  ['a.ts', `if (x) ${thrown}; else ${thrown}`],
  ['a.ts', `switch (x) { default: ${thrown}; }`],
  ['a.ts', `switch (x) {\n    case 'a': ${thrown}\n    case "b:c":\n    default: ${thrown}\n  }`],
  ['a.ts', "throw LATER\n}\nconst LATER = new Error('not implemented')\nfunction other() {"],
  [
    'a.ts',
    `switch (x) {\n    case 1:\n    case 2:\n      ${thrown}\n    default:\n      ${thrown}\n  }`,
  ],
  ['a.ts', `try { ${thrown} } catch (e) { throw e }`],
  ['a.ts', `try { ${thrown}; } catch (e: unknown) { throw e; } finally {}`],
  [
    'a.go',
    'if x > 1 { return errors.New("not implemented") } else { return errors.New("not implemented") }',
  ],
  ['a.go', 'switch x { case 1: panic("not implemented"); default: panic("not implemented") }'],
  ['a.rs', 'match x { 1 => {}, _ => todo!() }'],
  [
    'a.rs',
    'match x {\n        1 => todo!(),\n        2 => unimplemented!("two"),\n        _ => { todo!() }\n    }',
  ],
  ['a.rs', 'if x > 1 { todo!() } else { todo!() }'],
  ['A.java', `if (x > 1) { ${thrownInJava} } else { ${thrownInJava} }`],
  ['A.java', `switch (x) {\n      case 1: ${thrownInJava}\n      default: ${thrownInJava}\n    }`],
  ['a.kt', 'when (x) {\n    1 -> TODO("one")\n    else -> TODO()\n  }'],
  ['a.rb', 'if x\n    raise NotImplementedError\n  else\n    raise NotImplementedError\n  end'],
  [
    'a.rb',
    'case x\n  when 1\n    raise NotImplementedError\n  else\n    raise NotImplementedError, "x"\n  end',
  ],
])('in %s every way refuses: %j', (path, body) => {
  expect(isStub(path, wholes[path]!(body))).toBe(true)
})

it.each([
  ['a.ts', "const error = new Error('not implemented')\n  report(error)\n  throw error"],
  ['a.ts', "const error = new Error('no such user')\n  throw error"],
  ['a.ts', "throw GONE\n}\nconst GONE = new Error('no such user')\nfunction other() {"],
  ['a.ts', `switch (x) { case 'a': return 1; default: ${thrown} }`],
  ['a.py', 'if x:\n        raise NotImplementedError\n    else:\n        go()'],
  ['a.py', 'if x:\n        go()\n    else:\n        raise NotImplementedError'],
  ['a.py', 'if x:\n        raise ValueError\n    else:\n        raise NotImplementedError'],
  [
    'a.py',
    'if x:\n        raise NotImplementedError\n    else:\n        raise NotImplementedError\n    go()',
  ],
  [
    'a.py',
    'if x:\n        raise NotImplementedError\n    elif x:\n        raise NotImplementedError',
  ],
  ['a.py', 'if x: raise NotImplementedError'],
  [
    'a.py',
    'try:\n        raise NotImplementedError\n    except NotImplementedError:\n        go()',
  ],
  ['a.py', 'try:\n        go()\n    except ValueError:\n        raise NotImplementedError'],
  ['a.rs', 'Err(anyhow!("todo {} is gone", x))'],
  ['a.ts', `if (x) { go() } else { ${thrown} }`],
  ['a.ts', `if (x) ${thrown}; else go()`],
  ['a.ts', `if (x) {} else { ${thrown} }`],
  ['a.rb', 'if x\n  else\n    raise NotImplementedError\n  end'],
  ['a.ts', `if (x) { ${thrown} } else { throw new TypeError('x') }`],
  ['a.ts', `switch (x) { case 1: return 1; default: ${thrown} }`],
  ['a.ts', `switch (x) { case 1: ${thrown} }\n  go()`],
  ['a.ts', `switch (x) { case 1: ${thrown} }`],
  ['a.ts', `switch (x) { case 1: break; default: ${thrown} }`],
  ['a.ts', `try { ${thrown} } catch (e) { throw new Error('x') }`],
  ['a.ts', `try { go() } catch (e) { throw e }`],
  ['a.go', 'if x > 1 { return nil } else { return errors.New("not implemented") }'],
  ['a.go', 'switch x { case 1: run(); default: panic("not implemented") }'],
  ['a.rs', 'match x { 1 => go(), _ => todo!() }'],
  ['a.rs', 'match x { 1 => todo!(), _ => {} }'],
  ['a.rs', 'match x { A => todo!(), B => todo!() }'],
  ['A.java', `if (x > 1) { run(); } else { ${thrownInJava} }`],
  ['A.java', `switch (x) {\n      case 1: run(); break;\n      default: ${thrownInJava}\n    }`],
  ['a.kt', 'when (x) {\n    1 -> go()\n    else -> TODO()\n  }'],
  ['a.rb', 'if x\n    go\n  else\n    raise NotImplementedError\n  end'],
  ['a.rb', 'case x\n  when 1 then go\n  else\n    raise NotImplementedError\n  end'],
])('in %s not every way refuses: %j', (path, body) => {
  expect(isStub(path, wholes[path]!(body))).toBe(false)
})
