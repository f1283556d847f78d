// Whether a file may register or mount routes, by a look at its text: a parse is dear, and most files have none. It may say yes
// too often, never no to a file that the table of frameworks reads.

const script =
  /\b(express|Router|[fF]astify|Hono|Koa|NestFactory)\b|@(Controller|Module)\b|\.(get|post|put|patch|delete|del|head|options|all|use|route|register|on)\s*\(\s*\[?\s*(['"`]|[\w$]+\s*[,)])/
const signs: Readonly<Record<string, RegExp>> = {
  typescript: script,
  tsx: script,
  javascript: script,
  python:
    /\b(APIRouter|FastAPI|Flask|Blueprint|Quart|urlpatterns|include_router|register_blueprint|add_url_rule|\w*ViewSet|DefaultRouter|SimpleRouter)\b|@[\w.]+\.(route|get|post|put|patch|delete|head|options|websocket|api_route)\(/,
  go: /go-chi\/chi|gin-gonic\/gin|"net\/http"/,
  java: /Mapping\b/,
  kotlin: /Mapping\b/,
  csharp: /\[\s*(Http[A-Z]|Route)|\.Map[A-Z]?\w*\(/,
  php: /\bRoute::|\bwithRouting\b|#\[\s*(\w+\\)*Route\b/,
  rust: /\baxum\b/,
}
const places = /(^|\/)(config\/routes(\/.*)?\.rb|(app|pages)\/.*\.[cm]?[jt]sx?)$/

export function mayRoute(path: string, language: string, text: () => string): boolean {
  return places.test(path) || signs[language]?.test(text()) === true
}
