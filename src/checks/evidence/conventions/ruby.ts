// What Rails and the libraries around it call of the types that are made for them. What a route leads to is told by the routes.

import type { Convention } from './row.ts'

const ruby = /\.rb$/

export const rubyConventions: readonly Convention[] = [
  {
    by: 'the queue',
    files: ruby,
    bases: /(Job|Worker)$|^(ApplicationJob|Sidekiq)$/,
    methods: /^perform$/,
  },
  {
    by: 'Rails, where somebody sends the mail',
    files: /(^|\/)app\/mailers\/.*\.rb$/,
    bases: /Mailer$/,
    methods: /^\w+$/,
  },
  {
    by: 'Rails, where it migrates',
    files: /(^|\/)db\/migrate\/.*\.rb$/,
    bases: /Migration$/,
    methods: /^(change|up|down)$/,
    isTypeToo: true,
  },
  {
    by: 'Action Cable',
    files: ruby,
    bases: /(Channel|Connection)$/,
    methods: /^(connect|disconnect|subscribed|unsubscribed)$/,
  },
  { by: 'the validator', files: ruby, bases: /Validator$/, methods: /^validate(_each)?$/ },
]
