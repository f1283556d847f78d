import { describe, expect, it } from 'vitest'
import { type RegisteredCase, registeredIn } from '../../../test/registered.ts'

const cases: readonly RegisteredCase[] = [
  {
    name: 'Vapor, of groups and collections that are registered',
    files: {
      'Sources/App/configure.swift': `import Vapor
public func configure(_ app: Application) async throws {
    app.databases.use(.sqlite(.file("db.sqlite")), as: .sqlite)
    try routes(app)
}
`,
      'Sources/App/routes.swift': `import Vapor
func routes(_ app: Application) throws {
    app.get { req async in
        "It works!"
    }
    app.get("hello", ":name") { req async -> String in
        "Hello"
    }
    app.on(.POST, "upload", body: .collect(maxSize: "1mb")) { req in try save(req) }
    let api = app.grouped("api", "v1")
    api.group("users") { users in
        users.post(use: create)
        users.group(":id") { user in
            user.delete(use: remove)
        }
    }
    let protected = app.grouped(UserAuthenticator())
    protected.get("me") { req in throw Abort(.notImplemented) }
    try app.register(collection: TodoController())
    try app.grouped("v2").register(collection: TodoController())
    try api.register(collection: LateController())
}
`,
      'Sources/App/Controllers/TodoController.swift': `import Vapor
struct TodoController: RouteCollection {
    func boot(routes: any RoutesBuilder) throws {
        let todos = routes.grouped("todos")
        todos.get(use: self.index)
        todos.post(use: create)
        todos.group(":todoID") { todo in
            todo.delete(use: self.delete)
        }
    }
    func index(req: Request) async throws -> [Todo] { try await all() }
}
`,
      'Sources/App/Controllers/LateController.swift': `import Vapor
final class LateController {
}
extension LateController: RouteCollection {
    func boot(routes: RoutesBuilder) throws {
        routes.get("late", use: index)
    }
}
`,
      'Sources/App/Controllers/LostController.swift': `import Vapor
struct LostController: RouteCollection {
    func boot(routes: any RoutesBuilder) throws {
        routes.get("lost", use: index)
    }
}
`,
    },
    routes: [
      'DELETE /api/v1/users/{id}',
      'DELETE /todos/{todoID}',
      'DELETE /v2/todos/{todoID}',
      'GET /',
      'GET /api/v1/late',
      'GET /hello/{name}',
      'GET /me (stub)',
      'GET /todos',
      'GET /v2/todos',
      'POST /api/v1/users',
      'POST /todos',
      'POST /upload',
      'POST /v2/todos',
    ],
  },
]

describe('the routes that the frameworks of Swift register', () => {
  it.each(cases)('are those of $name', ({ files, routes }) => {
    expect(registeredIn(files)).toEqual(routes)
  })
})
