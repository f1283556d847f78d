// A file holds a word wherever that stands as one, in whatever letters, and nowhere else.

import { expect, it } from 'vitest'
import { words, wordsAmong } from './words.ts'

const outline = {
  language: 'ruby',
  declarations: [],
  imports: [],
  exports: [],
  problems: [],
  isSuspect: false,
}

const read = (text: string) =>
  words.read({ path: 'a.rb', pack: undefined, outline, bytes: Buffer.from(text) })

it.each([
  ['send(mail)', 'send', true],
  ['send(mail)', 'sen', false],
  ['resend(mail)', 'send', false],
  ['send2(mail)', 'send', false],
  ['2send(mail)', 'send', true],
  ['open?', 'open?', true],
  ['open?', 'open', true],
  ['open', 'open?', false],
  ['$scope.x', '$scope', true],
  ['$scope.x', 'scope', false],
  ['take$it', 'take$it', true],
  ['take$it', 'take', true],
  ['größe(1)', 'größe', true],
  ['größe(1)', 'größ', false],
  ['größe(send)', 'send', true],
  ['größe(open!)', 'open!', true],
  ['größe(open!)', 'open', true],
  ['größe_of', 'gr', true],
])('%s holds %s: %s', (text, word, isHeld) => {
  expect(wordsAmong([word, 'nobody'])(read(text))).toEqual(isHeld ? [word] : [])
})

it('is told again from what was kept', () => {
  const found = read('a = send(größe)')
  const kept = words.encode(found)
  const elsewhere = Buffer.concat([Buffer.of(1), kept]).subarray(1)
  expect(words.decode(kept)).toEqual(found)
  expect(words.decode(elsewhere)).toEqual(found)
})

it('is none in what nothing reads', () => {
  const file = { path: 'a.txt', pack: undefined, outline: undefined, bytes: Buffer.from('send') }
  expect(words.read(file)).toEqual(new Uint32Array())
})
