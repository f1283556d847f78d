"""What CPython's own parser sees in Python files: one JSON line per file named on standard input.

Prints {"path", "declarations", "imports"}, or {"path", "invalid"} for a file that CPython refuses.
A declaration is [kind, qualified name, first line, last line, decorators, is it a stub].
"""

import ast
import json
import re
import sys
import warnings

LICENCES = {"abstractmethod", "abstractproperty", "abstractclassmethod", "abstractstaticmethod", "overload", "override"}


def dotted(node):
    if isinstance(node, ast.Call):
        return dotted(node.func)
    if isinstance(node, ast.Attribute):
        outer = dotted(node.value)
        return outer and f"{outer}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else None


def substance(statement):
    """0 idle, 1 refusal, 2 work."""
    if isinstance(statement, ast.Pass):
        return 0
    if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant):
        return 0 if statement.value.value is ... or isinstance(statement.value.value, str) else 2
    if isinstance(statement, ast.Return) and statement.value is None:
        return 0
    if isinstance(statement, ast.Return) and isinstance(statement.value, ast.Name):
        return 0 if statement.value.id == "NotImplemented" else 2
    if isinstance(statement, ast.Delete):
        return 0 if all(isinstance(each, ast.Name) for each in statement.targets) else 2
    if isinstance(statement, ast.If):
        deeds = (ast.Call, ast.Subscript, ast.NamedExpr, ast.Await, ast.Yield, ast.List, ast.Dict, ast.Set)
        if any(isinstance(each, deeds) for each in ast.walk(statement.test)):
            return 2
        return 2 if any(map(substance, statement.body + statement.orelse)) else 0
    if isinstance(statement, ast.Try):
        handled = [each for handler in statement.handlers for each in handler.body]
        return 2 if any(map(substance, statement.body + handled + statement.orelse + statement.finalbody)) else 0
    if isinstance(statement, ast.Raise) and dotted(statement.exc) == "NotImplementedError":
        return 1
    return 2


def is_stub(node, kind, outer):
    weight = max(map(substance, node.body))
    if weight == 2:
        return False
    if kind == "class":
        return weight == 0 and not node.bases and not node.keywords
    if outer is not None and isinstance(outer, ast.ClassDef) and any(re.search(r"\bProtocol\b", ast.unparse(base)) for base in outer.bases):
        return False
    if any((dotted(each) or "").split(".")[-1] in LICENCES for each in node.decorator_list):
        return False
    if getattr(node, "is_fallback", False):
        return False
    if re.fullmatch(r"__.*__", node.name):
        return weight == 1 and node.name != "__init_subclass__"
    return True


def mark_fallbacks(handler):
    """What is done without a package refuses for good."""
    caught = ast.unparse(handler.type) if isinstance(handler, ast.ExceptHandler) and handler.type else ""
    if re.search(r"\b(ImportError|ModuleNotFoundError)\b", caught):
        for each in handler.body:
            each.is_fallback = True


MAKERS = {"NamedTuple", "namedtuple", "Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "TypedDict", "make_dataclass"}


def makes_type(value, name):
    """Point = NamedTuple("Point", ...)"""
    if not isinstance(value, ast.Call) or (dotted(value.func) or "").split(".")[-1] not in MAKERS or not value.args:
        return False
    return isinstance(value.args[0], ast.Constant) and value.args[0].value == name


class Reader:
    def __init__(self):
        self.declarations = []
        self.imports = []

    def read(self, body, names, outer):
        for node in body:
            self.statement(node, names, outer)

    def statement(self, node, names, outer):
        if isinstance(node, ast.ClassDef):
            self.defined(node, "class", names, outer)
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            self.defined(node, "method" if isinstance(outer, ast.ClassDef) else "function", names, outer)
        elif isinstance(node, ast.Import):
            self.imports += [[each.name, "*", each.asname or "", node.lineno] for each in node.names]
        elif isinstance(node, ast.ImportFrom):
            module = "." * node.level + (node.module or "")
            for each in node.names:
                self.imports.append([module, each.name, "*" if each.name == "*" else each.asname or "", node.lineno])
        elif isinstance(node, (ast.Assign, ast.AnnAssign)):
            self.assigned(node, names, outer)
        else:
            for _, value in ast.iter_fields(node):
                for each in value if isinstance(value, list) else []:
                    if isinstance(each, ast.stmt):
                        self.statement(each, names, outer)
                    elif isinstance(each, (ast.ExceptHandler, ast.match_case)):
                        mark_fallbacks(each)
                        self.read(each.body, names, outer)

    def defined(self, node, kind, names, outer):
        qualified = [*names, node.name]
        decorators = [re.match(r"[\w.]*", ast.unparse(each).lstrip("("))[0] for each in node.decorator_list]
        stub = is_stub(node, kind, outer)
        self.declarations.append([kind, ".".join(qualified), node.lineno, node.end_lineno, decorators, stub])
        self.read(node.body, qualified, node)

    def assigned(self, node, names, outer):
        if isinstance(outer, (ast.FunctionDef, ast.AsyncFunctionDef)):
            return
        target = node.targets[0] if isinstance(node, ast.Assign) else node.target
        if not isinstance(target, ast.Name) or target.col_offset != node.col_offset:
            return
        kinds = ("method", "function") if isinstance(node.value, ast.Lambda) else ("field", "constant")
        kind = kinds[0 if outer is not None else 1]
        if outer is None and makes_type(node.value, target.id):
            kind = "class"
        self.declarations.append([kind, ".".join([*names, target.id]), node.lineno, node.end_lineno, [], False])


def describe(path):
    try:
        with open(path, "rb") as file, warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(file.read())
    except (SyntaxError, ValueError, RecursionError, MemoryError) as problem:
        return {"path": path, "invalid": str(problem)}
    reader = Reader()
    reader.read(tree.body, [], None)
    return {"path": path, "declarations": reader.declarations, "imports": reader.imports}


for line in sys.stdin:
    print(json.dumps(describe(line.rstrip("\n"))))
