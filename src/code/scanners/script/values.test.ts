import { describe, expect, it } from 'vitest'
import { outlineOf } from '../../outline.ts'

const kindsOf = (source: string) =>
  outlineOf('a.tsx', Buffer.from(source)).declarations.map(each => `${each.kind} ${each.name}`)

describe('a call that makes a function', () => {
  it.each([
    'export const Card = memo(CardInner)\n',
    'export const Card = React.forwardRef(CardInner)\n',
    "export const Card = lazy(() => import('./d'))\n",
    'export const Card = styled.div`color: red;`\n',
    'export const Card = styled(Button)`color: red;`\n',
    'export const Card = connect((s: any) => ({ a: s.a }))(CardInner)\n',
    'export const useStore = create<{ a: number }>()((set) => ({ a: 1 }))\n',
    "export const useStore = defineStore('a', { state: () => ({ a: 1 }) })\n",
    "export const fetchUser = createAsyncThunk('user/fetch', async (id: string) => ({ id }))\n",
  ])('is one by the name of its variable: %s', source => {
    expect(kindsOf(source)[0]).toMatch(/^function (Card|useStore|fetchUser)$/)
  })

  it.each([
    'export const card = memo(options)\n',
    'export const store = create(options)\n',
    'export const useTls = Boolean(process.env.TLS)\n',
    'export const db = connect(url)\n',
  ])('is none where it makes something else: %s', source => {
    expect(kindsOf(source)[0]).toMatch(/^constant /)
  })
})

it('a method that a schema of Mongoose is given is one of it', () => {
  const source =
    'const schema = new Schema({})\nschema.methods.fullName = function () { return this.name }\nschema.statics.findBy = n => find(n)\n'
  expect(kindsOf(source)).toEqual(['constant schema', 'method fullName', 'method findBy'])
})

it('a name that is called of ends a line like any other', () => {
  const source =
    'const one = of\nconst two = rx.of\nconst three = it.in\nfunction four() { return go() }\n'
  expect(kindsOf(source)).toEqual([
    'constant one',
    'constant two',
    'constant three',
    'function four',
  ])
})
