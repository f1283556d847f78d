import { expect, it } from 'vitest'
import { judge } from '../../../../test/judged.ts'

const statusOf = async (files: Readonly<Record<string, string>>, name = 'helper') => {
  const found = await judge(
    files,
    `  m:\n    x:\n      attributes: {functions: [${name}]}\n      files: [h.ts]\n      require: reached\n`,
  )
  return [...found.values()][0]!.status
}

const declaring = {
  'h.ts': 'export function helper() { return 1 }\nexport function other() { return 2 }\n',
}

it.each([
  [
    'a script',
    'a.vue',
    `<template><p/></template>\n<script>\nimport { helper } from './h'\nexport default { data: () => helper() }\n</script>`,
  ],
  [
    'a script of TypeScript',
    'a.vue',
    `<script setup lang="ts" generic="T extends Record<string, number>">\nimport { helper } from './h'\nconst x: number = helper()\n</script>`,
  ],
  [
    'an expression',
    'a.vue',
    `<script setup>\nimport { helper } from './h'\n</script>\n<template><p :class="{ a: helper('>') }">it's</p></template>`,
  ],
  [
    'text in braces',
    'a.vue',
    `<template><p>{{ helper() }}</p></template>\n<script setup>\nimport { helper } from './h'\n</script>`,
  ],
  [
    'an object in braces',
    'a.vue',
    `<script setup>\nimport { helper } from './h'\n</script>\n<template><p>{{ show({ a: 1 }, helper) }}</p></template>`,
  ],
  ['a script that nobody closes', 'a.vue', `<script>\nimport { helper } from './h'\nhelper()\n`],
  [
    'a script behind a style',
    'a.vue',
    `<style>\np::before { content: '<script>' }\n</style>\n<SCRIPT>\nimport { helper } from './h'\nhelper()\n</SCRIPT >`,
  ],
  [
    'a handler',
    'a.vue',
    `<script setup>\nimport { helper } from './h'\n</script>\n<template><p @click.stop="helper"/></template>`,
  ],
  [
    'a member',
    'a.vue',
    `<script setup>\nimport * as all from './h'\n</script>\n<template><p>{{ all.helper() }}</p></template>`,
  ],
  [
    'a tag',
    'a.vue',
    `<script setup>\nimport { helper as MyCard } from './h'\n</script>\n<template><my-card /></template>`,
  ],
  [
    'braces of Svelte',
    'a.svelte',
    `<script>\nimport { helper } from './h'\n</script>\n{#if helper()}<p/>{/if}`,
  ],
  [
    'a store of Svelte',
    'a.svelte',
    `<script>\nimport { helper } from './h'\n</script>\n<p>{$helper}</p>`,
  ],
  [
    'an action of Svelte',
    'a.svelte',
    `<script>\nimport { helper } from './h'\n</script>\n<p use:helper />`,
  ],
])('what a component uses in %s is reached', async (_, path, text) => {
  const files = { ...declaring, [path]: text }
  expect(await statusOf(files)).toBe('implemented')
  expect(await statusOf(files, 'other')).toBe('partial')
})

it.each([
  `<script setup>\nimport { helper } from './h'\n</script>\n<template><p>helper</p></template>`,
  `<script setup>\nimport { helper } from './h'\n</script>\n<!-- <script>helper()</script> {{ helper }} -->`,
  `<script setup>\nimport { helper } from './h'\n</script>\n<template><p title="helper" :class="'helper'" /></template>`,
])('text, comments and plain attributes use nothing: %s', async text => {
  expect(await statusOf({ ...declaring, 'a.vue': text })).toBe('partial')
})

it('a component that is imported, and a class of its name that is not', async () => {
  const files = {
    'Card.vue': '<script>\nexport default { name: "Card" }\n</script>',
    'a.ts': `import Card from './Card.vue'\nuse(Card)\n`,
    'h.ts': 'export class Card { a() { return 1 } }\n',
    'index.ts': `export { default as Card } from './Card.vue'\nexport { default as Side } from './Side.vue'\n`,
    'Side.vue': '<script setup>\nconst a = 1\n</script>\n<template><p>{{ a }}</p></template>',
  }
  const found = await judge(
    files,
    '  m:\n    barrel:\n      attributes: {exports: [Card, Side]}\n      files: [index.ts]\n' +
      '    other:\n      attributes: {class: Card}\n      files: [h.ts]\n      require: reached\n',
  )
  expect([...found.values()].map(each => each.status)).toEqual(['implemented', 'partial'])
})
