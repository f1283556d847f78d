import { describe, expect, it } from 'vitest'
import { outlineOf } from '../../../test/tree.ts'

const declaredIn = (text: string) =>
  outlineOf('a.rb', text).declarations.map(({ kind, name, parent, isStub }) =>
    [kind, name, parent, ...(isStub ? ['stub'] : [])].join(' '),
  )

describe('what a word of Ruby makes is declared:', () => {
  it('attributes that can be read, delegated methods, other names and scopes', () => {
    const text = `class Order < ApplicationRecord
  attr_reader :total, :tax
  attr_accessor :note
  attr_writer :secret
  delegate :name, :email, to: :customer
  delegate :city, to: :address, prefix: true
  scope :open, -> { where(open: true) }
  alias_method :sum, :total
  alias amount total
  define_method(:ping) { answer }
end
`
    expect(declaredIn(text)).toEqual([
      'class Order -1',
      'field total 0',
      'field tax 0',
      'field note 0',
      'field name 0',
      'field email 0',
      'field open 0',
      'field sum 0',
      'field amount 0',
      'method ping 0',
    ])
  })

  it('value classes, with the methods in their blocks', () => {
    const text = `Point = Struct.new(:x, :y) do
  def length
    Math.hypot(x, y)
  end
end
Money = Data.define(:cents)
`
    expect(declaredIn(text)).toEqual(['class Point -1', 'method length 0', 'class Money -1'])
  })

  it('nothing by the same words elsewhere', () => {
    expect(
      declaredIn(`scope :admin do
  get :x
end
delegate :a, to: :b
run(scope: 1)
`),
    ).toEqual([])
  })
})
