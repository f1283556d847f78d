// What Rails and the libraries around it, and Laravel, call of the types that are made for them. What a route leads to is told by the routes.

import type { Convention } from './row.ts'

const ruby = /\.rb$/
const php = /\.php$/

export const webConventions: readonly Convention[] = [
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
  {
    by: 'Ruby itself',
    files: ruby,
    bases: /(?:)/,
    methods:
      /^(initialize|to_s|to_str|inspect|each|hash|eql\?|==|<=>|method_missing|respond_to_missing\?|coerce|to_proc)$/,
  },
  {
    by: 'Laravel, where it migrates or seeds',
    files: /(^|\/)database\/(migrations|seeders|factories)\/.*\.php$/,
    bases: /(Migration|Seeder|Factory)$/,
    methods: /^(up|down|run|definition|configure)$/,
    isTypeToo: true,
  },
  {
    by: 'Laravel, which finds it by its folder',
    files: /(^|\/)app\/(Console\/Commands|Listeners)\/.*\.php$/,
    bases: /(?:)/,
    methods: /^(handle|__invoke|failed)$/,
    isTypeToo: true,
  },
  {
    by: 'Laravel, which finds it by its name',
    files: /(^|\/)app\/Policies\/.*Policy\.php$/,
    bases: /(?:)/,
    methods: /^\w+$/,
    isTypeToo: true,
  },
  {
    by: 'Laravel, which is told of the type',
    files: /(^|\/)app\/(Http\/Middleware|Providers|Observers)\/.*\.php$/,
    bases: /(?:)/,
    methods:
      /^(handle|terminate|register|boot|(creat|updat|sav|delet|restor)(ed|ing)|forceDeleted|retrieved)$/,
  },
  {
    by: 'Laravel, which asks it',
    files: php,
    bases:
      /(Request|Resource|Mailable|Notification|Job|Model|Event|ShouldQueue|Cast|Rule|ValidationRule)$/,
    methods:
      /^(rules|authorize|messages|attributes|prepareForValidation|withValidator|passedValidation|toArray|with|build|envelope|content|attachments|via|toMail|toDatabase|toBroadcast|handle|failed|middleware|broadcastOn|casts|boot|booted|get|set|passes|message|validate|scope[A-Z]\w*|get\w+Attribute|set\w+Attribute)$/,
  },
  { by: 'PHP itself', files: php, bases: /(?:)/, methods: /^__\w+$/ },
]
