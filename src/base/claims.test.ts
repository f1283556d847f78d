import { describe, expect, it } from 'vitest'
import { type Claim, claimCovers, claimsOverlap, parseClaim } from './claims.ts'

function one(text: string): Claim {
  const claims = parseClaim(text)
  if ('problem' in claims) throw new Error(claims.problem)
  expect(claims).toHaveLength(1)
  return claims[0]!
}

const overlap = (a: string, b: string) => {
  const answer = claimsOverlap(one(a), one(b))
  expect(claimsOverlap(one(b), one(a))).toBe(answer)
  return answer
}

describe('claims', () => {
  it.each([
    ['./src/a.ts', 'src/a.ts'],
    ['src//x/../a.ts', 'src/a.ts'],
    ['src/', 'src'],
    ['src/**', 'src'],
    ['**', '.'],
    ['src/a.ts#run', 'src/a.ts#run'],
  ])('K-16 %s is normalised to %s', (text, normal) => {
    expect(one(text).text).toBe(normal)
  })

  it('K-16 a folder, a file in it and a glob over it overlap, whatever they are spelt like', () => {
    const spelt = ['src/', './src/a.ts', 'src/**/*.ts', 'src\\a.ts', '.', 'src/{a,b}.ts']
    for (const a of spelt)
      for (const b of spelt) {
        const [left, right] = [parseClaim(a), parseClaim(b)]
        if ('problem' in left || 'problem' in right) throw new Error('unreadable')
        expect(
          left.some(x => right.some(y => claimsOverlap(x, y))),
          `${a} ${b}`,
        ).toBe(true)
      }
  })

  it.each([
    ['.env', 'env'],
    ['src/a', 'src/ab'],
    ['src/a.ts', 'src/b.ts'],
    ['src/*.ts', 'src/*.md'],
    ['src/*.ts', 'src/deep/a.ts'],
    ['a/**/x.ts', 'a/**/y.ts'],
    ['lib/', 'src/lib/'],
  ])('K-16 K-17 %s and %s do not overlap', (a, b) => {
    expect(overlap(a, b)).toBe(false)
  })

  it.each([
    ['src/*.ts', 'src/a*'],
    ['src/**/test/*.ts', 'src/a/**'],
    ['**/index.ts', 'src/'],
    ['src/?.ts', 'src/a.ts'],
    ['src/[ab].ts', 'src/b.ts'],
    ['app/[slug]/page.ts', 'app/[slug]/page.ts'],
    ['src/**/a*/x.ts', 'src/*b/**/x.ts'],
  ])('K-17 %s and %s overlap, or may', (a, b) => {
    expect(overlap(a, b)).toBe(true)
  })

  it('K-17 symbols of one file overlap only where one holds the other', () => {
    expect(overlap('a.ts#one', 'a.ts#two')).toBe(false)
    expect(overlap('a.ts#one', 'a.ts#one')).toBe(true)
    expect(overlap('a.ts#A', 'a.ts#A.run')).toBe(true)
    expect(overlap('a.ts#A', 'a.ts#AB')).toBe(false)
    expect(overlap('a.ts', 'a.ts#one')).toBe(true)
    expect(overlap('*.ts', 'a.ts#one')).toBe(true)
  })

  it.each([
    ['src', 'src/deep/a.ts', true],
    ['src/*.ts', 'src/a.ts', true],
    ['src/*.ts', 'src/deep/a.ts', false],
    ['src/**/*.ts', './src/deep/a.ts', true],
    ['src/**/*.ts', 'src/a.ts', true],
    ['src/a.ts#run', 'src/a.ts', true],
    ['src/a.ts', 'src/a.tsx', false],
    ['src', '../src/a.ts', false],
    ['app/[slug]/page.ts', 'app/[slug]/page.ts', true],
    ['src/[!a].ts', 'src/a.ts', false],
    ['.', 'anything', true],
  ] as const)('K-16 %s allows %s: %s', (claim, path, expected) => {
    expect(claimCovers(one(claim), path)).toBe(expected)
  })

  it.each([
    ['', 'empty'],
    ['/etc/passwd', 'absolute'],
    ['../x', 'leaves the repository'],
    ['a.ts#', 'empty'],
    ['src/#run', 'one file'],
    ['*.ts#run', 'one file'],
    [`{${Array.from({ length: 65 }, (_, index) => index).join(',')}}`, 'more alternatives'],
  ])('K-16 %j is refused with the reason', (text, reason) => {
    const claims = parseClaim(text)
    expect('problem' in claims && claims.problem).toContain(reason)
  })

  it('K-16 braces stand for each of their alternatives', () => {
    const claims = parseClaim('{src,test/{a,b}}/*.ts')
    expect('problem' in claims ? [] : claims.map(each => each.text)).toEqual([
      'src/*.ts',
      'test/a/*.ts',
      'test/b/*.ts',
    ])
  })
})
