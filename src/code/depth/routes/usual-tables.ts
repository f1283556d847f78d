// The routes that one word of Rails or Laravel stands for, as data: method, path and action of each.

export interface UsualRoute {
  readonly method: string
  readonly path: string
  readonly action: string
}

const table = (lines: string): readonly UsualRoute[] =>
  lines.split(', ').map(line => {
    const [method, path, action] = line.split(' ') as [string, string, string]
    return { method, path: path.slice(1), action }
  })

export const railsMany = table(
  'GET / index, POST / create, GET /{id} show, PUT /{id} update, PATCH /{id} update, DELETE /{id} destroy, GET /new new, GET /{id}/edit edit',
)

export const railsOne = table(
  'GET / show, POST / create, PUT / update, PATCH / update, DELETE / destroy, GET /new new, GET /edit edit',
)

export const laravelApi = table(
  'GET / index, POST / store, GET /{id} show, PUT /{id} update, PATCH /{id} update, DELETE /{id} destroy',
)

export const laravelForms = table('GET /create create, GET /{id}/edit edit')
