import { expect, it } from 'vitest'
import { askedFor, type EndpointCase, endpointsIn } from '../../../../test/endpoints.ts'

const cases: readonly EndpointCase[] = [
  {
    name: 'JavaScript',
    files: {
      'app.js': `const app = require('express')()
const Orders = require('./orders')
const { Heir, Open } = require('./heir')
class Own { show(q, s) { s.json(all()) } }
const orders = new Orders(db)
const own = new Own()
const heir = new Heir()
const open = new Open()
const late = new Own()
late.extra = (q, s) => s.json(1)
app.get('/orders', orders.index.bind(orders))
app.put('/orders', orders.update)
app.delete('/orders', orders.destroy)
app.post('/orders', orders.destroy.bind(orders))
app.get('/own', own.show)
app.put('/own', own.lost)
app.get('/heir', heir.above)
app.get('/open', open.anything)
app.get('/late', late.extra)
app.listen(1)
`,
      'orders.js': `class OrderController {
  async index(q, s) { s.json(this.all()) }
  update = async (q, s) => { s.json(this.all()) }
}
module.exports = OrderController
`,
      'heir.js': `const Base = require('base')
class Heir extends Base {}
class Open { constructor() { Object.assign(this, made()) } }
module.exports = { Heir, Open }
`,
    },
    verdicts: [
      'GET /orders: implemented',
      'PUT /orders: implemented',
      'DELETE /orders: partial',
      'POST /orders: partial',
      'GET /own: implemented',
      'PUT /own: partial',
      'GET /heir: implemented',
      'GET /open: implemented',
      'GET /late: implemented',
    ],
  },
  {
    name: 'Python',
    files: {
      'main.py': `from fastapi import FastAPI
from shop import Orders
app = FastAPI()
orders = Orders()
app.add_api_route('/orders', orders.index, methods=['GET'])
app.add_api_route('/orders', orders.lost, methods=['POST'])
`,
      'shop.py': `class Orders:
    def index(self):
        return all()
`,
    },
    verdicts: ['GET /orders: implemented', 'POST /orders: partial'],
  },
]

it.each(cases)(
  'a method that the class of an instance in $name does not have answers no route',
  async each => {
    expect(await endpointsIn(each.files, askedFor(each))).toEqual(each.verdicts)
  },
)
