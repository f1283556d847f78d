// What Laravel, Symfony and the library of PHP call of the types that are made for them. What a route leads to is told by the routes.

import { anyType, type Convention } from './row.ts'

const files = /\.php$/

export const phpConventions: readonly Convention[] = [
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
    bases: anyType,
    methods: /^(handle|__invoke|failed)$/,
    isTypeToo: true,
  },
  {
    by: 'Laravel, which finds it by its name',
    files: /(^|\/)app\/Policies\/.*Policy\.php$/,
    bases: anyType,
    methods: /^\w+$/,
    isTypeToo: true,
  },
  {
    by: 'Laravel, which is told of the type',
    files: /(^|\/)app\/(Http\/Middleware|Providers|Observers)\/.*\.php$/,
    bases: anyType,
    methods:
      /^(handle|terminate|register|boot|(creat|updat|sav|delet|restor)(ed|ing)|forceDeleted|retrieved)$/,
  },
  {
    by: 'Laravel, which asks it',
    files,
    bases:
      /(Request|Resource|Mailable|Notification|Job|Model|Event|ShouldQueue|Cast|Rule|ValidationRule)$/,
    methods:
      /^(rules|authorize|messages|attributes|prepareForValidation|withValidator|passedValidation|toArray|with|build|envelope|content|attachments|via|toMail|toDatabase|toBroadcast|handle|failed|middleware|broadcastOn|casts|boot|booted|get|set|passes|message|validate|scope[A-Z]\w*|get\w+Attribute|set\w+Attribute)$/,
  },
  {
    by: 'Laravel or Symfony, which finds it by its type',
    files,
    bases: /^(ServiceProvider|Command|Seeder|Migration)$/,
    isForeign: true,
    methods: /^(boot|register|handle|execute|configure|run|up|down)$/,
    isTypeToo: true,
  },
  {
    by: 'the library of PHP',
    files,
    bases: /^(Countable|ArrayAccess|Iterator|IteratorAggregate|JsonSerializable)$/,
    isForeign: true,
    methods:
      /^(count|offset(Get|Set|Exists|Unset)|current|key|next|rewind|valid|getIterator|jsonSerialize)$/,
  },
]
