// Whether a file may register or mount routes, by a look at its text: a parse is dear, and most files have none. It may say yes
// too often, never no to a file that the table of frameworks reads.

interface Sign {
  readonly test: (text: string) => boolean
}

const tools =
  /\b(express|Router|[fF]astify|FastifyInstance|(OpenAPI)?Hono|Koa|NestFactory|[hH]api|restify|Elysia)\b|@(Controller|Module|Get|Post|Put|Patch|Delete|Options|Head|All)\b/
const registering =
  /\.(get|post|put|patch|delete|del|head|options|all|use|route|register|on)\s*\(\s*\[?\s*(['"`{]|[\w$]+\s*[,)])/
/** What the rows believe to be a router by its name alone: most of what has a `get` is asked for something. */
const believed = /\b(app|server|instance|fastify|router|\w+Router)\s*[.?[/]/

/** A plugin may call what it is handed anything: `async function routes (f) { f.get('/ponds', …) }`. */
const rooted = /\.(get|post|put|patch|delete|del|head|options|all|route)\s*\(\s*['"`]\//

const script: Sign = {
  test: text =>
    tools.test(text) || rooted.test(text) || (believed.test(text) && registering.test(text)),
}
const signs: Readonly<Record<string, Sign>> = {
  typescript: script,
  tsx: script,
  javascript: script,
  python:
    /\b(APIRouter|FastAPI|Flask|Blueprint|Quart|urlpatterns|include_router|register_blueprint|add_url_rule|\w*ViewSet|DefaultRouter|SimpleRouter|Sanic|RouteTableDef|add_routes|add_subapp|Starlette|Bottle)\b|\b(aiohttp|sanic|starlette|bottle|tornado)\b|@(?!(unittest\.)?mock\.patch\(\s*["'][^/])[\w.]+\.(route|get|post|put|patch|delete|head|options|websocket|api_route)\(|\.add_api_route\(/,
  go: /go-chi\/chi|gin-gonic\/gin|gorilla\/mux|labstack\/echo|gofiber\/fiber|julienschmidt\/httprouter|"net\/http"/,
  java: /Mapping\b|@(Path|ApplicationPath|\w*Controller)\b|micronaut|\bspringframework\.web\.\w+\.function\b/,
  kotlin:
    /Mapping\b|@(Path|ApplicationPath|\w*Controller)\b|micronaut|\bio\.ktor\.server\b|\bspringframework\.web\.\w+\.function\b/,
  swift: /\bimport Vapor\b/,
  ruby: /\b(Sinatra|Grape|sinatra|grape)\b|^[ \t]*(get|post|put|patch|delete|namespace|use|run|map)[ (]\s*[\w'"/:]/m,
  csharp: /\bFastEndpoints\b|Controller(Base)?\b|\[\s*(Http[A-Z]|Route)|\.Map[A-Z]?\w*\(/,
  php: /\bRoute::|\bSlim\\|\$(app|router|group)->|\bwithRouting\b|#\[\s*(\w+\\)*Route\b/,
  rust: /\b(axum|actix_web|rocket|routes!)|#\[(\w+::)*(get|post|put|patch|delete|head|options|route)\(/,
}
const places = /(^|\/)(config\/routes(\/.*)?\.rb|config\.ru|(app|pages)\/.*\.[cm]?[jt]sx?)$/

export function mayRoute(path: string, language: string, text: () => string): boolean {
  return places.test(path) || signs[language]?.test(text()) === true
}
