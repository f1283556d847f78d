// A choice or a walk around nothing is nothing, in every language whose trees are read; what asks, waits or drains by it works.

import { expect, it } from 'vitest'
import { outlineOf } from '../../../test/tree.ts'

const isStub = (path: string, text: string) =>
  outlineOf(path, text).declarations.find(each => /(^|\.)login$/.test(each.name))?.isStub

const wholes: Readonly<Record<string, (body: string) => string>> = {
  'a.go': body => `package a\nfunc login(x int) {\n\t${body}\n}\n`,
  'a.rs': body => `fn login(x: u8) {\n    ${body}\n}\n`,
  'A.java': body => `class A {\n  void login(int x) {\n    ${body}\n  }\n}\n`,
  'a.kt': body => `fun login(x: Int) {\n  ${body}\n}\n`,
  'A.cs': body => `class A {\n  void login(int x)\n  {\n    ${body}\n  }\n}\n`,
  'a.php': body => `<?php\nfunction login($x) {\n  ${body}\n}\n`,
  'a.swift': body => `func login(x: Int) {\n  ${body}\n}\n`,
  'a.rb': body => `def login(x)\n  ${body}\nend\n`,
  'a.cpp': body => `void login(int x) {\n  ${body}\n}\n`,
}

it.each([
  ['a.go', 'if x > 1 {\n\t}'],
  ['a.go', 'if x > 1 {\n\t} else if x == 0 {\n\t\t// later\n\t} else {\n\t}'],
  ['a.go', 'switch x {\n\t}'],
  ['a.go', 'switch {\n\tcase x > 1:\n\tdefault:\n\t}'],
  ['a.go', 'for i := 0; i < x; i++ {\n\t}'],
  ['a.rs', 'if x > 1 { }'],
  ['a.rs', 'if let Some(y) = x { }'],
  ['a.rs', 'match x {\n        1 => {}\n        Some(2) => (),\n        _ => {}\n    }'],
  ['a.rs', 'for y in x { }'],
  ['A.java', 'if (x > 1) {\n    }'],
  ['A.java', 'if (x > 1) { } else { }'],
  ['A.java', 'switch (x) { }'],
  ['A.java', 'switch (x) {\n      case 1:\n        break;\n      default:\n        break;\n    }'],
  ['A.java', 'switch (x) {\n      case 1 -> {}\n      default -> {}\n    }'],
  ['A.java', 'for (String y : all) { }'],
  ['A.java', 'for (int i = 0; i < x; i++) { }'],
  ['A.java', 'try { } catch (IOException e) { }'],
  ['a.kt', 'if (x > 1) { }'],
  ['a.kt', 'when (x) { }'],
  ['a.kt', 'when (x) {\n    1 -> {}\n    is Int -> Unit\n    else -> {}\n  }'],
  ['a.kt', 'for (y in x) { }'],
  ['A.cs', 'if (x > 1)\n    {\n    }\n    else\n    {\n    }'],
  [
    'A.cs',
    'switch (x)\n    {\n      case 1:\n        break;\n      default:\n        break;\n    }',
  ],
  ['A.cs', 'foreach (var y in all)\n    {\n    }'],
  ['a.php', 'if ($x) { }'],
  ['a.php', 'switch ($x) { case 1: break; default: }'],
  ['a.php', 'foreach ($x as $y) { }'],
  ['a.php', 'match ($x) { 1 => null, default => null };'],
  ['a.swift', 'if x > 1 { }'],
  ['a.swift', 'switch x {\n  case 1: break\n  default: break\n  }'],
  ['a.swift', 'for y in x { }'],
  ['a.rb', 'if x\n  end'],
  ['a.rb', 'unless x > 1\n    # later\n  else\n  end'],
  ['a.rb', 'case x\n  when 1, 2\n  else\n  end'],
  ['a.rb', 'for y in x do\n  end'],
  ['a.cpp', 'if (x > 1) { }'],
  ['a.cpp', 'switch (x) {\n  case A::b:\n    break;\n  default:\n    break;\n  }'],
])('in %s nothing is done by %j', (path, body) => {
  expect(isStub(path, wholes[path]!(body))).toBe(true)
})

it.each([
  ['a.go', 'if ok(x) {\n\t}'],
  ['a.go', 'if x > 1 {\n\t\tgo()\n\t}'],
  ['a.go', 'for range x {\n\t}'],
  ['a.go', 'for {\n\t}'],
  ['a.go', 'select {}'],
  ['a.go', 'switch x {\n\tcase 1:\n\t\tgo()\n\tdefault:\n\t}'],
  ['a.go', 'if x > 1 {\n\t}\n\tstore(x)'],
  ['a.rs', 'match x {}'],
  ['a.rs', 'match x {\n        A => {}\n        B => {}\n    }'],
  ['a.rs', 'match x {\n        1 => go(),\n        _ => {}\n    }'],
  ['a.rs', 'for _ in x { }'],
  ['a.rs', 'loop { }'],
  ['a.rs', 'if let Some(y) = x.next() { }'],
  ['A.java', 'while (next()) { }'],
  ['A.java', 'for (;;) { }'],
  ['A.java', 'for (String y : read()) { }'],
  ['A.java', 'if (x > 1) { } else { go(); }'],
  ['A.java', 'if (x > 1) { // nothing to do\n    }'],
  ['A.java', 'if (x > 1) { return; }'],
  ['A.java', 'switch (x) { case 1: go(); default: }'],
  ['A.java', 'switch (x) { case 1 -> go(); default -> {} }'],
  ['A.java', 'try { go(); } catch (IOException e) { }'],
  ['a.kt', 'when (x) {\n    1 -> go()\n    else -> {}\n  }'],
  ['a.kt', 'when (x) {\n    is A -> {}\n    is B -> {}\n  }'],
  ['a.kt', 'x.forEach { }'],
  ['A.cs', 'foreach (var _ in all)\n    {\n    }'],
  ['a.php', 'if ($x = take($y)) { }'],
  ['a.swift', 'switch self { }'],
  ['a.swift', 'switch x {\n  case 1: go()\n  default: break\n  }'],
  ['a.rb', 'if x.save\n  end'],
  ['a.rb', 'if x\n    go\n  end'],
  ['a.rb', 'case x\n  when 1 then go\n  else\n  end'],
  ['a.cpp', 'for (int i = 0; i < x; i++) { }'],
  ['a.swift', 'switch x {\n  case .a: break\n  case .b: break\n  }'],
  ['a.cpp', 'if (x > 1) go();'],
  ['a.cpp', 'while (x) { }'],
])('in %s something may be done by %j', (path, body) => {
  expect(isStub(path, wholes[path]!(body))).toBe(false)
})
